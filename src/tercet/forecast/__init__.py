"""A plan under many futures: dates, cost, chance."""

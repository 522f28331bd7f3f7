"""Who to engage, from when to when, for what: the cheapest plan, with its bound."""

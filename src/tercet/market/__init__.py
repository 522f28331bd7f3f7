"""Pay bands, loaded cost and lead times: the supply of people."""

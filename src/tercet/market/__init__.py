"""Pay bands, loaded cost and lead times: the supply of people."""

from tercet.market.view import market_view

__all__ = ["market_view"]

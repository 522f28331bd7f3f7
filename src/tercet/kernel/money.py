"""Amounts of money with their currency, and exchange at a dated table of rates."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Money:
    """An exact amount in one ISO 4217 currency."""

    amount: Decimal
    currency: str

    def rounded(self, step: Decimal = CENT) -> "Money":
        """The same amount to the nearest `step`, halves away from zero."""
        return Money((self.amount / step).quantize(Decimal(1), ROUND_HALF_UP) * step, self.currency)


@dataclass(frozen=True, slots=True)
class Rates:
    """How many US dollars one unit of each currency buys, on one day."""

    day: date
    source: str
    usd: Mapping[str, Decimal]

    def convert(self, money: Money, currency: str) -> Money:
        """`money` in `currency`; raises `KeyError` for a currency without a rate."""
        if money.currency == currency:
            return money
        return Money(money.amount * self.usd[money.currency] / self.usd[currency], currency)


def cents(value: float | Decimal) -> Decimal:
    """A computed amount as money: rounded to two places, halves away from zero."""
    return Decimal(value).quantize(CENT, ROUND_HALF_UP)

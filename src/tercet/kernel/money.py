"""Amounts of money with their currency, exchange at dated rates, and how they are written."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")
SIGNS = {"EUR": "€", "GBP": "£", "USD": "$", "INR": "₹", "JPY": "¥"}


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


def money(amount: Decimal | float, currency: str, step: int = 1) -> str:
    """ "€546,000": whole units, to the nearest `step`; a code without a sign stands in front."""
    whole = int((Decimal(amount) / step).quantize(Decimal(1), ROUND_HALF_UP)) * step
    return f"{'−' if whole < 0 else ''}{sign(currency)}{abs(whole):,}"


def sign(currency: str) -> str:
    """The sign of a currency, or its code and a space."""
    return SIGNS.get(currency, f"{currency} ")

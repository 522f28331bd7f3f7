"""What is likely to happen to a plan."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tercet.kernel.rules import Finding


@dataclass(frozen=True, slots=True)
class DateRange:
    """P10, P50 and P90 of a date, and the planned one."""

    p10: date
    p50: date
    p90: date
    planned: date


@dataclass(frozen=True, slots=True)
class CostRange:
    """P10, P50 and P90 of a cost, and the planned one."""

    p10: Decimal
    p50: Decimal
    p90: Decimal
    planned: Decimal
    currency: str


@dataclass(frozen=True, slots=True)
class Chance:
    """Share of futures that keep each limit; None where there is no such limit."""

    deadline: float | None
    budget: float | None
    both: float | None


@dataclass(frozen=True, slots=True)
class Driver:
    """One cause of uncertainty: weeks and money more or less when it alone goes well or badly.

    P10 and P90, as differences from what comes out when every cause is at its median.
    """

    id: str
    label: str
    weeks_good: float
    weeks_bad: float
    cost_good: Decimal
    cost_bad: Decimal


@dataclass(frozen=True, slots=True)
class Forecast:
    """A plan under many futures, the same ones for every plan of one question."""

    live: DateRange
    cost: CostRange
    chance: Chance
    never_live: float
    """Share of futures in which the product is not live within the horizon."""
    futures: int
    live_quantiles: tuple[date, ...]
    """50 live dates at 1 %, 3 %, … 99 %, for dot plots."""
    cost_quantiles: tuple[Decimal, ...]
    four_counts: tuple[int, int, int, int]
    """Of 100 futures: both kept, only the date, only the budget, neither."""
    cost_by_week: tuple[tuple[date, Decimal, Decimal, Decimal], ...]
    """(Monday, P10, P50, P90) of cumulative cost."""
    drivers: tuple[Driver, ...]
    findings: tuple[Finding, ...] = ()

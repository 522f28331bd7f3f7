"""How sure the plan is: dots, four counts, causes, and cost over time."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from tercet.advice.records import Advice, Choice
from tercet.reports.words import brief_money, clean, hundred, short_day

Kind = Literal["live", "cost"]


@dataclass(frozen=True, slots=True)
class DotsView:
    """Equally likely futures as numbers on one axis: days of the calendar, or money."""

    kind: Kind
    values: tuple[float, ...]
    limit: float | None
    limit_label: str
    kept: int
    """How many of the values keep the limit."""
    middle: float
    title: str
    currency: str


@dataclass(frozen=True, slots=True)
class DriverView:
    """One cause: effect on the live date in weeks and on cost when it goes well or badly."""

    label: str
    weeks: tuple[float, float]
    cost: tuple[Decimal, Decimal]


@dataclass(frozen=True, slots=True)
class SureView:
    """The section "How sure is this?"."""

    futures: int
    live: DotsView
    cost: DotsView
    four: tuple[tuple[int, str], ...]
    """Counts of 100 with their words; empty when a limit is missing."""
    by_date: tuple[DriverView, ...]
    by_cost: tuple[DriverView, ...]
    over_time: tuple[tuple[date, float, float, float], ...]
    never_live: str | None


FOUR = ("on time, in budget", "on time, over budget", "late, in budget", "late and over budget")
MOST = 7
"""Causes shown at most, longest first."""


def sure_view(advice: Advice, choice: Choice) -> SureView:
    """Everything that the section shows, for the plan recommended."""
    forecast, limits = choice.forecast, advice.limits
    both = limits.deadline is not None and limits.budget is not None
    drivers = [
        DriverView(clean(d.label), (d.weeks_good, d.weeks_bad), (d.cost_good, d.cost_bad))
        for d in forecast.drivers
    ]
    by_date = [d for d in drivers if abs(d.weeks[0]) + abs(d.weeks[1]) >= 0.05]
    by_date.sort(key=lambda d: -abs(d.weeks[1] - d.weeks[0]))
    by_cost = [d for d in drivers if abs(d.cost[0]) + abs(d.cost[1]) >= 1]
    by_cost.sort(key=lambda d: -abs(d.cost[1] - d.cost[0]))
    return SureView(
        futures=forecast.futures, live=live_dots(choice, limits.deadline),
        cost=cost_dots(choice, limits.budget),
        four=tuple(zip(forecast.four_counts, FOUR, strict=True)) if both else (),
        by_date=tuple(by_date[:MOST]), by_cost=tuple(by_cost[:MOST]),
        over_time=tuple((d, float(a), float(b), float(c)) for d, a, b, c in forecast.cost_by_week),
        never_live=_never(forecast.never_live),
    )  # fmt: skip


def _never(share: float) -> str | None:
    if share == 0:
        return None
    return f"In {hundred(share)} of 100 futures the product is not live within the time looked at."


def live_dots(choice: Choice, deadline: date | None) -> DotsView:
    """Live dates, as days of the calendar (proleptic Gregorian ordinals)."""
    forecast = choice.forecast
    values = tuple(float(d.toordinal()) for d in forecast.live_quantiles)
    kept = sum(deadline is None or d <= deadline for d in forecast.live_quantiles)
    n = len(values)
    title = (
        f"Live date: {kept} of {n} dots are on time" if deadline else f"Live date in {n} futures"
    )
    return DotsView(
        "live", values, float(deadline.toordinal()) if deadline else None,
        short_day(deadline) if deadline else "", kept, float(forecast.live.p50.toordinal()), title,
        "",
    )  # fmt: skip


def cost_dots(choice: Choice, budget: Decimal | None) -> DotsView:
    """Costs in the plan's currency."""
    forecast = choice.forecast
    unit = forecast.cost.currency
    kept = sum(budget is None or c <= budget for c in forecast.cost_quantiles)
    n = len(forecast.cost_quantiles)
    title = (
        f"Cost in {n} futures" if budget is None else f"Cost: {kept} of {n} dots are within budget"
    )
    return DotsView(
        "cost", tuple(map(float, forecast.cost_quantiles)),
        float(budget) if budget is not None else None,
        brief_money(budget, unit) if budget is not None else "", kept, float(forecast.cost.p50),
        title, unit,
    )  # fmt: skip

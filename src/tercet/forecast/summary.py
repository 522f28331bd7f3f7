"""From the courses of many futures to the few numbers that a person decides by."""

import math
from datetime import date
from decimal import Decimal

import numpy as np

from tercet.forecast.course import Course
from tercet.forecast.luck import Bools, Floats
from tercet.forecast.records import Chance, CostRange, DateRange
from tercet.kernel.dates import week_end, week_start
from tercet.kernel.money import cents
from tercet.planning.records import Limits, Plan, Problem

DOTS = tuple((2 * number + 1) / 100 for number in range(50))


def live_package(problem: Problem) -> int:
    """Place of the package whose finish means live."""
    return [package.id for package in problem.project.packages].index(problem.project.live)


def live_weeks(course: Course, live: int, horizon: int) -> Floats:
    """(F,): weeks until the product is live; the horizon where it never is."""
    return np.asarray(np.minimum(course.complete[live], horizon))


def live_range(weeks: Floats, plan: Plan, origin: date) -> DateRange:
    """P10, P50 and P90 as the Friday of the week in question."""
    p10, p50, p90 = (_friday(weeks, q, origin) for q in (0.1, 0.5, 0.9))
    return DateRange(p10, p50, p90, plan.live)


def cost_range(cost: Floats, plan: Plan) -> CostRange:
    """P10, P50 and P90 of the whole cost, in the plan's currency."""
    p10, p50, p90 = (_money(cost, q) for q in (0.1, 0.5, 0.9))
    return CostRange(p10, p50, p90, plan.cost, plan.currency)


def live_dots(weeks: Floats, origin: date) -> tuple[date, ...]:
    """50 quantiles of the live date."""
    return tuple(_friday(weeks, q, origin) for q in DOTS)


def cost_dots(cost: Floats) -> tuple[Decimal, ...]:
    """50 quantiles of the cost."""
    return tuple(_money(cost, q) for q in DOTS)


def kept(
    weeks: Floats, never: Bools, cost: Floats, limits: Limits, origin: date
) -> tuple[Bools, Bools]:
    """(F,) twice: whether the deadline and the budget are kept; true where there is no limit."""
    date_kept = np.ones(len(weeks), dtype=bool)
    if limits.deadline is not None:
        # Live on a Friday: the last week whose Friday is not after the deadline.
        last = math.floor(((limits.deadline - origin).days - 4) / 7) + 1
        date_kept = (weeks <= last) & ~never
    budget_kept = np.ones(len(cost), dtype=bool)
    if limits.budget is not None:
        budget_kept = np.round(cost, 2) <= float(limits.budget)
    return date_kept, budget_kept


def chance(date_kept: Bools, budget_kept: Bools, limits: Limits) -> Chance:
    """Shares of futures that keep each limit there is."""
    deadline = None if limits.deadline is None else float(date_kept.mean())
    budget = None if limits.budget is None else float(budget_kept.mean())
    both = None if deadline is None or budget is None else float((date_kept & budget_kept).mean())
    return Chance(deadline, budget, both)


def four_counts(date_kept: Bools, budget_kept: Bools) -> tuple[int, int, int, int]:
    """Of 100 futures: both kept, only the date, only the budget, neither; largest remainders."""
    parts = (
        date_kept & budget_kept, date_kept & ~budget_kept, ~date_kept & budget_kept,
        ~date_kept & ~budget_kept,
    )  # fmt: skip
    exact = [100 * float(part.mean()) for part in parts]
    counts = [math.floor(share + 1e-9) for share in exact]
    by_rest = sorted(range(4), key=lambda i: (counts[i] - exact[i], i))
    for i in by_rest[: 100 - sum(counts)]:
        counts[i] += 1
    return counts[0], counts[1], counts[2], counts[3]


def cost_by_week(
    spent: Floats, problem: Problem
) -> tuple[tuple[date, Decimal, Decimal, Decimal], ...]:
    """Cumulative cost at the end of each week, until nine futures in ten spend no more."""
    total = spent.cumsum(axis=0)
    going = (total < total[-1] - 0.005).mean(axis=1)
    weeks = min(len(total), 1 + int(np.count_nonzero(going > 0.1)))
    bands = np.quantile(total[:weeks], (0.1, 0.5, 0.9), axis=1).T
    return tuple(
        (week_start(problem.origin, week), cents(low), cents(middle), cents(high))
        for week, (low, middle, high) in enumerate(bands.tolist())
    )


def _friday(weeks: Floats, q: float, origin: date) -> date:
    # A date is promised by whole weeks: the first that a share q of futures stays within.
    week = int(np.quantile(weeks, q, method="inverted_cdf"))
    return week_end(origin, max(0, week - 1))


def _money(cost: Floats, q: float) -> Decimal:
    return cents(float(np.quantile(cost, q)))

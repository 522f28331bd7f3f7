"""The one verb: a plan under many futures."""

import numpy as np

from tercet.forecast.course import run
from tercet.forecast.drivers import drivers
from tercet.forecast.fates import fates_of
from tercet.forecast.futures import Futures, as_planned
from tercet.forecast.records import Forecast
from tercet.forecast.summary import (
    chance,
    cost_by_week,
    cost_dots,
    cost_range,
    four_counts,
    kept,
    live_dots,
    live_package,
    live_range,
    live_weeks,
)  # fmt: skip
from tercet.forecast.team import Team, team_of
from tercet.forecast.uncertainty import Uncertainty
from tercet.kernel.rules import Finding, finding
from tercet.planning.records import Plan, Problem


def simulate(plan: Plan, problem: Problem, futures: Futures) -> Forecast:
    """What is likely to happen to `plan`: dates, cost, chances and what drives them.

    Two plans simulated in the same `futures` meet the same luck. A future in which the product
    is not live within the horizon counts as late, at the horizon.
    """
    team = team_of(plan, problem, futures.luck.uncertainty.horizon)
    course = run(team, problem, futures.luck.uncertainty, fates_of(team, problem, futures))
    live = live_package(problem)
    weeks, cost = live_weeks(course, live, team.horizon), course.spent.sum(axis=0)
    never = np.isinf(course.complete[live])
    date_kept, budget_kept = kept(weeks, never, cost, problem.limits, problem.origin)
    never_live = float(never.mean())
    return Forecast(
        live=live_range(weeks, plan, problem.origin),
        cost=cost_range(cost, plan),
        chance=chance(date_kept, budget_kept, problem.limits),
        never_live=never_live,
        futures=futures.luck.n,
        live_quantiles=live_dots(weeks, problem.origin),
        cost_quantiles=cost_dots(cost),
        four_counts=four_counts(date_kept, budget_kept),
        cost_by_week=cost_by_week(course.spent, problem),
        drivers=drivers(team, problem, futures),
        findings=_findings(team, problem, futures, never_live),
    )


def _findings(
    team: Team, problem: Problem, futures: Futures, never_live: float
) -> tuple[Finding, ...]:
    found = [
        finding(__package__, "TF004", place=task.id, capability=task.capability, work=task.id)
        for number, task in enumerate(team.tasks)
        if not team.output[:, number].any()
    ]
    luck = futures.luck
    if luck.n < luck.uncertainty.enough:
        points = round(100 * 1.96 * 0.5 / luck.n**0.5)
        found.append(finding(__package__, "TF002", n=luck.n, points=points))
    if never_live > luck.uncertainty.rare:
        count = round(100 * never_live)
        found.append(finding(__package__, "TF003", count=count, weeks=team.horizon))
    late = _late_as_planned(team, problem, luck.uncertainty)
    if late > luck.uncertainty.tolerance:
        found.append(finding(__package__, "TF005", weeks=late))
    return tuple(found)


def _late_as_planned(team: Team, problem: Problem, uncertainty: Uncertainty) -> int:
    """Weeks by which the product is late though everything goes as the planner planned."""
    futures = as_planned(problem, uncertainty)
    course = run(team, problem, uncertainty, fates_of(team, problem, futures))
    return int(live_weeks(course, live_package(problem), team.horizon)[0]) - team.live

"""The questions one can put to the planner: cheapest, fastest, and all that lies between."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial

from tercet.planning.crew import groups
from tercet.planning.network import network
from tercet.planning.planner import deadline_week, earliest, solve, unable
from tercet.planning.reasons import switch_prices
from tercet.planning.records import NoPlan, Plan, Problem, SearchBudget, SwitchPrice
from tercet.planning.relaxation import relax
from tercet.planning.repairs import no_plan
from tercet.planning.timeline import all_windows

DEFAULT = SearchBudget()
POINTS = 7
"""Deadlines at which a frontier is computed."""


def plan(problem: Problem, budget: SearchBudget = DEFAULT) -> Plan | NoPlan:
    """The cheapest plan found whose live package is finished by the deadline less the buffer.

    Every plan is checked by `check_plan` before it is returned. When nothing fits, the limits in
    conflict and the smallest changes that help.
    """
    return plan_or_none(problem, budget) or no_plan(problem, budget)


def plan_or_none(problem: Problem, budget: SearchBudget = DEFAULT) -> Plan | None:
    """As `plan`, for those who need no reason and no repairs where nothing fits."""
    crew = groups(problem)
    if unable(problem, crew):
        return None
    return solve(problem, crew, deadline_week(problem, crew), budget)


def fastest(problem: Problem, budget: SearchBudget = DEFAULT) -> Plan | NoPlan:
    """The plan with the earliest live date found, at any cost."""
    free = replace(problem, limits=replace(problem.limits, budget=None))
    return fastest_or_none(problem, budget) or no_plan(free, budget)


def fastest_or_none(problem: Problem, budget: SearchBudget = DEFAULT) -> Plan | None:
    """As `fastest`, for those who need no reason and no repairs where nothing fits."""
    free = replace(problem, limits=replace(problem.limits, budget=None))
    crew = groups(free)
    if unable(free, crew):
        return None
    return earliest(free, crew, budget, deadline_week(free, crew))


def cheapest(problem: Problem, budget: SearchBudget = DEFAULT) -> Plan | NoPlan:
    """The cheapest plan that meets the deadline itself, without buffers."""
    terms = replace(problem.terms, deadline_buffer_weeks=0, effort_factor=1.0)
    return plan(replace(problem, terms=terms), budget)


def frontier(
    problem: Problem, budget: SearchBudget = DEFAULT, *, first: Plan | None = None,
    begin: Callable[[Callable[[], Plan | None]], Callable[[], Plan | None]] = cache,
) -> tuple[Plan, ...]:  # fmt: skip
    """Plans that no other beats on both cost and live date, the fastest first.

    From the fastest (`first`, where it is known) to the deadline or twice the least time. A plan
    for one date is a plan for every later one, so cost falls from point to point. `begin` hands
    out the work of one date and returns what waits for its plan.
    """
    first = first or fastest_or_none(problem, budget)
    if first is None:
        return ()
    crew = groups(problem)
    last = deadline_week(problem, crew)
    earliest_week = (first.live - problem.origin).days // 7 + 1
    steps = range(1, POINTS)
    weeks = {earliest_week + round((last - earliest_week) * i / (POINTS - 1)) for i in steps}
    begun = [
        begin(partial(solve, problem, crew, week, budget))
        for week in sorted(weeks - {earliest_week})
    ]
    return undominated([first, *(p for p in (wait() for wait in begun) if p is not None)])


def undominated(plans: list[Plan]) -> tuple[Plan, ...]:
    """Plans in the order of their live dates, each cheaper than all that are faster."""
    kept: list[Plan] = []
    for candidate in sorted(plans, key=lambda p: (p.live, p.cost)):
        if not kept or candidate.cost < kept[-1].cost:
            kept.append(candidate)
    return tuple(kept)


def prices_to_switch(plan: Plan, problem: Problem) -> tuple[SwitchPrice, ...]:
    """Options that `plan` does not use, with the weekly price at which each would matter.

    Read off the relaxation over all timelines: below that price an option may come in, above it
    it costs more than the lower bound by at least the difference shown.
    """
    crew = groups(problem)
    net = network(problem, crew, deadline_week(problem, crew))
    free = relax(problem, net, crew, all_windows(net), precedence=False)
    return switch_prices(problem, net, crew, free, {e.option for e in plan.engagements})

"""When nothing fits: which limits conflict, and the smallest change of one that helps."""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from tercet.kernel.dates import week_end
from tercet.planning.crew import Group, groups
from tercet.planning.network import network
from tercet.planning.planner import (
    MOST_WEEKS,
    deadline_week,
    earliest,
    least_weeks,
    solve,
    staffable,
    unable,
)  # fmt: skip
from tercet.planning.records import Conflict, Limits, NoPlan, Plan, Problem, Repair, SearchBudget

MORE_PEOPLE = 6
"""People beyond the headcount limit up to which a larger team is looked for."""


def no_plan(problem: Problem, budget: SearchBudget) -> NoPlan:
    """Why there is no plan, confirmed by solving without the limits named, and what would help."""
    crew = groups(problem)
    missing = unable(problem, crew)
    if missing:
        names = tuple(f"capability {c}" for c in missing)
        return NoPlan(Conflict(names, True, f"Nobody on offer can do {', '.join(missing)}."), ())
    quick = replace(budget, rounds=min(budget.rounds, 1), prove=False)
    repairs = sorted(_repairs(problem, quick), key=lambda r: (r.plan.cost, r.id))
    return NoPlan(_conflict(problem, crew, repairs), tuple(repairs))


def _conflict(problem: Problem, crew: Sequence[Group], repairs: Sequence[Repair]) -> Conflict:
    week = deadline_week(problem, crew)
    net = network(problem, crew, week)
    if not net.fits:
        weeks = least_weeks(problem, crew)
        text = (
            f"The longest chain of packages, {_chain(problem, crew)}, takes {weeks} weeks with the "
            f"time to find people; the deadline leaves {week}."
        )
        return Conflict(("deadline",), True, text)
    named = tuple(r.id for r in sorted(repairs, key=lambda r: r.id))
    if not named:
        return Conflict(
            tuple(_present(problem.limits)), False, "No single change of a limit helps."
        )
    text = f"Nothing keeps all limits; giving way on one is enough: {', '.join(named)}."
    return Conflict(named, True, text)


def _chain(problem: Problem, crew: Sequence[Group]) -> str:
    nodes = network(problem, crew, MOST_WEEKS).nodes
    at = next(i for i, n in enumerate(nodes) if n.id == problem.project.live)
    chain = [nodes[at].id]
    while before := (*nodes[at].hard, *nodes[at].soft):
        at = max(before, key=lambda a: (nodes[a].complete, -a))
        chain.append(nodes[at].id)
    return " → ".join(reversed(chain))


def _present(limits: Limits) -> Iterator[str]:
    """Ids of the limits that are set."""
    if limits.deadline is not None:
        yield "deadline"
    if limits.budget is not None:
        yield "budget"
    if limits.headcount is not None:
        yield "headcount"
    if limits.offshore_share is not None:
        yield "offshore-share"
    if limits.onshore_roles:
        yield "onshore-role"
    if limits.resilience:
        yield "resilience"
    if limits.start is not None:
        yield "start"


def _repairs(problem: Problem, budget: SearchBudget) -> Iterator[Repair]:
    helpers: dict[str, Callable[[Problem, SearchBudget], Repair | None]] = {
        "deadline": _later,
        "budget": _dearer,
        "headcount": _larger,
        "offshore-share": _farther,
        "onshore-role": _dropped("onshore-role", "No role has to be at home", onshore_roles=()),
        "resilience": _dropped("resilience", "One person per capability is enough",
                               resilience=False),
        "start": _dropped("start", "People may start as soon as they are found", start=None),
    }  # fmt: skip
    for id in _present(problem.limits):
        repair = helpers[id](problem, budget)
        if repair is not None:
            yield repair


def _without(problem: Problem, **limits: object) -> Problem:
    return replace(problem, limits=replace(problem.limits, **limits))  # type: ignore[arg-type]


def _solved(problem: Problem, budget: SearchBudget) -> Plan | None:
    crew = groups(problem)
    week = deadline_week(problem, crew)
    if unable(problem, crew) or not staffable(problem, crew, week):
        return None
    return solve(problem, crew, week, budget)


def _later(problem: Problem, budget: SearchBudget) -> Repair | None:
    """The earliest live date there is, and the buffer behind it."""
    free = _without(problem, deadline=None)
    plan = earliest(free, groups(free), budget)
    if plan is None:
        return None
    weeks = math.ceil((plan.live - problem.origin).days / 7)
    deadline = week_end(problem.origin, weeks - 1 + problem.terms.deadline_buffer_weeks)
    return Repair("deadline", f"A deadline of {deadline}", {"deadline": deadline.isoformat()}, plan)


def _dearer(problem: Problem, budget: SearchBudget) -> Repair | None:
    plan = _solved(_without(problem, budget=None), budget)
    if plan is None:
        return None
    label = f"A budget of {problem.supply.currency} {plan.cost:,.0f}"
    return Repair("budget", label, {"budget": float(plan.cost)}, plan)


def _larger(problem: Problem, budget: SearchBudget) -> Repair | None:
    """The smallest team found that is large enough, by halving."""
    low = (problem.limits.headcount or 0) + 1
    high, best = low + MORE_PEOPLE, None
    while low < high:
        heads = high - 1 if best is None else (low + high) // 2
        plan = _solved(_without(problem, headcount=heads), budget)
        if plan is None and best is None:
            return None
        if plan is None:
            low = heads + 1
        else:
            label = f"Up to {heads} people"
            high, best = heads, Repair("headcount", label, {"headcount": heads}, plan)
    return best


def _farther(problem: Problem, budget: SearchBudget) -> Repair | None:
    plan = _solved(_without(problem, offshore_share=None), budget)
    if plan is None:
        return None
    options = {o.id: o for o in problem.supply.options}
    time = [
        (options[e.option].offshore, len(e.members) * sum(d for _, d in e.days))
        for e in plan.engagements
    ]
    away = float(sum(t for off, t in time if off) / sum(t for _, t in time))
    share = math.ceil(away * 100) / 100
    label = f"Up to {share:.0%} of the time offshore"
    return Repair("offshore-share", label, {"offshore-share": share}, plan)


def _dropped(
    id: str, label: str, **limits: object
) -> Callable[[Problem, SearchBudget], Repair | None]:
    def repair(problem: Problem, budget: SearchBudget) -> Repair | None:
        plan = _solved(_without(problem, **limits), budget)
        return None if plan is None else Repair(id, label, {id: "dropped"}, plan)

    return repair

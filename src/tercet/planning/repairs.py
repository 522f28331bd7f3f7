"""When nothing fits: which limits conflict, and the smallest changes that help.

One limit is given way on at a time; where that never helps, two are. Every repair is a plan.
"""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

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
    set_ = [limit for limit in LIMITS if limit.given_up(problem) != problem]
    repairs = [*_singly(problem, set_, quick)] or [*_in_pairs(problem, set_, quick)]
    repairs = sorted(repairs, key=lambda r: (r.plan.cost, r.id))
    return NoPlan(_conflict(problem, crew, set_, repairs), tuple(repairs))


def _conflict(
    problem: Problem, crew: Sequence[Group], set_: Sequence["_Limit"], repairs: Sequence[Repair]
) -> Conflict:
    week = deadline_week(problem, crew)
    net = network(problem, crew, week)
    if not net.fits:
        weeks = least_weeks(problem, crew)
        text = (
            f"The longest chain of packages, {_chain(problem, crew)}, takes {weeks} weeks with the "
            f"time to find people; the deadline leaves {week}."
        )
        return Conflict(("deadline",), True, text)
    named = tuple(sorted({limit for repair in repairs for limit in repair.change}))
    if not named:
        text = "No change of one limit helps, nor of two."
        return Conflict(tuple(limit.id for limit in set_), False, text)
    if all(len(repair.change) == 1 for repair in repairs):
        text = f"Nothing keeps all limits; giving way on one is enough: {', '.join(named)}."
    else:
        text = f"Nothing keeps all limits, and giving way on one is not enough: {', '.join(named)}."
    return Conflict(named, True, text)


def _chain(problem: Problem, crew: Sequence[Group]) -> str:
    nodes = network(problem, crew, MOST_WEEKS).nodes
    at = next(i for i, n in enumerate(nodes) if n.id == problem.project.live)
    chain = [nodes[at].id]
    while before := (*nodes[at].hard, *nodes[at].soft):
        at = max(before, key=lambda a: (nodes[a].complete, -a))
        chain.append(nodes[at].id)
    return " → ".join(reversed(chain))


@dataclass(frozen=True, slots=True)
class _Limit:
    """A limit that can be given way on."""

    id: str
    field: str
    """Its name among the limits of a problem."""
    change: Callable[[Plan, Problem], tuple[str, str | float]]
    """What it has to become for a plan: in words, and as a value."""

    def given_up(self, problem: Problem) -> Problem:
        """The problem without this limit."""
        none = getattr(Limits(deadline=None, budget=None), self.field)
        limits: Mapping[str, object] = {self.field: none}
        return replace(problem, limits=replace(problem.limits, **limits))  # type: ignore[arg-type]


def _singly(problem: Problem, set_: Sequence[_Limit], budget: SearchBudget) -> Iterator[Repair]:
    for limit in set_:
        find = {"deadline": _soonest, "headcount": _smallest}.get(limit.id, _cheapest)
        plan = find(problem if limit.id == "headcount" else limit.given_up(problem), budget)
        if plan is not None:
            yield _repair(problem, (limit,), plan)


def _in_pairs(problem: Problem, set_: Sequence[_Limit], budget: SearchBudget) -> Iterator[Repair]:
    """For each two limits the cheapest plan without them, and the soonest where one is the date."""
    for pair in combinations(set_, 2):
        free = pair[1].given_up(pair[0].given_up(problem))
        for find in (_soonest, _cheapest) if pair[0].id == "deadline" else (_cheapest,):
            plan = find(free, budget)
            if plan is not None:
                yield _repair(problem, pair, plan)


def _repair(problem: Problem, given_up: Sequence[_Limit], plan: Plan) -> Repair:
    """The limits as `plan` needs them."""
    changes = {limit.id: limit.change(plan, problem) for limit in given_up}
    label = " and ".join(words for words, _ in changes.values())
    values = {id: value for id, (_, value) in changes.items()}
    return Repair("+".join(changes), label[0].upper() + label[1:], values, plan)


def _cheapest(problem: Problem, budget: SearchBudget) -> Plan | None:
    crew = groups(problem)
    week = deadline_week(problem, crew)
    if unable(problem, crew) or not staffable(problem, crew, week):
        return None
    return solve(problem, crew, week, budget)


def _soonest(problem: Problem, budget: SearchBudget) -> Plan | None:
    return earliest(problem, groups(problem), budget)


def _smallest(problem: Problem, budget: SearchBudget) -> Plan | None:
    """A plan of the smallest team found that is large enough, by halving."""
    low = (problem.limits.headcount or 0) + 1
    high, best = low + MORE_PEOPLE, None
    while low < high:
        heads = high - 1 if best is None else (low + high) // 2
        limits = replace(problem.limits, headcount=heads)
        plan = _cheapest(replace(problem, limits=limits), budget)
        if plan is None and best is None:
            return None
        if plan is None:
            low = heads + 1
        else:
            high, best = heads, plan
    return best


def _later(plan: Plan, problem: Problem) -> tuple[str, str]:
    """A deadline that leaves room for the buffer behind the live date."""
    weeks = math.ceil((plan.live - problem.origin).days / 7)
    deadline = week_end(problem.origin, weeks - 1 + problem.terms.deadline_buffer_weeks)
    return f"a deadline of {deadline}", deadline.isoformat()


def _dearer(plan: Plan, problem: Problem) -> tuple[str, float]:
    return f"a budget of {problem.supply.currency} {plan.cost:,.0f}", float(plan.cost)


def _larger(plan: Plan, problem: Problem) -> tuple[str, float]:
    """The most people there are in a week; one who learns on the job counts once."""
    options = {o.id: o for o in problem.supply.options}
    heads = 0
    for week in {monday for e in plan.engagements for monday, _ in e.days}:
        here = set()
        for e in plan.engagements:
            if e.start <= week < e.end:
                learner = options[e.option].upskilling
                label = learner.person if learner else options[e.option].person
                here |= {label} if label else {m.id for m in e.members}
        heads = max(heads, len(here))
    return f"up to {heads} people", heads


def _farther(plan: Plan, problem: Problem) -> tuple[str, float]:
    options = {o.id: o for o in problem.supply.options}
    time = [
        (options[e.option].offshore, len(e.members) * sum(d for _, d in e.days))
        for e in plan.engagements
    ]
    away = float(sum(t for off, t in time if off) / sum(t for _, t in time))
    share = math.ceil(away * 100) / 100
    return f"up to {share:.0%} of the time offshore", share


def _dropped(words: str) -> Callable[[Plan, Problem], tuple[str, str]]:
    return lambda plan, problem: (words, "dropped")


LIMITS = (
    _Limit("deadline", "deadline", _later),
    _Limit("budget", "budget", _dearer),
    _Limit("headcount", "headcount", _larger),
    _Limit("offshore-share", "offshore_share", _farther),
    _Limit("onshore-role", "onshore_roles", _dropped("no role has to be at home")),
    _Limit("resilience", "resilience", _dropped("one person per capability is enough")),
    _Limit("start", "start", _dropped("people may start as soon as they are found")),
)
"""In the order in which they are given way on."""

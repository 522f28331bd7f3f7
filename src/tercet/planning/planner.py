"""One plan: searched for, booked in days, written down, checked, bounded and explained."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from decimal import ROUND_FLOOR, Decimal

from tercet.kernel.dates import week_end, whole_weeks
from tercet.kernel.errors import TercetError
from tercet.planning.checker import check_plan
from tercet.planning.crew import Group
from tercet.planning.findings import findings
from tercet.planning.network import Network, effort_of, network
from tercet.planning.placing import engage, place, schedule
from tercet.planning.reasons import with_reasons
from tercet.planning.records import Bound, Plan, Problem, SearchBudget, StoppedBy
from tercet.planning.relaxation import ENOUGH, relax
from tercet.planning.search import Ceiling, search
from tercet.planning.staffed import Booked, in_days
from tercet.planning.timeline import all_windows

MOST_WEEKS = 104
"""Longest time that is planned: what is due later is planned as due then."""


ATTEMPTS = (0, 1, 3, 7, 15)
"""Weeks after the earliest that people can be found for, in which a plan is looked for."""


def solve(problem: Problem, crew: Sequence[Group], week: int, budget: SearchBudget) -> Plan | None:
    """The cheapest plan found that is live by `week`, whatever the deadline; None: none was."""
    net = network(problem, crew, week)
    if not net.fits:
        return None
    ceiling = Ceiling(budget.time_limit)
    found = search(problem, net, crew, budget, ceiling)
    if found.best is None:
        return None
    booked = in_days(problem, net, crew, found.best, gap=budget.gap / 25, nodes=300)
    if booked is None:
        return None
    stopped: StoppedBy = "time" if ceiling.hit else "optimal" if found.optimal else "budget"
    plan = written(problem, net, booked, found.lower, found.inside, stopped)
    return with_reasons(plan, problem, net, crew, found.inner)


def unable(problem: Problem, crew: Sequence[Group]) -> tuple[str, ...]:
    """Capabilities that the work needs and nobody on offer has."""
    offered = {c for g in crew for m in g.option.members for c, q in m.productivity.items() if q}
    needed = {c: None for p in problem.project.packages for c in effort_of(p, problem.terms)}
    return tuple(c for c in needed if c not in offered)


def staffable(problem: Problem, crew: Sequence[Group], week: int) -> bool:
    """Whether enough people could be found for the work by `week`, precedence apart."""
    net = network(problem, crew, week)
    if not net.fits:
        return False
    found = relax(problem, net, crew, all_windows(net), precedence=False, rounds=5,
                  only_staffed=True)  # fmt: skip
    return found.short <= ENOUGH


def least_weeks(problem: Problem, crew: Sequence[Group]) -> int:
    """Weeks to live with all the people one could wish for: critical path and lead times."""
    net = network(problem, crew, MOST_WEEKS)
    return net.nodes[net.live].complete


def deadline_week(problem: Problem, crew: Sequence[Group]) -> int:
    """Week by which the live package must be complete; without a deadline twice the least."""
    if problem.limits.deadline is None:
        return min(MOST_WEEKS, 2 * least_weeks(problem, crew))
    last = whole_weeks(problem.origin, problem.limits.deadline)
    return max(0, min(MOST_WEEKS, last - problem.terms.deadline_buffer_weeks))


def earliest(
    problem: Problem, crew: Sequence[Group], budget: SearchBudget, latest: int = MOST_WEEKS
) -> Plan | None:
    """The plan with the earliest live date found; None when there is none by week `latest`."""
    low, high = least_weeks(problem, crew), latest
    while low < high:
        middle = (low + high) // 2
        if staffable(problem, crew, middle):
            high = middle
        else:
            low = middle + 1
    for later in ATTEMPTS:
        if low + later > latest:
            break
        plan = solve(problem, crew, low + later, budget)
        if plan is not None:
            return plan
    return None


def written(
    problem: Problem, net: Network, booked: Booked, lower: float | None,
    lower_windows: float | None, stopped: StoppedBy,
) -> Plan:  # fmt: skip
    """The plan as a record, checked."""
    engagements, seats = engage(problem, booked)
    assignments = place(problem, net, booked, seats)
    timeline = schedule(problem, net, booked.windows, assignments)
    cost = sum((e.cost for e in engagements), Decimal(0))
    live = booked.windows.complete[net.live][0]
    result = Plan(
        engagements=engagements, assignments=assignments, schedule=timeline, cost=cost,
        currency=problem.supply.currency, live=week_end(problem.origin, live - 1),
        finish=max([*(s.end for s in timeline)]) - timedelta(days=3),
        bound=bound(cost, lower, lower_windows, stopped), findings=(),
    )  # fmt: skip
    faults = check_plan(result, problem)
    if faults:
        raise TercetError(
            "TP090", f"A plan failed its own check: {faults[0].message}", place=faults[0].place,
            hint="This is a fault of tercet; please report it with the input",
        )  # fmt: skip
    return replace(result, findings=findings(result, problem))


def bound(
    cost: Decimal, lower: float | None, lower_windows: float | None, stopped: StoppedBy
) -> Bound:
    """The bound as printed: lower values rounded down to cents, gaps as shares of the cost."""

    def down(value: float | None) -> Decimal | None:
        if value is None:
            return None
        return min(cost, max(Decimal(0), Decimal(value).quantize(Decimal("0.01"), ROUND_FLOOR)))

    def gap(value: Decimal | None) -> float | None:
        return None if value is None else round(float((cost - value) / cost), 6) if cost else 0.0

    free, inside = down(lower), down(lower_windows)
    return Bound(cost, free, gap(free), inside, gap(inside), stopped)

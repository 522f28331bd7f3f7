"""`plan`: the cheapest team found that is live in time, with how much better one could be."""

from collections.abc import Sequence
from datetime import timedelta
from decimal import ROUND_FLOOR, Decimal

from tercet.kernel.dates import week_end, whole_weeks
from tercet.kernel.errors import TercetError
from tercet.planning.checker import check_plan
from tercet.planning.crew import Group, groups
from tercet.planning.network import Network, effort_of, network
from tercet.planning.placing import engage, place, schedule
from tercet.planning.records import Bound, Conflict, NoPlan, Plan, Problem, SearchBudget, StoppedBy
from tercet.planning.relaxation import relax
from tercet.planning.search import Ceiling, search
from tercet.planning.staffed import Staffed, in_days

MOST_WEEKS = 104


DEFAULT = SearchBudget()


def plan(problem: Problem, budget: SearchBudget = DEFAULT) -> Plan | NoPlan:
    """The cheapest plan found whose live package is finished by the deadline less the buffer."""
    crew = groups(problem)
    return plan_by(problem, crew, deadline_week(problem, crew), budget)


def plan_by(
    problem: Problem, crew: Sequence[Group], week: int, budget: SearchBudget
) -> Plan | NoPlan:
    """The cheapest plan found that is live by `week`, whatever the deadline says."""
    unable = _unable(problem, crew)
    if unable:
        return NoPlan(Conflict((f"capability {unable}",), True,
                               f"Nobody on offer can do {unable}."), ())  # fmt: skip
    net = network(problem, crew, week)
    if not net.fits:
        return NoPlan(
            Conflict(("deadline",), True, "The work takes longer than there is time."), ()
        )
    ceiling = Ceiling(budget.time_limit)
    found = search(problem, net, crew, budget, ceiling)
    if found.best is None:
        return NoPlan(Conflict(("deadline",), False, "No team was found."), ())
    booked = in_days(problem, net, crew, found.best, nodes=50)
    if booked is None:
        return NoPlan(Conflict(("deadline",), False, "No booking in days was found."), ())
    windows = found.best.windows
    inner = relax(problem, net, crew, windows, known=[s for s, _ in booked.team],
                  rounds=8 if budget.prove else 2)  # fmt: skip
    stopped: StoppedBy = "time" if ceiling.hit else "budget"
    return written(problem, net, booked, found.relaxed.bound, inner.bound, stopped)


def _unable(problem: Problem, crew: Sequence[Group]) -> str | None:
    offered = {c for g in crew for m in g.option.members for c, q in m.productivity.items() if q}
    needed = [c for p in problem.project.packages for c in effort_of(p, problem.terms)]
    return next((c for c in needed if c not in offered), None)


def deadline_week(problem: Problem, crew: Sequence[Group]) -> int:
    """Week by which the live package must be complete; without a deadline twice the least."""
    if problem.limits.deadline is None:
        least = network(problem, crew, MOST_WEEKS)
        return min(MOST_WEEKS, 2 * least.nodes[least.live].complete)
    last = whole_weeks(problem.origin, problem.limits.deadline)
    return max(0, min(MOST_WEEKS, last - problem.terms.deadline_buffer_weeks))


def written(
    problem: Problem, net: Network, booked: Staffed, lower: float | None,
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
    return result


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

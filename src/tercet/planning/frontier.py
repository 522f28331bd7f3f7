"""Plans for many deadlines: the fastest, the cheapest, and what lies between."""

from dataclasses import replace

from tercet.planning.crew import groups
from tercet.planning.network import network
from tercet.planning.planner import DEFAULT, MOST_WEEKS, deadline_week, plan, plan_by
from tercet.planning.records import NoPlan, Plan, Problem, SearchBudget

POINTS = 7


def fastest(problem: Problem, budget: SearchBudget = DEFAULT) -> Plan | NoPlan:
    """The plan with the earliest live date, at any cost within the budget."""
    crew = groups(problem)
    limit = deadline_week(problem, crew)
    least = network(problem, crew, MOST_WEEKS).nodes
    low = least[network(problem, crew, MOST_WEEKS).live].complete
    answer = plan_by(problem, crew, limit, budget)
    if isinstance(answer, NoPlan):
        return answer
    quick = replace(budget, gap=max(budget.gap, 0.05), prove=False)
    high, best = limit, answer
    while low < high:
        middle = (low + high) // 2
        tried = plan_by(problem, crew, middle, quick)
        if isinstance(tried, NoPlan):
            low = middle + 1
        else:
            high, best = middle, tried
    return best


def cheapest(problem: Problem, budget: SearchBudget = DEFAULT) -> Plan | NoPlan:
    """The cheapest plan that meets the deadline itself, without buffers."""
    terms = replace(problem.terms, deadline_buffer_weeks=0, effort_factor=1.0)
    return plan(replace(problem, terms=terms), budget)


def frontier(problem: Problem, budget: SearchBudget = DEFAULT) -> tuple[Plan, ...]:
    """Plans that no other beats on both cost and live date, the fastest first."""
    crew = groups(problem)
    first = fastest(problem, budget)
    if isinstance(first, NoPlan):
        return ()
    begin = (first.live - problem.origin).days // 7 + 1
    last = max(begin, deadline_week(problem, crew))
    weeks = sorted({begin + round((last - begin) * i / (POINTS - 1)) for i in range(1, POINTS)})
    found = [first]
    for week in weeks:
        tried = plan_by(problem, crew, week, budget)
        if not isinstance(tried, NoPlan):
            found.append(tried)
    return undominated(found)


def undominated(plans: list[Plan]) -> tuple[Plan, ...]:
    """Plans in the order of their live dates, each cheaper than all that are faster."""
    kept: list[Plan] = []
    for candidate in sorted(plans, key=lambda p: (p.live, p.cost)):
        if not kept or candidate.cost < kept[-1].cost:
            kept.append(candidate)
    return tuple(kept)

"""Why each engagement is in the plan: what it carries, and what it was chosen over.

Differences are read off the prices of the relaxation in the plan's own weeks, without solving
again. They are the change of a lower bound, so they are given as "about".
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from tercet.planning.crew import Group
from tercet.planning.network import Network
from tercet.planning.records import Engagement, Plan, Problem, SwitchPrice
from tercet.planning.relaxation import Relaxed
from tercet.planning.staffed import Staffed
from tercet.planning.stints import priced, within

MOST_NAMED = 3


def with_reasons(
    plan: Plan, problem: Problem, net: Network, crew: Sequence[Group], staffed: Staffed,
    inner: Relaxed,
) -> Plan:  # fmt: skip
    """`plan` with the reason of every engagement filled in."""
    finish = staffed.windows.finish
    engaged = tuple(
        replace(e, reason=_reason(e, plan, problem, net, crew, inner, finish))
        for e in plan.engagements
    )
    return replace(plan, engagements=engaged)


def switch_prices(
    problem: Problem, net: Network, crew: Sequence[Group], inner: Relaxed, used: set[str]
) -> tuple[SwitchPrice, ...]:
    """For each option that is not used: the weekly price above which it stays out."""
    found = []
    for group in crew:
        offers = list(priced(problem, group, inner.prices, net.horizon, inner.built.windows.finish))
        if group.id in used or not offers:
            continue
        dearer, stint = min(offers, key=lambda offer: offer[0])
        if dearer > 0 and group.weekly:
            weekly = group.weekly - dearer / (stint.end - stint.start)
            found.append(
                SwitchPrice(
                    group.id,
                    group.option.label,
                    round(group.weekly, 2),
                    round(max(0.0, weekly), 2),
                    round(dearer, 2),
                )  # fmt: skip
            )
    return tuple(sorted(found, key=lambda s: (s.dearer, s.option)))


def _reason(
    engagement: Engagement, plan: Plan, problem: Problem, net: Network, crew: Sequence[Group],
    inner: Relaxed, finish: int,
) -> str:  # fmt: skip
    carries, main = _carries(engagement, plan, problem)
    over = _over(engagement, main, problem, net, crew, inner, finish)
    return f"{carries} {over}".strip()


def _carries(engagement: Engagement, plan: Plan, problem: Problem) -> tuple[str, str | None]:
    days: dict[str, float] = defaultdict(float)
    skills: dict[str, float] = defaultdict(float)
    members = {m.id for m in engagement.members}
    for a in plan.assignments:
        if a.member in members:
            spent = a.days_per_week * ((a.end - a.start).days // 7)
            days[a.package] += spent
            skills[a.capability] += spent
    if not days:
        return "Makes time for the others: talk and mentoring.", None
    names = sorted(days, key=lambda p: (-days[p], p))
    shown = ", ".join(f"{p} ({days[p]:.0f} days)" for p in names[:MOST_NAMED])
    more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
    return f"Carries {shown}{more}.", max(skills, key=lambda c: (skills[c], c))


def _over(
    engagement: Engagement, main: str | None, problem: Problem, net: Network,
    crew: Sequence[Group], inner: Relaxed, finish: int,
) -> str:  # fmt: skip
    """The next best way to get what this one mainly does."""
    if main is None:
        return ""
    start = (engagement.start - problem.origin).days // 7
    offers = []
    for group in crew:
        if group.id != engagement.option and group.able(main):
            offers += list(priced(problem, group, inner.prices, net.horizon, finish))
    if not offers:
        return f"Nobody else on offer is able in {main}."
    dearer, other = min(offers, key=lambda offer: (offer[0], offer[1].id))
    own = [
        cost
        for group in crew
        if group.id == engagement.option
        for cost, s in within(problem, group, inner.prices, net.horizon, finish, float("inf"))
        if s.start == start
    ]
    more = max(0.0, dearer - min(own, default=0.0))
    late = other.group.first - start
    when = f", {late} weeks later at the earliest" if late > 0 else ""
    return (
        f"The next best for {main} is {other.group.option.label}: about "
        f"{problem.supply.currency} {more:,.0f} more{when}."
    )

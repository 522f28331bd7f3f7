"""Why each engagement is in the plan: what it carries, and what there would be without it.

What a plan without it costs is a bound, worked out by solving the relaxation again without the
option in the plan's own weeks; where the bound is below the plan's cost, it is not shown as a gain.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from tercet.brief.records import Project
from tercet.kernel.money import money
from tercet.planning.crew import Group
from tercet.planning.network import Network
from tercet.planning.records import Engagement, Plan, Problem, SwitchPrice
from tercet.planning.relaxation import ENOUGH, Relaxed, relax
from tercet.planning.stints import priced

MOST_NAMED = 3
SLIGHT = 0.001
"""Share of the plan's cost below which a difference is none."""


def with_reasons(
    plan: Plan, problem: Problem, net: Network, crew: Sequence[Group], inner: Relaxed | None
) -> Plan:
    """`plan` with the reason of every engagement filled in.

    Without `inner`, the relaxation in the plan's weeks, only what each engagement carries.
    """
    over: dict[str, str] = {}
    if inner:
        for id in dict.fromkeys(e.option for e in plan.engagements):
            over[id] = _without(id, plan, problem, net, crew, inner)
    engaged = tuple(
        replace(e, reason=f"{_carries(e, plan, problem.project)} {over.get(e.option, '')}".strip())
        for e in plan.engagements
    )
    return replace(plan, engagements=engaged)


def switch_prices(
    problem: Problem, net: Network, crew: Sequence[Group], inner: Relaxed, used: set[str]
) -> tuple[SwitchPrice, ...]:
    """For each option that is not used: the weekly price above which it stays out."""
    found = []
    for group in crew:
        offers = priced(problem, group, inner.prices, net.horizon, inner.built.windows.finish, 1)
        if group.id in used or not offers:
            continue
        dearer, stint = offers[0]
        if dearer > 0 and group.weekly:
            weekly = group.weekly - dearer / (stint.end - stint.start)
            found.append(
                SwitchPrice(
                    group.id,
                    group.option.label,
                    round(group.weekly, 2),
                    round(max(0.0, weekly), 2),
                    round(dearer, 2),
                )
            )
    return tuple(sorted(found, key=lambda s: (s.dearer, s.option)))


def _carries(engagement: Engagement, plan: Plan, project: Project) -> str:
    """The packages it spends most of its days on, and what else its days go to."""
    days: dict[str, float] = defaultdict(float)
    members = {m.id for m in engagement.members}
    for a in plan.assignments:
        if a.member in members:
            days[a.package] += a.days_per_week * ((a.end - a.start).days // 7)
    booked = len(members) * sum(d for _, d in engagement.days)
    most = [p for p in sorted(days, key=lambda p: (-days[p], p)) if days[p] >= 0.5]
    if not most:
        return f"Spends its {booked:.0f} days on talk, mentoring and learning."
    names = {p.id: p.name for p in project.packages}
    shown = ", ".join(f"“{names[p]}” ({_days(days[p])})" for p in most[:MOST_NAMED])
    more = f" and {len(most) - MOST_NAMED} more" if len(most) > MOST_NAMED else ""
    rest = ""
    if 2 * sum(days.values()) < booked:
        rest = f" Most of its {_days(booked)} go to learning, talk, mentoring and waiting."
    return f"Carries {shown}{more}.{rest}"


def _days(days: float) -> str:
    return "1 day" if round(days) == 1 else f"{days:.0f} days"


def _without(
    option: str, plan: Plan, problem: Problem, net: Network, crew: Sequence[Group], inner: Relaxed
) -> str:
    """What the same dates would cost, at least, if the option were not on offer."""
    others = [group for group in crew if group.id != option]
    if not others or _unable(net, others):
        return "Nobody else on offer can do all of the work."
    known = [s for s in inner.stints if s.id != option]
    other = relax(problem, net, others, inner.built.windows, known=known, rounds=3)
    if other.short > ENOUGH:
        return "Without it these dates cannot be kept."
    currency, cost = problem.supply.currency, float(plan.cost)
    instead = _instead(inner, other)
    if other.bound - cost > SLIGHT * cost:
        dearer = money(other.bound - cost, currency)
        least = f"Without it the same dates cost at least {dearer} more"
        return f"{least}, mostly for {instead}." if instead else f"{least}."
    more = other.solution.objective - inner.solution.objective
    if more > SLIGHT * cost:
        by = f", with {instead} instead" if instead else ""
        return f"Without it the same dates would cost about {money(more, currency)} more{by}."
    return f"{instead} would cost the same." if instead else "The same dates could do without it."


def _unable(net: Network, crew: Sequence[Group]) -> bool:
    able = {c for g in crew for m in g.option.members for c, q in m.productivity.items() if q > 0}
    return any(task.capability not in able for node in net.nodes for task in node.tasks)


def _instead(inner: Relaxed, other: Relaxed) -> str | None:
    """Label of the option whose booked weeks grow most."""
    grown: dict[str, float] = defaultdict(float)
    labels: dict[str, str] = {}
    for sign, relaxed in ((1, other), (-1, inner)):
        for stint in relaxed.used():
            labels[stint.id] = stint.group.option.label
            weeks = (stint.end - stint.start) * stint.group.size
            grown[stint.id] += sign * relaxed.solution[stint.key] * weeks
    best = max(grown, key=lambda id: (grown[id], id), default=None)
    return labels[best] if best is not None and grown[best] > 0.5 else None

"""All charts of a plan, each in its drawings."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from tercet.reports.charts.dots import dotplot, waffle
from tercet.reports.charts.drivers import drivers
from tercet.reports.charts.frontier import frontier
from tercet.reports.charts.scale import TIERS, Tier
from tercet.reports.charts.spend import spend
from tercet.reports.charts.teams import axis_head, axis_of, team_range
from tercet.reports.charts.timeline import timeline
from tercet.reports.views.plan import PlanView, TeamView
from tercet.reports.views.sure import Kind

Drawings = tuple[tuple[Tier, str], ...]


@dataclass(frozen=True, slots=True)
class Charts:
    """SVG by chart; empty where the plan has nothing to show."""

    timeline: Drawings = ()
    live: Drawings = ()
    cost: Drawings = ()
    by_date: Drawings = ()
    by_cost: Drawings = ()
    spend: Drawings = ()
    frontier: Drawings = ()
    waffle: str = ""
    live_axis: Drawings = ()
    cost_axis: Drawings = ()
    ranges: Mapping[str, Mapping[Kind, Drawings]] = field(default_factory=dict)


def draw(view: PlanView, tiers: tuple[Tier, ...] = TIERS) -> Charts:
    """Every chart that the view gives rise to, in the drawings asked for."""

    def each(one: Callable[[Tier], str]) -> Drawings:
        return tuple((tier, one(tier)) for tier in tiers)

    others = _others(view, each)
    if view.team is None:
        return Charts(**others)  # type: ignore[arg-type]
    team, sure = view.team, view.team.sure
    unit = team.costs.currency
    return Charts(
        timeline=each(lambda t: timeline(team.timeline, t)) if team.timeline.people else (),
        live=each(lambda t: dotplot(sure.live, t)),
        cost=each(lambda t: dotplot(sure.cost, t)),
        by_date=each(lambda t: drivers(sure.by_date, "live", unit, t)) if sure.by_date else (),
        by_cost=each(lambda t: drivers(sure.by_cost, "cost", unit, t)) if sure.by_cost else (),
        spend=_spend(team, each),
        frontier=each(lambda t: frontier(team.frontier, t)),
        waffle=waffle(view.answer.joint) if view.answer.joint is not None else "",
        **others,  # type: ignore[arg-type]
    )


def _spend(team: TeamView, each: Callable[[Callable[[Tier], str]], Drawings]) -> Drawings:
    weeks = team.sure.over_time
    if len(weeks) < 2:
        return ()
    live, limit = team.choice.forecast.live.p50, team.sure.cost.limit
    return each(lambda t: spend(weeks, limit, live, team.costs.currency, t))


def _others(view: PlanView, each: Callable[[Callable[[Tier], str]], Drawings]) -> dict[str, object]:
    rows = [r for r in view.others.rows if r.live is not None]
    if not rows:
        return {}
    limits = view.advice.limits
    live = axis_of(view.others, "live", limits.deadline)
    cost = axis_of(view.others, "cost", limits.budget)
    return {
        "live_axis": each(lambda t: axis_head(live, t)),
        "cost_axis": each(lambda t: axis_head(cost, t)),
        "ranges": {
            r.id: {
                "live": each(lambda t, r=r: team_range(r, live, t)),  # type: ignore[misc]
                "cost": each(lambda t, r=r: team_range(r, cost, t)),  # type: ignore[misc]
            }
            for r in rows
        },
    }

"""The report as one HTML file that asks nothing of anybody: styles, charts and text inside."""

from typing import Any

from tercet.advice.records import Advice
from tercet.reports.charts.drawn import draw
from tercet.reports.framed import framed
from tercet.reports.limits import limit_name
from tercet.reports.roles import PATTERNS, RoleLook
from tercet.reports.views.basis import FIRST, GRADES
from tercet.reports.views.plan import TeamView, plan_view
from tercet.reports.words import (
    headline,
    listed,
)


def html(advice: Advice) -> str:
    """One page of HTML, for a plan or for the answer "no"; the same advice gives the same bytes."""
    view = plan_view(advice)
    name = "plan.html.j2" if view.team else "none.html.j2"
    values: dict[str, Any] = {
        "view": view, "charts": draw(view), "grades": dict(GRADES), "patterns": PATTERNS,
        "first": FIRST,
    }  # fmt: skip
    if view.team:
        values |= {"headline": headline(*_sizes(view.team)), "families": _families(view.team)}
    elif advice.none:
        values["limits"] = listed(limit_name(limit) for limit in advice.none.conflict.limits)
    return framed(__package__, name, values)


def _sizes(team: TeamView) -> tuple[int, int, int]:
    line = team.timeline
    return len(line.people), len(line.packages), len(line.handoffs)


def _families(team: TeamView) -> list[RoleLook]:
    """Roles on the timeline, each once, for the legend."""
    return list(dict.fromkeys(p.role for p in team.timeline.people))

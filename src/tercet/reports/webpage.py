"""The report as one HTML file that asks nothing of anybody: styles, charts and text inside."""

import base64
import hashlib
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from tercet import __version__
from tercet.advice.records import Advice
from tercet.reports.charts.drawn import draw
from tercet.reports.limits import limit_name
from tercet.reports.places import place_name
from tercet.reports.roles import PATTERNS, RoleLook, role_count, role_look
from tercet.reports.views.basis import FIRST, GRADES
from tercet.reports.views.plan import TeamView, plan_view
from tercet.reports.words import (
    clean,
    count,
    day,
    headline,
    listed,
    long_day,
    money,
    percent,
    sentence,
    short_day,
)

if TYPE_CHECKING:
    from jinja2 import Environment

SHEETS = ("tokens", "page", "charts", "narrow", "print")


def html(advice: Advice) -> str:
    """One page of HTML, for a plan or for the answer "no"; the same advice gives the same bytes."""
    view = plan_view(advice)
    name = "plan.html.j2" if view.team else "none.html.j2"
    script = _static("theme.js")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    values: dict[str, Any] = {
        "view": view, "version": __version__, "charts": draw(view),
        "css": "\n".join(_static(f"{sheet}.css") for sheet in SHEETS),
        "script": script, "script_hash": f"sha256-{digest}", "grades": dict(GRADES),
        "patterns": PATTERNS, "first": FIRST,
    }  # fmt: skip
    if view.team:
        values |= {"headline": headline(*_sizes(view.team)), "families": _families(view.team)}
    elif advice.none:
        values["limits"] = listed(limit_name(limit) for limit in advice.none.conflict.limits)
    return _environment().get_template(name).render(values)


def _sizes(team: TeamView) -> tuple[int, int, int]:
    line = team.timeline
    return len(line.people), len(line.packages), len(line.handoffs)


def _families(team: TeamView) -> list[RoleLook]:
    """Roles on the timeline, each once, for the legend."""
    return list(dict.fromkeys(p.role for p in team.timeline.people))


def _static(name: str) -> str:
    return resources.files(__package__).joinpath("static", name).read_text("utf-8")


FILTERS: dict[str, Callable[..., str | date | RoleLook]] = {
    "clean": clean,
    "day": day,
    "last_day": lambda end: end - timedelta(days=3),
    "long_day": long_day,
    "look": role_look,
    "money": money,
    "percent": percent,
    "place": place_name,
    "role_count": role_count,
    "sentence": sentence,
    "short_day": short_day,
    "word": count,
}


@cache
def _environment() -> "Environment":
    """Templates with everything escaped unless a template says that it wrote it itself."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    found = Environment(
        loader=PackageLoader("tercet.reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.filters.update(FILTERS)
    return found

"""Pages as single HTML files that ask nothing of anybody: styles, script and drawings inside."""

import base64
import hashlib
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from tercet import __version__
from tercet.reports.places import place_name
from tercet.reports.roles import RoleLook, role_count, role_look
from tercet.reports.words import clean, count, day, long_day, money, percent, sentence, short_day

if TYPE_CHECKING:
    from jinja2 import Environment

SHEETS = ("tokens", "page", "charts", "narrow", "print")

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


def framed(package: str, template: str, values: Mapping[str, Any], *, css: str = "") -> str:
    """The page that a template of `package` makes of `values`; the same values, the same bytes.

    `css` comes after the sheets that all pages share. Raises where a template asks for more.
    """
    script = static("theme.js")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return _environment(package).get_template(template).render(
        values, version=__version__, script=script, script_hash=f"sha256-{digest}",
        css="\n".join(static(f"{sheet}.css") for sheet in SHEETS) + css,
    )  # fmt: skip


def static(name: str) -> str:
    """A style sheet or script that all pages share."""
    return resources.files(__package__).joinpath("static", name).read_text("utf-8")


@cache
def _environment(package: str) -> "Environment":
    """Templates with everything escaped unless a template says that it wrote it itself."""
    from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

    own, shared = PackageLoader(package), PackageLoader(__package__)
    found = Environment(
        loader=ChoiceLoader([own, shared]), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    found.filters.update(FILTERS)
    return found

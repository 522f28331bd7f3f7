"""The papers of a kit as HTML files that ask nothing of anybody: styles inside, no script."""

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from tercet import __version__
from tercet.reports.kit.sheets import Paper

if TYPE_CHECKING:
    from jinja2 import Environment

SHEETS = ("tokens", "page", "narrow", "print")


def paper_html(paper: Paper) -> str:
    """One page of HTML; the same paper gives the same bytes."""
    css = "\n".join(_shared(f"{sheet}.css") for sheet in SHEETS)
    css += resources.files(__package__).joinpath("kit.css").read_text("utf-8")
    template = _environment().get_template(f"{paper.kind}.html.j2")
    return template.render(paper.data, css=css, version=__version__)


def _shared(name: str) -> str:
    return resources.files("tercet.reports").joinpath("static", name).read_text("utf-8")


@cache
def _environment() -> "Environment":
    """Templates with everything escaped but the style sheet."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("tercet.reports.kit"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip

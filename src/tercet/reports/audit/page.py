"""The audit as one HTML file that asks nothing of anybody: styles and drawings inside."""

import base64
import hashlib
from datetime import date
from importlib import resources

from tercet import __version__
from tercet.auditing.records import Audit, Limits
from tercet.reports.audit.forest import axis
from tercet.reports.audit.view import audit_view
from tercet.reports.words import clean, long_day

SHEETS = ("tokens", "page", "charts", "narrow", "print")


def audit_html(result: Audit, limits: Limits, day: date) -> str:
    """One page of HTML; the same audit and day give the same bytes."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    found = Environment(
        loader=PackageLoader("tercet.reports.audit"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    found.filters |= {"clean": clean, "long_day": long_day}
    script = _static("theme.js")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    css = "\n".join(_static(f"{sheet}.css") for sheet in SHEETS)
    own = resources.files(__package__).joinpath("audit.css").read_text("utf-8")
    return found.get_template("audit.html.j2").render(
        view=audit_view(result, limits, day), axis=axis(limits.four_fifths), css=css + own,
        script=script, script_hash=f"sha256-{digest}", version=__version__,
    )  # fmt: skip


def _static(name: str) -> str:
    return resources.files("tercet.reports").joinpath("static", name).read_text("utf-8")

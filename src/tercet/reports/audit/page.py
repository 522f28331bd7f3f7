"""The audit as one HTML file."""

from datetime import date
from importlib import resources

from tercet.auditing.records import Audit, Limits
from tercet.reports.audit.forest import axis
from tercet.reports.audit.view import audit_view
from tercet.reports.framed import framed


def audit_html(result: Audit, limits: Limits, day: date) -> str:
    """One page of HTML; the same audit and day give the same bytes."""
    css = resources.files(__package__).joinpath("audit.css").read_text("utf-8")
    values = {"view": audit_view(result, limits, day), "axis": axis(limits.four_fifths)}
    return framed(__package__, "audit.html.j2", values, css=css)

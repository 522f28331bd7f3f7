"""The audit on paper, from the same view and drawings as the page."""

from datetime import date
from importlib import resources
from typing import Any

from tercet import __version__
from tercet.auditing.records import Audit, Limits
from tercet.reports.audit.forest import axis
from tercet.reports.audit.view import AuditView, audit_view
from tercet.reports.charts.standalone import sentence_of, standalone
from tercet.reports.typeset import typeset
from tercet.reports.words import clean, long_day


def audit_pdf(result: Audit, limits: Limits, day: date) -> bytes:
    """The PDF of an audit; the same audit and day give the same bytes."""
    source = resources.files(__package__).joinpath("audit.typ")
    data = _document(audit_view(result, limits, day), axis(limits.four_fifths))
    return typeset(source, data, day)


def _document(view: AuditView, head: str) -> dict[str, Any]:
    """Plain data for the page, every stranger's text on one line."""
    return {
        "kicker": f"Audit of {long_day(view.day)}",
        "lines": [clean(line) for line in view.lines],
        "axis": _drawing(head),
        "scored": view.scored,
        "groups": [
            {
                "name": clean(group.name) + (f"; {group.unknown}" if group.unknown else ""),
                "rows": [
                    {
                        "name": clean(row.name), "counted": row.counted, "rate": row.rate,
                        "ratio": row.ratio, "interval": row.interval, "scoring": row.scoring,
                        "words": clean(row.words), "bad": row.bad, **_drawing(row.drawing),
                    }
                    for row in group.rows
                ],
            }
            for group in view.groups
        ],
        "sweeps": [{"name": clean(name), **_drawing(svg)} for name, svg in view.sweeps],
        "meaning": list(view.meaning),
        "findings": [
            {"code": f.code, "message": clean(f"{f.place}: {f.message}" if f.place else f.message)}
            for f in view.findings
        ],
        "foot": f"Your own check, and no independent audit. tercet {__version__}",
    }  # fmt: skip


def _drawing(svg: str) -> dict[str, str]:
    return {"svg": standalone(svg).decode(), "alt": sentence_of(svg)}

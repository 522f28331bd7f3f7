"""The audit as an accessible PDF (PDF/UA-1, A4), set by Typst from the same view and drawings."""

from datetime import UTC, date, datetime
from importlib import resources
from typing import Any

from tercet import __version__
from tercet.auditing.records import Audit, Limits
from tercet.kernel.jsonable import to_json
from tercet.reports.audit.forest import axis
from tercet.reports.audit.view import AuditView, audit_view
from tercet.reports.charts.standalone import light_tokens, sentence_of, standalone
from tercet.reports.printable import printable
from tercet.reports.words import clean, long_day


def audit_pdf(result: Audit, limits: Limits, day: date) -> bytes:
    """The PDF of an audit; the same audit and day give the same bytes.

    Raises `RuntimeError` when Typst refuses the document or would set it in another font.
    """
    import typst

    data = printable(_document(audit_view(result, limits, day), axis(limits.four_fifths)))
    # The stub of Typst's binding does not know that several named sources may be given.
    sources: Any = {
        "main": resources.files(__package__).joinpath("audit.typ").read_bytes(),
        "data.json": to_json(data).encode(),
    }
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    fonts = resources.files("tercet.reports").joinpath("static", "fonts")
    with resources.as_file(fonts) as folder:
        made, warnings = typst.compile_with_warnings(
            sources, format="pdf", font_paths=[str(folder)], ignore_system_fonts=True,
            pdf_standards=["ua-1"], timestamp=int(noon.timestamp()),
        )  # fmt: skip
    if warnings:
        raise RuntimeError(f"the PDF would not look as meant: {warnings[0]}")
    return bytes(made)


def _document(view: AuditView, head: str) -> dict[str, Any]:
    """Plain data for the page, every stranger's text on one line."""
    return {
        "colours": light_tokens(),
        "date": [view.day.year, view.day.month, view.day.day],
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

"""The report as an accessible PDF (PDF/UA-1, A4), set by Typst from the same view and charts."""

from datetime import UTC, datetime
from importlib import resources
from typing import Any

from tercet.advice.records import Advice
from tercet.kernel.jsonable import to_json
from tercet.reports.charts.drawn import draw
from tercet.reports.document import document
from tercet.reports.printable import printable
from tercet.reports.views.plan import plan_view


def pdf(advice: Advice) -> bytes:
    """The PDF of an advice; its date is the day of the advice, so the same advice, same bytes.

    Raises `RuntimeError` when Typst refuses the document or would set it in another font.
    """
    import typst

    view = plan_view(advice)
    data: dict[str, Any] = printable(document(view, draw(view, ("mid", "narrow"))))
    reports = resources.files("tercet.reports")
    # The stub of Typst's binding does not know that several named sources may be given.
    sources: Any = {
        "main": reports.joinpath("plan.typ").read_bytes(),
        "data.json": to_json(data).encode(),
    }
    noon = datetime(advice.today.year, advice.today.month, advice.today.day, 12, tzinfo=UTC)
    with resources.as_file(reports.joinpath("static", "fonts")) as fonts:
        made, warnings = typst.compile_with_warnings(
            sources,
            format="pdf",
            font_paths=[str(fonts)],
            ignore_system_fonts=True,
            pdf_standards=["ua-1"],
            timestamp=int(noon.timestamp()),
        )
    if warnings:
        raise RuntimeError(f"the PDF would not look as meant: {warnings[0]}")
    return bytes(made)

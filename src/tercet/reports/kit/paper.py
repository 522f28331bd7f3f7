"""The papers of a kit as accessible PDFs (PDF/UA-1, A4), set by Typst."""

from datetime import UTC, date, datetime
from importlib import resources
from typing import Any

from tercet.kernel.jsonable import to_json
from tercet.reports.charts.standalone import light_tokens
from tercet.reports.kit.sheets import Paper
from tercet.reports.printable import printable


def paper_pdf(paper: Paper, day: date) -> bytes:
    """The PDF of one paper; the same paper and day give the same bytes.

    Raises `RuntimeError` when Typst refuses the document or would set it in another font.
    """
    import typst

    data = printable(paper.data) | {"kind": paper.kind, "colours": light_tokens()}
    # The stub of Typst's binding does not know that several named sources may be given.
    sources: Any = {
        "main": resources.files(__package__).joinpath("kit.typ").read_bytes(),
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

"""Papers as accessible PDFs (PDF/UA-1, A4), set by Typst."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

from tercet.kernel.jsonable import to_json
from tercet.reports.charts.standalone import light_tokens
from tercet.reports.printable import printable


def typeset(source: Traversable, data: Mapping[str, Any], day: date) -> bytes:
    """The PDF that `source` makes of `data`, dated `day`; the same three give the same bytes.

    Raises `RuntimeError` when Typst refuses the document or would set it in another font.
    """
    import typst

    reports = resources.files("tercet.reports")
    filled = {"colours": light_tokens(), "date": [day.year, day.month, day.day]}
    # The stub of Typst's binding does not know that several named sources may be given.
    sources: Any = {
        "main": source.read_bytes(),
        "look.typ": reports.joinpath("look.typ").read_bytes(),
        "data.json": to_json(filled | printable(dict(data))).encode(),
    }
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    with resources.as_file(reports.joinpath("static", "fonts")) as fonts:
        made, warnings = typst.compile_with_warnings(
            sources, format="pdf", font_paths=[str(fonts)], ignore_system_fonts=True,
            pdf_standards=["ua-1"], timestamp=int(noon.timestamp()),
        )  # fmt: skip
    if warnings:
        raise RuntimeError(f"the PDF would not look as meant: {warnings[0]}")
    return bytes(made)

"""The spreadsheet."""

import io
import zipfile

from tercet.advice.records import Advice
from tercet.reports import sheet


def _parts(advice: Advice) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(sheet(advice))) as book:
        return {name: book.read(name).decode("utf-8") for name in book.namelist()}


def test_sheets_and_figures(larkspur: Advice) -> None:
    """Answer, people, bookings, packages, teams, futures and sources are there, with the sums."""
    parts = _parts(larkspur)
    for name in ("Answer", "People", "Bookings", "Work", "Packages", "Teams", "Frontier",
                 "Futures", "Spent", "Drivers", "Assumptions", "Remarks", "Sources"):  # fmt: skip
        assert f'name="{name}"' in parts["xl/workbook.xml"]
    assert "<v>527000</v>" in parts["xl/worksheets/sheet2.xml"]
    assert "Keep two people, hire two, rent a pod of two." in parts["xl/sharedStrings.xml"]


def test_no_formula_and_no_link(hostile: Advice) -> None:
    """A text that begins like a formula stays text; no address becomes a link."""
    parts = _parts(hostile)
    sheets = [text for name, text in parts.items() if name.startswith("xl/worksheets/sheet")]
    assert not [text for text in sheets if "<f>" in text or "<hyperlink" in text]
    assert "=HYPERLINK(" in parts["xl/sharedStrings.xml"]
    assert "\x1b" not in "".join(parts.values())


def test_when_nothing_fits(nothing_fits: Advice) -> None:
    """Conflict and repairs stand in the answer."""
    strings = _parts(nothing_fits)["xl/sharedStrings.xml"]
    assert "your date, your budget" in strings
    assert "live 30 Jul 2027, €728,000" in strings

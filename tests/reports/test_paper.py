"""The PDF: accessible, safe, and complete."""

import re
import unicodedata
from dataclasses import replace

import pypdfium2

from tercet.advice.records import Advice
from tercet.catalog import load_catalog
from tercet.reports import pdf
from tercet.reports.printable import BOX, printable


def test_accessible_pdf(larkspur: Advice, nothing_fits: Advice) -> None:
    """Both answers compile under PDF/UA-1, tagged, with language and the day of the advice."""
    for advice in (larkspur, nothing_fits):
        data = pdf(advice)
        assert data.startswith(b"%PDF-")
        assert b"/MarkInfo" in data
        assert b"pdfuaid" in data
        assert b"D:20261123" in data


def test_markup_of_strangers_is_text(hostile: Advice) -> None:
    """Typst markup, odd letters and control characters in a brief break nothing."""
    assert len(pdf(hostile)) > 20_000


def test_every_letter_called_covered_has_a_glyph() -> None:
    """What `printable` lets through can be set; the rest becomes a box."""
    from importlib import resources

    import typst

    letters = [chr(n) for n in range(0x20, 0x2FFF) if unicodedata.category(chr(n))[0] not in "CZ"]
    shown = [c for c in letters if printable(c) == c]
    assert len(shown) > 1500
    reports = resources.files("tercet.reports")
    main = (
        '#set document(title: "t")\n#set text(lang: "en", font: ("Inter", "Libertinus Serif", '
        '"DejaVu Sans Mono"))\n= t\n#read("letters.txt")'
    )
    with resources.as_file(reports.joinpath("static", "fonts")) as fonts:
        typst.compile(
            {"main": main.encode(), "letters.txt": " ".join(shown).encode()},  # type: ignore[call-overload]
            format="pdf", font_paths=[str(fonts)], ignore_system_fonts=True,
            pdf_standards=["ua-1"],
        )  # fmt: skip


def test_boxes_and_long_words() -> None:
    """Letters without a glyph become boxes; long words may break; drawings and ids may not."""
    assert printable("漢a") == f"{BOX}a"
    assert "\u200b" in printable("x" * 100)
    for kept in ({"svg": "H1" * 50, "n": [1, None]}, {"figure": "rate.XXX" * 10}):
        assert printable(kept) == kept


def test_text_can_be_found(larkspur: Advice) -> None:
    """Letters are kept as letters: a font with a map to Unicode is inside."""
    assert len(re.findall(rb"/ToUnicode", pdf(larkspur))) >= 3


def test_every_assumption_is_on_paper(larkspur: Advice) -> None:
    """However many there are, each has its row, with its id whole."""
    assumed = [f for f in load_catalog().figures.values() if f.assumed][:100]
    pages = pypdfium2.PdfDocument(pdf(replace(larkspur, figures={f.id: f for f in assumed})))
    text = "".join("".join(p.get_textpage().get_text_range().split()) for p in pages)
    # PDFium shows a hyphen at the end of a line as U+FFFE.
    shown = text.replace("\ufffe", "-")
    assert [f.id for f in assumed if f.id not in shown] == []

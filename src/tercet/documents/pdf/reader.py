"""PDF bytes → Raw: each page's shown text in reading order, and what is on it but not seen."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from tercet.documents.ocr import read_picture
from tercet.documents.pdf.bombs import refuse_bombs
from tercet.documents.pdf.bullets import drawn_bullets
from tercet.documents.pdf.chunks import chunks_of
from tercet.documents.pdf.glyphs import Glyph, display_matrix, page_glyphs
from tercet.documents.pdf.joining import text_of
from tercet.documents.pdf.metadata import notes, packet, properties
from tercet.documents.pdf.order import reading_order
from tercet.documents.pdf.sight import TINY, seen
from tercet.documents.raw import Concealed, Concealment, Raw, gathered
from tercet.documents.records import Guard
from tercet.kernel.rules import broken, finding

PACKAGE = "tercet.documents"
OCR_DOTS_PER_POINT = 200 / 72
PICTURE_PAGE = 0.5  # share of the page that pictures cover when its text is in the picture
FEW_WORDS = 12
_LINK = re.compile(rb"/(?:Launch|GoToR|SubmitForm|JavaScript|JS|EmbeddedFile)\b")


@dataclass(frozen=True, slots=True)
class _Sheet:
    text: str
    concealed: tuple[Concealed, ...] = ()
    unread: bool = False
    scanned: bool = False


def read_pdf(data: bytes, name: str, guard: Guard) -> Raw:
    """The PDF's pages; raises `InputError` TD003 (password), TD004 (damaged), TD005 (bomb)."""
    import pypdfium2

    refuse_bombs(data, name, guard)
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower() or "security" in str(error).lower()
        raise broken(PACKAGE, "TD003" if locked else "TD004", place=name) from error
    try:
        if len(pdf) > guard.max_pages:
            raise broken(PACKAGE, "TD006", place=name, pages=len(pdf), limit=guard.max_pages)
        sheets = [_sheet(pdf, number, guard) for number in range(1, len(pdf) + 1)]
        concealed = [piece for sheet in sheets for piece in sheet.concealed]
        concealed += [*properties(pdf), *packet(data)]
    finally:
        pdf.close()
    findings = [
        finding(PACKAGE, "TD022", place=name, page=number)
        for number, sheet in enumerate(sheets, 1)
        if sheet.scanned
    ]
    if _LINK.search(data):
        findings.append(finding(PACKAGE, "TD021", place=name))
    return Raw(
        "pdf",
        tuple(sheet.text for sheet in sheets),
        gathered(concealed),
        tuple(number for number, sheet in enumerate(sheets, 1) if sheet.unread),
        tuple(findings),
    )


def _sheet(pdf: Any, number: int, guard: Guard) -> _Sheet:
    import pypdfium2

    try:
        page = pdf[number - 1]
        textpage = page.get_textpage()
    except pypdfium2.PdfiumError:
        return _Sheet("", unread=True)
    glyphs = page_glyphs(page, textpage)
    if len(glyphs) > guard.max_characters:
        raise broken(PACKAGE, "TD007", count=len(glyphs), limit=guard.max_characters)
    size = page.get_size()
    visible = seen(page, textpage, glyphs)
    shown, concealed = _parted(glyphs, visible, number)
    concealed += tuple(notes(page, number))
    bullets = drawn_bullets(page, shown, display_matrix(page))
    text = _text([*shown, *bullets], *size)
    pictured = _picture_share(page) >= PICTURE_PAGE and len(text.split()) < FEW_WORDS
    garbled = _garbled(shown)
    if not (pictured or garbled):
        return _Sheet(text, concealed)
    recognised = read_picture(page.render(scale=OCR_DOTS_PER_POINT).to_pil())
    if recognised is not None:
        return _Sheet(recognised, _unlike(concealed, recognised), scanned=True)
    return _Sheet("" if garbled else text, _not_a_layer(concealed, glyphs), unread=True)


def _parted(
    glyphs: list[Glyph], visible: list[bool], number: int
) -> tuple[list[Glyph], tuple[Concealed, ...]]:
    """Glyphs that a person reads, and the rest by drawing operation with the reason."""
    shown: list[Glyph] = []
    hidden: list[Concealed] = []
    for ways, run in _runs(glyphs, visible):
        if ways:
            why = " and ".join(_WHY[way] for way in ways)
            hidden += [Concealed(_text(run, 0, 0), number, ways, why)]
        else:
            shown += run
    return shown, gathered(hidden)


_WHY: dict[Concealment, str] = {
    "hidden-text": "nothing shows where this text stands on the drawn page",
    "tiny-text": f"the type is smaller than {TINY:g} points",
}


def _runs(
    glyphs: list[Glyph], visible: list[bool]
) -> Iterator[tuple[tuple[Concealment, ...], list[Glyph]]]:
    """Neighbouring glyphs of one operation, judged together: a stray dot hides nothing."""
    both = zip(glyphs, visible, strict=True)
    for _, pairs in groupby(both, key=lambda pair: (pair[0].unit, round(pair[0].base))):
        run = list(pairs)
        inked = [sight for glyph, sight in run if not glyph.text.isspace()]
        ways: list[Concealment] = []
        if inked and sum(inked) < 0.5 * len(inked):
            ways.append("hidden-text")
        if inked and max(glyph.size for glyph, _ in run) < TINY:
            ways.append("tiny-text")
        yield tuple(ways), [glyph for glyph, _ in run]


def _text(glyphs: list[Glyph], width: float, height: float) -> str:
    """Upright text in reading order, then text on its side or head, turn by turn."""
    parts = []
    for turn in range(4):
        turned = [_turned(glyph, turn) for glyph in glyphs if glyph.turn == turn]
        parts.append(text_of(reading_order(chunks_of(turned), (width, height)[turn % 2])))
    return "\n\n".join(part for part in parts if part)


def _turned(glyph: Glyph, turn: int) -> Glyph:
    """The glyph with the page turned so that its text runs from left to right."""
    if turn == 0:
        return glyph
    g = glyph
    left, right, top, bottom, base = {
        1: (g.top, g.bottom, -g.right, -g.left, -(g.left + g.right) / 2),
        2: (-g.right, -g.left, -g.bottom, -g.top, -g.base),
        3: (-g.bottom, -g.top, g.left, g.right, (g.left + g.right) / 2),
    }[turn]
    return replace(g, left=left, right=right, top=top, bottom=bottom, base=base, turn=0)


def _garbled(shown: list[Glyph]) -> bool:
    """Whether the fonts keep their letters to themselves, so that codes say nothing."""
    letters = [glyph for glyph in shown if not glyph.text.isspace()]
    return len(letters) >= 20 and sum(not glyph.mapped for glyph in letters) > 0.3 * len(letters)


def _picture_share(page: Any) -> float:
    import pypdfium2.raw as pdfium

    width, height = page.get_size()
    covered = 0.0
    for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=4):
        left, bottom, right, top = item.get_bounds()
        covered += max(0.0, min(right, width) - max(left, 0)) * max(
            0.0, min(top, height) - max(bottom, 0)
        )
    return float(covered / max(width * height, 1.0))


def _not_a_layer(concealed: tuple[Concealed, ...], glyphs: list[Glyph]) -> tuple[Concealed, ...]:
    """Nothing, where the unseen text is the text layer that a scanner laid under its picture.

    Such a layer fills the page; it cannot be checked against the picture here, so it is neither
    evidence nor an accusation. A short hidden passage is still reported.
    """
    words = sum(len(piece.text.split()) for piece in concealed)
    spread = {round(glyph.base / 20) for glyph in glyphs}
    return () if words >= 40 and len(spread) >= 8 else concealed


def _unlike(concealed: tuple[Concealed, ...], recognised: str) -> tuple[Concealed, ...]:
    """Hidden passages whose words the picture does not show."""
    known = set(re.findall(r"\w{3,}", recognised.lower()))

    def strange(piece: Concealed) -> bool:
        words = re.findall(r"\w{3,}", piece.text.lower())
        return bool(words) and sum(word in known for word in words) < 0.6 * len(words)

    return tuple(piece for piece in concealed if strange(piece))

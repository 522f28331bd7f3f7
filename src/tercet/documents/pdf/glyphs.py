"""Every glyph of a page with its place on the displayed page, in points, y downwards."""

import ctypes
import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

_FINE = 1_000_000  # device units a page side is divided into when the display matrix is sounded out
_FILLED, _UNSEEN = (0, 4), 3  # text rendering modes: filled, and neither filled nor outlined
_CLEAR = 12  # of 255: so little of a colour is none
_HYPHENS = {0x02: "-", 0xFFFE: "-"}  # as pdfium gives a hyphen at a line end


Ink = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character as placed. `size` is the height of type on the page; `turn` in quarter turns.

    `unit` tells one show-text operation from another, `mapped` whether its Unicode is known.
    `ink` is the colour of its filling, None where it is outlined or otherwise not plainly filled;
    `drawn` is False where the file itself says that nothing is painted.
    """

    text: str
    left: float
    right: float
    top: float
    bottom: float
    base: float
    size: float
    turn: int
    unit: int
    mapped: bool
    ink: Ink | None
    drawn: bool


Affine = tuple[float, float, float, float, float, float]


def display_matrix(page: Any) -> Affine:
    """The map from user space to the displayed page (crop box and rotation applied)."""
    width, height = page.get_size()

    def shown(x: float, y: float) -> tuple[float, float]:
        u, v = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDF_PageToDevice(page, 0, 0, _FINE, _FINE, 0, x, y, u, v)
        return u.value * width / _FINE, v.value * height / _FINE

    span = 1000.0
    (ox, oy), (ax, ay), (bx, by) = shown(0, 0), shown(span, 0), shown(0, span)
    return ((ax - ox) / span, (ay - oy) / span, (bx - ox) / span, (by - oy) / span, ox, oy)


def page_glyphs(page: Any, textpage: Any) -> list[Glyph]:
    """Glyphs that the page draws, in drawing order; spaces that pdfium guessed are left out."""
    matrix = display_matrix(page)
    at = _reader(textpage, matrix)
    count = textpage.count_chars()
    return [glyph for i in range(count) if (glyph := at(i)) is not None]


def _reader(textpage: Any, display: Affine) -> Callable[[int], Glyph | None]:
    a, b, c, d, e, f = display
    x, y = ctypes.c_double(), ctypes.c_double()
    box, own = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    parts = [ctypes.c_uint() for _ in range(4)]
    modes: dict[int, int] = {}

    def at(i: int) -> Glyph | None:
        code = pdfium.FPDFText_GetUnicode(textpage, i)
        if pdfium.FPDFText_IsGenerated(textpage, i):
            return None
        pdfium.FPDFText_GetCharOrigin(textpage, i, x, y)
        pdfium.FPDFText_GetLooseCharBox(textpage, i, box)
        pdfium.FPDFText_GetMatrix(textpage, i, own)
        corners = [(px, py) for px in (box.left, box.right) for py in (box.bottom, box.top)]
        across = [a * px + c * py + e for px, py in corners]
        down = [b * px + d * py + f for px, py in corners]
        height = math.hypot(own.c, own.d) * pdfium.FPDFText_GetFontSize(textpage, i)
        angle = math.atan2(b * own.a + d * own.b, a * own.a + c * own.b)
        unit = pdfium.FPDFText_GetTextObject(textpage, i)
        address = ctypes.addressof(unit.contents) if unit else 0
        if address not in modes:
            modes[address] = pdfium.FPDFTextObj_GetTextRenderMode(unit) if unit else 0
        filled = pdfium.FPDFText_GetFillColor(textpage, i, *parts)
        red, green, blue, alpha = (part.value for part in parts)
        mapped = not pdfium.FPDFText_HasUnicodeMapError(textpage, i) and code not in (0, 0xFFFD)
        if not all(map(math.isfinite, (*across, *down, height, angle))):
            return None
        return Glyph(
            _HYPHENS.get(code) or (chr(code) if 0 < code < 0x110000 else "\ufffd"),
            min(across), max(across), min(down), max(down),
            b * x.value + d * y.value + f,
            height,
            round(angle / (math.pi / 2)) % 4,
            address,
            mapped,
            (red, green, blue) if filled and modes[address] in _FILLED else None,
            modes[address] != _UNSEEN and (alpha > _CLEAR or modes[address] not in _FILLED),
        )  # fmt: skip

    return at

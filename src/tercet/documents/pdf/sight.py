"""What of a page's text can be seen: the page is drawn with and without it, and compared.

Whatever hides text (the colour of its ground, transparency, an invisible mode, a picture over it,
a clip, a layer switched off, a place off the page), the two drawings are alike where it stands.
"""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

from tercet.documents.pdf.glyphs import Glyph

DOTS_PER_POINT = 1.6
MAX_DOTS = 6_000_000
FAINT = 20  # of 255: below this step against its ground no reader makes out a letter
FAINT_TINY = 8  # type of a point or two blurs, and is judged by its size anyway
TINY = 3.0  # points


def seen(page: Any, textpage: Any, glyphs: Sequence[Glyph]) -> list[bool]:
    """For each glyph whether its ink shows on the drawn page."""
    if not glyphs:
        return []
    width, height = page.get_size()
    scale = min(DOTS_PER_POINT, (MAX_DOTS / max(width * height, 1.0)) ** 0.5)
    with_text = _drawn(page, scale)
    objects = _text_objects(textpage)
    for item in objects:
        pdfium.FPDFPageObj_SetIsActive(item, False)
    without = _drawn(page, scale)
    for item in objects:
        pdfium.FPDFPageObj_SetIsActive(item, True)
    step = np.abs(with_text.astype(np.int16) - without.astype(np.int16)).max(axis=2)
    plain, tiny = _counts(step >= FAINT), _counts(step >= FAINT_TINY)
    return [_marked(tiny if glyph.size < TINY else plain, glyph, scale) for glyph in glyphs]


def ground(page: Any) -> NDArray[np.uint8]:
    """The page as drawn, rows × columns × colours; for judging whether it holds a picture."""
    return _drawn(page, 0.5)


def _drawn(page: Any, scale: float) -> NDArray[np.uint8]:
    bitmap = page.render(scale=scale, may_draw_forms=False, draw_annots=True)
    dots: NDArray[np.uint8] = bitmap.to_numpy().copy()
    bitmap.close()
    return dots if dots.ndim == 3 else dots[:, :, None]


def _text_objects(textpage: Any) -> Iterable[Any]:
    found: dict[int, Any] = {}
    for i in range(textpage.count_chars()):
        item = pdfium.FPDFText_GetTextObject(textpage, i)
        if item:
            found.setdefault(_address(item), item)
    return list(found.values())


def _address(pointer: Any) -> int:
    import ctypes

    return ctypes.addressof(pointer.contents)


def _counts(mask: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Summed area: marks above and left of each corner, so that any box costs four look-ups."""
    total = np.zeros((mask.shape[0] + 1, mask.shape[1] + 1), dtype=np.int64)
    total[1:, 1:] = mask.cumsum(axis=0).cumsum(axis=1)
    return total


def _marked(total: NDArray[np.int64], glyph: Glyph, scale: float) -> bool:
    rows, columns = total.shape[0] - 1, total.shape[1] - 1
    left = min(max(int(glyph.left * scale), 0), columns)
    right = min(max(int(glyph.right * scale) + 1, left), columns)
    top = min(max(int(glyph.top * scale), 0), rows)
    bottom = min(max(int(glyph.bottom * scale) + 1, top), rows)
    marks = total[bottom, right] - total[top, right] - total[bottom, left] + total[top, left]
    return bool(marks > 0)

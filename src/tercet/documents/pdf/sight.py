"""What of a page's text can be seen: the page is drawn with and without it, and compared.

Whatever hides text (the colour of its ground, transparency, an invisible mode, a picture over it,
a clip, a layer switched off, a place off the page), the two drawings are alike where it stands.
"""

import ctypes
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
    step = np.maximum(with_text, without) - np.minimum(with_text, without)
    return [_inked(step, without, glyph, scale) for glyph in glyphs]


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
            found.setdefault(ctypes.addressof(item.contents), item)
    return list(found.values())


def _inked(step: NDArray[np.uint8], without: NDArray[np.uint8], glyph: Glyph, scale: float) -> bool:
    """Whether the drawings differ enough in the glyph's box, and by the glyph's own ink.

    The second half finds text in the colour of its ground that lies under or over other text.
    """
    if not glyph.drawn:
        return False
    rows, columns = step.shape[:2]
    left, right = max(int(glyph.left * scale), 0), min(int(glyph.right * scale) + 1, columns)
    top, bottom = max(int(glyph.top * scale), 0), min(int(glyph.bottom * scale) + 1, rows)
    if left >= right or top >= bottom:
        return False
    limit = FAINT_TINY if glyph.size < TINY else FAINT
    if step[top:bottom, left:right].max() < limit:
        return False
    if glyph.ink is None or without.shape[2] < 3:
        return True
    around = without[top:bottom, left:right, :3].astype(np.int16)
    return bool(np.abs(around - np.array(glyph.ink[::-1], np.int16)).max() >= FAINT)

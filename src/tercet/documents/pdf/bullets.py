"""Bullets that a page draws as small discs or squares instead of writing them."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

import pypdfium2.raw as pdfium

from tercet.documents.pdf.glyphs import Affine, Glyph

LEAST, MOST = 1.5, 7.0  # points: the side of a bullet
NEAR = 20.0  # points: how far from it its text may start
ROW = 18.0  # points: marks closer than this on one line are a scale or an ornament
MAX_SHAPES = 3_000
Box = tuple[float, float, float, float]  # left, top, right, bottom


def drawn_bullets(page: Any, glyphs: Sequence[Glyph], matrix: Affine) -> list[Glyph]:
    """A bullet for each small shape that stands alone before the first letter of a line."""
    boxes = sorted(set(_small_shapes(page, matrix)))
    alone = [
        box for box in boxes if not any(_in_row(box, other) for other in boxes if other != box)
    ]
    return [_bullet(box) for box in alone if _before_text(box, glyphs)]


def _small_shapes(page: Any, matrix: Affine) -> Iterator[Box]:
    a, b, c, d, e, f = matrix
    shapes = page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=2)
    for shape in islice(shapes, MAX_SHAPES):
        left, bottom, right, top = shape.get_bounds()
        corners = [(x, y) for x in (left, right) for y in (bottom, top)]
        across = [a * x + c * y + e for x, y in corners]
        down = [b * x + d * y + f for x, y in corners]
        box = (min(across), min(down), max(across), max(down))
        wide, high = box[2] - box[0], box[3] - box[1]
        if LEAST <= wide <= MOST and 0.7 <= wide / max(high, 0.1) <= 1.4:
            yield box


def _in_row(box: Box, other: Box) -> bool:
    level = abs((box[1] + box[3]) - (other[1] + other[3])) < MOST
    return level and abs(box[0] - other[0]) < ROW


def _before_text(box: Box, glyphs: Sequence[Glyph]) -> bool:
    """Whether text starts a little to the right on the same line, and none stands to the left."""
    middle = (box[1] + box[3]) / 2
    beside = [g for g in glyphs if g.top <= middle <= g.bottom and not g.text.isspace()]
    after = any(0 < g.left - box[2] <= NEAR for g in beside)
    return after and not any(-NEAR <= g.right - box[0] <= 0.5 for g in beside)


def _bullet(box: Box) -> Glyph:
    size = 2.8 * (box[2] - box[0])  # a bullet is about a third of its type size wide
    base = (box[1] + box[3]) / 2 + 0.33 * size
    return Glyph("•", box[0], box[2], base - size, base, base, size, 0, 0, True, None, True)

"""The order in which a person reads chunks: columns one by one, table rows across.

A gutter is an upright white strip with text that starts flush at its right edge. The lines that
cross it part the page into bands; inside a band the sides are read one after the other when they
are columns, and row by row when one side holds dates or labels that belong to the other.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from tercet.documents.pdf.chunks import Chunk

GUTTER = 8.0  # points
FLUSH = 2.5  # points two chunks may differ and still start at one edge
MIN_COLUMN = 3  # lines on each side, fewer are a row with a tab
_DATE = re.compile(r"(?:19|20)\d\d|\d\d?[./]\d\d", re.ASCII)


@dataclass(frozen=True, slots=True)
class Line:
    """Chunks on one line of one region; `reach` is where the region's widest line ends,

    `margin` how far a line could have run: to the next column or the page's right margin.
    """

    chunks: tuple[Chunk, ...]
    reach: float
    margin: float
    region: int

    @property
    def text(self) -> str:
        """The chunks with a tab where the line has a wide gap."""
        return "\t".join(chunk.text for chunk in self.chunks)


def reading_order(chunks: Sequence[Chunk], width: float) -> list[Line]:
    """Lines from first to last as they are read, on a page `width` points wide."""
    lines: list[Line] = []
    if not chunks:
        return lines
    margin = width - min(max(c.left, 0.0) for c in chunks)  # margins are alike on most pages
    for number, region in enumerate(_regions(list(chunks), 0)):
        reach = max(c.right for c in region)
        beside = [c.left for c in chunks if c.left > reach and _beside(c, region)]
        limit = max(reach, min([margin, *(left - GUTTER for left in beside)]))
        lines += [Line(tuple(row), reach, limit, number) for row in _rows(region)]
    return lines


def _beside(chunk: Chunk, region: list[Chunk]) -> bool:
    return min(c.top for c in region) < chunk.base < max(c.bottom for c in region)


def _rows(chunks: Sequence[Chunk]) -> list[list[Chunk]]:
    """Chunks grouped by baseline, from top to bottom, each row from left to right."""
    rows: list[list[Chunk]] = []
    for chunk in sorted(chunks, key=lambda c: (c.base, c.left)):
        if rows and abs(chunk.base - rows[-1][0].base) <= 0.4 * min(chunk.size, rows[-1][0].size):
            rows[-1].append(chunk)
        else:
            rows.append([chunk])
    return [sorted(row, key=lambda c: c.left) for row in rows]


def _regions(chunks: list[Chunk], depth: int) -> list[list[Chunk]]:
    if not chunks:
        return []
    band = _best_band(chunks) if depth < 12 else None
    if band is None:
        return [chunks]
    top, bottom, left, right = band
    above = [c for c in chunks if c.base < top]
    below = [c for c in chunks if c.base > bottom]
    inside = (
        [*_regions(left, depth + 1), *_regions(right, depth + 1)]
        if _are_columns(left, right)
        else _across(left, right, depth)
    )
    return [*_regions(above, depth + 1), *inside, *_regions(below, depth + 1)]


Band = tuple[float, float, list[Chunk], list[Chunk]]


def _best_band(chunks: list[Chunk]) -> Band | None:
    best: Band | None = None
    score = MIN_COLUMN - 1
    for edge in _edges(chunks):
        for band in _bands(chunks, edge):
            left, right = _level(band[2], band[3])
            worth = min(len(_rows(left)), len(_rows(right)))
            if worth > score:
                best, score = band, worth
    return best


def _edges(chunks: list[Chunk]) -> list[float]:
    lefts = sorted(c.left for c in chunks)
    first = lefts[0] + GUTTER
    edges: list[float] = []
    for left in lefts:
        flush = sum(abs(other - left) <= FLUSH for other in lefts)
        if left > first and flush >= 2 and (not edges or left - edges[-1] > FLUSH):
            edges.append(left)
    return edges


def _bands(chunks: list[Chunk], edge: float) -> list[Band]:
    """Runs of lines that leave the gutter before `edge` white, with text on both its sides."""
    bands: list[Band] = []
    left: list[Chunk] = []
    right: list[Chunk] = []

    def close() -> None:
        if left and right:
            both = [*left, *right]
            bases = [c.base for c in both]
            bands.append((min(bases), max(bases), left.copy(), right.copy()))
        left.clear()
        right.clear()

    for row in _rows(chunks):
        if any(c.left < edge - FLUSH and c.right > edge - GUTTER for c in row):
            close()
            continue
        left += [c for c in row if c.right <= edge - GUTTER]
        right += [c for c in row if c.left >= edge - FLUSH]
    close()
    return bands


def _level(left: list[Chunk], right: list[Chunk]) -> tuple[list[Chunk], list[Chunk]]:
    """The parts of two sides that stand beside each other."""
    top = max(min(c.base for c in side) for side in (left, right)) - 1
    bottom = min(max(c.base for c in side) for side in (left, right)) + 1
    beside = [[c for c in side if top <= c.base <= bottom] for side in (left, right)]
    return beside[0], beside[1]


def _are_columns(left: list[Chunk], right: list[Chunk]) -> bool:
    """Whether two sides are read one after the other, and not row by row."""
    if any(_dated(side) for side in _level(left, right)):
        return False
    cells = _cells(left, right)
    if len(cells) <= 2:
        return True
    of_lines = sum(len(_rows(cell)) > 1 for cell in cells)
    return not (of_lines >= 2 or _labelled(left, right))


def _cells(left: list[Chunk], right: list[Chunk]) -> list[list[Chunk]]:
    """Chunks by runs of one side in drawing order: the cells of a table, if it was drawn so."""
    sides = sorted(
        [*((c.place, 0, c) for c in left), *((c.place, 1, c) for c in right)],
        key=lambda item: item[0],
    )
    return [[c for _, _, c in run] for _, run in groupby(sides, key=lambda item: item[1])]


def _dated(side: list[Chunk]) -> bool:
    """Whether a side is mostly dates: then each belongs to the text beside it."""
    rows = _rows(side)
    dates = sum(any(_DATE.search(c.text) and len(c.text) < 30 for c in row) for row in rows)
    return bool(rows) and 2 * dates >= len(rows)


def _labelled(left: list[Chunk], right: list[Chunk]) -> bool:
    """Whether the left side is labels, each level with a line that starts a block beside it."""
    left, right = _level(left, right)
    labels, lines = _rows(left), _rows(right)
    short = sum(len(row[0].text) <= 24 for row in labels) >= 0.8 * len(labels)
    if not short or len(labels) > len(lines):
        return False
    bases = [line[0].base for line in lines]
    level = sum(any(abs(row[0].base - base) <= 2 for base in bases) for row in labels)
    return level >= 0.8 * len(labels)


def _across(left: list[Chunk], right: list[Chunk], depth: int) -> list[list[Chunk]]:
    """Row by row: each entry of one side with the lines beside it, down to the next entry.

    The entries are those of the left side, unless the right one holds remarks on it, like dates.
    """
    remarks = _dated(right) or 2 * len(_rows(right)) <= len(_rows(left))
    sparse, dense = (right, left) if remarks and not _dated(left) else (left, right)
    starts = _entry_starts(left, right, sparse)
    slack = 0.5 * min(c.size for c in sparse)
    parts: list[list[Chunk]] = []
    for top, bottom in pairwise([float("-inf"), *(s - slack for s in starts[1:]), float("inf")]):
        label = [c for c in sparse if top <= c.base < bottom]
        beside = [c for c in dense if top <= c.base < bottom]
        if len(_rows(label)) == 1:
            parts.append([*label, *beside])
        else:
            for part in (label, beside) if sparse is left else (beside, label):
                parts += _regions(part, depth + 1)
    return [part for part in parts if part]


def _entry_starts(left: list[Chunk], right: list[Chunk], sparse: list[Chunk]) -> list[float]:
    """Baselines at which a new entry starts: by the order of drawing, where that goes downwards,

    else after a gap wider than the lines of one entry.
    """
    drawn = [min(c.base for c in cell) for cell in _cells(left, right) if cell[0] in sparse]
    if len(drawn) > 1 and drawn == sorted(drawn):
        return drawn
    rows = _rows(sparse)
    gaps = [row[0].base for before, row in pairwise(rows) if _apart(before[0], row[0])]
    return [rows[0][0].base, *gaps]


def _apart(above: Chunk, below: Chunk) -> bool:
    return below.base - above.base > 1.7 * below.size

"""Glyphs → chunks: pieces of one line without a wide gap, words parted by their distance."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tercet.documents.pdf.glyphs import Glyph

WORD_GAP = 0.15  # of the type size: less is kerning, more is a space that was not written
WIDE_GAP = 1.5  # of the type size: more is a column or a tab
APART = 0.6  # of the type size: more, between pieces drawn at different times, is a column
SAME_LINE = 0.35  # of the type size: how far a raised or lowered glyph may stand from its line


@dataclass(frozen=True, slots=True)
class Chunk:
    """A piece of a line; `place` is its rank in the order of drawing."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    base: float
    size: float
    place: int
    first_word: float  # width of the first word, for telling wrapped lines from ended ones


def chunks_of(glyphs: Sequence[Glyph]) -> list[Chunk]:
    """Chunks of upright text, in drawing order of their first glyph."""
    ranked = [(rank, glyph) for rank, glyph in enumerate(glyphs)]
    pieces = _strokes(ranked)
    lines: list[list[tuple[int, Glyph]]] = []
    for piece in sorted(pieces, key=lambda piece: (piece[0][1].left, piece[0][0])):
        line = next((line for line in reversed(lines) if _continues(line[-1][1], piece)), None)
        if line is None:
            lines.append(list(piece))
        else:
            line.extend(piece)
    chunks = [_chunk(line) for line in lines]
    return sorted((chunk for chunk in chunks if chunk.text), key=lambda chunk: chunk.place)


Ranked = list[tuple[int, Glyph]]


def _strokes(ranked: Ranked) -> list[Ranked]:
    """Runs of glyphs that follow each other on one line without a wide gap, spaces dropped.

    A space is kept as a mark on the glyph after it: the pair (rank, glyph) gets text " x".
    """
    strokes: list[Ranked] = []
    spaced = False
    for rank, glyph in ranked:
        if glyph.text.isspace():
            spaced = True
            continue
        last = strokes[-1][-1][1] if strokes else None
        if last is None or not _follows(last, glyph):
            strokes.append([(rank, glyph)])
        else:
            strokes[-1].append((rank, _after_space(glyph) if spaced else glyph))
        spaced = False
    return strokes


def _after_space(glyph: Glyph) -> Glyph:
    return replace(glyph, text=" " + glyph.text)


def _follows(last: Glyph, glyph: Glyph) -> bool:
    """Whether a glyph goes on where the last one ended, or is of the same ligature."""
    size = max(last.size, glyph.size, 0.1)
    if abs(glyph.base - last.base) > SAME_LINE * size:
        return False
    if (glyph.left, glyph.right) == (last.left, last.right):
        return True
    gap = glyph.left - last.right
    return -0.5 * size <= gap <= WIDE_GAP * min(last.size, glyph.size)


def _continues(last: Glyph, piece: Ranked) -> bool:
    """Whether a piece drawn at another time goes on after `last`: only a word's gap away.

    Words of one line are drawn in turn; what was drawn apart may be the next column.
    """
    first = piece[0][1]
    return _follows(last, first) and first.left - last.right <= APART * min(last.size, first.size)


def _chunk(line: Ranked) -> Chunk:
    glyphs = [glyph for _, glyph in line]
    size = statistics.median(glyph.size for glyph in glyphs)
    words, starts = _words(glyphs, size)
    end = starts[1] - 1 if len(starts) > 1 else len(glyphs) - 1
    return Chunk(
        " ".join(words),
        min(glyph.left for glyph in glyphs), max(glyph.right for glyph in glyphs),
        min(glyph.top for glyph in glyphs), max(glyph.bottom for glyph in glyphs),
        statistics.median(glyph.base for glyph in glyphs), size,
        min(rank for rank, _ in line),
        glyphs[end].right - glyphs[0].left,
    )  # fmt: skip


def _words(glyphs: Sequence[Glyph], size: float) -> tuple[list[str], list[int]]:
    gaps = [right.left - left.right for left, right in pairwise(glyphs)]
    limit = WORD_GAP * size
    written = any(glyph.text.startswith(" ") for glyph in glyphs)
    if gaps and sum(gap > limit for gap in gaps) > 0.6 * len(gaps):
        limit = 1.6 * statistics.median(gaps)  # a letter-spaced heading
        if all(glyph.text.startswith(" ") for glyph in glyphs[1:]):
            written = False
            glyphs = [*glyphs[:1], *(_plain(glyph) for glyph in glyphs[1:])]
    words, starts = [glyphs[0].text.strip()], [0]
    for place, (gap, glyph) in enumerate(zip(gaps, glyphs[1:], strict=True), 1):
        if gap > limit or (written and glyph.text.startswith(" ")):
            words.append(glyph.text.strip())
            starts.append(place)
        else:
            words[-1] += glyph.text.strip()
    return words, starts


def _plain(glyph: Glyph) -> Glyph:
    return replace(glyph, text=glyph.text.strip())

"""Ratios on a log axis from an eighth to four, one drawing a row, and their axis."""

from math import log2

from tercet.auditing.records import Row
from tercet.reports.charts.svg import circle, hidden, line, picture, rect, text

WIDTH, HEIGHT, OCTAVE, ONE = 280.0, 46.0, 52.0, 164.0
TICKS = ((0.25, "¼"), (0.5, "½"), (1.0, "1"), (2.0, "2"))
LOWEST, HIGHEST = 1 / 8, 4.0
BEYOND = 60.0
"""Lines run on into what a taller row leaves; the table cuts them off."""


def place(ratio: float) -> float:
    """Pixel of a ratio; what lies beyond the axis is drawn at its end."""
    return ONE + OCTAVE * log2(min(max(ratio, LOWEST), HIGHEST))


def axis(four_fifths: float) -> str:
    """The head of the column: ticks, and the dashed limit by name."""
    body = "".join(text(place(v), 34, said, "t-quiet t-sm", "middle") for v, said in TICKS)
    limit = place(four_fifths)
    body += text(limit - 4, 16, "four fifths", "t-strong t-sm", "end")
    return hidden(WIDTH, 40, body + line(limit, 8, limit, 40, "limit"))


def forest(row: Row, four_fifths: float) -> str:
    """One group: a square is the one compared with, a dot and line a ratio and its interval."""
    top, end, limit = -BEYOND, HEIGHT + BEYOND, place(four_fifths)
    body = "".join(
        line(place(v), top, place(v), end, "base" if v == 1 else "grid") for v, _ in TICKS
    )
    body += line(limit, top, limit, end, "limit")
    middle = HEIGHT / 2
    if row.verdict == "reference":
        body += rect(ONE - 5, middle - 5, 10, 10, "mid")
        body += text(ONE + 13, middle + 4, "compared with", "t-quiet t-sm halo")
        return picture(WIDTH, HEIGHT, body, "The group compared with", "")
    if row.ratio is None or row.low is None:
        body += text(ONE + 13, middle + 4, "too few to draw", "t-quiet t-sm halo")
        return picture(WIDTH, HEIGHT, body, "Too few people to draw a ratio", "")
    high = HIGHEST if row.high is None else row.high
    body += line(place(row.low), middle, place(high), middle, "rng")
    body += circle(place(row.ratio), middle, 5, "mid")
    return picture(WIDTH, HEIGHT, body, f"Ratio {row.ratio:.2f}", f"{row.low:.2f} to {high:.2f}")

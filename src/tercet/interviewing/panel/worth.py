"""What one more interview is worth before it is held (value of information)."""

import math
from statistics import NormalDist

from tercet.interviewing.panel.design import Array
from tercet.interviewing.panel.records import NextInterview

_NORMAL = NormalDist()


def next_interviews(
    candidates: tuple[str, ...], score: Array, cover: Array, error: float, openings: int
) -> tuple[NextInterview, ...]:
    """For each candidate, the expected gain in points of choosing after one more interview.

    `score` and `cover` describe what is believed of the candidates, `error` the variance of the
    mean of one more interview. The choice is of the best `openings`; a candidate competes with the
    first on the other side of the line. Most worth first; empty when all get a place.
    """
    count = len(candidates)
    if openings >= count:
        return ()
    order = sorted(range(count), key=lambda i: (-score[i], candidates[i]))
    last_in, first_out = order[openings - 1], order[openings]
    rows = []
    for i in range(count):
        rival = first_out if i in order[:openings] else last_in
        gap = abs(float(score[i] - score[rival]))
        # What an interview of i tells about the difference; a shift shared by all cancels.
        tells = float(cover[i, i] - cover[i, rival])
        moved = abs(tells) / math.sqrt(float(cover[i, i]) + error)
        rows.append(NextInterview(candidates[i], *_gain(gap, moved)))
    return tuple(sorted(rows, key=lambda row: (-row.gain, row.candidate)))


def _gain(gap: float, moved: float) -> tuple[float, float]:
    """Mean of how far a normal of spread `moved` goes beyond `gap`, and how often."""
    if moved <= 0:
        return 0.0, 0.0
    z = gap / moved
    beyond = 1 - _NORMAL.cdf(z)
    return moved * max(0.0, _NORMAL.pdf(z) - z * beyond), beyond

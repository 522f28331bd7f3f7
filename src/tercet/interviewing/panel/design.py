"""Ratings as arrays: one block a candidate, so that all candidates are solved at once."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tercet.interviewing.panel.records import Rating

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Design:
    """Scores in units of their spread, padded to the longest candidate (C blocks of n).

    `x` holds a column of ones, one for each question and one for each rater; `same` the blocks
    that a shared effect fills, by the name of its source. Padding has zeros everywhere.
    `rounding` is the variance that the steps of the scale add: raters who agree to the point may
    still differ by less than a step.
    """

    candidates: tuple[str, ...]
    questions: tuple[str, ...]
    raters: tuple[str, ...]
    centre: float
    unit: float
    rounding: float
    y: Array
    present: Array
    x: Array
    same: dict[str, Array]

    @property
    def sources(self) -> tuple[str, ...]:
        """Sources of differences that these ratings can tell apart, noise last."""
        crossed = [
            s for s, n in (("question", len(self.questions)), ("rater", len(self.raters))) if n > 1
        ]
        return (*self.same, *crossed, "noise")


def design_of(ratings: Sequence[Rating]) -> Design:
    """Arrays of ratings that are not all equal."""
    names = [
        tuple(sorted({getattr(r, part) for r in ratings}))
        for part in ("candidate", "question", "rater")
    ]
    candidates, questions, raters = names
    scores = np.array([r.score for r in ratings])
    centre, unit = float(scores.mean()), float(scores.std())
    blocks = [[r for r in ratings if r.candidate == c] for c in candidates]
    shape = (len(blocks), max(map(len, blocks)))
    y, present = np.zeros(shape), np.zeros(shape)
    q, r = np.zeros(shape, int), np.zeros(shape, int)
    for i, block in enumerate(blocks):
        for j, rating in enumerate(block):
            y[i, j], present[i, j] = (rating.score - centre) / unit, 1
            q[i, j] = questions.index(rating.question)
            r[i, j] = raters.index(rating.rater)
    both = present[:, :, None] * present[:, None, :]
    same_q = both * (q[:, :, None] == q[:, None, :])
    same_r = both * (r[:, :, None] == r[:, None, :])
    same = {"candidate": both}
    # An effect shared within a pair shows only where the pair has more than one rating.
    if len(raters) > 1 and same_r.sum() > present.sum():
        same["candidate-rater"] = same_r
    if len(questions) > 1 and same_q.sum() > present.sum():
        same["candidate-question"] = same_q
    x = np.concatenate(
        [present[:, :, None], _ones(q, len(questions), present), _ones(r, len(raters), present)],
        axis=2,
    )
    return Design(
        candidates, questions, raters, centre, unit, _rounding(scores / unit), y, present, x, same
    )


def _rounding(scores: Array) -> float:
    """Variance of an even spread over the smallest step between scores, and never nought."""
    return max(1e-6, float(np.diff(np.unique(scores)).min()) ** 2 / 12)


def _ones(index: NDArray[np.int_], width: int, present: Array) -> Array:
    return np.asarray(np.eye(width)[index] * present[:, :, None])

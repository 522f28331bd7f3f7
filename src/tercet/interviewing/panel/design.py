"""Ratings as arrays: one block a candidate, so that all candidates are solved at once."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tercet.interviewing.panel.records import Rating

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Design:
    """Scores in units of their spread: one row a candidate, padded to the longest.

    Candidates rated by the same raters on the same questions share a layout (L of them, each with
    `counts` candidates), so that what depends on the layout alone is worked out once. `x` holds by
    layout a column of ones, one for each question and one for each rater; `same` the blocks that a
    shared effect fills, by the name of its source; `sums` the scores added up. Padding has zeros
    everywhere. `rounding` is the variance that the steps of the scale add: raters who agree to
    the point may still differ by less than a step.
    """

    candidates: tuple[str, ...]
    questions: tuple[str, ...]
    raters: tuple[str, ...]
    centre: float
    unit: float
    rounding: float
    y: Array
    layout: NDArray[np.int_]
    counts: Array
    sums: Array
    present: Array
    x: Array
    same: dict[str, Array]

    @property
    def sources(self) -> tuple[str, ...]:
        """Sources of differences that these ratings can tell apart, noise last."""
        sizes = {"question": len(self.questions), "rater": len(self.raters)}
        return (*self.same, *(source for source, n in sizes.items() if n > 1), "noise")


def design_of(ratings: Sequence[Rating]) -> Design:
    """Arrays of ratings that are not all equal."""
    candidates, questions, raters = (
        tuple(sorted({getattr(r, part) for r in ratings}))
        for part in ("candidate", "question", "rater")
    )
    scores = np.array([r.score for r in ratings])
    centre, unit = float(scores.mean()), float(scores.std())
    blocks: dict[str, list[tuple[int, int, float]]] = {c: [] for c in candidates}
    for r in sorted(ratings, key=lambda r: (r.question, r.rater)):
        cell = questions.index(r.question), raters.index(r.rater), (r.score - centre) / unit
        blocks[r.candidate].append(cell)
    layouts: dict[tuple[tuple[int, int], ...], int] = {}
    layout = np.array(
        [layouts.setdefault(tuple((q, r) for q, r, _ in b), len(layouts)) for b in blocks.values()]
    )
    length = max(map(len, layouts))
    y = np.zeros((len(candidates), length))
    for row, block in zip(y, blocks.values(), strict=True):
        row[: len(block)] = [score for _, _, score in block]
    present, asked, by = (np.zeros((len(layouts), length), int) for _ in range(3))
    for i, cells in enumerate(layouts):
        present[i, : len(cells)] = 1
        asked[i, : len(cells)], by[i, : len(cells)] = np.array(cells).T
    sums = np.zeros((len(layouts), length))
    np.add.at(sums, layout, y)
    columns = [present[:, :, None], _ones(asked, len(questions), present)]
    columns.append(_ones(by, len(raters), present))
    return Design(
        candidates, questions, raters, centre, unit, _rounding(scores / unit),
        y, layout, np.bincount(layout).astype(float), sums, present.astype(float),
        np.concatenate(columns, axis=2), _same(asked, by, present),
    )  # fmt: skip


def _same(q: NDArray[np.int_], r: NDArray[np.int_], present: NDArray[np.int_]) -> dict[str, Array]:
    """Which ratings of a candidate share what.

    An effect shared within a pair shows only where the pair has more than one rating, and where
    there is more than one such pair to a candidate.
    """
    both = present[:, :, None] * present[:, None, :]
    found = {"candidate": both.astype(float)}
    for source, index in (("candidate-rater", r), ("candidate-question", q)):
        shared = both * (index[:, :, None] == index[:, None, :])
        if present.sum() < shared.sum() < both.sum():
            found[source] = shared.astype(float)
    return found


def _rounding(scores: Array) -> float:
    """Variance of an even spread over the smallest step between scores, and never nought."""
    return max(1e-6, float(np.diff(np.unique(scores)).min()) ** 2 / 12)


def _ones(index: NDArray[np.int_], width: int, present: NDArray[np.int_]) -> Array:
    return np.asarray(np.eye(width)[index] * present[:, :, None])

"""The many-facet model for known spreads: everything else has a closed form.

score = average + candidate − question − rater + candidate's own turn with a rater or a question
+ noise, each drawn from a normal distribution around nought with its own spread.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from tercet.interviewing.panel.design import Array, Design


@dataclass(frozen=True, slots=True)
class Solved:
    """Estimates under given spreads, in units of the design; `fit` as the function says.

    `score` has candidates' scores by an average rater on an average question, `rater` and
    `rater_var` raters' effects. `left`, `gain` and `inverse` make up the covariance of scores.
    """

    fit: float
    score: Array
    rater: Array
    rater_var: Array
    left: Array
    gain: Array
    inverse: Array

    @property
    def cover(self) -> Array:
        """Covariance of candidates' scores."""
        return np.asarray(np.diag(self.left) + self.gain @ self.inverse @ self.gain.T)

    @property
    def var(self) -> Array:
        """Variance of each candidate's score: the diagonal of `cover`."""
        return np.asarray(self.left + ((self.gain @ self.inverse) * self.gain).sum(axis=1))


@dataclass(frozen=True, slots=True)
class _Equations:
    """Average, questions and raters after candidates are eliminated, block by block."""

    ones_solved: Array
    inverse: Array
    effects: Array
    fit: float


def fit(design: Design, spread: Mapping[str, float]) -> float:
    """Log of the marginal likelihood, the average integrated out, but for a constant.

    As in restricted maximum likelihood.
    """
    return _equations(design, spread).fit


def solve(design: Design, spread: Mapping[str, float]) -> Solved:
    """Best linear unbiased predictions; Henderson's equations, candidates eliminated first."""
    found = _equations(design, spread)
    own = spread["candidate"] ** 2
    pull = own * found.ones_solved
    gain = -(pull[:, None, :] @ design.x)[:, 0, :]
    gain[:, 0] += 1
    left = own - own * pull.sum(axis=1)
    first = 1 + len(design.questions)
    at = design.layout
    return Solved(
        fit=found.fit,
        score=(pull[at] * design.y).sum(axis=1) + gain[at] @ found.effects,
        rater=found.effects[first:],
        rater_var=np.diag(found.inverse)[first:],
        left=left[at],
        gain=gain[at],
        inverse=found.inverse,
    )


def _equations(design: Design, spread: Mapping[str, float]) -> _Equations:
    var = {name: value**2 for name, value in spread.items()}
    count, n, width = design.x.shape
    blocks = sum(var[name] * part for name, part in design.same.items())
    diagonal = design.present * (var["noise"] + design.rounding) + (1 - design.present)
    blocks = blocks + diagonal[:, :, None] * np.eye(n)
    # Many small blocks: their inverses are quicker than solving, and noise keeps them sound.
    undone = np.linalg.inv(blocks)
    x_solved = undone @ design.x
    prior = _prior(design, var)
    often = (design.x * design.counts[:, None, None]).reshape(count * n, width)
    normal = often.T @ x_solved.reshape(count * n, width) + np.diag(prior)
    inverse = np.asarray(np.linalg.inv(normal), np.float64)
    right = x_solved.reshape(count * n, width).T @ design.sums.reshape(count * n)
    effects = inverse @ right
    y_solved = (undone[design.layout] @ design.y[:, :, None])[:, :, 0]
    fit = -0.5 * (
        float(design.counts @ np.linalg.slogdet(blocks)[1])
        - float(np.log(prior[prior > 0]).sum())
        + float(np.linalg.slogdet(normal)[1])
        + float((design.y * y_solved).sum())
        - float(right @ effects)
    )
    ones_solved = (undone @ design.present[:, :, None])[:, :, 0]
    return _Equations(ones_solved, inverse, effects, fit)


def _prior(design: Design, var: Mapping[str, float]) -> Array:
    """Precision of each effect before ratings: none for the average, one by source for others.

    A single question or rater has no spread to learn, and is held at the average.
    """
    held = 1e8
    parts = [[0.0]]
    for name, count in (("question", len(design.questions)), ("rater", len(design.raters))):
        parts.append([1 / var[name] if name in var else held] * count)
    return np.concatenate(parts)

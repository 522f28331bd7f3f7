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
    """Estimates under given spreads, in units of the design.

    `fit` is the log of the marginal likelihood (the average integrated out, as in restricted
    maximum likelihood). `score` and `cover` are mean and covariance of candidates' scores by an
    average rater on an average question; `rater` and `rater_var` of raters' effects.
    """

    fit: float
    score: Array
    cover: Array
    rater: Array
    rater_var: Array


def solve(design: Design, spread: Mapping[str, float]) -> Solved:
    """Best linear unbiased predictions; Henderson's equations, candidates eliminated first."""
    var = {name: value**2 for name, value in spread.items()}
    blocks = sum(var[name] * part for name, part in design.same.items())
    n = design.y.shape[1]
    diagonal = design.present * (var["noise"] + design.rounding) + (1 - design.present)
    blocks = blocks + diagonal[:, :, None] * np.eye(n)
    ones = design.present[:, :, None]
    solved = np.linalg.solve(blocks, np.concatenate([design.x, design.y[:, :, None], ones], axis=2))
    width = design.x.shape[2]
    bx, by, b1 = solved[:, :, :width], solved[:, :, width], solved[:, :, width + 1]

    prior = _prior(design, var)
    normal = np.einsum("cni,cnj->ij", design.x, bx) + np.diag(prior)
    inverse = np.linalg.inv(normal)
    right = np.einsum("cni,cn->i", bx, design.y)
    effects = inverse @ right

    fit = -0.5 * (
        float(np.linalg.slogdet(blocks)[1].sum())
        - float(np.log(prior[prior > 0]).sum())
        + float(np.linalg.slogdet(normal)[1])
        + float((design.y * by).sum())
        - float(right @ effects)
    )
    own = var["candidate"]
    pull = own * b1
    gain = -np.einsum("cn,cni->ci", pull, design.x)
    gain[:, 0] += 1
    score = (pull * design.y).sum(axis=1) + gain @ effects
    left = own - own**2 * b1.sum(axis=1)
    cover = np.diag(left) + gain @ inverse @ gain.T
    first = 1 + len(design.questions)
    return Solved(fit, score, cover, effects[first:], np.diag(inverse)[first:])


def _prior(design: Design, var: Mapping[str, float]) -> Array:
    """Precision of each effect before ratings: none for the average, one by source for others.

    A single question or rater has no spread to learn, and is held at the average.
    """
    held = 1e8
    parts = [[0.0]]
    for name, count in (("question", len(design.questions)), ("rater", len(design.raters))):
        parts.append([1 / var[name] if name in var else held] * count)
    return np.concatenate(parts)

"""What ratings say once severity, difficulty and luck are taken out, on the scale of the input."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tercet.interviewing.panel.design import Array, Design, design_of
from tercet.interviewing.panel.normal import below, mixture_quantile
from tercet.interviewing.panel.records import Rating, Settings
from tercet.interviewing.panel.spreads import Believed, believe

METHOD = "many-facet linear model: candidate, question difficulty and rater severity"


@dataclass(frozen=True, slots=True)
class Estimates:
    """Means with the ends of their intervals, one row an id."""

    ids: tuple[str, ...]
    mean: Array
    low: Array
    high: Array


@dataclass(frozen=True, slots=True)
class Adjusted:
    """Scores of candidates and severities of raters in points.

    `better[i, j]` is the chance that candidate i is really better than j; `cover` the covariance
    of candidates' scores; `variances` the mean squared spread of each source.
    """

    candidates: Estimates
    raters: Estimates
    better: Array
    cover: Array
    variances: dict[str, float]


def adjust(ratings: Sequence[Rating], settings: Settings) -> Adjusted:
    """Estimates averaged over the spreads that the ratings allow; ratings must not be all equal."""
    design = design_of(ratings)
    believed = believe(design, settings.expected)
    solved, weights = believed.solutions, believed.weights
    score = np.array([s.score for s in solved])
    var = np.array([s.var for s in solved])
    centred = score - weights @ score
    better, cover = _pairwise(believed)
    severity = -np.array([s.rater for s in solved])
    severity_var = np.array([s.rater_var for s in solved])
    return Adjusted(
        candidates=_estimates(
            design.candidates, weights, design.centre + design.unit * score,
            design.unit * np.sqrt(var), settings.share,
        ),
        raters=_estimates(
            design.raters, weights, design.unit * severity, design.unit * np.sqrt(severity_var),
            settings.share,
        ),
        better=better,
        cover=design.unit**2 * (cover + centred.T @ (weights[:, None] * centred)),
        variances=_variances(design, believed),
    )  # fmt: skip


def _estimates(
    ids: tuple[str, ...], weights: Array, means: Array, spreads: Array, share: float
) -> Estimates:
    spreads = np.maximum(spreads, 1e-9)
    low, high = (
        mixture_quantile(weights, means, spreads, q) for q in ((1 - share) / 2, (1 + share) / 2)
    )
    return Estimates(ids, weights @ means, low, high)


def _pairwise(believed: Believed) -> tuple[Array, Array]:
    """Chances of being better, and the mean covariance, pair by pair."""
    count = len(believed.solutions[0].score)
    one, other = np.triu_indices(count, 1)
    chance, cover = np.zeros(len(one)), np.zeros((count, count))
    for weight, solved in zip(believed.weights, believed.solutions, strict=True):
        mine, own = solved.cover, solved.var
        spread = np.sqrt(np.maximum(own[one] + own[other] - 2 * mine[one, other], 1e-18))
        chance += weight * below((solved.score[one] - solved.score[other]) / spread)
        cover += weight * mine
    better = np.full((count, count), 0.5)
    better[one, other], better[other, one] = chance, 1 - chance
    return better, cover


def _variances(design: Design, believed: Believed) -> dict[str, float]:
    means = dict(zip(believed.sources, believed.weights @ believed.spreads**2, strict=True))
    means["noise"] += design.rounding
    return {source: design.unit**2 * float(mean) for source, mean in means.items()}

"""The model for known spreads, against dense textbook formulas; the average over spreads."""

import itertools

import numpy as np
import pytest
from scipy.stats import multivariate_normal, norm

from tercet.interviewing.panel.adjusting import adjust
from tercet.interviewing.panel.design import design_of
from tercet.interviewing.panel.judge import panel_settings
from tercet.interviewing.panel.model import fit, solve
from tercet.interviewing.panel.normal import below, mixture_quantile
from tercet.interviewing.panel.spreads import believe

SPREAD = {"candidate": 0.9, "question": 0.4, "rater": 0.5, "candidate-rater": 0.3,
          "candidate-question": 0.2, "noise": 0.6}  # fmt: skip


def dense(ratings, spread, centre, unit):
    """Best linear unbiased prediction with the whole covariance matrix, rating by rating."""
    y = np.array([(r.score - centre) / unit for r in ratings])
    keys = {
        "candidate": [r.candidate for r in ratings],
        "question": [r.question for r in ratings],
        "rater": [r.rater for r in ratings],
        "candidate-rater": [(r.candidate, r.rater) for r in ratings],
        "candidate-question": [(r.candidate, r.question) for r in ratings],
        "noise": list(range(len(ratings))),
    }
    same = {s: np.array([[a == b for b in k] for a in k], float) for s, k in keys.items()}
    cover = sum(spread[s] ** 2 * same[s] for s in spread)
    inverse = np.linalg.inv(cover)
    ones = np.ones(len(y))
    weight = ones @ inverse @ ones
    mean = ones @ inverse @ y / weight
    names = sorted(set(keys["candidate"]))
    link = spread["candidate"] ** 2 * np.array([[c == k for k in keys["candidate"]] for c in names])
    score = mean + link @ inverse @ (y - mean)
    left = 1 - link @ inverse @ ones
    error = spread["candidate"] ** 2 * np.eye(len(names)) - link @ inverse @ link.T
    error += np.outer(left, left) / weight
    fit = multivariate_normal(np.full(len(y), mean), cover).logpdf(y) - 0.5 * np.log(weight)
    strict = spread["rater"] ** 2 * np.array(
        [[r == k for k in keys["rater"]] for r in sorted(set(keys["rater"]))]
    )
    return score, error, strict @ inverse @ (y - mean), fit


@pytest.mark.parametrize("each", [None, 2])
def test_solutions_are_the_textbook_ones(simulated, each):
    """Scores, their covariance, severities and likelihood equal the dense formulas."""
    ratings, *_ = simulated(1, candidates=7, each=each)
    ratings = ratings[:-3]  # uneven blocks
    design = design_of(ratings)
    spread = {s: SPREAD[s] for s in design.sources}
    ours = solve(design, spread)
    total = {"noise": np.hypot(spread["noise"], design.rounding**0.5)}
    score, error, rater, known = dense(ratings, spread | total, design.centre, design.unit)
    np.testing.assert_allclose(ours.score, score, atol=1e-9)
    np.testing.assert_allclose(ours.cover, error, atol=1e-9)
    np.testing.assert_allclose(ours.var, np.diag(error), atol=1e-9)
    np.testing.assert_allclose(ours.rater, rater, atol=1e-9)
    other = {"rater": 0.1, "candidate": 0.5}
    gap = dense(ratings, spread | total | other, design.centre, design.unit)[3] - known
    assert fit(design, spread | other) - fit(design, spread) == pytest.approx(gap, abs=1e-8)


def test_the_average_over_spreads_agrees_with_a_fine_grid(simulated, catalog):
    """Three unknown spreads, each on a grid of 18: the same scores and interval ends."""
    ratings, *_ = simulated(2, raters=3, candidates=10, questions=1)
    settings = panel_settings(catalog)
    design = design_of(ratings)
    assert design.sources == ("candidate", "rater", "noise")
    axis = np.exp(np.linspace(np.log(0.02), np.log(3), 18))
    logs, means, spreads = [], [], []
    for point in itertools.product(axis, repeat=3):
        spread = dict(zip(design.sources, point, strict=True))
        solved = solve(design, spread)
        scale = np.array([settings.expected[s] for s in design.sources])
        logs.append(
            fit(design, spread) - 0.5 * ((np.array(point) / scale) ** 2).sum() + np.log(point).sum()
        )
        means.append(solved.score)
        spreads.append(np.sqrt(np.diag(solved.cover)))
    weights = np.exp(np.array(logs) - max(logs))
    weights /= weights.sum()
    ours = adjust(ratings, settings).candidates
    exact = design.centre + design.unit * (weights @ np.array(means))
    np.testing.assert_allclose(ours.mean, exact, atol=0.03)
    high = mixture_quantile(weights, np.array(means), np.array(spreads), 0.95)
    np.testing.assert_allclose(ours.high, design.centre + design.unit * high, atol=0.06)


def test_draws_are_worth_enough(simulated, catalog):
    """With all six spreads unknown, no draw decides the answer by itself."""
    settings = panel_settings(catalog)
    for seed in range(3):
        design = design_of(simulated(seed, candidates=8)[0])
        weights = believe(design, settings.expected).weights
        assert 1 / (weights**2).sum() > 40


def test_normal_and_mixture():
    """The approximation of the normal is exact to six places, and quantiles invert the mixture."""
    z = np.linspace(-6, 6, 101)
    np.testing.assert_allclose(below(z), norm.cdf(z), atol=2e-7)
    weights = np.array([0.3, 0.7])
    at = mixture_quantile(weights, np.array([[0.0], [2.0]]), np.array([[1.0], [0.5]]), 0.95)
    assert weights @ norm.cdf(at[0], [0, 2], [1, 0.5]) == pytest.approx(0.95, abs=1e-6)

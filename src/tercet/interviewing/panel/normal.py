"""The normal distribution for arrays, and quantiles of weighted mixtures of normals."""

import numpy as np

from tercet.interviewing.panel.design import Array

_A = (0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429)


def below(z: Array) -> Array:
    """Chance that a standard normal is below `z`; error under 1.5e-7 (Abramowitz, Stegun)."""
    x = np.abs(z) / np.sqrt(2)
    t = 1 / (1 + 0.3275911 * x)
    series = t * (_A[0] + t * (_A[1] + t * (_A[2] + t * (_A[3] + t * _A[4]))))
    half = 0.5 * series * np.exp(-x * x)
    return np.asarray(np.where(z < 0, half, 1 - half))


def mixture_quantile(weights: Array, means: Array, spreads: Array, q: float) -> Array:
    """For each column, the value that a share `q` of the mixture of normals lies below."""
    reach = 12 * spreads.max(axis=0)
    low, high = means.min(axis=0) - reach, means.max(axis=0) + reach
    for _ in range(50):
        middle = (low + high) / 2
        share = weights @ below((middle - means) / spreads)
        low, high = np.where(share < q, middle, low), np.where(share < q, high, middle)
    return np.asarray((low + high) / 2)

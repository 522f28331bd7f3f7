"""The interval of a ratio of two rates: Koopman's score interval."""

import math
from collections.abc import Callable
from statistics import NormalDist

_TOP = 1e9
"""Ratios beyond this are not told from infinite."""


def ratio_interval(
    selected: int, n: int, other_selected: int, other_n: int, share: float
) -> tuple[float, float | None]:
    """Ratios of the first rate to the second that the counts still allow, at level `share`.

    Koopman (1984): a ratio is kept while the score test does not refuse it. Unlike the interval of
    logarithms it holds for zero selections. The upper end is None where no end exists, which is
    when the second group has no selections.
    """
    limit = NormalDist().inv_cdf((1 + share) / 2) ** 2

    def refused(ratio: float) -> bool:
        return _score(ratio, selected, n, other_selected, other_n) > limit

    if other_selected == 0:
        return (0.0 if selected == 0 else _edge(refused, 0.0, 1.0)), None
    seen = (selected / n) / (other_selected / other_n)
    low = 0.0 if selected == 0 else _edge(refused, 0.0, seen)
    high = _edge(refused, _beyond(refused, max(seen, 1.0)), seen)
    return low, high


def _beyond(refused: Callable[[float], bool], start: float) -> float:
    ratio = start
    while ratio < _TOP and not refused(ratio):
        ratio *= 2
    return ratio


def _edge(refused: Callable[[float], bool], outside: float, inside: float) -> float:
    """Where refusal begins, between a refused ratio and a kept one."""
    for _ in range(80):
        middle = (outside + inside) / 2
        if refused(middle):
            outside = middle
        else:
            inside = middle
    return inside


def _score(ratio: float, x: int, n: int, y: int, m: int) -> float:
    """Chi-square of the score test that the first rate is `ratio` times the second."""
    if ratio == 0:
        return math.inf if x else 0.0
    # The likeliest second rate under that ratio: the smaller root of a quadratic.
    middle = ratio * (n + y) + x + m
    root = math.sqrt(max(0.0, middle**2 - 4 * ratio * (n + m) * (x + y)))
    rate = 2 * (x + y) / (middle + root)
    return _misfit(x, n, min(1.0, ratio * rate)) + _misfit(y, m, min(1.0, rate))


def _misfit(x: int, n: int, rate: float) -> float:
    """Squared distance of a count from its mean, in variances."""
    spread = n * rate * (1 - rate)
    gap = (x - n * rate) ** 2
    if spread > 0:
        return gap / spread
    return 0.0 if gap < 1e-18 * n else math.inf

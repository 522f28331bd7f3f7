"""Fisher's exact test of two groups, and its mid-p, for any size of group."""

from dataclasses import dataclass

import numpy as np

_TIE = 1 + 1e-7
"""Tables whose chances differ by rounding only count as equally likely."""


@dataclass(frozen=True, slots=True)
class Exact:
    """Two-sided p-values of Fisher's test: the full one, and the one that counts half of ties."""

    fisher: float
    midp: float


def exact_test(selected: int, n: int, other_selected: int, other_n: int) -> Exact:
    """How often chance alone deals out the selections at least as unevenly.

    Two-sided by the sum of tables no likelier than the one seen (Irwin's rule); the mid-p takes
    half of the tables just as likely (Fagerland, Lydersen and Laake 2013). Whole margins are
    walked, so a million decisions take milliseconds and no approximation.
    """
    total = selected + other_selected
    low, high = max(0, total - other_n), min(n, total)
    chances = _chances(low, high, n, other_n, total)
    seen = chances[selected - low]
    as_likely = chances <= seen * _TIE
    ties = as_likely & (chances >= seen / _TIE)
    fisher = float(chances[as_likely].sum())
    midp = fisher - float(chances[ties].sum()) / 2
    return Exact(min(1.0, fisher), min(1.0, max(0.0, midp)))


def _chances(low: int, high: int, n: int, other_n: int, total: int) -> np.ndarray:
    """Hypergeometric chances of `low` … `high` selections in the first group.

    Built from ratios of neighbours around the likeliest table, so that no huge factorial cancels.
    """
    k = np.arange(low, high, dtype=float)
    steps = np.log((n - k) * (total - k)) - np.log((k + 1) * (other_n - total + k + 1))
    logs = np.concatenate([[0.0], np.cumsum(steps)])
    weights = np.exp(logs - logs.max())
    return np.asarray(weights / weights.sum())

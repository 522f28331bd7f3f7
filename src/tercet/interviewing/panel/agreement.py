"""Krippendorff's alpha: how far raters agree, beyond what chance would give."""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from tercet.interviewing.panel.records import Rating


def alpha(ratings: Sequence[Rating]) -> float | None:
    """Alpha for interval data over answers rated at least twice; None where none is, or all agree.

    1 is perfect agreement, 0 what chance gives. Krippendorff (2011), with missing ratings.
    """
    units: dict[tuple[str, str], list[float]] = defaultdict(list)
    for r in ratings:
        units[r.candidate, r.question].append(r.score)
    paired = [np.array(scores) for scores in units.values() if len(scores) > 1]
    if not paired:
        return None
    every = np.concatenate(paired)
    expected = every.var(ddof=1)
    if expected == 0:
        return None
    observed = sum(len(s) * s.var(ddof=1) for s in paired) / len(every)
    return float(1 - observed / expected)

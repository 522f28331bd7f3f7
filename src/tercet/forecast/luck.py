"""Luck: named streams of chance, so that the same thing meets the same luck in every plan.

A draw is found by what it is about (a package, an option and how many of it came before), never
by its position, so two plans that engage the same option meet the same search, and all plans
meet the same efforts. The first 200 of 1,000 futures are the 200 futures of the same seed.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from tercet.forecast.uncertainty import Uncertainty
from tercet.kernel.streams import stream
from tercet.kernel.uncertain import Distribution

Floats: TypeAlias = NDArray[np.float64]
Bools: TypeAlias = NDArray[np.bool_]
MEDIAN = 0.5


@dataclass(frozen=True, slots=True)
class Luck:
    """What chance deals in `n` futures of one seed, thing by thing.

    `only` leaves a single cause uncertain; the others are fixed.
    """

    uncertainty: Uncertainty
    seed: int
    n: int
    certain: bool = False
    """Whether every cause is fixed, but the one named by `only`."""
    only: str | None = None
    fixed: Mapping[str, float] = field(default_factory=dict)
    """Part of a cause → quantile at which it is fixed; the median for parts that are not named."""

    def varies(self, cause: str) -> bool:
        """Whether `cause` is uncertain in these futures."""
        return not self.certain or cause == self.only

    def draw(self, cause: str, part: str, distribution: Distribution, *names: str | int) -> Floats:
        """One value a future of `part` of `cause`, for the thing that is named; shape (n,)."""
        if self.varies(cause):
            return distribution.sample(stream(self.seed, part, *names), self.n)
        return np.full(self.n, distribution.quantile(self.fixed.get(part, MEDIAN)))

    def happens(self, cause: str, part: str, chance: float, *names: str | int) -> Bools:
        """Whether something of this chance happens; when fixed, whether it is likelier than not."""
        if self.varies(cause):
            return stream(self.seed, part, *names).random(self.n) < chance
        return np.full(self.n, chance > MEDIAN)

    def years_until(self, cause: str, part: str, hazard: float, *names: str | int) -> Floats:
        """Years until something of this chance a year happens; never when the cause is fixed."""
        if hazard <= 0 or not self.varies(cause):
            return np.full(self.n, np.inf)
        return stream(self.seed, part, *names).standard_exponential(self.n) / -math.log1p(-hazard)

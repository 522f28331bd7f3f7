"""Futures: the same draws for every plan of one question, because each thing has its own stream.

A draw is found by what it is about (a package, an option and how many of it came before), never
by its position, so two plans that engage the same option meet the same search, and all plans
meet the same efforts. The first 200 of 1,000 futures are the 200 futures of the same seed.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from statistics import NormalDist
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from tercet.forecast.uncertainty import Uncertainty
from tercet.kernel.rules import broken
from tercet.kernel.streams import stream
from tercet.kernel.uncertain import Distribution
from tercet.planning.records import Problem

Floats: TypeAlias = NDArray[np.float64]
Bools: TypeAlias = NDArray[np.bool_]
MEDIAN = 0.5


@dataclass(frozen=True, slots=True)
class Futures:
    """`n` futures of one seed. `only` leaves a single cause uncertain; the others are fixed."""

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

    def alone(self, cause: str, n: int) -> "Futures":
        """`n` of these futures in which only `cause` is uncertain, all else at its median."""
        return replace(self, certain=True, only=cause, n=n, fixed={})


def draw_futures(uncertainty: Uncertainty, *, seed: int, n: int) -> Futures:
    """`n` futures; every plan simulated in them meets the same luck. TF001 when `n` < 1."""
    if n < 1:
        raise broken(__package__, "TF001", n=n)
    return Futures(uncertainty, seed, n)


def as_planned(problem: Problem, uncertainty: Uncertainty) -> Futures:
    """The one future the planner planned for: efforts and lead times at its own quantiles."""
    terms = problem.terms
    spread = problem.project.spread
    overall = NormalDist().cdf(math.log(terms.effort_factor) / spread) if spread else MEDIAN
    fixed = {
        "overall": overall,
        "rework": 0.0,
        **dict.fromkeys(("effort", "wait"), terms.effort_quantile),
        **dict.fromkeys(("approval", "search", "notice", "ramp", "learning"), terms.lead_quantile),
    }
    return Futures(uncertainty, seed=0, n=1, certain=True, fixed=fixed)

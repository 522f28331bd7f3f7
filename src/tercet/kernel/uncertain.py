"""Quantities that are not known exactly, as the few distributions that evidence gives us."""

import math
from dataclasses import dataclass
from statistics import NormalDist
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import numpy as np
    from numpy.random import Generator
    from numpy.typing import NDArray

Kind = Literal["point", "triangular", "lognormal", "beta", "discrete"]
_Z90 = NormalDist().inv_cdf(0.9)


@dataclass(frozen=True, slots=True)
class Distribution:
    """One uncertain quantity.

    point (value) · triangular (low, likely, high) · lognormal (median, 90th percentile) ·
    beta (mean, effective sample size) · discrete (value, weight, value, weight, …).
    """

    kind: Kind
    values: tuple[float, ...]

    def __post_init__(self) -> None:
        v = self.values
        ok = {
            "point": len(v) == 1,
            "triangular": len(v) == 3 and v[0] <= v[1] <= v[2],
            "lognormal": len(v) == 2 and 0 < v[0] <= v[1],
            "beta": len(v) == 2 and 0 < v[0] < 1 and v[1] > 0,
            "discrete": len(v) >= 2 and len(v) % 2 == 0 and all(w > 0 for w in v[1::2]),
        }[self.kind]
        if not ok:
            raise ValueError(f"{self.kind} cannot have the values {v}")

    @property
    def mean(self) -> float:
        """Expected value."""
        v = self.values
        match self.kind:
            case "triangular":
                return sum(v) / 3
            case "lognormal":
                return v[0] * math.exp(self.sigma**2 / 2)
            case "discrete":
                return sum(x * w for x, w in zip(v[::2], v[1::2], strict=True)) / sum(v[1::2])
            case _:
                return v[0]

    @property
    def sigma(self) -> float:
        """Standard deviation of the logarithm (lognormal only)."""
        median, p90 = self.values
        return math.log(p90 / median) / _Z90

    def quantile(self, q: float) -> float:
        """The value that a share `q` (0 < q < 1) of futures stays at or below."""
        v = self.values
        match self.kind:
            case "point":
                return v[0]
            case "triangular":
                low, mode, high = v
                if high == low:
                    return low
                if q <= (mode - low) / (high - low):
                    return low + math.sqrt(q * (high - low) * (mode - low))
                return high - math.sqrt((1 - q) * (high - low) * (high - mode))
            case "lognormal":
                return v[0] * math.exp(self.sigma * NormalDist().inv_cdf(q))
            case "beta":
                # Normal approximation of a proportion: enough for a displayed range.
                spread = math.sqrt(v[0] * (1 - v[0]) / (v[1] + 1))
                return min(1.0, max(0.0, NormalDist(v[0], spread).inv_cdf(q)))
            case "discrete":
                total, run = sum(v[1::2]), 0.0
                pairs = sorted(zip(v[::2], v[1::2], strict=True))
                for value, weight in pairs:
                    run += weight / total
                    if run >= q - 1e-12:
                        return value
                return pairs[-1][0]

    def sample(self, rng: "Generator", n: int) -> "NDArray[np.float64]":
        """`n` draws, always from the same number of random numbers per call."""
        import numpy as np

        v = self.values
        match self.kind:
            case "triangular" if v[0] < v[2]:
                return rng.triangular(v[0], v[1], v[2], size=n)
            case "lognormal":
                return v[0] * np.exp(self.sigma * rng.standard_normal(n))
            case "beta":
                return rng.beta(v[0] * v[1], (1 - v[0]) * v[1], size=n)
            case "discrete":
                weights = np.array(v[1::2]) / sum(v[1::2])
                return rng.choice(np.array(v[::2], float), size=n, p=weights)
            case _:
                return np.full(n, v[0])


def point(value: float) -> Distribution:
    """A quantity taken as known."""
    return Distribution("point", (value,))

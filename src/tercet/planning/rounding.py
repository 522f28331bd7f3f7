"""A quick integer answer: the relaxation rounded a few columns at a time, each choice tried first.

Every trial starts from the simplex basis of the one before, so it takes milliseconds where an
integer program from nothing takes seconds. Method: diving with strong branching (Achterberg 2007,
"Constraint Integer Programming", sections 5.4 and 9.1).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from math import ceil, floor, inf

import highspy
import numpy as np
from numpy.typing import NDArray

from tercet.planning.solver import Model, Solution, opened, read

STAGES = (("engaged",), ("join",), ("half", "complete"), ("there", "cohort"))
"""Kinds of columns in the order in which they are settled: how many people, when, for how long."""
PROBED = 4
"""Columns whose choices are tried in each step."""
WHOLE = 1e-6
"""Distance from a whole number that is rounding."""


def rounded(model: Model) -> Solution | None:
    """A plan near the relaxation of `model`, with the relaxation's bound; None if none was found.

    How many of whom are engaged is settled first, both ways tried; the rest is rounded up, since
    more people for longer seldom break a rule.
    """
    dive = _Dive.of(model)
    if dive.solve() == inf:
        return None
    bound = read(dive.solver, model, mip=False).bound
    dive.solver.setOptionValue("presolve", "off")  # each trial goes on from the last basis
    while (open_ := dive.first_open()) is not None:
        stage, columns = open_
        last = stage == len(STAGES) - 1
        if not (last and dive.all_up(columns)) and not dive.best_of(columns, last or stage == 0):
            return None
    found = read(dive.solver, model, mip=False)
    return replace(found, status="stopped", bound=bound)


def _kind(key: object) -> object:
    return key[0] if isinstance(key, tuple) else None


@dataclass
class _Dive:
    """A relaxation under way to whole numbers: its bounds only ever tighten."""

    model: Model
    solver: highspy.Highs
    lower: NDArray[np.float64]
    upper: NDArray[np.float64]
    stages: list[list[int]]

    @classmethod
    def of(cls, model: Model) -> "_Dive":
        """The relaxation of `model`, with its columns by stage."""
        stages = [[c for key, c in model.column.items() if model.integer[c] and _kind(key) in kinds]
                  for kinds in STAGES]  # fmt: skip
        lower, upper = np.array(model.lower), np.array(model.upper)
        return cls(model, opened(model), lower, upper, stages)

    def solve(self) -> float:
        """Cost of the relaxation as it is bounded now; infinite where it has no solution."""
        self.solver.run()
        if self.solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return inf
        return float(self.solver.getInfo().objective_function_value)

    def first_open(self) -> tuple[int, dict[int, float]] | None:
        """The first stage with columns that are not whole, and their values."""
        values = self.solver.getSolution().col_value
        for stage, columns in enumerate(self.stages):
            part = {c: values[c] for c in columns if abs(values[c] - round(values[c])) > WHOLE}
            if part:
                return stage, part
        return None

    def all_up(self, columns: dict[int, float]) -> bool:
        """Round up all that are half or more, or the largest part; False where that fails."""
        parts = {c: value - floor(value) for c, value in columns.items()}
        up = [c for c, part in parts.items() if part >= 0.5] or [max(parts, key=parts.__getitem__)]
        before = self.lower[up]
        basis = self.solver.getBasis()
        for c in up:
            self._settle(c, ceil(columns[c]), self.upper[c])
        if self.solve() < inf:
            return True
        for c, low in zip(up, before, strict=True):
            self._settle(c, low, self.upper[c])
        self.solver.setBasis(basis)
        return False

    def best_of(self, columns: dict[int, float], both: bool) -> bool:
        """Round the column whose choice matters most its better way; False where neither goes.

        With `both` ways open, that is the one whose worse way costs most; else the cheapest up.
        """
        part = {c: value - floor(value) for c, value in columns.items()}
        nearest = {c: -abs(p - 0.5) for c, p in part.items()} if both else part
        probed = sorted(columns, key=lambda c: (-nearest[c], c))[:PROBED]
        costs = {c: list(self._probed(c, columns[c], both)) for c in probed}
        if both:
            chosen = max(probed, key=lambda c: (max(costs[c]) - min(costs[c]), -c))
        else:
            chosen = min(probed, key=lambda c: (costs[c][0], c))
        ways = list(self._ways(chosen, columns[chosen], both))
        cost, way = min(zip(costs[chosen], ways, strict=True))
        if cost == inf:
            return False
        self._settle(chosen, *way)
        return self.solve() < inf

    def _ways(self, c: int, value: float, both: bool) -> Iterable[tuple[float, float]]:
        yield ceil(value), self.upper[c]
        if both:
            yield self.lower[c], floor(value)

    def _probed(self, c: int, value: float, both: bool) -> Iterator[float]:
        """Cost of each way for column `c`, left as it was."""
        basis, before = self.solver.getBasis(), (self.lower[c], self.upper[c])
        for way in self._ways(c, value, both):
            self._settle(c, *way)
            yield self.solve()
            self._settle(c, *before)
            self.solver.setBasis(basis)

    def _settle(self, c: int, low: float, high: float) -> None:
        self.lower[c], self.upper[c] = low, high
        self.solver.changeColBounds(c, low, high)

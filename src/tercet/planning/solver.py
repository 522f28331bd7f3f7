"""Linear and mixed-integer models, solved by HiGHS in a fixed amount of work."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Literal

import highspy
import numpy as np
from numpy.typing import NDArray

INF = highspy.kHighsInf
Key = Hashable
Terms = Iterable[tuple[int, float]]


@dataclass
class Model:
    """Columns and rows under construction; minimised."""

    cost: list[float] = field(default_factory=list)
    lower: list[float] = field(default_factory=list)
    upper: list[float] = field(default_factory=list)
    integer: list[bool] = field(default_factory=list)
    column: dict[Key, int] = field(default_factory=dict)
    row: dict[Key, int] = field(default_factory=dict)
    row_lower: list[float] = field(default_factory=list)
    row_upper: list[float] = field(default_factory=list)
    _starts: list[int] = field(default_factory=lambda: [0])
    _index: list[int] = field(default_factory=list)
    _value: list[float] = field(default_factory=list)

    def add_column(
        self, key: Key, cost: float = 0.0, lower: float = 0.0, upper: float = INF,
        *, integer: bool = False,
    ) -> int:  # fmt: skip
        """A new column called `key`; returns its index."""
        self.column[key] = len(self.cost)
        self.cost.append(cost)
        self.lower.append(lower)
        self.upper.append(upper)
        self.integer.append(integer)
        return len(self.cost) - 1

    def add_row(
        self, terms: Terms, lower: float = -INF, upper: float = INF, key: Key | None = None
    ) -> None:
        """lower <= sum of coefficient x column <= upper; a column may stand several times."""
        summed: dict[int, float] = {}
        for column, value in terms:
            summed[column] = summed[column] + value if column in summed else value
        if key is not None:
            self.row[key] = len(self.row_lower)
        self.row_lower.append(lower)
        self.row_upper.append(upper)
        self._index += [column for column, value in summed.items() if value]
        self._value += [value for value in summed.values() if value]
        self._starts.append(len(self._index))

    def row_names(self) -> list[Key]:
        """A name for each row that the same row has in a model with other columns as well: its
        key, else its first column and how many rows began with that one before.
        """
        columns, keys = list(self.column), {index: key for key, index in self.row.items()}
        seen: Counter[int] = Counter()
        names: list[Key] = []
        for row, (begin, end) in enumerate(pairwise(self._starts)):
            first = self._index[begin] if end > begin else -1
            names.append(keys.get(row) or (columns[first], seen[first]))
            seen[first] += 1
        return names

    def compiled(self) -> highspy.HighsLp:
        """The model as HiGHS takes it."""
        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_ = len(self.cost), len(self.row_lower)
        lp.col_cost_ = np.array(self.cost)
        lp.col_lower_, lp.col_upper_ = np.array(self.lower), np.array(self.upper)
        lp.row_lower_, lp.row_upper_ = np.array(self.row_lower), np.array(self.row_upper)
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        lp.a_matrix_.start_ = np.array(self._starts, np.int32)
        lp.a_matrix_.index_ = np.array(self._index, np.int32)
        lp.a_matrix_.value_ = np.array(self._value)
        return lp


@dataclass(frozen=True)
class Basis:
    """Which columns and rows an LP's corner rests on, by name: where to begin a similar one."""

    columns: Mapping[Key, highspy.HighsBasisStatus]
    rows: Mapping[Key, highspy.HighsBasisStatus]


@dataclass(frozen=True)
class Solution:
    """What a solve left: values (None when nothing was found), bound, duals and basis of an LP."""

    status: Literal["solved", "infeasible", "stopped"]
    objective: float
    bound: float
    values: NDArray[np.float64] | None
    row_duals: NDArray[np.float64] | None
    timed_out: bool
    column: Mapping[Key, int]
    basis: Basis | None

    def __getitem__(self, key: Key) -> float:
        """Value of the column called `key`; 0 where the model had no such column."""
        index = self.column.get(key)
        return 0.0 if index is None or self.values is None else float(self.values[index])

    def integers(self, model: Model) -> dict[int, float]:
        """Values of the integer columns of `model`, to start a search of it from."""
        assert self.values is not None
        return {c: float(round(self.values[c])) for c, whole in enumerate(model.integer) if whole}


def solve_lp(
    model: Model, *, interior: bool = False, start: Basis | None = None,
    time_limit: float | None = None,
) -> Solution:  # fmt: skip
    """The relaxation: objective, values and duals.

    Its optimum is a corner found by simplex, or with `interior` a point between all that are as
    good, which shows how sure each column's value is. From the `start` of a model with nearly the
    same columns and rows it takes a few steps only.
    """
    solver = opened(model, time_limit)
    if start:
        _begin(solver, model, start)
    if interior:
        solver.setOptionValue("solver", "ipm")
        solver.setOptionValue("run_crossover", "off")
        solver.setOptionValue("ipm_optimality_tolerance", 1e-5)
        # A guard: 20 to 40 steps are usual, and `safe_bound` needs no precise end.
        solver.setOptionValue("ipm_iteration_limit", 100)
        solver.setOptionValue("simplex_iteration_limit", 2000)
    solver.run()
    return read(solver, model, mip=False)


def _begin(solver: highspy.Highs, model: Model, start: Basis) -> None:
    """Begin at a corner that may lack rows and columns, which HiGHS completes."""
    basis, status = highspy.HighsBasis(), highspy.HighsBasisStatus
    basis.valid = True
    basis.col_status = [start.columns.get(key, status.kLower) for key in model.column]
    basis.row_status = [start.rows.get(name, status.kBasic) for name in model.row_names()]
    solver.setBasis(basis)
    # Primal or dual, as the corner is feasible.
    solver.setOptionValue("simplex_strategy", 0)


def solve_mip(
    model: Model, *, gap: float, nodes: int, start: Mapping[int, float] | None = None,
    only_bound: bool = False, time_limit: float | None = None,
) -> Solution:  # fmt: skip
    """The model with its integers, to a relative `gap` or until `nodes` nodes are explored.

    `start` gives values of integer columns to begin from; with `only_bound`, no work goes into
    finding better ones.
    """
    solver = opened(model, time_limit)
    solver.setOptionValue("mip_rel_gap", gap)
    solver.setOptionValue("mip_max_nodes", nodes)
    # One program within the program finds a team where rounding fails; more only take time.
    for heuristic in ("rins", "root_reduced_cost", *(["rens"] if only_bound else [])):
        solver.setOptionValue(f"mip_heuristic_run_{heuristic}", False)
    integer = np.flatnonzero(np.array(model.integer, bool)).astype(np.int32)
    kinds = np.full(len(integer), highspy.HighsVarType.kInteger)
    solver.changeColsIntegrality(len(integer), integer, kinds)
    if start:
        at = np.fromiter(start.keys(), np.int32, len(start))
        solver.setSolution(len(at), at, np.fromiter(start.values(), float, len(start)))
    solver.run()
    return read(solver, model, mip=True)


def safe_bound(model: Model, duals: NDArray[np.float64]) -> float:
    """A lower bound from any dual values, right or not: weak duality with every error counted."""
    row_lower, row_upper = np.array(model.row_lower), np.array(model.row_upper)
    y = np.where(np.isinf(row_lower), np.minimum(duals, 0), duals)
    y = np.where(np.isinf(row_upper), np.maximum(y, 0), y)
    sides = np.where(y > 0, np.where(np.isinf(row_lower), 0, row_lower),
                     np.where(np.isinf(row_upper), 0, row_upper))  # fmt: skip
    rows = np.repeat(np.arange(len(row_lower)), np.diff(np.array(model._starts)))
    reduced = np.array(model.cost)
    np.subtract.at(reduced, np.array(model._index), np.array(model._value) * y[rows])
    lower, upper = np.array(model.lower), np.array(model.upper)
    return float(y @ sides + np.where(reduced > 0, reduced * lower, reduced * upper).sum())


def opened(model: Model, time_limit: float | None = None) -> highspy.Highs:
    """HiGHS with `model` as a linear program, on one thread and always in the same way."""
    solver = highspy.Highs()
    solver.silent()
    # One value of `threads` per process: HiGHS refuses to change it once started.
    for option, value in (("threads", 1), ("parallel", "off"), ("random_seed", 0)):
        solver.setOptionValue(option, value)
    if time_limit is not None:
        solver.setOptionValue("time_limit", time_limit)
    solver.passModel(model.compiled())
    return solver


def read(solver: highspy.Highs, model: Model, *, mip: bool) -> Solution:
    """What the last run of `solver` left."""
    status, info = solver.getModelStatus(), solver.getInfo()
    kind = highspy.HighsModelStatus
    found: Any = solver.getSolution()
    primal = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
    values = np.array(found.col_value) if primal else None
    duals = np.array(found.row_dual) if found.dual_valid else None
    name: Literal["solved", "infeasible", "stopped"] = "stopped"
    if status == kind.kOptimal:
        name = "solved"
    elif status in (kind.kInfeasible, kind.kUnboundedOrInfeasible):
        name = "infeasible"
    objective = info.objective_function_value if values is not None else INF
    bound = info.mip_dual_bound if mip else -INF
    if name == "infeasible":
        bound = INF
    elif not mip and duals is not None:
        bound = safe_bound(model, duals)
    timed = status == kind.kTimeLimit
    return Solution(name, objective, bound, values, duals, timed, dict(model.column),
                    None if mip else _basis(solver, model))  # fmt: skip


def _basis(solver: highspy.Highs, model: Model) -> Basis | None:
    left = solver.getBasis()
    if not left.valid:
        return None
    return Basis(
        dict(zip(model.column, left.col_status, strict=True)),
        dict(zip(model.row_names(), left.row_status, strict=True)),
    )

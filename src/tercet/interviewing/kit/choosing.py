"""The best kit, by integer programming: exact, in a fixed amount of work, always the same."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

import highspy
import numpy as np

from tercet.interviewing.kit.problem import Choice, Problem
from tercet.interviewing.kit.records import Question

_INF = highspy.kHighsInf


@dataclass
class _Model:
    """A program under construction; minimised."""

    cost: list[float] = field(default_factory=list)
    upper: list[float] = field(default_factory=list)
    rows: list[tuple[float, float, dict[int, float]]] = field(default_factory=list)
    whole: list[int] = field(default_factory=list)

    def column(self, cost: float = 0, upper: float = 1, *, whole: bool = True) -> int:
        """A column from 0 to `upper`; its index."""
        self.cost.append(cost)
        self.upper.append(upper)
        if whole:
            self.whole.append(len(self.cost) - 1)
        return len(self.cost) - 1

    def row(
        self, terms: Iterable[tuple[int, float]], low: float = -_INF, high: float = _INF
    ) -> None:
        """low <= sum of coefficient x column <= high."""
        summed: dict[int, float] = defaultdict(float)
        for column, value in terms:
            summed[column] += value
        self.rows.append((low, high, dict(summed)))

    def solve(self, nodes: int) -> tuple[list[float] | None, bool]:
        """Values of the best found (None where there is none), and whether it is proved best.

        All costs are whole numbers, so a bound less than 1 away is a proof.
        """
        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_ = len(self.cost), len(self.rows)
        lp.col_cost_ = np.array(self.cost)
        lp.col_lower_, lp.col_upper_ = np.zeros(len(self.cost)), np.array(self.upper)
        lp.row_lower_ = np.array([low for low, _, _ in self.rows])
        lp.row_upper_ = np.array([high for _, high, _ in self.rows])
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        lp.a_matrix_.start_ = np.cumsum([0, *(len(t) for _, _, t in self.rows)]).astype(np.int32)
        lp.a_matrix_.index_ = np.array([c for _, _, t in self.rows for c in t], np.int32)
        lp.a_matrix_.value_ = np.array([v for _, _, t in self.rows for v in t.values()], float)
        solver = highspy.Highs()
        solver.silent()
        for option, value in (
            ("threads", 1), ("parallel", "off"), ("random_seed", 0), ("mip_rel_gap", 0.0),
            ("mip_abs_gap", 0.99), ("mip_max_nodes", nodes),
        ):  # fmt: skip
            solver.setOptionValue(option, value)
        solver.passModel(lp)
        kinds = np.full(len(self.whole), highspy.HighsVarType.kInteger)
        solver.changeColsIntegrality(len(self.whole), np.array(self.whole, np.int32), kinds)
        solver.run()
        proved = solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
        status = solver.getInfo().primal_solution_status
        if status != highspy.SolutionStatus.kSolutionStatusFeasible:
            return None, proved
        return list(solver.getSolution().col_value), proved


@dataclass(frozen=True)
class _Columns:
    """Columns of a program: a question in an interview, the work sample in one, ratings made."""

    asked: dict[tuple[str, int], int]
    exercise: dict[tuple[str, int], int]
    rated: dict[str, list[int]]


def choose(problem: Problem) -> Choice:
    """The choice of most worth that keeps every interview's time."""
    model = _Model()
    columns = _layout(model, problem, priced=True)
    for s, slot in enumerate(problem.slots):
        model.row(_time(problem, columns, s), high=slot.asking)
    for c, rated in columns.rated.items():
        places = [model.column(-w) for k in range(len(rated)) if (w := problem.rating(c, k + 1))]
        model.row([*((p, 1) for p in places), *((r, -1) for r in rated)], high=0)
    values, proved = model.solve(problem.settings.nodes)
    if values is None:
        return Choice({}, None, proved)
    asked = {q: s for (q, s), column in columns.asked.items() if values[column] > 0.5}
    exercise = next((key for key, column in columns.exercise.items() if values[column] > 0.5), None)
    return Choice(asked, exercise, proved)


def least_minutes(problem: Problem) -> int | None:
    """Shortest equal length of meeting in which every must, core question and work sample fits.

    None when no length would do, or none was proved in the work allowed.
    """
    model = _Model()
    columns = _layout(model, problem, priced=False)
    longest = problem.settings.most_minutes
    length = model.column(1, longest, whole=False)
    for s in range(len(problem.slots)):
        model.row([*_time(problem, columns, s), (length, -1)], high=-problem.settings.around)
    for c, need in problem.seat.needs.items():
        if need == "must":
            model.row(((r, 1) for r in columns.rated[c]), low=problem.settings.ratings)
    for q in problem.questions:
        if problem.core(q):
            model.row(((columns.asked[q.id, s], 1) for s in range(len(problem.slots))), low=1)
    if problem.needs_exercise:
        model.row(((c, 1) for c in columns.exercise.values()), low=1)
    values, proved = model.solve(problem.settings.nodes)
    return round(values[length]) if values and proved else None


def _layout(model: _Model, problem: Problem, *, priced: bool) -> _Columns:
    """Columns and the rows that every program shares: nothing twice, one work sample."""
    slots = range(len(problem.slots))
    asked: dict[tuple[str, int], int] = {}
    for q in worth_trying(problem):
        reward = problem.settings.core if problem.core(q) else 0
        for s in slots:
            price = problem.cost(q, problem.slots[s]) - reward if priced else 0
            asked[q.id, s] = model.column(price)
        model.row(((asked[q.id, s], 1) for s in slots), high=1)
    price = -problem.settings.work_sample if priced else 0
    exercise = {
        (e.id, s): model.column(price)
        for e in problem.exercises for s in slots if problem.slots[s].exercise
    }  # fmt: skip
    model.row(((c, 1) for c in exercise.values()), high=1)
    return _Columns(asked, exercise, _rated(model, problem, asked, exercise))


def _rated(
    model: _Model, problem: Problem, asked: dict[tuple[str, int], int],
    exercise: dict[tuple[str, int], int],
) -> dict[str, list[int]]:  # fmt: skip
    """For each capability and interview, a column that is 1 only if it is rated there."""
    by_id = {q.id: q.capability for q in problem.questions}
    shows = {e.id: {c.capability for c in e.criteria} for e in problem.exercises}
    rated: dict[str, list[int]] = {c: [] for c in problem.seat.needs}
    for c, columns in rated.items():
        for s in range(len(problem.slots)):
            column = model.column()
            made = [i for (q, at), i in asked.items() if at == s and by_id[q] == c]
            made += [i for (e, at), i in exercise.items() if at == s and c in shows[e]]
            model.row([(column, 1), *((i, -1) for i in made)], high=0)
            columns.append(column)
    return rated


def _time(problem: Problem, columns: _Columns, slot: int) -> list[tuple[int, float]]:
    minutes = {q.id: q.minutes for q in problem.questions}
    minutes |= {e.id: e.minutes for e in problem.exercises}
    taken = [*columns.asked.items(), *columns.exercise.items()]
    return [(column, minutes[id]) for (id, s), column in taken if s == slot]


def worth_trying(problem: Problem) -> list[Question]:
    """Questions that a best choice may need.

    Of those alike in capability, kind and minutes only as many as there are interviews: a second
    one in the same interview adds no rating, and a worse one can always be swapped for a better.
    """
    kept: list[Question] = []
    alike: dict[tuple[str, str, int], int] = defaultdict(int)
    for q in sorted(problem.questions, key=lambda q: problem.ranks[q.id]):
        key = (q.capability, q.kind, q.minutes)
        if problem.core(q) or alike[key] < len(problem.slots):
            kept.append(q)
            alike[key] += not problem.core(q)
    return kept

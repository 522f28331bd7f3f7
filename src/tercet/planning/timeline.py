"""Columns and rows of the model about packages: effort per week, half done, complete."""

from collections.abc import Sequence
from dataclasses import dataclass

from tercet.planning.network import Network, Node
from tercet.planning.solver import Model
from tercet.planning.staffing import Expression


@dataclass(frozen=True, slots=True)
class Windows:
    """Weeks by which each package may be half done and complete: (earliest, latest) each."""

    half: tuple[tuple[int, int], ...]
    complete: tuple[tuple[int, int], ...]

    @property
    def finish(self) -> int:
        """Earliest week by which all may be complete."""
        return max(low for low, _ in self.complete)


def all_windows(net: Network) -> Windows:
    """Every timeline that the deadline allows."""
    return Windows(
        tuple((n.half, n.latest_half) for n in net.nodes),
        tuple((n.complete, n.latest) for n in net.nodes),
    )


@dataclass(frozen=True, slots=True)
class Step:
    """A yes-or-no that turns to yes once: never before week `low`, always from week `high`."""

    low: int
    high: int
    columns: dict[int, int]

    def at(self, week: int) -> tuple[int, int | None]:
        """(constant, None), or (0, column), for whether it holds by `week`."""
        if week < self.low:
            return 0, None
        if week >= self.high:
            return 1, None
        return 0, self.columns[week]


@dataclass
class Timeline:
    """Adds the packages of `net` to a model, with all timelines inside `windows`."""

    model: Model
    net: Network
    windows: Windows
    precedence: bool

    def add(self) -> None:
        """All columns and rows about packages."""
        nodes = self.net.nodes
        followed = {a for n in nodes for a in n.soft}
        self.half = {i: self._step("half", i, *self.windows.half[i]) for i in sorted(followed)}
        self.complete = [
            self._step("complete", i, *self.windows.complete[i]) for i in range(len(nodes))
        ]
        for i, node in enumerate(nodes):
            self._effort(i, node)
            if self.precedence:
                self._done(i, node)

    def _gates(self, node: Node) -> list[Step]:
        """What must hold for a package to be worked on."""
        if not self.precedence:
            return []
        return [self.complete[a] for a in node.hard] + [self.half[a] for a in node.soft]

    def _step(self, kind: str, i: int, low: int, high: int) -> Step:
        if not self.precedence:
            return Step(low, low, {})
        columns = {
            week: self.model.add_column((kind, i, week), upper=1, integer=True)
            for week in range(low, high)
        }
        for week in range(low + 1, high):
            self.model.add_row([(columns[week], 1), (columns[week - 1], -1)], lower=0)
        return Step(low, high, columns)

    def _effort(self, i: int, node: Node) -> None:
        """A package's effort falls between what must come before and its completion."""
        gates, done = self._gates(node), self.complete[i]
        begin = max([node.start, *(gate.low for gate in gates)])
        last = self.windows.complete[i][1]
        by_week: dict[int, Expression] = {}
        for task in node.tasks:
            weeks: Expression = []
            for week in range(max(begin, task.first), last):
                column = self.model.add_column(
                    ("effort", i, task.capability, week), upper=task.rate
                )
                weeks.append((column, 1.0))
                by_week.setdefault(week, []).append((column, 1.0))
            self.model.add_row(weeks, lower=task.effort, upper=task.effort)
        most = sum(task.rate for task in node.tasks)
        for week, worked in by_week.items():
            _, closed = done.at(week)
            ends = [] if closed is None else [(closed, most)]
            for gate in gates:
                _, opened = gate.at(week)
                if opened is not None:
                    self.model.add_row([*worked, (opened, -most), *ends], upper=0)

    def _delivered(self, i: int, week: int) -> Expression:
        return [
            (self.model.column["effort", i, task.capability, past], 1.0)
            for task in self.net.nodes[i].tasks
            for past in range(task.first, week)
            if ("effort", i, task.capability, past) in self.model.column
        ]

    def _done(self, i: int, node: Node) -> None:
        complete, half, gates = self.complete[i], self.half.get(i), self._gates(node)
        for week, column in complete.columns.items():
            self.model.add_row([*self._delivered(i, week), (column, -node.effort)], lower=0)
        self._after(complete, gates, node.weeks)
        self._after(complete, [self.complete[a] for a in node.soft], 0)
        if half is None:
            return
        for week, column in half.columns.items():
            self.model.add_row([*self._delivered(i, week), (column, -node.effort / 2)], lower=0)
        if node.tasks and half.high < complete.high:
            self.model.add_row(self._delivered(i, half.high), lower=node.effort / 2)
        self._after(half, gates, node.half_weeks)
        self._after(complete, [half], 0)

    def _after(self, step: Step, others: Sequence[Step], weeks: int) -> None:
        """`step` holds only where each of `others` held `weeks` before."""
        for other in others:
            for week in range(step.low, max(step.high, other.high + weeks)):
                base, column = step.at(week)
                needed, before = other.at(week - weeks)
                if (column is None and base == 0) or (before is None and needed == 1):
                    continue
                terms: Expression = [] if column is None else [(column, 1.0)]
                terms += [] if before is None else [(before, -1.0)]
                self.model.add_row(terms, upper=needed - base)

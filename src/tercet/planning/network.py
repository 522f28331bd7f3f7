"""The project as a network of tasks with weeks in which each can run (critical path method)."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tercet.brief.records import Triple, WorkPackage
from tercet.kernel.uncertain import Distribution
from tercet.planning.crew import Group
from tercet.planning.records import Problem, Terms


@dataclass(frozen=True, slots=True)
class Task:
    """One capability's share of a package."""

    capability: str
    effort: float
    """Person-weeks of a full mid-level specialist."""
    rate: float
    """Most that a week can add: the best person's output, times as many as can share in it."""
    first: int
    """First week in which anybody able can work."""

    @property
    def weeks(self) -> int:
        """Fewest weeks it can take."""
        return weeks_for(self.effort, self.rate)


@dataclass(frozen=True, slots=True)
class Node:
    """A package in the network; `complete by week t` means finished before week t begins."""

    id: str
    tasks: tuple[Task, ...]
    hard: tuple[int, ...]
    """Predecessors that must be complete before it starts."""
    soft: tuple[int, ...]
    """Predecessors that must be half done before it starts and complete when it is."""
    weeks: int
    """Fewest weeks from start to completion."""
    half_weeks: int
    """Fewest weeks from start to half of the effort."""
    start: int
    half: int
    complete: int
    """Earliest start, half and completion week."""
    latest_half: int
    latest: int
    """Latest half and completion week."""

    @property
    def effort(self) -> float:
        """Person-weeks over all capabilities."""
        return sum(task.effort for task in self.tasks)


@dataclass(frozen=True, slots=True)
class Network:
    """All packages, the live one, and the weeks of the plan."""

    nodes: tuple[Node, ...]
    live: int
    deadline: int
    """Week by which the live package must be complete."""
    horizon: int
    """Week by which everything must be."""

    @property
    def fits(self) -> bool:
        """Whether every package has weeks in which it can run, people apart."""
        return all(n.complete <= n.latest and n.half <= n.latest_half for n in self.nodes)

    @property
    def sinks(self) -> tuple[int, ...]:
        """Packages that nothing follows: the project is finished when they are."""
        followed = {a for n in self.nodes for a in (*n.hard, *n.soft)}
        return tuple(i for i in range(len(self.nodes)) if i not in followed)


def weeks_for(effort: float, rate: float) -> int:
    """Whole weeks that `effort` takes at `rate` a week."""
    return max(1, math.ceil(effort / rate - 1e-9))


def effort_of(package: WorkPackage, terms: Terms) -> dict[str, float]:
    """Person-weeks to plan for, per capability, the handoff included in the largest."""
    work = {
        capability: planned(triple, terms.effort_quantile) * terms.effort_factor
        for capability, triple in package.work.items()
    }
    work = {capability: effort for capability, effort in work.items() if effort > 0}
    if package.handoff is not None and work:
        largest = max(work, key=lambda c: (work[c], c))
        work[largest] += terms.handoff_effort
    return work


def planned(triple: Triple, quantile: float) -> float:
    """Value of a three-point estimate that a share `quantile` of futures stays below."""
    return Distribution("triangular", (triple.low, triple.likely, triple.high)).quantile(quantile)


def wait_weeks(package: WorkPackage, terms: Terms) -> int:
    """Whole weeks that the package lasts at least."""
    if package.wait is None:
        return 0
    return math.ceil(planned(package.wait, terms.effort_quantile) - 1e-9)


def network(problem: Problem, crew: Sequence[Group], deadline: int) -> Network:
    """Packages with their earliest weeks (people's lead times included) and latest weeks.

    Capabilities that nobody offers must have been refused before.
    """
    index = {package.id: i for i, package in enumerate(problem.project.packages)}
    nodes: list[Node] = []
    for package in problem.project.packages:
        hard = tuple(index[edge.id] for edge in package.after if edge.hard)
        soft = tuple(index[edge.id] for edge in package.after if not edge.hard)
        nodes.append(_earliest(problem, package, crew, nodes, hard, soft))
    live = index[problem.project.live]
    horizon = deadline + _tail(nodes, live)
    return Network(_latest(nodes, live, deadline, horizon), live, deadline, horizon)


def _earliest(
    problem: Problem, package: WorkPackage, crew: Sequence[Group], before: list[Node],
    hard: tuple[int, ...], soft: tuple[int, ...],
) -> Node:  # fmt: skip
    terms = problem.terms
    tasks = tuple(
        _task(capability, effort, crew, terms)
        for capability, effort in effort_of(package, terms).items()
    )
    weeks = max([1, wait_weeks(package, terms), *(task.weeks for task in tasks)])
    half_weeks = (
        weeks_for(sum(t.effort for t in tasks) / 2, sum(t.rate for t in tasks))
        if tasks
        else math.ceil(weeks / 2)
    )
    start = max([0, *(before[a].complete for a in hard), *(before[a].half for a in soft)])
    half_from = min([max(start, task.first) for task in tasks], default=start)
    complete = max(
        start + weeks,
        *(max(start, task.first) + task.weeks for task in tasks),
        *(before[a].complete for a in soft),
        0,
    )
    half = min(half_from + half_weeks, complete)
    return Node(package.id, tasks, hard, soft, weeks, half_weeks, start, half, complete, 0, 0)


def _task(capability: str, effort: float, crew: Sequence[Group], terms: Terms) -> Task:
    able = [
        (g.first, m.productivity[capability])
        for g in crew
        for m in g.option.members
        if m.productivity.get(capability, 0) > 0
    ]
    sharing = max(1, math.ceil(effort / terms.crew_effort - 1e-9))
    rate = max(q for _, q in able) * terms.productive_share * sharing
    return Task(capability, effort, rate, min(first for first, _ in able))


def _tail(nodes: Sequence[Node], live: int) -> int:
    """Weeks after live within which what follows it must be finished: twice the least."""
    after = {live: 0}
    for i, node in enumerate(nodes):
        behind = [after[a] for a in (*node.hard, *node.soft) if a in after]
        if behind:
            after[i] = max(behind) + node.weeks
    rest = max(n.complete for n in nodes) - nodes[live].complete
    return max(2 * max(after.values()), rest)


def _latest(nodes: list[Node], live: int, deadline: int, horizon: int) -> tuple[Node, ...]:
    latest, half = [horizon] * len(nodes), [horizon] * len(nodes)
    latest[live] = deadline
    for i in reversed(range(len(nodes))):
        node = nodes[i]
        half[i] = min(half[i], latest[i])
        start = min(latest[i] - node.weeks, half[i] - node.half_weeks)
        for a in node.hard:
            latest[a] = min(latest[a], start)
        for a in node.soft:
            latest[a] = min(latest[a], latest[i])
            half[a] = min(half[a], start)
    return tuple(replace(n, latest=latest[i], latest_half=half[i]) for i, n in enumerate(nodes))

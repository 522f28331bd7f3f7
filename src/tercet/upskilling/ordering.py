"""The shortest order of steps for one learner: exact, by labels over sets of finished steps.

The learner does one step at a time. A finished step counts once it has stood in use for a while;
steps that build on it wait for that, others go on meanwhile. This is one machine with delayed
precedence. For each set of finished steps, only those partial orders are kept that no other beats
in time and in all delays still running, which loses no best order.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_EPS = 1e-9


@dataclass(frozen=True, slots=True)
class Task:
    """A step to place: weeks of work, weeks it must stand, and the steps that must count first."""

    work: float
    stand: float
    after: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Label:
    """Some of the tasks in order, and what follows from that."""

    order: tuple[int, ...]
    time: float
    """When the learner is free again."""
    counts: Mapping[int, float]
    """When each finished step counts."""
    end: float
    """When the last of them does."""


_START = _Label((), 0.0, {}, 0.0)


def shortest_order(tasks: Sequence[Task]) -> tuple[int, ...]:
    """Indices of `tasks` in an order whose last evidence counts as early as possible.

    Of several such orders, the one that takes the earlier index first wherever it can. Raises
    `ValueError` where steps wait for one another in a circle.
    """
    tails = _tails(tasks)
    label, limit = _START, _completed(tasks, tails, _START, 0.0).end
    for _ in tasks:
        label = next(
            new
            for i in _open(tasks, label)
            if _completed(tasks, tails, new := _after(tasks, label, i), limit).end <= limit + _EPS
        )
    return label.order


def starts(tasks: Sequence[Task], order: Sequence[int]) -> list[float]:
    """Week in which each task begins when they are done in `order`, each as early as it can."""
    label, found = _START, [0.0] * len(tasks)
    for i in order:
        label = _after(tasks, label, i)
        found[i] = label.time - tasks[i].work
    return found


def end_of(tasks: Sequence[Task], order: Sequence[int]) -> float:
    """Week in which the last evidence counts when `tasks` are done in `order`."""
    label = _START
    for i in order:
        label = _after(tasks, label, i)
    return label.end


def _after(tasks: Sequence[Task], label: _Label, i: int) -> _Label:
    task = tasks[i]
    begin = max([label.time, *(label.counts[j] for j in task.after)])
    done = begin + task.work
    counts = {**label.counts, i: done + task.stand}
    return _Label((*label.order, i), done, counts, max(label.end, done + task.stand))


def _completed(
    tasks: Sequence[Task], tails: Sequence[float], begun: _Label, enough: float
) -> _Label:
    """The shortest completion of `begun`; any that ends by `enough` will do."""
    best = _greedy(tasks, tails, begun)
    layer = {frozenset(begun.order): [begun]}
    while layer and best.end > enough + _EPS:
        following: dict[frozenset[int], list[_Label]] = {}
        for label in (one for labels in layer.values() for one in labels):
            if len(label.order) == len(tasks):
                best = min(best, label, key=lambda one: one.end)
            for i in _open(tasks, label):
                new = _after(tasks, label, i)
                if _least_end(tasks, tails, new) < best.end - _EPS:
                    _keep(tasks, following.setdefault(frozenset(new.order), []), new)
        layer = following
    return best


def _open(tasks: Sequence[Task], label: _Label) -> list[int]:
    """Tasks that are not done and whose predecessors all are."""
    return [
        i
        for i, task in enumerate(tasks)
        if i not in label.counts and all(j in label.counts for j in task.after)
    ]


def _greedy(tasks: Sequence[Task], tails: Sequence[float], label: _Label) -> _Label:
    """A good completion: of the tasks that can begin soonest, the one with most behind it."""
    while len(label.order) < len(tasks):
        choices = [(i, _after(tasks, label, i)) for i in _open(tasks, label)]
        if not choices:
            raise ValueError("steps wait for one another in a circle")
        label = min(choices, key=lambda c: (c[1].time - tasks[c[0]].work, -tails[c[0]], c[0]))[1]
    return label


def _tails(tasks: Sequence[Task]) -> list[float]:
    """Weeks from the end of each step's work until the last evidence behind it counts, at least."""
    tails = [task.stand for task in tasks]
    for _ in tasks:
        for i, task in enumerate(tasks):
            for j in task.after:
                tails[j] = max(tails[j], tasks[j].stand + task.work + tails[i])
    return tails


def _least_end(tasks: Sequence[Task], tails: Sequence[float], label: _Label) -> float:
    """No completion of `label` ends earlier than this."""
    rest = [i for i in range(len(tasks)) if i not in label.counts]
    bounds = [label.end]
    for i in rest:
        known = [label.counts[j] for j in tasks[i].after if j in label.counts]
        bounds.append(max([label.time, *known]) + tasks[i].work + tails[i])
    if rest:
        work = sum(tasks[i].work for i in rest)
        bounds.append(label.time + work + min(tasks[i].stand for i in rest))
    return max(bounds)


def _keep(tasks: Sequence[Task], labels: list[_Label], new: _Label) -> None:
    """Add `new` to the labels of its set unless one beats it; drop those that it beats."""
    waited = {j for i in range(len(tasks)) if i not in new.counts for j in tasks[i].after}
    waited &= new.counts.keys()
    if any(_beats(old, new, waited) for old in labels):
        return
    labels[:] = [old for old in labels if not _beats(new, old, waited)] + [new]


def _beats(a: _Label, b: _Label, waited: set[int]) -> bool:
    """Whether `a`, of the same tasks, is nowhere later than `b` in what still matters."""
    return (
        a.time <= b.time + _EPS
        and a.end <= b.end + _EPS
        and all(a.counts[j] <= max(b.counts[j], b.time) + _EPS for j in waited)
    )

"""Timelines narrowed: around a given one, by precedence, or where a relaxation is sure enough."""

from collections.abc import Iterable

from tercet.planning.network import Network, Node
from tercet.planning.solver import Solution
from tercet.planning.timeline import Windows


def begin(node: Node, half: list[int], complete: list[int]) -> int:
    """Week in which `node` may start, given when what comes before is half done and complete."""
    return max([0, *(complete[a] for a in node.hard), *(half[a] for a in node.soft)])


def around(net: Network, at: Windows, reach: int, free: frozenset[int]) -> Windows:
    """Timelines that differ from `at` by at most `reach` weeks, in the packages `free`."""

    def widened(week: int, low: int, high: int, i: int) -> tuple[int, int]:
        if i not in free:
            return week, week
        return max(low, week - reach), min(high, week + reach)

    return Windows(
        tuple(widened(w, n.half, n.latest_half, i)
              for i, ((w, _), n) in enumerate(zip(at.half, net.nodes, strict=True))),
        tuple(widened(w, n.complete, n.latest, i)
              for i, ((w, _), n) in enumerate(zip(at.complete, net.nodes, strict=True))),
    )  # fmt: skip


def settled(net: Network, found: Solution, asked: Windows) -> Windows:
    """The timeline that a solution inside `asked` chose."""

    def first(kind: str, i: int, low: int, high: int) -> tuple[int, int]:
        week = next((w for w in range(low, high) if found[kind, i, w] > 0.5), high)
        return week, week

    return Windows(
        tuple(first("half", i, *asked.half[i]) for i in range(len(net.nodes))),
        tuple(first("complete", i, *asked.complete[i]) for i in range(len(net.nodes))),
    )


def _first(relaxed: Solution, kind: str, i: int, low: int, high: int, threshold: float) -> int:
    return next((w for w in range(low, high) if relaxed[kind, i, w] >= threshold), high)


def _between(low: int, high: int, share: float) -> int:
    return low + round((high - low) * share)


def tightened(net: Network, at: Windows) -> Windows | None:
    """`at` without the weeks that precedence rules out; None when nothing is left."""
    half = [list(pair) for pair in at.half]
    complete = [list(pair) for pair in at.complete]
    for i, node in enumerate(net.nodes):
        start = max([0, *(complete[a][0] for a in node.hard), *(half[a][0] for a in node.soft)])
        least = [start + node.weeks, *(complete[a][0] for a in node.soft)]
        half[i][0] = max(half[i][0], start + node.half_weeks)
        complete[i][0] = max([complete[i][0], *least])
    for i in reversed(range(len(net.nodes))):
        node = net.nodes[i]
        half[i][1] = min(half[i][1], complete[i][1])
        start = min(complete[i][1] - node.weeks, half[i][1] - node.half_weeks)
        for a in node.hard:
            complete[a][1] = min(complete[a][1], start)
        for a in node.soft:
            complete[a][1] = min(complete[a][1], complete[i][1])
            half[a][1] = min(half[a][1], start)
    for i in range(len(net.nodes)):
        half[i][0] = min(half[i][0], complete[i][1])
        if half[i][0] > half[i][1] or complete[i][0] > complete[i][1]:
            return None
    return Windows(tuple((a, b) for a, b in half), tuple((a, b) for a, b in complete))


def fixed(
    net: Network, at: Windows, relaxed: Solution, which: Iterable[int], threshold: float
) -> Windows | None:
    """`at` with the packages `which` settled where the relaxation has them to `threshold`."""
    half, complete = list(at.half), list(at.complete)
    for i in which:
        for kind, pairs in (("half", half), ("complete", complete)):
            low, high = pairs[i]
            week = _first(relaxed, kind, i, low, high, threshold)
            pairs[i] = (week, week)
    return tightened(net, Windows(tuple(half), tuple(complete)))

"""Timelines read off a relaxation: each package complete in the first week that is likely enough."""

from collections.abc import Iterable

from tercet.planning.network import Network, Node
from tercet.planning.solver import Solution
from tercet.planning.timeline import Windows


def rounded(net: Network, relaxed: Solution, threshold: float) -> Windows | None:
    """Each package complete (and half done) in the first week where the relaxation says so
    to at least `threshold`, made to respect precedence; None when that misses a latest week.
    """
    half, complete = [0] * len(net.nodes), [0] * len(net.nodes)
    for i, node in enumerate(net.nodes):
        start = begin(node, half, complete)
        least = max([start + node.weeks, *(complete[a] for a in node.soft), node.complete])
        wished = _first(relaxed, "complete", i, node.complete, node.latest, threshold)
        complete[i] = max(least, wished)
        wished = _first(relaxed, "half", i, node.half, node.latest_half, threshold)
        half[i] = min(max(start + node.half_weeks, node.half, wished), complete[i])
    return windows_at(net, half, complete)


def earliest(net: Network) -> Windows:
    """Everything as early as the network and people's lead times allow."""
    fixed = windows_at(net, [n.half for n in net.nodes], [n.complete for n in net.nodes])
    assert fixed is not None  # asked only of networks that fit
    return fixed


def stretched(net: Network, share: float) -> Windows | None:
    """Between the earliest and the latest timeline, `share` of the way."""
    half, complete = [0] * len(net.nodes), [0] * len(net.nodes)
    for i, node in enumerate(net.nodes):
        start = begin(node, half, complete)
        least = max([start + node.weeks, *(complete[a] for a in node.soft)])
        complete[i] = max(least, _between(node.complete, node.latest, share))
        half[i] = min(
            max(start + node.half_weeks, _between(node.half, node.latest_half, share)), complete[i]
        )
    return windows_at(net, half, complete)


def begin(node: Node, half: list[int], complete: list[int]) -> int:
    """Week in which `node` may start, given when what comes before is half done and complete."""
    return max([0, *(complete[a] for a in node.hard), *(half[a] for a in node.soft)])


def windows_at(net: Network, half: list[int], complete: list[int]) -> Windows | None:
    """The one timeline with these weeks; None when a package misses its latest week."""
    for i, node in enumerate(net.nodes):
        if complete[i] > node.latest or half[i] > node.latest_half:
            return None
    return Windows(tuple((w, w) for w in half), tuple((w, w) for w in complete))


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

"""Order in a graph of packages, given as id → ids of its predecessors."""

from collections.abc import Iterable, Mapping
from graphlib import CycleError, TopologicalSorter

Graph = Mapping[str, Iterable[str]]


def find_cycle(after: Graph) -> tuple[str, ...] | None:
    """A round trip in order of work, its first package repeated at the end; None without one."""
    try:
        TopologicalSorter(after).prepare()
    except CycleError as error:
        return tuple(error.args[1])
    return None


def in_order(after: Graph) -> tuple[str, ...]:
    """All ids with every predecessor first, otherwise as close to the given order as can be."""
    waiting = {id: set(before) for id, before in after.items()}
    done: list[str] = []
    while waiting:
        ready = next(id for id, before in waiting.items() if before.isdisjoint(waiting))
        done.append(ready)
        del waiting[ready]
    return tuple(done)


def ancestors(after: Graph, id: str) -> frozenset[str]:
    """Everything that must come before `id`, directly or by way of others."""
    found: set[str] = set()
    stack = list(after[id])
    while stack:
        package = stack.pop()
        if package not in found:
            found.add(package)
            stack.extend(after[package])
    return frozenset(found)


def ends(after: Graph) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Packages without predecessor and packages without successor."""
    followed = {before for all_before in after.values() for before in all_before}
    sources = tuple(id for id, before in after.items() if not tuple(before))
    return sources, tuple(id for id in after if id not in followed)

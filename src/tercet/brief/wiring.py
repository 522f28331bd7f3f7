"""Packages that needs bring in, tied into the graph; and small neighbours joined into one.

Both leave every other package as it is, and keep one start, one end and no circle.
"""

from collections.abc import Sequence
from dataclasses import replace

from tercet.brief.records import Edge, WorkPackage
from tercet.brief.scaling import together
from tercet.catalog.graph import Graph, ancestors, ends
from tercet.catalog.packages import Kinds, is_hard
from tercet.catalog.records import AddedPackage

Packages = tuple[WorkPackage, ...]


def graph_of(packages: Sequence[WorkPackage]) -> dict[str, list[str]]:
    """Package → its predecessors."""
    return {package.id: [edge.id for edge in package.after] for package in packages}


def tied_in(
    packages: Packages, added: AddedPackage, work: WorkPackage, live: str, kinds: Kinds
) -> Packages:
    """`packages` with `work` after and before the main packages of the kinds that `added` names.

    Where none is there, it follows the start of the project and precedes the live package.
    """
    after = graph_of(packages)
    before_it = _nearest(after, _main(packages, added.after_kinds)) or list(ends(after)[0])
    earlier = set(before_it).union(*(ancestors(after, id) for id in before_it))
    followers = [id for id in _main(packages, added.before_kinds) if id not in earlier] or [live]
    followers = [id for id in followers if ancestors(after, id).isdisjoint(followers)]
    kind_of = {package.id: kinds[package.kind] for package in packages}
    mine = kinds[work.kind]
    new = replace(work, after=tuple(Edge(id, is_hard(kind_of[id], mine)) for id in before_it))
    return (*(
        replace(package, after=(*package.after, Edge(new.id, is_hard(mine, kind_of[package.id]))))
        if package.id in followers else package
        for package in packages
    ), new)  # fmt: skip


def _main(packages: Packages, kinds: Sequence[str]) -> list[str]:
    """For each of `kinds` the largest package of it; an id stands for the package itself."""
    chosen = []
    for kind in kinds:
        found = [package for package in packages if kind in (package.kind, package.id)]
        if found:
            chosen.append(max(found, key=_effort).id)
    return chosen


def _nearest(after: Graph, ids: list[str]) -> list[str]:
    """Those of `ids` that do not come before another one of them anyway."""
    implied = frozenset[str]().union(*(ancestors(after, id) for id in ids))
    return [id for id in dict.fromkeys(ids) if id not in implied]


def _effort(package: WorkPackage) -> float:
    return sum(effort.likely for effort in package.work.values())


def joined(packages: Packages, most: int, kinds: Kinds) -> tuple[Packages, tuple[str, ...]]:
    """At most `most` packages, and what was joined with what ("Load test + Failover drill").

    Pairs that a team does in one go are joined before others, small ones before large, and none
    twice while another is left. Packages with a wait, gates, tests with users and going live stay
    apart. No effort is lost.
    """
    names: list[str] = []
    grown: set[str] = set()
    while len(packages) > most:
        pairs = _pairs(packages, kinds)
        if not pairs:
            break
        first, second = min(
            pairs,
            key=lambda pair: (
                len(grown.intersection((pair[0].id, pair[1].id))),
                pair[1].kind not in kinds[pair[0].kind].partners,
                round(_effort(pair[0]) + _effort(pair[1]), 6),
            ),
        )
        names.append(f"{first.name} + {second.name}")
        packages, id = _join(packages, first, second)
        grown.add(id)
    return packages, tuple(names)


def _pairs(packages: Packages, kinds: Kinds) -> list[tuple[WorkPackage, WorkPackage]]:
    after = graph_of(packages)
    by_id = {package.id: package for package in packages}
    return [
        (by_id[id], second)
        for second in packages if _may_join(second, kinds)
        for id in after[second.id] if _may_join(by_id[id], kinds)
        # Joining across a detour would make a circle of it.
        and not any(id in ancestors(after, other) for other in after[second.id])
    ]  # fmt: skip


def _may_join(package: WorkPackage, kinds: Kinds) -> bool:
    return kinds[package.kind].mergeable and package.wait is None


def _join(packages: Packages, first: WorkPackage, second: WorkPackage) -> tuple[Packages, str]:
    large, small = (first, second) if _effort(first) > _effort(second) else (second, first)
    new = replace(
        large,
        name=f"{large.name} + {small.name}",
        after=_edges((*first.after, *second.after), {}, leave_out={first.id, second.id}),
        work=together(large.work, small.work), outside=together(large.outside, small.outside),
        artefact=f"{large.artefact}; {small.artefact}",
        done_when=f"{large.done_when}; {small.done_when}",
        basis="; ".join(dict.fromkeys((large.basis, small.basis))),
    )  # fmt: skip
    renamed = {small.id: large.id}
    rest = (
        new if package.id == large.id
        else replace(package, after=_edges(package.after, renamed, leave_out=set()))
        for package in packages if package.id != small.id
    )  # fmt: skip
    return tuple(rest), large.id


def _edges(edges: Sequence[Edge], renamed: dict[str, str], leave_out: set[str]) -> tuple[Edge, ...]:
    """Each predecessor once, hard if any of its links is."""
    hard: dict[str, bool] = {}
    for edge in edges:
        id = renamed.get(edge.id, edge.id)
        if id not in leave_out:
            hard[id] = hard.get(id, False) or edge.hard
    return tuple(Edge(id, is_hard) for id, is_hard in hard.items())

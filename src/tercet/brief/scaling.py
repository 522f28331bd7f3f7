"""Blueprint packages sized for one brief: by volume and by the needs of the product.

effort = effort at M × factor of the size × factors of the needs, for low, likely and high alike.
Waits do not grow: nobody shortens or stretches them by working.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

from tercet.brief.records import Edge, Triple, WorkPackage
from tercet.catalog.records import AddedPackage, BlueprintPackage, Catalog, Size


def sized(
    package: BlueprintPackage, size: Size, needs: Sequence[str], catalog: Catalog
) -> WorkPackage:
    """`package` at `size`, enlarged or shrunk by each of `needs`."""
    growth = catalog.value(f"size.{package.size_class}.{size}")
    return _scaled(package, growth * math.prod(package.needs.get(need, 1.0) for need in needs))


def sized_addition(
    added: AddedPackage, archetype: str, size: Size, languages: int, catalog: Catalog
) -> WorkPackage | None:
    """The package that a need brings in; None where the blueprint holds all of it already.

    What handles languages is needed once for each language beyond the first.
    """
    growth = catalog.value(f"size.{added.package.size_class}.{size}")
    times = max(languages - 1, 1) if added.need == "multilingual" else 1
    factor = growth * added.scale.get(archetype, 1.0) * times
    return _scaled(added.package, factor) if factor else None


def without_slivers(package: WorkPackage, sliver: float) -> WorkPackage:
    """The same effort, with side capabilities of at most `sliver` person-weeks moved to the main.

    The planner would otherwise look for somebody for half a week.
    """
    main = max(package.work, key=lambda capability: package.work[capability].likely)
    small = [capability for capability, effort in package.work.items()
             if capability != main and effort.likely <= sliver]  # fmt: skip
    work = {capability: effort for capability, effort in package.work.items()
            if capability not in small}  # fmt: skip
    for capability in small:
        work[main] = plus(work[main], package.work[capability])
    return replace(package, work=work)


def plus(one: Triple, other: Triple) -> Triple:
    """Both efforts, each value with its like."""
    return Triple(*(round(a + b, 3) for a, b in zip(_values(one), _values(other), strict=True)))


def _values(effort: Triple) -> tuple[float, float, float]:
    return effort.low, effort.likely, effort.high


def together(one: Mapping[str, Triple], other: Mapping[str, Triple]) -> dict[str, Triple]:
    """Two efforts by capability (or by outside person) as one."""
    total = dict(one)
    for key, effort in other.items():
        total[key] = plus(total[key], effort) if key in total else effort
    return total


def _scaled(package: BlueprintPackage, factor: float) -> WorkPackage:
    def effort(by: Mapping[str, tuple[float, float, float]]) -> dict[str, Triple]:
        return {key: Triple(*(round(part * factor, 3) for part in three))
                for key, three in by.items()}  # fmt: skip

    return WorkPackage(
        id=package.id, name=package.name, kind=package.kind,
        after=tuple(Edge(id, hard) for id, hard in package.after),
        work=effort(package.work), wait=Triple(*package.wait) if package.wait else None,
        outside=effort(package.outside), artefact=package.artefact, done_when=package.done_when,
        handoff=package.handoff, quality=package.kind == "quality", grade=package.grade,
        basis=package.basis,
    )  # fmt: skip


def unscaled(package: BlueprintPackage) -> WorkPackage:
    """`package` exactly as it stands."""
    return _scaled(package, 1.0)

"""From a brief to its project: the blueprint of its kind, sized, with what its needs bring in."""

from collections.abc import Sequence
from typing import Any

from tercet.brief.records import Brief, Project, Triple, WorkPackage
from tercet.brief.scaling import sized, sized_addition, unscaled, without_slivers
from tercet.brief.wiring import graph_of, joined, tied_in
from tercet.catalog.blueprints import MOST, check_live, shipped_kinds
from tercet.catalog.graph import in_order
from tercet.catalog.packages import build_packages, check_rows
from tercet.catalog.records import NEEDS, Catalog, Size
from tercet.kernel.errors import InputError
from tercet.kernel.rules import finding


def outline(brief: Brief, catalog: Catalog) -> Project:
    """The work that `brief` asks for: at most 25 packages in order, one start and one end.

    Efforts are person-weeks of a full mid-level specialist. All of them are assumptions. Packages
    of the user's own are the work as they stand.
    """
    if brief.own:
        return brief.own
    blueprint = catalog.blueprints[brief.archetype.id]
    kinds = shipped_kinds()
    wanted = {need.id for need in brief.needs}
    needs = [need for need in NEEDS if need in wanted]
    packages = tuple(sized(package, brief.size, needs, catalog) for package in blueprint.packages)
    for added in catalog.added:
        if added.need in wanted:
            work = sized_addition(added, blueprint.id, brief.size, brief.languages, catalog)
            if work:
                packages = tied_in(packages, added, work, blueprint.live, kinds)
    packages, names = joined(packages, MOST, kinds)
    sliver = catalog.value("project.sliver")
    return Project(
        archetype=blueprint.id, name=blueprint.name, size=brief.size,
        packages=_ordered([without_slivers(package, sliver) for package in packages]),
        live=blueprint.live, spread=blueprint.spread,
        findings=tuple(finding("tercet.catalog", "TC056", packages=name) for name in names),
    )  # fmt: skip


def project_from_rows(
    rows: Any,
    *,
    place: str,
    catalog: Catalog,
    archetype: str = "generic-ml",
    size: Size = "M",
    live: str | None = None,
) -> Project:
    """A project of the user's own packages, taken as they stand: nothing is scaled or joined.

    `live` names the package whose end means live; without it, the last one before hypercare.
    Raises `InputError` with the first rule that the rows break.
    """
    kinds = shipped_kinds()
    broken = check_rows(rows, place, kinds)
    packages: tuple[WorkPackage, ...] = ()
    if not broken:
        packages = _ordered([unscaled(package) for package in build_packages(rows, kinds)])
        live = live or _last_before_hypercare(packages)
        broken = tuple(check_live(rows, live, place))
    for first in broken:
        raise InputError(first.code, first.message, place=first.place, hint=first.fix)
    assert live is not None
    blueprint = catalog.blueprints[archetype]
    return Project(archetype, blueprint.name, size, packages, live, blueprint.spread)


def rows_of(project: Project) -> list[dict[str, Any]]:
    """The packages as plain rows, for a file that `project_from_rows` takes back unchanged."""
    return [_row(package) for package in project.packages]


def _row(package: WorkPackage) -> dict[str, Any]:
    return {
        "id": package.id, "name": package.name, "kind": package.kind,
        "after": [{"id": edge.id, "hard": edge.hard} for edge in package.after],
        "work": {key: _three(effort) for key, effort in package.work.items()},
        "wait": _three(package.wait) if package.wait else None,
        "outside": {who: _three(effort) for who, effort in package.outside.items()},
        "artefact": package.artefact, "done_when": package.done_when,
        "handoff": package.handoff, "grade": package.grade, "basis": package.basis,
    }  # fmt: skip


def _three(effort: Triple) -> list[float]:
    return [effort.low, effort.likely, effort.high]


def _ordered(packages: Sequence[WorkPackage]) -> tuple[WorkPackage, ...]:
    by_id = {package.id: package for package in packages}
    return tuple(by_id[id] for id in in_order(graph_of(packages)))


def _last_before_hypercare(packages: Sequence[WorkPackage]) -> str:
    rest = [package for package in packages if package.kind != "hyper"]
    return (rest or packages)[-1].id

"""Blueprints: the kinds of project as work packages, read from files and checked.

Source of the method: published project accounts bound totals and support contents; the efforts
are our judgement (docs/decisions/0020). `needs.yaml` holds what blueprints share.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from tercet.catalog.graph import ancestors
from tercet.catalog.packages import Kind, Kinds, build_packages, check_rows, predecessors, three
from tercet.catalog.records import ARCHETYPES, NEEDS, AddedPackage, Blueprint
from tercet.kernel.errors import InputError
from tercet.kernel.files import read_text
from tercet.kernel.rules import Finding, finding
from tercet.kernel.yamls import parse_yaml

FEWEST, MOST = 10, 25
"""Packages of a project: fewer say too little, more cannot be planned well or read."""
SHIPPED = Path(__file__).parent / "data"
_ADDED_ONLY = ("need", "after_kinds", "before_kinds", "scale")
Files = Mapping[str, Any]


def load_blueprints(folder: Path) -> tuple[dict[str, Blueprint], tuple[AddedPackage, ...]]:
    """Blueprints by archetype and the packages that needs add, from data folder `folder`.

    Raises `InputError` with the first rule that a file breaks; see `check_blueprints` for all.
    """
    files = _read_all(folder)
    for broken in _check(files):
        raise InputError(broken.code, broken.message, place=broken.place, hint=broken.fix)
    kinds = _kinds(files["needs.yaml"])
    blueprints = {
        archetype: _blueprint(files[_file(archetype)], kinds, files["cues.yaml"][archetype])
        for archetype in ARCHETYPES
    }
    return blueprints, tuple(_added(row, kinds) for row in files["needs.yaml"]["added"])


def check_blueprints(folder: Path) -> tuple[Finding, ...]:
    """Every rule that the blueprints in data folder `folder` break, with file and package."""
    return tuple(_check(_read_all(folder)))


@cache
def shipped_kinds() -> Kinds:
    """Types of package by id: the vocabulary that users' own projects share with blueprints."""
    return _kinds(_read(SHIPPED, "needs.yaml"))


def _read_all(folder: Path) -> Files:
    names = ("needs.yaml", "cues.yaml", *map(_file, ARCHETYPES))
    return {name: _read(folder, name) for name in names}


def _file(archetype: str) -> str:
    return f"blueprints/{archetype}.yaml"


def _read(folder: Path, name: str) -> Any:
    return parse_yaml(read_text(folder / name), place=name)


def _kinds(shared: Mapping[str, Any]) -> Kinds:
    return {id: _kind(id, row, shared) for id, row in shared["kinds"].items()}


def _check(files: Files) -> Iterator[Finding]:
    kinds = _kinds(files["needs.yaml"])
    yield from _check_added(files["needs.yaml"]["added"], kinds)
    for archetype in ARCHETYPES:
        yield from _check_blueprint(archetype, files[_file(archetype)], kinds)
        cues = files["cues.yaml"].get(archetype)
        if not cues:
            yield finding(__package__, "TC054", place="cues.yaml", field=archetype, value=cues)


def _kind(id: str, row: Mapping[str, Any], shared: Mapping[str, Any]) -> Kind:
    low, high = shared["ranges"][row["range"]]
    return Kind(
        id, row["size_class"], (low, high), row["artefact"], row["done_when"], row["handoff"],
        wait=three(row.get("wait")), needs=row["needs"],
        hard_before=id in shared["hard_before"], hard_after=id in shared["hard_after"],
        mergeable=id in shared["mergeable"], partners=tuple(shared["partners"].get(id, ())),
    )  # fmt: skip


def _check_blueprint(archetype: str, rows: Mapping[str, Any], kinds: Kinds) -> Iterator[Finding]:
    place = _file(archetype)

    def says(code: str, **values: object) -> Finding:
        return finding(__package__, code, place=place, **values)

    for field in ("name", "describes", "baseline"):
        if not isinstance(rows.get(field), str):
            yield says("TC054", field=field, value=rows.get(field))
    if rows.get("id") != archetype:
        yield says("TC054", field="id", value=rows.get("id"))
    spread = rows.get("spread")
    if not isinstance(spread, float) or not 0 < spread < 1:
        yield says("TC054", field="spread", value=spread)
    packages: Any = rows.get("packages")
    broken = check_rows(packages, place, kinds)
    yield from broken
    if not broken:
        if not FEWEST <= len(packages) <= MOST:
            yield says("TC051", count=len(packages), fewest=FEWEST, most=MOST)
        yield from check_live(packages, str(rows.get("live")), place)


def check_live(rows: Sequence[Mapping[str, Any]], live: str, place: str) -> Iterator[Finding]:
    """That package `live` exists and hypercare comes after it, in rows that form a graph."""
    after = {row["id"]: list(predecessors(row)) for row in rows}
    if live not in after:
        yield finding(__package__, "TC052", place=place, live=live)
        return
    for row in rows:
        if row["kind"] == "hyper" and live not in ancestors(after, row["id"]):
            yield finding(__package__, "TC053", place=place, hyper=row["id"], live=live)


def _check_added(rows: list[dict[str, Any]], kinds: Kinds) -> Iterator[Finding]:
    known = set(kinds)
    for row in rows:
        place = f"needs.yaml: {row.get('id')}"
        yield from check_rows([_plain(row)], "needs.yaml", kinds)
        named = [("need", row.get("need"), set(NEEDS))]
        named += [(f, kind, known) for f in ("after_kinds", "before_kinds") for kind in row[f]]
        named += [("scale", archetype, set(ARCHETYPES)) for archetype in row.get("scale", {})]
        for field, value, allowed in named:
            if value not in allowed:
                yield finding(__package__, "TC055", place=place, field=field, value=value)
        known.add(row["id"])


def _plain(row: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in row.items() if key not in _ADDED_ONLY}


def _added(row: Mapping[str, Any], kinds: Kinds) -> AddedPackage:
    # It is there because of its need, so neither needs nor volume enlarge it further.
    (package,) = build_packages([{"needs": {}, "size_class": "fixed", **_plain(row)}], kinds)
    return AddedPackage(package, row["need"], tuple(row["after_kinds"]),
                        tuple(row["before_kinds"]), row.get("scale", {}))  # fmt: skip


def _blueprint(rows: Mapping[str, Any], kinds: Kinds, cues: Mapping[str, float]) -> Blueprint:
    return Blueprint(
        id=rows["id"], name=rows["name"], describes=rows["describes"], baseline=rows["baseline"],
        live=rows["live"], cues=cues, packages=build_packages(rows["packages"], kinds),
        spread=rows["spread"],
    )  # fmt: skip

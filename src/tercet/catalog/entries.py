"""The catalogue's YAML files as typed records: roles, capabilities, pods, claims."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tercet.catalog.records import (
    CAPABILITIES,
    LEVELS,
    ROLES,
    VETTED,
    Capability,
    Claim,
    Pod,
    Role,
)
from tercet.catalog.tables import Faults
from tercet.kernel.errors import InputError
from tercet.kernel.files import read_text
from tercet.kernel.yamls import parse_yaml


def read_roles(folder: Path, faults: Faults) -> dict[str, Role]:
    """The nine roles, in the order of the file."""
    shape = {"name": str, "code": str, "describes": str, "titles": list, "soft_skills": list}
    roles = {}
    for id, place, entry in _entries(folder, "roles.yaml", shape, faults):
        faults.refer(place, "id", [id], ROLES, "tercet")
        texts = {key: tuple(map(str, entry[key])) for key in ("titles", "soft_skills")}
        roles[id] = Role(id, entry["name"], entry["code"], entry["describes"], **texts)
    return roles


def read_capabilities(folder: Path, faults: Faults) -> dict[str, Capability]:
    """The eleven capabilities, in the order of the file."""
    shape = {"name": str, "describes": str}
    capabilities = {}
    for id, place, entry in _entries(folder, "capabilities.yaml", shape, faults):
        faults.refer(place, "id", [id], CAPABILITIES, "tercet")
        capabilities[id] = Capability(id, entry["name"], id in VETTED, entry["describes"])
    return capabilities


def read_pods(folder: Path, regions: Mapping[str, object], faults: Faults) -> dict[str, Pod]:
    """Pods by id."""
    pods = {}
    shape = {"name": str, "members": list, "regions": list}
    for id, place, entry in _entries(folder, "pods.yaml", shape, faults):
        members = [str(member).rpartition(" ")[::2] for member in entry["members"]]
        faults.refer(place, "members", [level for level, _ in members], LEVELS, "tercet")
        faults.refer(place, "members", [role for _, role in members], ROLES, "roles.yaml")
        faults.refer(place, "regions", entry["regions"], regions, "regions.csv")
        pods[id] = Pod(
            id, entry["name"], tuple((role, level) for level, role in members),  # type: ignore[misc]
            tuple(entry["regions"]),
        )  # fmt: skip
    return pods


def read_claims(folder: Path, sources: Mapping[str, object], faults: Faults) -> dict[str, Claim]:
    """Claims of the framework's source by id."""
    claims = {}
    shape = {"says": str, "source": str, "test": str, "expects": dict, "note": str}
    for id, place, entry in _entries(folder, "claims.yaml", shape, faults):
        faults.refer(place, "source", [entry["source"]], sources, "sources.csv")
        expects = {}
        for name, pair in entry["expects"].items():
            try:
                low, high = (float(number) for number in pair)
                expects[str(name)] = (low, high)
            except (TypeError, ValueError):
                faults.add("TC017", place, entry=f"expects: {name}", wanted="two numbers")
        claims[id] = Claim(
            id, entry["says"], entry["source"], entry["test"], expects, entry["note"]
        )
    return claims


def _entries(
    folder: Path, name: str, shape: Mapping[str, type], faults: Faults
) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """(id, place, entry) of each well-shaped entry of the mapping in file `name`."""
    try:
        text = read_text(folder / name)
        data = parse_yaml(text, place=name)
    except InputError as error:
        faults.note(error, name if error.code != "TC090" else error.place)
        return
    if not isinstance(data, dict):
        faults.add("TC017", name, entry=name, wanted="a mapping of ids to entries")
        return
    for id, entry in data.items():
        place = f"{name}:{_line(text, str(id))}"
        if not isinstance(entry, dict):
            faults.add("TC017", place, entry=id, wanted=f"the keys {', '.join(shape)}")
            continue
        wrong = [key for key, kind in shape.items() if not isinstance(entry.get(key), kind)]
        odd = [key for key in entry if key not in shape]
        for key in wrong:
            faults.add("TC017", place, entry=id, wanted=f"{key} as a {_WORDS[shape[key]]}")
        for key in odd:
            faults.add("TC017", place, entry=id, wanted=f"no key {key!r}")
        if wrong or odd:
            faults.spoilt.add(f"{name}: {id}")
        else:
            yield str(id), place, entry


_WORDS: Mapping[type, str] = {str: "text", list: "list", dict: "mapping"}


def _line(text: str, id: str) -> int:
    """The line on which the top-level entry `id` begins."""
    found = re.search(rf"^[\"']?{re.escape(id)}[\"']?\s*:", text, re.MULTILINE)
    return text.count("\n", 0, found.start()) + 1 if found else 1

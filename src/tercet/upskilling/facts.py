"""What a role asks, what is usual in it, and the steps between: read once from data files."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from tercet.catalog.records import VETTED, Catalog, Level
from tercet.evidence.records import RUNGS, Rung
from tercet.kernel.yamls import parse_yaml

Key = tuple[str, Rung]
"""A step: capability and the rung that it reaches."""


@dataclass(frozen=True, slots=True)
class Work:
    """What is done in a step, what proves it, and which steps it comes after."""

    work: str
    evidence: str
    after: tuple[Key, ...]


def asked(catalog: Catalog, role: str, level: Level) -> dict[str, Rung]:
    """Capability → rung that `role` asks of somebody who starts in it at `level`."""
    rules = _file("asked")
    shares = _shares(catalog, role)
    rungs = {
        c: rules["asked"][level][share]
        for c, share in shares.items()
        if c not in rules["beyond"] or share == "full"
    }
    alone = rules["alone"]
    if level in alone["levels"]:
        owned = [c for c in alone["capabilities"] if shares.get(c) == alone["from"]]
        rungs |= dict.fromkeys(owned, alone["rung"])
    return {c: rung for c, rung in rungs.items() if rung in RUNGS}


def usual(catalog: Catalog, role: str) -> dict[str, Rung]:
    """Capability → rung that is taken as usual of somebody who holds `role`."""
    return {c: _file("asked")["usual"][share] for c, share in _shares(catalog, role).items()}


def grown() -> tuple[str, ...]:
    """Capabilities that people can grow in here: the seven vetted ones and some beyond."""
    return (*VETTED, *_file("asked")["beyond"])


def ladder() -> tuple[Rung, ...]:
    """Rungs that are reached by hands-on work, lowest first."""
    return tuple(_file("asked")["ladder"])


@cache
def works() -> Mapping[Key, Work]:
    """Every step by capability and rung, in the order of the data file."""
    return {
        (capability, rung): Work(
            row["work"], row["evidence"], tuple(map(_key, row.get("after", ())))
        )
        for capability, rungs in _file("steps").items()
        for rung, row in rungs.items()
    }


def _key(text: str) -> Key:
    capability, _, rung = text.rpartition(".")
    return capability, rung  # type: ignore[return-value]  # tests hold every word of the file


def _shares(catalog: Catalog, role: str) -> dict[str, str]:
    """Capability → full, some or limited, from the skills matrix; none is left out."""
    named = _file("asked")["shares"]
    found = {}
    for capability in grown():
        share = catalog.productivity(role, "mid", capability)
        kinds = [kind for kind, least in named.items() if share >= least]
        if kinds:
            found[capability] = kinds[0]
    return found


@cache
def _file(name: str) -> dict[str, Any]:
    path = resources.files(__package__).joinpath("data", f"{name}.yaml")
    rows: dict[str, Any] = parse_yaml(path.read_text("utf-8"), place=f"upskilling/data/{name}.yaml")
    return rows

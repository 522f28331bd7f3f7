"""People on staff from a file: a short review in YAML, or what `tercet screen` wrote."""

import difflib
import math
import reprlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from tercet.catalog.records import LEVELS, ROLES, VETTED, Catalog
from tercet.evidence.records import RUNGS, Rung
from tercet.kernel.errors import InputError
from tercet.kernel.files import read_text
from tercet.kernel.rules import Finding, broken, finding
from tercet.kernel.yamls import parse_yaml
from tercet.upskilling.facts import grown
from tercet.upskilling.records import Learner, Team

KEYS = ("name", "role", "level", "country", "share", "capabilities", "assessment", "file")
ELSEWHERE = "US"
"""Home of a team whose file names no country, as in `tercet market`."""


def read_team(path: str | Path, catalog: Catalog) -> Team:
    """The team in the file at `path`: a mapping with `people`, or results of `tercet screen`.

    Raises `InputError` TU001 (shape), TU002 (unknown word), TU003 (something missing), TU004 (a
    name twice) or TU005 (nothing usable in an assessment), with the place in the file.
    """
    place = str(path)
    data = parse_yaml(read_text(path), place=place)
    unread: list[Finding] = []
    if isinstance(data, list):
        unread = [finding(__package__, "TU018", place=place, name=n) for n in _unread(data)]
        data = {"people": [_person_of(row, place) for row in data if not _failed(row)]}
    _mapping(data, place, ("home", "people"))
    rows = data.get("people")
    if not isinstance(rows, list) or not rows:
        raise _shape(place, "people", rows, "a list of people")
    reader = _Reader(catalog, Path(path).parent, data.get("home"), place, unread)
    people = [reader.person(row, f"{place}: people {i}") for i, row in enumerate(rows, 1)]
    names = [person.name for person in people]
    for name in names:
        if names.count(name) > 1:
            raise broken(__package__, "TU004", place=place, name=name)
    home = reader.country(data["home"], f"{place}: home") if "home" in data else people[0].country
    return Team(tuple(people), home, tuple(reader.findings))


class _Reader:
    """Reads one file's people; what it had to assume gathers in `findings`."""

    def __init__(
        self, catalog: Catalog, folder: Path, home: Any, place: str, findings: list[Finding]
    ) -> None:
        self.catalog, self.folder, self.home, self.place = catalog, folder, home, place
        self.findings = findings

    def person(self, row: Any, place: str) -> Learner:
        _mapping(row, place, KEYS)
        for key in ("name", "role"):
            if key not in row:
                raise broken(__package__, "TU003", place=place, key=key)
        name = row["name"]
        if not isinstance(name, str) or not name.strip() or not name.isprintable():
            raise _shape(place, "name", name, "a label in words, on one line")
        place = f"{place} ({name})"
        level = row.get("level", LEVELS[round(self.catalog.value("staff.level"))])
        rungs = self._assessed(row, place) | self._reviewed(row.get("capabilities", {}), place)
        unseen = [c for c in VETTED if c not in rungs]
        if unseen:
            self._say("TU010", place, name=name, capabilities=", ".join(unseen))
        return Learner(
            name=name,
            role=_word(row["role"], ROLES, f"{place}: role"),
            level=_word(level, LEVELS, f"{place}: level"),
            country=self.country(row.get("country", self.home), f"{place}: country"),
            share=self._share(row, place),
            rungs=rungs,
        )

    def country(self, value: Any, place: str) -> str:
        if value is None:
            self._say("TU011", place, country=ELSEWHERE)
            return ELSEWHERE
        return str(_word(value, self.catalog.regions, place))

    def _share(self, row: Mapping[str, Any], place: str) -> float:
        share = row.get("share", self.catalog.value("upskill.share"))
        number = isinstance(share, int | float) and not isinstance(share, bool)
        if not number or not math.isfinite(share) or not 0 < share <= 1:
            raise _shape(place, "share", share, "a part of the week above 0 and up to 1")
        if share < self.catalog.value("upskill.share.least"):
            self._say("TU012", place, name=row["name"], share=f"{share:.0%}")
        return float(share)

    def _reviewed(self, given: Any, place: str) -> dict[str, Rung]:
        """Rungs of a review: one word, or `self` and `manager`, of which the lower counts."""
        place = f"{place}: capabilities"
        _mapping(given, place, grown())
        found = {}
        for capability, value in given.items():
            where = f"{place}: {capability}"
            if isinstance(value, Mapping):
                _mapping(value, where, ("self", "manager"))
                says = {who: _word(rung, RUNGS, f"{where}: {who}") for who, rung in value.items()}
                if not says:
                    raise _shape(place, capability, "{}", "a rung, or self and manager")
                found[capability] = min(says.values(), key=RUNGS.index)
                if len(set(says.values())) > 1:
                    self._say(
                        "TU013", where, own=says["self"], manager=says["manager"],
                        capability=capability,
                    )  # fmt: skip
            else:
                found[capability] = _word(value, RUNGS, where)
        return found

    def _assessed(self, row: Mapping[str, Any], place: str) -> dict[str, Rung]:
        """Rungs that `tercet screen` found for one file; the path is seen from the team's file."""
        if "assessment" not in row:
            return {}
        name, wanted = row["assessment"], row.get("file")
        if not isinstance(name, str) or not name.isprintable():
            raise _shape(place, "assessment", name, "the path of a JSON file by tercet screen")
        data = parse_yaml(read_text(self.folder / name), place=name)
        rows = data if isinstance(data, list) else [data]
        rows = [one for one in rows if isinstance(one, Mapping)]
        chosen = [one for one in rows if wanted is None or one.get("file") == wanted]
        if len(chosen) != 1:
            files = [str(one.get("file")) for one in rows]
            raise _near(
                broken(
                    __package__, "TU005", place=f"{place}: assessment", name=name,
                    what=f"{len(chosen)} entries for {wanted or 'this person'}",
                ),
                str(wanted), files,
            )  # fmt: skip
        return _rungs_of(chosen[0], name)

    def _say(self, code: str, place: str, **values: object) -> None:
        self.findings.append(finding(__package__, code, place=place, **values))


def _failed(row: Any) -> bool:
    """Whether a result of `tercet screen` says that the file could not be read."""
    return isinstance(row, Mapping) and "error" in row


def _unread(rows: list[Any]) -> list[str]:
    return [str(row.get("file")) for row in rows if _failed(row)]


def _person_of(row: Any, place: str) -> dict[str, Any]:
    """One result of `tercet screen` as a person of the team's file."""
    if not isinstance(row, Mapping):
        raise _shape(place, "entry", row, "a result of tercet screen")
    if row.get("best_role") not in ROLES:
        raise broken(
            __package__, "TU005", place=place, name=row.get("file"),
            what=f"the role {row.get('best_role')!r}",
        )  # fmt: skip
    return {
        "name": row.get("file"),
        "role": row["best_role"],
        "capabilities": _rungs_of(row, place),
    }


def _rungs_of(row: Mapping[str, Any], place: str) -> dict[str, Rung]:
    """Capability → rung in one result of `tercet screen`; none shown is left out."""
    found = row.get("capabilities")
    if not isinstance(found, Mapping):
        raise broken(
            __package__, "TU005", place=place, name=row.get("file"), what="no capabilities"
        )
    _mapping(found, f"{place}: capabilities", VETTED)
    rungs = {}
    for capability, value in found.items():
        rung = value.get("rung") if isinstance(value, Mapping) else value
        rungs[capability] = _word(rung, RUNGS, f"{place}: {capability}")
    return {c: rung for c, rung in rungs.items() if rung != "none"}


def _mapping(value: Any, place: str, keys: Iterable[str]) -> None:
    if not isinstance(value, Mapping):
        raise _shape(place, "the entry", value, f"a mapping with {', '.join(keys)}")
    for key in value:
        _word(key, tuple(keys), place)


def _word(value: Any, known: Iterable[str], place: str) -> Any:
    """`value` where it is one of the words known; else TU002 with the nearest of them."""
    words = tuple(known)
    if isinstance(value, str) and value in words:
        return value
    shown = ", ".join(words[:12]) + (" …" if len(words) > 12 else "")
    error = broken(__package__, "TU002", place=place, value=reprlib.repr(value), known=shown)
    raise _near(error, str(value), words)


def _near(error: InputError, value: str, words: Iterable[str]) -> InputError:
    near = difflib.get_close_matches(value, list(words), n=1)
    if near:
        error.hint = f"Did you mean {near[0]}?"
    return error


def _shape(place: str, key: str, value: Any, wanted: str) -> InputError:
    return broken(
        __package__, "TU001", place=place, key=key, value=reprlib.repr(value), wanted=wanted
    )

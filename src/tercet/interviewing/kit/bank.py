"""The question bank: reading and checking its files, ours and a user's."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, cast

from tercet.catalog.records import LEVELS, ROLES
from tercet.evidence.records import RUNGS
from tercet.interviewing.kit.records import (
    RATED,
    SCALE,
    Bank,
    Criterion,
    Exercise,
    Question,
)
from tercet.kernel.errors import InputError
from tercet.kernel.files import read_text
from tercet.kernel.rules import broken
from tercet.kernel.yamls import parse_yaml

_PACKAGE = "tercet.interviewing"
MARKS = ("business-impact", "incident-response", "rollback")
KINDS = ("past", "case")
PROBES = range(2, 5)
LONGEST = 60
MOST_TEXT = 600
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_FIELDS = {
    "id", "text", "capability", "kind", "roles", "levels", "minutes", "tests", "probes", "anchors",
    "rung", "core", "marks",
}  # fmt: skip
_OPTIONAL = {"roles", "core", "marks", "kind", "rung"}


@cache
def load_bank() -> Bank:
    """Our own questions and exercises, file by file in the order of their names."""
    questions = [q for name, data in _files("questions") for q in _questions(data, name)]
    exercises = [_exercise(row, name) for name, data in _files("exercises") for row in data]
    _unique([q.id for q in questions] + [e.id for e in exercises], "questions")
    return Bank(tuple(questions), tuple(exercises))


def read_questions(path: str | Path) -> tuple[Question, ...]:
    """A user's own questions, written as ours are: a list of questions in YAML.

    Raises `InputError` TI020 (a field is missing or wrong) or TI021 (an id stands twice).
    """
    data = parse_yaml(read_text(path), place=str(path))
    questions = tuple(_questions({"questions": data}, str(path)))
    _unique([q.id for q in questions], str(path))
    return questions


def with_questions(bank: Bank, more: Sequence[Question], place: str) -> Bank:
    """The bank with a user's questions before ours, so that they are preferred."""
    _unique([q.id for q in (*more, *bank.questions)] + [e.id for e in bank.exercises], place)
    return Bank((*more, *bank.questions), bank.exercises)


def _files(folder: str) -> Iterable[tuple[str, Any]]:
    found = resources.files(_PACKAGE).joinpath("data", folder)
    for file in sorted(found.iterdir(), key=lambda f: f.name):
        if file.name.endswith(".yaml"):
            yield file.name, parse_yaml(file.read_text("utf-8"), place=file.name)


def _questions(data: Any, place: str) -> Iterable[Question]:
    shared = {k: v for k, v in data.items() if k != "questions"}
    rows = data["questions"]
    if not isinstance(rows, list) or not rows:
        raise _wrong(place, "the file", "it must be a list of questions")
    for number, row in enumerate(rows, start=1):
        if not isinstance(row, dict):
            raise _wrong(place, f"entry {number}", "it must be a mapping")
        yield _question(shared | row, place, str(row.get("id", f"entry {number}")))


def _question(row: Mapping[str, Any], place: str, name: str) -> Question:
    _check(not (_FIELDS - _OPTIONAL - set(row)), place, name,
           f"missing: {', '.join(sorted(_FIELDS - _OPTIONAL - set(row)))}")  # fmt: skip
    _check(set(row) <= _FIELDS, place, name, f"unknown: {', '.join(sorted(set(row) - _FIELDS))}")
    for part in ("id", "text", "tests", "capability"):
        _check(
            _is_text(row[part]),
            place,
            name,
            f"{part} must be a text of at most {MOST_TEXT} letters",
        )
    _check(
        bool(_ID.fullmatch(row["id"])), place, name, "id must be small letters, digits and hyphens"
    )
    _check(row["capability"] in RATED, place, name, f"capability must be one of {', '.join(RATED)}")
    kind, rung = row.get("kind", "past"), row.get("rung", "prototyped")
    _check(kind in KINDS, place, name, "kind must be past or case")
    _check(rung in RUNGS, place, name, f"rung must be one of {', '.join(RUNGS)}")
    minutes, probes = row["minutes"], row["probes"]
    _check(type(minutes) is int and 1 <= minutes <= LONGEST, place, name,
           f"minutes must be a whole number from 1 to {LONGEST}")  # fmt: skip
    _check(isinstance(probes, list) and len(probes) in PROBES and all(map(_is_text, probes)),
           place, name, "probes must be two to four texts")  # fmt: skip
    return Question(
        id=row["id"], text=row["text"], capability=row["capability"], kind=kind,
        roles=_among(row.get("roles", []), ROLES, "roles", place, name),
        levels=cast("Any", _among(row["levels"], LEVELS, "levels", place, name)),
        minutes=minutes, tests=row["tests"], probes=tuple(probes),
        anchors=_anchors(row["anchors"], place, name), rung=rung,
        core=_among(row.get("core", []), ROLES, "core", place, name),
        marks=cast("Any", _among(row.get("marks", []), MARKS, "marks", place, name)),
    )  # fmt: skip


def _exercise(row: Mapping[str, Any], place: str) -> Exercise:
    name = row["id"]
    criteria = tuple(
        Criterion(f"{name}-{c['id']}", c["capability"], c["says"], tuple(c["probes"]),
                  _anchors(c["anchors"], place, name))
        for c in row["criteria"]
    )  # fmt: skip
    for criterion in criteria:
        _check(criterion.capability in RATED, place, criterion.id, "unknown capability")
    return Exercise(
        id=name, title=row["title"], roles=_among(row["roles"], ROLES, "roles", place, name),
        levels=cast("Any", _among(row["levels"], LEVELS, "levels", place, name)),
        minutes=row["minutes"], task=row["task"], materials=row["materials"],
        look_for=tuple(row["look_for"]), criteria=criteria,
    )  # fmt: skip


def _anchors(given: Any, place: str, name: str) -> Mapping[str, str]:
    """Anchors by rating, given as a list of five or as a mapping from 1 to 5."""
    rows = list(given) if isinstance(given, list) else []
    if isinstance(given, dict) and [str(k) for k in given] == list(SCALE):
        rows = list(given.values())
    right = len(rows) == len(SCALE) and all(map(_is_text, rows)) and len(set(rows)) == len(rows)
    _check(right, place, name, "anchors must be five different texts, for 1 to 5")
    return dict(zip(SCALE, rows, strict=True))


def _among(given: Any, known: Sequence[str], part: str, place: str, name: str) -> tuple[str, ...]:
    right = isinstance(given, list) and all(g in known for g in given)
    _check(right, place, name, f"{part} must be a list of {', '.join(known)}")
    return tuple(k for k in known if k in given)


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and 0 < len(value.strip()) <= MOST_TEXT


def _check(right: bool, place: str, name: str, what: str) -> None:
    if not right:
        raise _wrong(place, name, what)


def _wrong(place: str, name: str, what: str) -> InputError:
    return broken(_PACKAGE, "TI020", place=place, id=name, what=what)


def _unique(ids: Sequence[str], place: str) -> None:
    seen: set[str] = set()
    for id in ids:
        if id in seen:
            raise broken(_PACKAGE, "TI021", place=place, id=id)
        seen.add(id)

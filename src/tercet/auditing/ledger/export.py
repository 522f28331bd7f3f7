"""What a ledger holds about one person, for that person."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tercet.auditing.ledger.chain import parse
from tercet.auditing.ledger.record import persons
from tercet.auditing.ledger.records import Entry, Verification
from tercet.auditing.ledger.verify import read_lines, verify_lines

CONTEST, CORRECTION, ANSWER = "contest", "correction", "answer"
"""Words for `what` that link two entries: the later one is `about` the earlier."""


@dataclass(frozen=True, slots=True)
class Contest:
    """An objection or correction by or for the person, and the entry that answers it, if any."""

    record: int
    about: int | None
    answered_by: int | None


@dataclass(frozen=True, slots=True)
class Export:
    """Every entry about a person as it was recorded, and whether the ledger holds."""

    person: str
    entries: tuple[Mapping[str, Any], ...]
    contests: tuple[Contest, ...]
    verification: Verification


def export(path: Path, person: str, head: str | None = None) -> Export:
    """What was recorded about `person`: acts, versions, inputs, reasons, objections and answers.

    Entries that answer or correct one about the person are included. Raises `InputError` TC094.
    """
    lines = read_lines(path)
    entries = [entry for text in lines if (entry := parse(text))]
    mine = about_person(entries, person)
    shown = tuple({"n": e.n, **e.record, "seal": e.hash} for e in mine)
    return Export(person, shown, _contests(mine), verify_lines(lines, head))


def about_person(entries: list[Entry], person: str) -> list[Entry]:
    """Entries about a person, and those about such entries."""
    numbers: set[int] = set()
    for entry in entries:
        if person in persons(entry.record) or entry.open.get("about") in numbers:
            numbers.add(entry.n)
    return [entry for entry in entries if entry.n in numbers]


def _contests(entries: list[Entry]) -> tuple[Contest, ...]:
    answers = {e.open.get("about"): e.n for e in entries if e.open.get("what") == ANSWER}
    return tuple(
        Contest(e.n, e.open.get("about"), answers.get(e.n))
        for e in entries
        if e.open.get("what") in (CONTEST, CORRECTION)
    )

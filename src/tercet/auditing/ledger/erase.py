"""Erasing what is personal: the chain keeps its seals, the words are gone."""

from dataclasses import dataclass, replace
from pathlib import Path

from tercet.auditing.ledger.append import writing
from tercet.auditing.ledger.chain import line, parse, sealed
from tercet.auditing.ledger.export import about_person
from tercet.auditing.ledger.record import mentions
from tercet.auditing.ledger.records import Entry
from tercet.auditing.ledger.verify import read_lines, verify_lines
from tercet.kernel.files import write_atomically
from tercet.kernel.rules import broken

_PACKAGE = "tercet.auditing"


@dataclass(frozen=True, slots=True)
class Erasure:
    """Which entries lost their personal part, which others still name the person, and the head."""

    erased: tuple[int, ...]
    still_named_in: tuple[int, ...]
    count: int
    head: str


def erase(
    path: Path, person: str, *, who: str, when: str, reason: str, salt: str, head: str | None = None
) -> Erasure:
    """Replace the personal part of each entry about `person` by its commitment, and record that.

    The record of the erasure names entries and never the person. Raises `InputError` TA026 (the
    ledger does not hold: erasing would hide it), TA027 (nothing about the person), TA028 (the
    reason or `who` names the person).
    """
    if mentions([who, reason], person):
        raise broken(_PACKAGE, "TA028", place="--reason")
    with writing(path):
        lines = read_lines(path)
        state = verify_lines(lines, head)
        if state.bad:
            raise broken(_PACKAGE, "TA026", place=str(path), n=state.bad.record, why=state.bad.why)
        entries = [entry for text in lines if (entry := parse(text))]
        gone = {e.n for e in about_person(entries, person) if e.personal is not None}
        if not gone:
            raise broken(_PACKAGE, "TA027", place=str(path), person=person)
        kept = [_without(e) if e.n in gone else e for e in entries]
        act = {"who": who, "what": "erased", "when": when, "erased": sorted(gone)}
        kept.append(sealed(len(kept) + 1, state.head, act, {"reasons": reason}, salt))
        rights = path.stat().st_mode
        write_atomically(path, b"".join(map(line, kept)))
        path.chmod(rights)
    named = tuple(e.n for e in kept if mentions(e.record, person))
    return Erasure(tuple(sorted(gone)), named, len(kept), kept[-1].hash)


def _without(entry: Entry) -> Entry:
    return replace(entry, personal=None, salt=None)

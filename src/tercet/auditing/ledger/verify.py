"""Checking a ledger from its first entry to its last."""

from collections.abc import Iterator
from pathlib import Path

from tercet.auditing.ledger.append import cannot_open
from tercet.auditing.ledger.chain import fault_of, parse
from tercet.auditing.ledger.records import START, Entry, Fault, Verification


def verify(path: Path, head: str | None = None) -> Verification:
    """Whether no entry was edited, removed, added between others, or moved.

    With `head`, a seal noted earlier, also whether entries were cut off the end: the seal must
    still be in the chain. A personal part may be missing only where a later entry says that it was
    erased. Raises `InputError` TC094 when the file cannot be read.
    """
    return verify_lines(read_lines(path), head)


def read_lines(path: Path) -> list[bytes]:
    """Lines of the ledger with their ends; the last has none when writing it was cut short."""
    try:
        return path.read_bytes().splitlines(keepends=True)
    except OSError as error:
        raise cannot_open(path, error) from error


def verify_lines(lines: list[bytes], head: str | None = None) -> Verification:
    """`verify` on lines already read."""
    prev, found_head = START, head in (None, START)
    good: list[Entry] = []
    for n, text in enumerate(lines, start=1):
        entry = parse(text)
        why = fault_of(entry, n, prev)
        if not text.endswith(b"\n"):
            why = "the line is cut short, as after a crash while writing"
        if why or entry is None:
            return _result(good, Fault(n, why or ""))
        good.append(entry)
        prev = entry.hash
        found_head = found_head or entry.hash == head
    return _result(good, _erasure_fault(good) or _cut(good, found_head))


def _result(good: list[Entry], bad: Fault | None) -> Verification:
    head = good[-1].hash if good else START
    erased = sum(entry.personal is None for entry in good)
    return Verification(bad is None, len(good), head, erased, bad)


def _cut(good: list[Entry], found_head: bool) -> Fault | None:
    if found_head:
        return None
    return Fault(len(good) + 1, "the given head is not in the ledger: entries after this are gone")


def _erasure_fault(entries: list[Entry]) -> Fault | None:
    """The first entry whose personal part is gone without an act, or is there in spite of one."""
    declared = {n for entry in entries for n in _erased_by(entry)}
    for entry in entries:
        if entry.personal is None and entry.n not in declared:
            return Fault(entry.n, "its personal part is gone, and no entry says that it was erased")
        if entry.personal is not None and entry.n in declared:
            return Fault(entry.n, "an entry says that it was erased, and it was not")
    return None


def _erased_by(entry: Entry) -> Iterator[int]:
    listed = entry.open.get("erased")
    if isinstance(listed, list):
        yield from (n for n in listed if isinstance(n, int) and n < entry.n)

"""Seals: one text for one value, a salted commitment to what is personal, a hash over the rest."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from tercet.auditing.ledger.records import Entry

_KEYS = {"n", "prev", "open", "personal", "salt", "commitment", "hash"}


def canonical(value: Any) -> bytes:
    """The one way to write a value: keys sorted, no blanks, UTF-8. `ValueError` for NaN."""
    text = json.dumps(
        value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    )
    return text.encode()


def commit(personal: Mapping[str, Any], salt: str) -> str:
    """A digest that binds to `personal` and, without the salt, tells nothing about it."""
    return hashlib.sha256(bytes.fromhex(salt) + canonical(personal)).hexdigest()


def seal(n: int, prev: str, open_: Mapping[str, Any], commitment: str) -> str:
    """The hash of an entry, over everything that outlives an erasure."""
    value = {"n": n, "prev": prev, "open": open_, "commitment": commitment}
    return hashlib.sha256(canonical(value)).hexdigest()


def sealed(
    n: int, prev: str, open_: Mapping[str, Any], personal: Mapping[str, Any], salt: str
) -> Entry:
    """An entry that follows the one whose seal is `prev`."""
    commitment = commit(personal, salt)
    return Entry(n, prev, open_, personal, salt, commitment, seal(n, prev, open_, commitment))


def line(entry: Entry) -> bytes:
    """The entry as a line of the file."""
    return canonical({key: getattr(entry, key) for key in sorted(_KEYS)}) + b"\n"


def parse(text: bytes) -> Entry | None:
    """The entry that a line holds, or None where it is not exactly what `line` writes."""
    try:
        value = json.loads(text)
        if not isinstance(value, dict) or set(value) != _KEYS or canonical(value) + b"\n" != text:
            return None
    except (ValueError, RecursionError):
        return None
    entry = Entry(**value)
    return entry if _well_formed(entry) else None


def _well_formed(entry: Entry) -> bool:
    words = (entry.prev, entry.commitment, entry.hash)
    erased = entry.personal is None and entry.salt is None
    whole = isinstance(entry.personal, dict) and isinstance(entry.salt, str)
    return (
        isinstance(entry.open, dict)
        and all(isinstance(word, str) for word in words)
        and (erased or whole)
    )


def fault_of(entry: Entry | None, n: int, prev: str) -> str | None:
    """Why an entry does not hold in place `n` after `prev`; None when it does."""
    if entry is None:
        return "the line is not an entry as the ledger writes it"
    if entry.n != n:
        return f"entry {entry.n} stands where entry {n} belongs"
    if entry.prev != prev:
        return "it does not follow from the entry before"
    if entry.hash != seal(n, prev, entry.open, entry.commitment):
        return "its content does not fit its seal"
    if entry.personal is not None and not _kept(entry):
        return "its personal part does not fit its commitment"
    return None


def _kept(entry: Entry) -> bool:
    try:
        return commit(entry.personal or {}, entry.salt or "") == entry.commitment
    except ValueError:
        return False

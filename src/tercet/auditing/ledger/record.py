"""From what somebody says was done to the two parts of an entry."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from tercet.auditing.ledger.chain import canonical
from tercet.auditing.ledger.records import OPEN, PERSON
from tercet.kernel.rules import broken

MOST_BYTES = 1_000_000
_PACKAGE = "tercet.auditing"


def split(record: Any, *, place: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """The part that outlives an erasure and the personal part.

    A field of the open part that names the person moves to the personal one. Raises `InputError`
    TA021 (no object, or a field is missing), TA022 (a `when` that is no date) or TA023 (too large
    or not plain JSON).
    """
    if not isinstance(record, Mapping):
        raise broken(_PACKAGE, "TA021", place=place, what="a JSON object")
    for field in ("who", "what", "when"):
        if not isinstance(record.get(field), str) or not record[field].strip():
            raise broken(_PACKAGE, "TA021", place=place, what=f"the text {field!r}")
    _check_when(record["when"], place)
    try:
        size = len(canonical(record))
    except (ValueError, TypeError, RecursionError) as error:
        raise broken(_PACKAGE, "TA023", place=place, what="is not plain JSON") from error
    if size > MOST_BYTES:
        raise broken(_PACKAGE, "TA023", place=place, what=f"holds {size:,} bytes")
    open_ = {f: v for f, v in record.items() if f in OPEN and not _names_any(v, persons(record))}
    return open_, {f: v for f, v in record.items() if f not in open_}


def _check_when(when: str, place: str) -> None:
    try:
        datetime.fromisoformat(when)
    except ValueError as error:
        raise broken(_PACKAGE, "TA022", place=place, value=when) from error


def persons(record: Mapping[str, Any]) -> tuple[str, ...]:
    """Whom an act is about."""
    return tuple(str(record[f]) for f in PERSON if isinstance(record.get(f), str | int))


def mentions(value: Any, person: str) -> bool:
    """Whether a value holds the text of a person's id anywhere."""
    if isinstance(value, Mapping):
        return any(mentions(v, person) for pair in value.items() for v in pair)
    if isinstance(value, list | tuple):
        return any(mentions(item, person) for item in value)
    return isinstance(value, str | int) and person.casefold() in str(value).casefold()


def _names_any(value: Any, people: tuple[str, ...]) -> bool:
    return any(mentions(value, person) for person in people)

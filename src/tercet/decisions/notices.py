"""Notices and records that deployers need: templates with their law, date and source."""

import string
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib import resources
from typing import Literal, get_args

from tercet.decisions.records import Notice
from tercet.kernel.provenance import Grade
from tercet.kernel.rules import broken
from tercet.kernel.yamls import parse_yaml

CAUTION = (
    "Template of tercet. It is no legal advice, and tercet is nobody's independent auditor. "
    "Have it checked before you use it."
)


@cache
def load_notices() -> tuple[Notice, ...]:
    """Every template of `data/notices.yaml`, checked; sorted by jurisdiction and id."""
    file = resources.files(__package__).joinpath("data", "notices.yaml")
    rows = parse_yaml(file.read_text("utf-8"), place="notices.yaml")
    found = tuple(_notice(id, row) for id, row in rows.items())
    return tuple(sorted(found, key=lambda n: (n.jurisdiction, n.id)))


def _notice(id: str, row: Mapping[str, str]) -> Notice:
    names = (name for _, name, _, _ in string.Formatter().parse(row["text"]) if name)
    notice = Notice(id=id, fields=tuple(dict.fromkeys(names)), **row)  # type: ignore[arg-type]
    date.fromisoformat(notice.since)
    if notice.grade not in get_args(Grade) or not notice.source:
        raise ValueError(f"notices.yaml: {id} lacks a source or a grade")
    return notice


def standing(notice: Notice, today: date) -> Literal["in force", "not yet"]:
    """Whether the duty holds on a day."""
    return "in force" if date.fromisoformat(notice.since) <= today else "not yet"


def fill(id: str, values: Mapping[str, object]) -> str:
    """The text of a notice with its fields filled, law and caution below.

    Values are put in as they are and never read as templates. Raises `InputError` TA055 (no such
    notice) or TA054 (fields without a value).
    """
    notices = {notice.id: notice for notice in load_notices()}
    if id not in notices:
        raise broken(__package__, "TA055", place="id", id=id, known=", ".join(notices))
    notice = notices[id]
    given = {name: str(values.get(name) or "").strip() for name in notice.fields}
    missing = [name for name, value in given.items() if not value]
    if missing:
        raise broken(__package__, "TA054", place=id, id=id, missing=", ".join(missing))
    body = notice.text.format_map(given).strip()
    return f"{body}\n\n{notice.law}; since {notice.since}. {CAUTION}\n"

"""Sections of a résumé, by their headings."""

import re
from functools import cache
from typing import Literal, cast

from tercet.evidence.cues import data

Section = Literal[
    "experience",
    "assignments",
    "skills",
    "education",
    "projects",
    "courses",
    "profile",
    "other",
    "header",
    "aside",
]
_TRIM = re.compile(r"^[\W\d_]+|[\W_]+$")


def heading_kind(line: str) -> Section | None:
    """The section that `line` opens, or None where it is no heading."""
    words = _TRIM.sub("", line).lower()
    if not words or len(words) > 45:
        return None
    words = " ".join(words.replace("&", "and").split())
    spaced = words.replace(" ", "") if re.fullmatch(r"(?:\w )+\w", words) else words
    return _headings().get(spaced)


def inline_heading(line: str) -> tuple[Section, int] | None:
    """The section of a line such as "Skills: Python, SQL", and where its content starts.

    A list item that opens so names the tools of a job; it opens no other section.
    """
    head, mark, rest = line.partition(":") if ":" in line[:40] else line.partition("\t")
    if not mark or not rest.strip():
        return None
    kind = heading_kind(head)
    item = line.lstrip().startswith(("•", "-", "*", "·"))
    return (kind, len(head) + 1) if kind and (kind == "skills" or not item) else None


@cache
def _headings() -> dict[str, Section]:
    return {
        spelling: cast("Section", kind)
        for kind, rows in data("sections").items()
        for row in rows
        for spelling in row
    }

"""Which part of a sentence is only a wish: "Strong SQL; Spark is a plus" asks for SQL alone."""

import re

from tercet.adverts.facts import pattern

_BRACKETS = re.compile(r"\([^()]*\)")
_PARTS = re.compile(r"[^;]+?(?=;|\s[-–—]\s|$)|(?<=\s)[-–—]\s[^;]+?(?=;|\s[-–—]\s|$)")


def wishes(text: str) -> list[tuple[int, int]]:
    """Spans (start, end) of the clauses of `text` that ask for nothing but would like it.

    "Preferred" in brackets or behind a dash chooses among what is asked for, and wishes nothing.
    """
    found = [hit.span() for hit in _BRACKETS.finditer(text) if _plus(hit.group())]
    main = _BRACKETS.sub(lambda hit: " " * len(hit.group()), text)
    for part in _PARTS.finditer(main):
        aside = part.group().lstrip()[0:1] in ("-", "–", "—")
        if _plus(part.group()) or (not aside and _preferred(part.group())):
            found.append(part.span())
    return found


def is_wish(text: str) -> bool:
    """Whether the main clause of `text`, its first, is a wish."""
    return any(not text[:start].strip() for start, _ in wishes(text))


def inside(spans: list[tuple[int, int]], place: int) -> bool:
    """Whether one of `spans` holds `place`."""
    return any(start <= place < end for start, end in spans)


def _plus(text: str) -> bool:
    return bool(pattern("kinds", "wished", "plus").search(text))


def _preferred(text: str) -> bool:
    hit = pattern("kinds", "wished", "preferred").search(text)
    return bool(hit) and not pattern("kinds", "wished", "choosing").search(text)

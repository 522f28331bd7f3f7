"""How what a pattern finds begins, so that it is tried only where a word begins that way.

A text of a few lines is searched for a hundred lists of cues. Trying each list at each character
is most of the time of reading; the first letters of its words tell most lists and places apart.
"""

import re
from collections.abc import Iterator

LETTERS = 3
"""Letters of a beginning at most."""
_BEGINS = re.compile(r"(?<!\w)\S")
_MARK = re.compile(r"\\.|\[\^?\]?[^\]]*\]|[()|]")
"""Escapes and classes, whole, and what groups and parts a regular expression."""
_REPEATED = re.compile(r"(?:(?P<none>[?*]|\{0?,\d*\})|\+|\{\d+(?:,\d*)?\})\??")
_NO_WIDTH = ("(?=", "(?!", "(?<", "\\b", "^")
_DIGITS = "0123456789"
_LISTED = re.compile(r"\[-?[^-\\^\]]+\]")
"""A class that lists its characters one by one."""
_ALIKE = str.maketrans("ſı", "si")
"""Letters that `re` takes for others where case is ignored, beside capitals."""
Head = tuple[str, bool]
"""A beginning, and whether what comes next may follow it directly."""


def heads(regex: str) -> frozenset[str] | None:
    """Beginnings in lower case, one of which each match has; None where a match may begin anyhow.

    For what the cue lists use: letters, groups, classes, escapes and repeats.
    """
    found = {head[:LETTERS] for head, _ in _either(regex)}
    return None if "" in found else frozenset(found)


def beginnings(text: str) -> Iterator[tuple[int, set[str]]]:
    """Places in `text` where no word goes on, each with the one to three characters there."""
    low = folded(text)
    for hit in _BEGINS.finditer(text):
        at = hit.start()
        yield at, {low[at : at + length] for length in range(1, LETTERS + 1)}


def folded(text: str) -> str:
    """`text` in lower case, each character in its place."""
    if text.isascii():
        return text.lower()
    return "".join(char.lower()[0] for char in text.translate(_ALIKE))


def _either(regex: str) -> set[Head]:
    return {head for part in _parts(regex) for head in _begun(part)}


def _parts(regex: str) -> Iterator[str]:
    """Alternatives of a regular expression."""
    start = 0
    for at, mark, depth in _marks(regex, 0):
        if mark == "|" and depth == 0:
            yield regex[start:at]
            start = at + 1
    yield regex[start:]


def _begun(regex: str) -> set[Head]:
    """Beginnings of one alternative; what comes after three letters is not looked at."""
    growing, done, at = {""}, set(), 0
    while growing and at < len(regex):
        end = _end(regex, at)
        atom, repeat = regex[at:end], _REPEATED.match(regex, end)
        at = repeat.end() if repeat else end
        if atom.startswith(_NO_WIDTH):
            continue
        once = repeat is None or repeat.group().startswith("?")
        grown = {(start + head, whole and once) for start in growing for head, whole in _own(atom)}
        done |= {head for head, whole in grown if not whole or len(head) >= LETTERS}
        kept = {head for head, whole in grown if whole and len(head) < LETTERS}
        growing = (growing if repeat and repeat["none"] is not None else set()) | kept
    return {(head, False) for head in done} | {(head, True) for head in growing}


def _own(atom: str) -> set[Head]:
    """Beginnings of one atom; where it may be nearly anything, nothing is said."""
    if atom.startswith("(?"):
        return _either(atom[atom.index(":") + 1 : -1])
    if atom == "\\d":
        return {(digit, False) for digit in _DIGITS}
    if atom[0] == "\\":
        return {("", False)} if atom[1].isalnum() else {(atom[1], True)}
    if atom[0] == "[" and _LISTED.fullmatch(atom):
        return {(folded(char), False) for char in atom[1:-1]}
    return {("", False)} if atom[0] in "[.$" else {(folded(atom), True)}


def _end(regex: str, at: int) -> int:
    """Where the atom at `at` ends."""
    if regex[at] != "(":
        hit = _MARK.match(regex, at)
        return hit.end() if hit else at + 1
    return next(place + 1 for place, mark, depth in _marks(regex, at) if mark == ")" and not depth)


def _marks(regex: str, start: int) -> Iterator[tuple[int, str, int]]:
    """Brackets and bars from `start` on, each with the number of groups around it."""
    depth = 0
    for hit in _MARK.finditer(regex, start):
        mark = hit.group()
        depth -= mark == ")"
        yield hit.start(), mark, depth
        depth += mark == "("

"""Cutting an advert into pieces: sentences and bullets, each under its heading.

Two in five adverts have lost their line ends on the way and one in four has sentences glued to
one another, so that neither lines nor full stops can be relied on alone.
"""

import re
from collections.abc import Iterator
from functools import cache

from tercet.adverts.facts import any_of, facts
from tercet.adverts.records import Piece

FLAT = 220
"""A line longer than this (characters) has lost its line ends: look for bullets within it."""
WRAPPED = 40
"""A line at least this long that ends without a stop goes on in the next."""
HEADING = 70
"""A heading is no longer than this (characters)."""
LEAD_IN = 130
"""A line that leads into a list is no longer than this (characters)."""

_MARK = re.compile(
    r"^\s*(?:[-–—*•·●▪◦‣∙○■►➢✓✔+]+|\(?\d{1,2}[.)]|[a-z]\)|o(?=\s[A-Z]))\s+|^\s*[•·●▪◦‣∙■►➢✓✔]"
)
_INLINE = re.compile(
    r"\s*[•·●▪◦‣∙■►➢✓✔]\s*|(?<=[.;:)\w])\s+[-–*]\s*(?=[A-Z])|(?<=[.;:])[-–*]\s*(?=[A-Z])"
)
_GLUED_STOP = re.compile(
    r"(?<=[a-z0-9)%\"'][.!?;:])(?=[A-Z][a-z]+\b|[A-Z]{3,}\b|[A-Z] |\d+\+? years)|"
    r"(?<=[a-z)]:)(?=[A-Z])"
)
_GLUED_WORD = re.compile(r"(?<=[a-z)+#])(?=[A-Z][a-z]*\b)|(?<=[A-Z]{2})(?=[A-Z][a-z]{2,})")
_END = re.compile(r"(?<=[.!?])[\"')\]]?\s+(?=[\"'(]?[A-Z0-9])")


def pieces(text: str) -> list[Piece]:
    """The pieces of a cleaned advert in order, up to a tail of other people's jobs."""
    found: list[Piece] = []
    text = without_tail(text)
    section: str | None = None
    for line in _lines(text):
        heading, rest = heading_of(line)
        if heading == "tail":
            break
        section = heading or _led(line, section)
        found += [Piece(sentence, section) for sentence in _sentences(rest)]
    return found


def without_tail(text: str) -> str:
    """`text` up to where a scraped page goes on to other jobs."""
    tail = any_of(facts("splitting")["tails"]).search(text, len(text) // 4)
    return text[: tail.start()] if tail else text


def heading_of(line: str) -> tuple[str | None, str]:
    """The section that `line` opens, if any, and what is left to read on that line."""
    bare = _MARK.sub("", line).strip()
    head, colon, rest = bare.partition(":")
    for title, left in ((bare.rstrip(":"), ""), (head, rest) if colon else ("", "")):
        if 0 < len(title) <= HEADING and (section := _section(title)):
            return section, left.strip()
    return None, bare


def _led(line: str, section: str | None) -> str | None:
    """The section of what follows `line`, which is no heading: a new one after some colons."""
    if len(line) > LEAD_IN or not line.rstrip(" *_").endswith(":"):
        return section
    words = line.rstrip(" *_:")
    for name, known in facts("headings")["leading"].items():
        if re.search(known, words, re.IGNORECASE):
            return section if name == "requirement" and section == "nice" else str(name)
    return section


def _section(title: str) -> str | None:
    plain = re.sub(r"^[\W\d_]+|[\W_]+$", "", title).strip()
    if not plain or plain[0].islower():
        return None
    head, _, aside = plain.partition(" (")
    return _known(aside) or _known(plain) or _known(head)


def _known(title: str) -> str | None:
    return next((name for name, known in _headings().items() if known.fullmatch(title)), None)


@cache
def _headings() -> dict[str, re.Pattern[str]]:
    order = ("tail", "nice", "duty", "requirement", "benefit", "boilerplate")
    return {name: any_of(facts("headings")[name]) for name in order}


def _lines(text: str) -> Iterator[str]:
    """Whole lines: wrapped ones joined, flattened ones cut at bullets, headings and glue."""
    for line in _unwrapped(text):
        yield from _cut(line) if len(line) > FLAT else (line,)


def _unwrapped(text: str) -> Iterator[str]:
    held = ""
    for line in text.split("\n"):
        if held and _goes_on(held, line):
            held = f"{held} {line.strip()}"
            continue
        if held:
            yield held
        held = line if line.strip() else ""
    if held:
        yield held


def _goes_on(held: str, line: str) -> bool:
    bare = line.strip()
    if not bare or _MARK.match(line) or heading_of(line)[0]:
        return False
    if bare[0].islower() or held.rstrip().endswith((",", "(", "/", "&")):
        return True
    last = held.rsplit("\n", 1)[-1]
    return len(last) >= WRAPPED and last.rstrip()[-1:].isalnum() and not heading_of(held)[0]


def _cut(line: str) -> Iterator[str]:
    line = _run_on().sub("\n", _unglued(line))
    line = _INLINE.sub("\n", _GLUED_STOP.sub("\n", line))
    line = _known_headings().sub(r"\n\1\n", line)
    yield from (part for part in line.split("\n") if part.strip())


@cache
def _run_on() -> re.Pattern[str]:
    """A space before a word that begins bullets, where no stop ends the one before."""
    words = facts("splitting")
    starters = "|".join(word for word in words["starters"].split() if len(word) > 3)
    whole = "".join(rf"(?<!\b{word})" for word in words["leads_heading"].split())
    return re.compile(rf"(?<=[a-z)]){whole} (?=(?:{starters}) [a-z])")


def _unglued(line: str) -> str:
    """Line ends put back where one word runs into another that begins bullets."""
    words = facts("splitting")
    starters, whole = set(words["starters"].split()), set(words["whole"].split())

    def cut(token: re.Match[str]) -> str:
        text = token.group()
        if text in whole:
            return text
        for glue in _GLUED_WORD.finditer(text):
            left, right = text[: glue.start()], text[glue.start() :]
            if right in starters and len(left) > 1:
                return f"{left}\n{right}"
        return text

    return re.sub(r"[A-Za-z+#)][A-Za-z+#)]*", cut, line)


@cache
def _known_headings() -> re.Pattern[str]:
    """Headings that are safe to recognise in the middle of a line, by their capitals."""
    rows = "|".join(facts("splitting")["inline_headings"])
    return re.compile(
        rf"(?:(?<=[.!?:;)\n])|(?<=[.!?] )|(?<=[a-z]{{2}})|^)\s*"
        rf"((?:{rows})\s*:?)(?=\s*[A-Z\d\n-]|\s*$)"
    )


def _sentences(text: str) -> Iterator[str]:
    start = 0
    for end in _END.finditer(text):
        if _abbreviated(text[start : end.start()]):
            continue
        yield from _kept(text[start : end.start()])
        start = end.end()
    yield from _kept(text[start:])


def _kept(text: str) -> Iterator[str]:
    bare = text.strip(" \t-–*•#|_").removeprefix("+ ")
    if any(letter.isalnum() for letter in bare):
        yield bare


def _abbreviated(text: str) -> bool:
    last = text.rsplit(None, 1)[-1].strip("(\"'").rstrip(".") if text.split() else ""
    return last in facts("splitting")["abbreviations"].split() or len(last) == 1

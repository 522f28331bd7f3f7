"""A document cut into sentences, each with its section, its place and its job's line above."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from tercet.documents import records as documents
from tercet.evidence.masking import MASK
from tercet.evidence.sections import Section, heading_kind, inline_heading

BULLET = re.compile(r"^\s*(?:[•·▪◦‣○●■□➢►✓–—*+-]|\d{1,2}[.)]|o(?=\s))\s*")
_END = re.compile(
    r"(?<=[.!?])(?<!\b[A-Za-z]\.)(?<!\be\.g\.)(?<!\bi\.e\.)(?<!\bapprox\.)(?<!\b[Mm]io\.)"
    r"(?<!\b[Mm]rd\.)(?<!\b[Tt]sd\.)(?<!\bca\.)(?<!\binkl\.)(?<!\bbzw\.)(?<!\baprox\.)"
    r"(?<!\benv\.)(?<!\bvs\.)(?<!\bincl\.)\s+(?=[^\Wa-z])"
)
LONGEST = 800
"""Characters of a sentence; what is longer is none, and is cut so that time stays bounded."""
_OPEN = re.compile(
    r"(?:,|(?<!\w)(?:and|or|of|the|for|to|with|in|on|by|from|a|an|und|der|die|das|den|mit|für|von"
    r"|y|e|o|de|del|da|do|des|du|la|le|les|los|las|con|com|para|pour|par|en|em|et|que))\s*$",
    re.IGNORECASE,
)
"""How a line ends that the next one must go on with."""
_MASKS = re.compile(rf"{MASK}(?:[{MASK}\s]*{MASK})?")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence or list item; `text` is masked and short of its bullet."""

    page: int
    start: int
    end: int
    text: str
    section: Section
    line: int
    """Number of its line, counted through the document."""
    bullet: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page as masked, with its place."""

    number: int
    page: int
    start: int
    text: str
    section: Section
    bullet: bool
    heading: bool


def lines_of(document: documents.Document, masked: list[str]) -> list[Line]:
    """Lines of all pages with the section each stands in."""
    out: list[Line] = []
    section: Section = "header"
    for page, text in zip(document.pages, masked, strict=True):
        at = 0
        for raw in text.split("\n"):
            kind, inline = heading_kind(raw), inline_heading(raw)
            section = kind or section
            here = inline[0] if inline and not kind else section
            bullet = bool(BULLET.match(raw)) and not kind
            out.append(Line(len(out), page.number, at, raw, here, bullet, kind is not None))
            at += len(raw) + 1
    return out


def sentences_of(
    lines: list[Line], jobs: Mapping[tuple[int, int], int] = MappingProxyType({})
) -> Iterator[Sentence]:
    """Sentences of lines that are no headings, without their bullets; wrapped lines are one.

    `jobs` tells where headings of jobs start (page, offset) and end: what follows one in its
    own line is a sentence.
    """
    for line, whole in _unwrapped(lines, jobs):
        mark = BULLET.match(whole)
        inline = inline_heading(whole)
        offset = mark.end() if mark else inline[1] if inline else 0
        end = jobs.get(_place(line))
        if end is not None and end < line.start + len(whole.rstrip()):
            offset = end - line.start
        for start, end in _cut(whole, offset):
            text = _MASKS.sub(MASK, whole[start:end])
            yield Sentence(
                line.page, line.start + start, line.start + end, text, line.section,
                line.number, line.bullet,
            )  # fmt: skip


def _place(line: Line) -> tuple[int, int]:
    return line.page, line.start + len(line.text) - len(line.text.lstrip())


def _unwrapped(
    lines: list[Line], jobs: Mapping[tuple[int, int], int]
) -> Iterator[tuple[Line, str]]:
    """Each line that opens a text, with the lines that a printer wrapped it into."""
    parts: list[Line] = []
    for line in [line for line in lines if not line.heading]:
        heading = bool(parts) and _is_job(parts[-1], jobs)
        if parts and not heading and _place(line) not in jobs and _goes_on(parts[-1], line):
            parts.append(line)
            continue
        if parts:
            yield parts[0], " ".join(part.text for part in parts)
        parts = [line] if line.text.strip() else []
    if parts:
        yield parts[0], " ".join(part.text for part in parts)


def _is_job(line: Line, jobs: Mapping[tuple[int, int], int]) -> bool:
    """Whether `line` is a job's heading and nothing more."""
    return jobs.get(_place(line), -1) >= line.start + len(line.text.rstrip())


def _goes_on(line: Line, after: Line) -> bool:
    """Whether `after` is the rest of `line`: it starts small, or the line cannot end there."""
    text = after.text.strip()
    follows = (after.page, after.number, after.section) == (
        line.page, line.number + 1, line.section,
    )  # fmt: skip
    if not (follows and text) or after.bullet or inline_heading(after.text):
        return False
    small = text[0].islower() and line.text.rstrip()[-1] not in ".!?:;|"
    return small or bool(_OPEN.search(line.text))


def _cut(text: str, offset: int) -> Iterator[tuple[int, int]]:
    start = offset
    for stop in [m.start() for m in _END.finditer(text, offset)] + [len(text)]:
        a, b = start, stop
        while a < b and text[a].isspace():
            a += 1
        while b > a and text[b - 1].isspace():
            b -= 1
        while b - a > LONGEST:
            space = text.rfind(" ", a, a + LONGEST)
            piece = space if space > a else a + LONGEST
            yield a, piece
            a = piece + (space > a)
        if b > a:
            yield a, b
        start = stop

"""A document cut into sentences, each with its section, its place and its job's line above."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tercet.documents import records as documents
from tercet.evidence.masking import MASK
from tercet.evidence.sections import Section, heading_kind, inline_heading

BULLET = re.compile(r"^\s*(?:[•·▪◦‣○●■□➢►✓–—*+-]|\d{1,2}[.)]|o(?=\s))\s*")
_END = re.compile(
    r"(?<=[.!?])(?<!\b[A-Za-z]\.)(?<!\be\.g\.)(?<!\bi\.e\.)(?<!\bapprox\.)\s+(?=[^\Wa-z])"
)
LONGEST = 800
"""Characters of a sentence; what is longer is none, and is cut so that time stays bounded."""
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


def sentences_of(lines: list[Line]) -> Iterator[Sentence]:
    """Sentences of lines that are no headings, without their bullets."""
    for line in lines:
        if line.heading or not line.text.strip():
            continue
        mark = BULLET.match(line.text)
        inline = inline_heading(line.text)
        offset = mark.end() if mark else inline[1] if inline else 0
        for start, end in _cut(line.text, offset):
            text = _MASKS.sub(MASK, line.text[start:end])
            yield Sentence(
                line.page, line.start + start, line.start + end, text, line.section,
                line.number, line.bullet,
            )  # fmt: skip


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

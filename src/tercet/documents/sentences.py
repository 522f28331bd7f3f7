"""Sentences of a page with the place where each stands."""

import re
from collections.abc import Iterator

_END = re.compile(r"(?<=[.!?])[\"”’»)]?\s+|[\n\t]+")
Span = tuple[int, int]


def sentences(text: str) -> Iterator[Span]:
    """Start and end of each sentence or line of `text`, white space around it left out."""
    start = 0
    for match in [*_END.finditer(text), None]:
        end = match.start() if match else len(text)
        part = text[start:end]
        if part.strip():
            lead = len(part) - len(part.lstrip())
            yield start + lead, start + len(part.rstrip())
        start = match.end() if match else end


def merged(spans: list[Span], text: str) -> list[Span]:
    """Spans in order, those with nothing but white space between them made one."""
    out: list[Span] = []
    for start, end in sorted(spans):
        if out and not text[out[-1][1] : start].strip():
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def cut(text: str, spans: list[Span]) -> str:
    """`text` without `spans`, and without lines left empty by that."""
    for start, end in sorted(spans, reverse=True):
        before, after = text[:start], text[end:]
        if not before.rpartition("\n")[2].strip(" \t•*-") and after.lstrip(" \t").startswith("\n"):
            before, after = before.rpartition("\n")[0], after.lstrip(" \t")
        text = before + after
    return text.strip("\n")

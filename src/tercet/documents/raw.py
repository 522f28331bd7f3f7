"""What a format's reader hands on: shown text by page, and text that a person would not see."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from tercet.documents.records import Kind
from tercet.kernel.rules import Finding

Concealment = Literal["hidden-text", "tiny-text", "metadata"]
LEAST_WORDS = 3  # fewer hidden words are an artefact of layout, not an attempt


@dataclass(frozen=True, slots=True)
class Concealed:
    """Text of a page that is not shown, in which ways, and how that was seen."""

    text: str
    page: int
    ways: tuple[Concealment, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Raw:
    """A file as its format's reader found it, before wording and integrity are looked at."""

    kind: Kind
    pages: tuple[str, ...]
    concealed: tuple[Concealed, ...] = ()
    unread: tuple[int, ...] = ()
    findings: tuple[Finding, ...] = ()


def gathered(pieces: Iterable[Concealed]) -> tuple[Concealed, ...]:
    """Pieces that stand together put together: same page, same ways, same reason."""
    merged: list[Concealed] = []
    for piece in pieces:
        last = merged[-1] if merged else None
        if last and (last.page, last.ways, last.why) == (piece.page, piece.ways, piece.why):
            merged[-1] = Concealed(f"{last.text}\n{piece.text}", last.page, last.ways, last.why)
        else:
            merged.append(piece)
    return tuple(piece for piece in merged if piece.text.strip())

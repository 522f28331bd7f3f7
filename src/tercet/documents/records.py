"""What a file turned out to say: visible text by page, and findings about its integrity."""

from dataclasses import dataclass
from typing import Literal

from tercet.kernel.rules import Finding

Kind = Literal[
    "pdf", "docx", "odt", "rtf", "html", "markdown", "text", "json-resume", "image", "unknown"
]
Read = Literal["full", "partial", "none"]
Integrity = Literal[
    "hidden-text",
    "tiny-text",
    "injected-instruction",
    "pasted-job-description",
    "look-alike-characters",
]


@dataclass(frozen=True, slots=True)
class Page:
    """One page as a reader sees it: visible text in reading order.

    Offsets that others quote are code-point offsets in `text`. Pages count from 1. A format
    without pages is one page. Wrapped lines are joined; a line end is a line end of meaning.
    """

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class IntegrityFinding:
    """A passage that tries to steer a reader or a machine instead of describing work.

    `quote` is the passage; it is never part of a page's text (look-alike letters apart).
    """

    id: Integrity
    quote: str
    page: int
    why: str


@dataclass(frozen=True, slots=True)
class Document:
    """A file read: `read` is "none" when no page gave text and "partial" when some did not."""

    name: str
    sha256: str
    kind: Kind
    pages: tuple[Page, ...]
    read: Read
    unread_pages: tuple[int, ...]
    integrity: tuple[IntegrityFinding, ...]
    findings: tuple[Finding, ...]

    @property
    def text(self) -> str:
        """All pages, a form feed between them."""
        return "\f".join(page.text for page in self.pages)


@dataclass(frozen=True, slots=True)
class Guard:
    """How much one file may ask for before it is refused."""

    max_bytes: int = 20_000_000
    max_pages: int = 60
    max_characters: int = 400_000
    max_unpacked_bytes: int = 100_000_000
    max_ratio: int = 200
    max_pixels: int = 60_000_000
    memory_bytes: int = 1_000_000_000
    cpu_seconds: int = 20
    wall_seconds: float = 40.0


USUAL = Guard()
"""Bounds that every real résumé keeps by far."""

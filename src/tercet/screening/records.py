"""What is asked of a person, and how far a résumé shows it; never one headline number."""

from dataclasses import dataclass
from typing import Literal

from tercet.documents.records import Document
from tercet.evidence.records import Evidence, Quote, Rung
from tercet.kernel.rules import Finding

Verdict = Literal["met", "partly met", "not shown", "contradicted"]
Kind = Literal["capability", "business-impact", "incident-response", "rollback", "tool", "months"]


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing asked. `must` ones are compared first; the others are wishes.

    Made from a role's row of the skills matrix, or from an advert's must-haves.
    """

    id: str
    kind: Kind
    says: str
    """In words that a candidate may read."""
    must: bool
    capability: str | None = None
    rung: Rung | None = None
    """The least rung asked, for a capability."""
    tool: str | None = None
    """Name of a tool in the catalogue, for a tool."""
    months: int | None = None
    """Months of experience asked; shown beside the rest, but no part of any order."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One criterion against one résumé: the verdict, why, and the passages it rests on."""

    criterion: Criterion
    verdict: Verdict
    why: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Assessment:
    """All criteria against one résumé, in the order asked."""

    judged: tuple[Judged, ...]


@dataclass(frozen=True, slots=True)
class Screened:
    """One file: what was read, what it shows, and how that stands against what is asked."""

    document: Document
    evidence: Evidence | None
    """None when the file could not be read."""
    assessment: Assessment | None
    findings: tuple[Finding, ...]

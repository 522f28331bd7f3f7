"""What a résumé shows about one person: claims with quotes, a timeline, and nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from tercet.kernel.rules import Finding

Rung = Literal["none", "listed", "learned", "prototyped", "shipped", "operated"]
Owner = Literal["I", "we", "others"]
Polarity = Literal["yes", "no", "plan"]
BestRole = Literal["data-scientist", "ai-engineer", "mlops-engineer", "other"]

RUNGS: tuple[Rung, ...] = ("none", "listed", "learned", "prototyped", "shipped", "operated")
"""From nothing shown to running it in production over time."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage of the document, verbatim; offsets count code points in that page's text."""

    text: str
    page: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence read for one capability: what was done, by whom, how far it went."""

    capability: str
    rung: Rung
    quote: Quote
    owner: Owner
    polarity: Polarity
    date: date | None
    """Last day of the job in which it was done; None where no dated job holds it."""
    tool: str | None
    verb: str | None
    """The word that makes it an activity; None for a mere mention."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Whether the document shows something, with the passages that do."""

    shown: bool
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class RedFlag:
    """A remark by its id, with what raised it; no quote where it is an absence."""

    id: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Job:
    """One dated occupation; months as (year, month), first and last both counted."""

    heading: str
    start: tuple[int, int]
    end: tuple[int, int]
    quote: Quote
    technical: bool


@dataclass(frozen=True, slots=True)
class ToolMention:
    """A tool of the catalogue named in the text."""

    tool: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class Capability:
    """The best rung shown for one capability and the claims, strongest first, that show it."""

    rung: Rung
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything read from one document. Names, schools, places and the like were masked first."""

    language: str
    """ISO 639-1, or "und" where it could not be told."""
    capabilities: Mapping[str, Capability]
    """One entry for each of the seven vetted capabilities."""
    discarded: tuple[Claim, ...]
    """Sentences that speak of a capability but prove nothing: negated, planned, of others."""
    business_impact: Shown
    incident_response: Shown
    rollback: Shown
    soft_skills: Mapping[str, Shown]
    red_flags: tuple[RedFlag, ...]
    jobs: tuple[Job, ...]
    months_experience: int
    """Months covered by dated jobs, overlaps counted once."""
    tools: tuple[ToolMention, ...]
    best_role: BestRole
    production_ready: bool
    findings: tuple[Finding, ...]

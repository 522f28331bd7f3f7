"""What the customer said, as facts with their quotes, and the project that follows from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from tercet.catalog.records import Level, Size
from tercet.kernel.money import Money
from tercet.kernel.provenance import Grade
from tercet.kernel.rules import Finding


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the brief, verbatim, with their place in code points of its text."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Archetype:
    """The kind of project that the brief asks for; the runners-up are what it could also be."""

    id: str
    confidence: float
    quote: Quote | None
    others: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Deadline:
    """The day by which the product is to be live."""

    date: date
    quote: Quote | None


@dataclass(frozen=True, slots=True)
class Budget:
    """The most that may be spent on people."""

    money: Money
    quote: Quote | None


@dataclass(frozen=True, slots=True)
class Home:
    """The customer's country, ISO 3166-1 alpha-2."""

    country: str
    place: str | None
    quote: Quote | None


@dataclass(frozen=True, slots=True)
class Person:
    """One person already on staff, known by a label and never by name."""

    label: str
    """"data-scientist 1": unique in the brief."""
    role: str
    level: Level | None
    region: str | None
    """None where the brief does not say: home is assumed."""
    share: float
    """Part of the week that this project gets."""
    leaves: date | None


@dataclass(frozen=True, slots=True)
class TeamRow:
    """People of one role who are already on staff."""

    role: str
    count: int
    quote: Quote | None
    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class Need:
    """A property of the product that adds or enlarges work."""

    id: str
    quote: Quote | None


LimitKind = Literal[
    "headcount",          # value: most people at once
    "offshore-share",     # value: largest share of person-weeks outside home's region or bloc
    "onshore-only",       # value: None; everyone in the home country
    "regions",            # value: tuple of ISO codes and blocs in which people may work
    "data-residency",     # value: tuple of ISO codes and blocs that data may not leave
    "no-channel",         # value: tuple of channels that are ruled out
    "onshore-role",       # value: role ids of which one person must be in the home country
    "resilience",         # value: None; two people for each production-critical capability
    "start",              # value: ISO date before which nobody starts
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Limit:
    """A restriction on the team; `soft` when the customer only prefers it."""

    kind: LimitKind
    value: float | str | tuple[str, ...] | None
    soft: bool
    quote: Quote | None


@dataclass(frozen=True, slots=True)
class Assumption:
    """Something the brief does not say and tercet takes for given: the user can argue."""

    text: str
    grade: Grade
    figure: str | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """What to ask the customer, and what the answer would change."""

    text: str
    field: str


@dataclass(frozen=True, slots=True)
class Brief:
    """A problem statement as read: every fact quoted, every gap an assumption and a question."""

    text: str
    title: str | None
    today: date
    archetype: Archetype
    size: Size
    size_quote: Quote | None
    deadline: Deadline | None
    budget: Budget | None
    home: Home | None
    team: tuple[TeamRow, ...]
    needs: tuple[Need, ...]
    limits: tuple[Limit, ...]
    languages: int
    """Natural languages the product must handle."""
    assumptions: tuple[Assumption, ...]
    questions: tuple[Question, ...]
    findings: tuple[Finding, ...]
    own: "Project | None" = None
    """Work that the user wrote down; None leaves it to the blueprint of the archetype."""


@dataclass(frozen=True, slots=True)
class Triple:
    """Low, likely and high value of an effort or a wait."""

    low: float
    likely: float
    high: float

    @property
    def mean(self) -> float:
        """Mean of the triangle, which is what efforts add up by."""
        return (self.low + self.likely + self.high) / 3

    def scaled(self, factor: float) -> "Triple":
        """All three values times `factor`."""
        return Triple(self.low * factor, self.likely * factor, self.high * factor)


@dataclass(frozen=True, slots=True)
class Edge:
    """A predecessor; when not hard, work may start at half of the predecessor's effort."""

    id: str
    hard: bool


@dataclass(frozen=True, slots=True)
class WorkPackage:
    """A piece of work with a checkable end."""

    id: str
    name: str
    kind: str
    after: tuple[Edge, ...]
    work: Mapping[str, Triple]
    """Capability → effort in person-weeks of a full mid-level specialist."""
    wait: Triple | None
    """Elapsed weeks that the package lasts at least."""
    outside: Mapping[str, Triple]
    artefact: str
    done_when: str
    handoff: str | None
    quality: bool
    """Whether its effort has the long tail of "80 % done" work."""
    grade: Grade
    basis: str


@dataclass(frozen=True, slots=True)
class Project:
    """The work: a graph of packages with one end, and the package whose finish means live."""

    archetype: str
    name: str
    size: Size
    packages: tuple[WorkPackage, ...]
    """In an order in which every predecessor comes first."""
    live: str
    spread: float
    """Sigma of the project-wide lognormal effort factor."""
    findings: tuple[Finding, ...] = ()

    def package(self, id: str) -> WorkPackage:
        """The package called `id`; `KeyError` when there is none."""
        for package in self.packages:
            if package.id == id:
                return package
        raise KeyError(id)

"""The whole answer to a brief, as every report and the JSON show it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tercet.brief.records import Brief, Project
from tercet.forecast.records import Forecast
from tercet.kernel.provenance import Figure, Source
from tercet.kernel.rules import Finding
from tercet.market.records import Supply
from tercet.planning.records import Limits, NoPlan, Plan


@dataclass(frozen=True, slots=True)
class Choice:
    """A plan with its forecast."""

    plan: Plan
    forecast: Forecast


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another team under the same futures; `choice` is None when it can never go live."""

    id: str
    label: str
    choice: Choice | None
    why: str


@dataclass(frozen=True, slots=True)
class FrontierPoint:
    """A plan that no other beats on both cost and live date."""

    cost: Decimal
    live: date
    gap: float | None
    people: int


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """What one change would do to the recommended plan."""

    id: str
    label: str
    change: str
    cost: Decimal | None
    """What it costs more (or, below zero, less) than the recommended plan: found by a quick
    search, so at most this much."""
    live: date | None
    at_least: Decimal | None
    """Lower bound of the change in cost, where one was proven."""


@dataclass(frozen=True, slots=True)
class Do:
    """Something to do first, by when, and what waiting costs."""

    by: date
    action: str
    cost_of_delay: str


@dataclass(frozen=True, slots=True)
class Advice:
    """The recommendation with its bound and reasons, and all that it was compared with."""

    brief: Brief
    project: Project
    supply: Supply
    limits: Limits
    confidence: float
    seed: int
    today: date
    recommended: Choice | None
    alternatives: tuple[Alternative, ...]
    frontier: tuple[FrontierPoint, ...]
    sensitivity: tuple[Sensitivity, ...]
    do_first: tuple[Do, ...]
    none: NoPlan | None
    findings: tuple[Finding, ...]
    figures: Mapping[str, Figure]
    """Catalogue rows that the numbers rest on, by id."""
    sources: tuple[Source, ...]

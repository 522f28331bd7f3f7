"""The question put to the planner, and a plan as its answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from tercet.brief.records import Project
from tercet.catalog.records import Channel
from tercet.kernel.rules import Finding
from tercet.market.records import Supply

StoppedBy = Literal["optimal", "budget", "time"]


@dataclass(frozen=True, slots=True)
class Limits:
    """What the plan may not exceed. None means no limit."""

    deadline: date | None
    """Last day on which the product may go live."""
    budget: Decimal | None
    headcount: int | None = None
    offshore_share: float | None = None
    onshore_roles: tuple[str, ...] = ()
    resilience: bool = False
    """Whether two people for each production-critical capability are required, not only advised."""
    start: date | None = None


@dataclass(frozen=True, slots=True)
class Terms:
    """Catalogue parameters the planner works with; every one is a row the user can change."""

    effort_quantile: float
    """Quantile of each effort that is planned for (buffer against overrun)."""
    effort_factor: float
    """Further factor on all efforts (buffer of the project as a whole)."""
    lead_quantile: float
    deadline_buffer_weeks: int
    crew_effort: float
    """Person-weeks of one capability in a package that one more person can share in."""
    handoff_effort: float
    """Person-weeks that each handoff of the blueprint costs, on top of the packages."""
    communication: float
    """Share of output lost per further colleague."""
    productive_share: float
    """Share of a paid week that reaches the work (leave, meetings, interruptions)."""
    mentor_share: float
    able: float
    """Productivity from which somebody counts as able to keep a capability alive."""
    running_least: float
    """Share of all effort below which running the product counts as underestimated."""
    talk_most: float = 1.0
    """Largest share of anybody's time that talk and mentoring may take."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Everything a plan depends on. Week 0 begins on `origin`, a Monday."""

    project: Project
    supply: Supply
    limits: Limits
    terms: Terms
    origin: date
    critical: tuple[str, ...]
    """Capabilities that keep production alive: somebody must be able to do each."""


@dataclass(frozen=True, slots=True)
class SearchBudget:
    """How hard to look, in solver work and never in seconds; `time_limit` is only a ceiling."""

    rounds: int = 8
    nodes: int = 2000
    gap: float = 0.005
    prove: bool = True
    """Whether to spend work on bounds, and on what each option is worth."""
    time_limit: float | None = None
    """Seconds."""


@dataclass(frozen=True, slots=True)
class EngagedMember:
    """One person of an engagement; `id` names the seat."""

    id: str
    role: str
    level: str


@dataclass(frozen=True, slots=True)
class Engagement:
    """One person or pod from `start` until the day before `end`."""

    id: str
    option: str
    label: str
    channel: Channel
    region: str
    start: date
    end: date
    share: float
    """Mean share of the week that is booked and paid."""
    weekly_cost: Decimal
    one_off_cost: Decimal
    cost: Decimal
    reason: str
    members: tuple[EngagedMember, ...]
    decide_by: date
    """Day by which the search must be approved, for this start on the planned lead time."""
    days: tuple[tuple[date, float], ...] = ()
    """(Monday, days booked) per week: what is paid for."""


@dataclass(frozen=True, slots=True)
class Assignment:
    """A member's work on one capability of one package over consecutive weeks."""

    member: str
    package: str
    capability: str
    start: date
    end: date
    days_per_week: float


@dataclass(frozen=True, slots=True)
class Scheduled:
    """When a package is worked on; `end` is exclusive."""

    package: str
    start: date
    end: date


@dataclass(frozen=True, slots=True)
class Bound:
    """How far from the best possible this plan can be, over all timelines and for its own windows.

    Gaps are (objective − lower) / objective; None when no bound was found.
    """

    objective: Decimal
    lower: Decimal | None
    gap: float | None
    lower_windows: Decimal | None
    gap_windows: float | None
    stopped_by: StoppedBy


@dataclass(frozen=True, slots=True)
class Plan:
    """A team over time: who is engaged, who does what, when it is live, at what price."""

    engagements: tuple[Engagement, ...]
    assignments: tuple[Assignment, ...]
    schedule: tuple[Scheduled, ...]
    cost: Decimal
    currency: str
    live: date
    """Friday of the week in which the live package is finished."""
    finish: date
    bound: Bound
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class SwitchPrice:
    """What would bring an option that a plan does not use into consideration."""

    option: str
    label: str
    weekly_cost: float
    below: float
    """Weekly price that it must fall below to be worth having; indicative."""
    dearer: float
    """What a plan with it costs more than the lower bound, at least."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Limits that cannot hold together, confirmed by solving again without them."""

    limits: tuple[str, ...]
    confirmed: bool
    explanation: str


@dataclass(frozen=True, slots=True)
class Repair:
    """The smallest change of one limit that makes a plan possible."""

    id: str
    label: str
    change: Mapping[str, str | float]
    plan: Plan


@dataclass(frozen=True, slots=True)
class NoPlan:
    """Nothing fits: which limits conflict, and what would."""

    conflict: Conflict
    repairs: tuple[Repair, ...]

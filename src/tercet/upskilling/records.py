"""People who could grow, the steps in front of them, and what comes of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tercet.catalog.records import Channel, Level
from tercet.evidence.records import Rung
from tercet.kernel.rules import Finding
from tercet.kernel.uncertain import Distribution


@dataclass(frozen=True, slots=True)
class Learner:
    """One person on staff, known by a label alone."""

    name: str
    role: str
    level: Level
    country: str
    share: float
    """Part of the week that is free for learning on the job."""
    rungs: Mapping[str, Rung]
    """Capability → highest rung shown; one that is absent was not shown."""


@dataclass(frozen=True, slots=True)
class Team:
    """Who is on staff, and the country in which a seat would otherwise be hired for."""

    people: tuple[Learner, ...]
    home: str
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Seat:
    """How many people of a role are wanted, and by when, if anybody said."""

    role: str
    count: int
    by: date | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """What a role asks in one capability and what was shown; `rungs` apart, above zero."""

    capability: str
    shown: Rung
    asked: Rung
    rungs: int


@dataclass(frozen=True, slots=True)
class Step:
    """One piece of hands-on work: `weeks` of the learner's time at the share given, in its turn."""

    capability: str
    rung: Rung
    work: str
    evidence: str
    weeks: float
    """Calendar weeks on this step, at the person's share."""
    start: float
    """Weeks from the start of learning."""
    counts: float
    """When its evidence counts: the work is done and has stood in use."""


@dataclass(frozen=True, slots=True)
class Rival:
    """A way to fill the same seat: paid until the common horizon, and when it begins and is up."""

    channel: Channel
    cost: Decimal
    weeks: float
    """Until the first working day in the role; for learning, until independent work."""
    full: float
    """Until full output."""


@dataclass(frozen=True, slots=True)
class Path:
    """One person's way into one role; without a known way, `steps` is empty and the rest None."""

    learner: Learner
    to: str
    level: Level
    """At which the person would begin in the new role."""
    gaps: tuple[Gap, ...]
    steps: tuple[Step, ...]
    weeks: Distribution | None
    factor: float | None
    """Weeks as a multiple of the catalogue's `upskill.weeks.<to>`."""
    scale: float
    """What the weeks in the data were multiplied by, to agree with the catalogue's whole path."""
    cost: Decimal | None
    """Expected: the learner's time, a mentor's, courses and cloud."""
    besides: Decimal | None
    """The part of it that is not the learner's own time."""
    mentor_weeks: float | None
    success: Distribution | None
    """None too where nothing is left to learn."""
    against: tuple[Rival, ...]
    figures: tuple[str, ...]

    @property
    def known(self) -> bool:
        """Whether the catalogue knows the way, or there is none to go."""
        return self.weeks is not None


@dataclass(frozen=True, slots=True)
class Growth:
    """What a team could grow into: advice, which a person decides on."""

    currency: str
    today: date
    paths: tuple[Path, ...]
    assignment: tuple[Path, ...]
    """Who would take which seat: most seats first, then least cost."""
    still_to_hire: tuple[Seat, ...]
    findings: tuple[Finding, ...]

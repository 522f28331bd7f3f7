"""What an advert says, piece by piece, and what that makes of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from tercet.catalog.records import ROLES, Level
from tercet.kernel.rules import Finding

Kind = Literal["duty", "requirement", "nice-to-have", "benefit", "boilerplate"]
Period = Literal["year", "month", "week", "day", "hour"]
Site = Literal["onsite", "hybrid", "remote"]
Need = Literal["must", "nice", "absent"]

ADVERT_ROLES = (*ROLES, "manager", "other")
"""The nine roles, leading people, and work that belongs to none of them."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One sentence or bullet of the advert, under the heading that it stands under."""

    text: str
    section: str | None
    """Section id of headings.yaml; None before the first known heading."""


@dataclass(frozen=True, slots=True)
class Bullet:
    """A piece with what it is, and whose work and which capability it speaks of."""

    text: str
    kind: Kind
    role: str | None
    capability: str | None
    must: bool
    """A duty or a stated requirement; a nice-to-have is not."""


@dataclass(frozen=True, slots=True)
class Pay:
    """Pay as stated; `low` is None for "up to"."""

    low: Decimal | None
    high: Decimal
    currency: str
    period: Period


@dataclass(frozen=True, slots=True)
class Tools:
    """Products named, spelt as in the advert, each once."""

    must: tuple[str, ...]
    nice: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """One role family that the advert asks for in depth, with the passage that does."""

    text: str
    quote: str


@dataclass(frozen=True, slots=True)
class SplitSeat:
    """One of the seats that an overloaded advert should become."""

    role: str
    level: Level
    musts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unicorn:
    """Whether one person is asked to be several specialists, why, and into which seats to split."""

    verdict: bool
    reasons: tuple[Reason, ...]
    split: tuple[SplitSeat, ...]


@dataclass(frozen=True, slots=True)
class Job:
    """One advert read."""

    title: str | None
    roles: Mapping[str, float]
    """Share of the work by role, over `ADVERT_ROLES`; sums to 1."""
    primary_role: str
    level: Level | None
    years: int | None
    """Lowest number of years that is required."""
    pay: Pay | None
    place: str | None
    work_site: Site | None
    bullets: tuple[Bullet, ...]
    tools: Tools
    capabilities: Mapping[str, Need]
    unicorn: Unicorn
    findings: tuple[Finding, ...]

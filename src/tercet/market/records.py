"""Prices and supply: pay bands, and the ways in which a seat can be filled."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from tercet.catalog.records import Channel, Level
from tercet.kernel.provenance import Figure, Source
from tercet.kernel.rules import Finding
from tercet.kernel.uncertain import Distribution

Confidence = Literal["good", "fair", "weak"]


@dataclass(frozen=True, slots=True)
class Band:
    """Yearly gross base pay for a role, level and country, uprated to a date."""

    role: str
    level: Level
    region: str
    currency: str
    p10: Decimal
    p25: Decimal
    p50: Decimal
    p75: Decimal
    p90: Decimal
    n: int
    """Distinct observations; 0 when carried over from another country by a factor."""
    year: int
    source: str
    confidence: Confidence
    note: str = ""
    error: float = 0.0
    """Standard error of log p50 within the country, that is apart from its general level."""


@dataclass(frozen=True, slots=True)
class Premium:
    """Middle pay of a role over that of a data scientist of the same level and country."""

    role: str
    level: Level
    region: str
    ratio: float
    low: float
    high: float
    """Ends of the 90 % interval of `ratio`."""
    n: int
    """Observations of the rarer of the two."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a loaded cost, with the ids of the figures behind it."""

    name: str
    per: Literal["year", "once"]
    amount: Decimal
    figures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Loaded:
    """What one person costs through a channel, in one currency."""

    channel: Channel
    role: str
    level: Level
    region: str
    currency: str
    band: Band
    """The band whose middle is paid; of a neighbouring level where the own one has none."""
    parts: tuple[Part, ...]
    weekly: Decimal
    one_off: Decimal

    @property
    def figures(self) -> tuple[str, ...]:
        """Ids of all figures behind the cost, each once."""
        return tuple(dict.fromkeys(id for part in self.parts for id in part.figures))


@dataclass(frozen=True, slots=True)
class LeadTime:
    """Calendar days from deciding to engage to the first working day, in parts."""

    approval: Distribution
    search: Distribution
    """From approved to offer accepted (or contract signed)."""
    notice: Distribution
    dropped: Distribution
    """Chance that somebody who accepted does not start, and the search begins again."""

    def planned_days(self, quantile: float) -> float:
        """Days to plan with: each part at `quantile`, an approximation on the safe side."""
        return sum(part.quantile(quantile) for part in (self.approval, self.search, self.notice))


@dataclass(frozen=True, slots=True)
class Ramp:
    """Learning the ropes: weeks to 90 % of full output, and the share given on day one."""

    weeks: Distribution
    start: float
    mentor_share: float
    """Share of a colleague's week used up during the first half."""


@dataclass(frozen=True, slots=True)
class Member:
    """One person's worth of skill inside an option."""

    role: str
    level: Level
    productivity: Mapping[str, float]
    """Capability → effective weeks given per week worked; absent means none."""


@dataclass(frozen=True, slots=True)
class Upskilling:
    """How somebody on staff grows into the option's role."""

    person: str
    """Label of the person in the brief."""
    weeks: Distribution
    """Weeks at `share` until independent work."""
    share: float
    """Part of the week spent learning; the rest goes on in the old role."""
    success: Distribution


@dataclass(frozen=True, slots=True)
class SupplyOption:
    """A way to fill one or more seats: price, lead time, output, terms."""

    id: str
    """`channel/role/level/region`, `on-staff/<label>`, `pod/<pod>/<region>`: stable and unique."""
    label: str
    channel: Channel
    region: str
    offshore: bool
    """Outside the home country and its bloc."""
    members: tuple[Member, ...]
    """One unless a pod, which comes and goes as a whole."""
    weekly_cost: Decimal
    """Loaded cost of a full week of all members, in the plan's currency."""
    one_off_cost: Decimal
    """Per person (or pod) engaged, in the plan's currency."""
    lead: LeadTime
    ramp: Ramp
    min_weeks: int
    max_weeks: int | None
    available: int
    """How many such people (or pods) can be engaged at most."""
    min_share: float
    """Smallest part-time booking; 1 when only whole weeks are possible."""
    attrition: float
    """Chance per year of leaving."""
    backfill: Distribution | None
    """Days until a vendor replaces a leaver; None where the search starts again."""
    person: str | None = None
    """Label of the person on staff."""
    leaves: date | None = None
    upskilling: Upskilling | None = None
    figures: tuple[str, ...] = ()
    """Ids of the catalogue rows and bands behind the numbers."""


@dataclass(frozen=True, slots=True)
class Supply:
    """All options for one brief, in one currency, priced on one day."""

    currency: str
    home: str
    today: date
    options: tuple[SupplyOption, ...]

    def option(self, id: str) -> SupplyOption:
        """The option called `id`; `KeyError` when there is none."""
        for option in self.options:
            if option.id == id:
                return option
        raise KeyError(id)


@dataclass(frozen=True, slots=True)
class Wait:
    """One part of the time until somebody can begin, in calendar days."""

    name: str
    p50: float
    p90: float
    figures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """One person of a role and level through a channel in a country: cost, saving, start."""

    channel: Channel
    region: str
    offshore: bool
    cost: Loaded
    yearly: Decimal
    """Everything a first year of 52 weeks costs, what is paid once included."""
    saving: float
    """Share of a year's cost of an employee at home that is saved; below zero: dearer."""
    waits: tuple[Wait, ...]
    """Parts of the time to start; the last one, "start", is the whole."""


@dataclass(frozen=True, slots=True)
class Row:
    """A role's pay in a country, and its premium over a data scientist; None: nothing to say."""

    role: str
    band: Band | None
    premium: Premium | None


@dataclass(frozen=True, slots=True)
class MarketView:
    """What `tercet market` shows: one role in depth, or all nine side by side without offers."""

    role: str | None
    level: Level
    region: str
    currency: str
    day: date
    rows: tuple[Row, ...]
    offers: tuple[Offer, ...]
    figures: tuple[Figure, ...]
    """Catalogue rows behind the offers, each once."""
    sources: tuple[Source, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """A claim held against data or a model."""

    claim: str
    """Id in claims.yaml."""
    says: str
    found: str
    """What the test found, in one or two sentences with the figures."""
    holds: Literal["yes", "partly", "no", "cannot-say"]
    numbers: Mapping[str, float]
    """What was computed, by name, in the order in which it is shown."""
    sources: tuple[str, ...]
    """Ids in sources.csv."""

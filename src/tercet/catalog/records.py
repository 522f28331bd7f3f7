"""What tercet knows before anybody asks: roles, places, channels, blueprints and their figures."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from tercet.kernel.money import Rates
from tercet.kernel.provenance import Figure, Grade, Source
from tercet.kernel.uncertain import Distribution

Level = Literal["junior", "mid", "senior", "lead"]
Channel = Literal["on-staff", "fte", "contractor", "pod", "upskill"]
Size = Literal["S", "M", "L", "XL"]

LEVELS: tuple[Level, ...] = ("junior", "mid", "senior", "lead")
VETTED = (
    "data-analysis", "model-prototyping", "model-deployment", "pipeline-automation",
    "monitoring", "api-development", "cloud-infrastructure",
)  # fmt: skip
"""The seven capabilities that people are vetted on."""
PROJECT_ONLY = ("data-engineering", "evaluation", "security-compliance", "product")
"""Four more that projects need."""
CAPABILITIES = VETTED + PROJECT_ONLY
ROLES = (
    "data-scientist", "ai-engineer", "mlops-engineer", "data-engineer", "data-analyst",
    "software-engineer", "devops-engineer", "ml-researcher", "ai-product-manager",
)  # fmt: skip
NEEDS = (
    "real-time", "batch", "high-volume", "regulated", "data-residency", "on-premises",
    "human-in-the-loop", "multilingual",
)  # fmt: skip
ARCHETYPES = (
    "llm-product", "fraud-detection", "recommendation", "forecasting", "document-extraction",
    "vision-inspection", "churn-propensity", "search-ranking", "predictive-maintenance",
    "speech-analytics", "agentic-automation", "pricing-optimisation", "generic-ml",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Capability:
    """One kind of work: a row of the skills matrix or one of the four that projects add."""

    id: str
    name: str
    vetted: bool
    describes: str


@dataclass(frozen=True, slots=True)
class Role:
    """A role of the framework, with its two- or three-letter code and what it is for."""

    id: str
    name: str
    code: str
    describes: str
    titles: tuple[str, ...]
    """Other names that people use for it, lower case ("ml engineer")."""
    soft_skills: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tool:
    """A named technology: its spellings and what it speaks for."""

    name: str
    spellings: tuple[str, ...]
    capability: str | None
    roles: tuple[str, ...]
    since: int | None
    """Year of first public release, where known: nobody used it before."""
    ambiguous: tuple[str, ...] = ()
    """Those of its names that are everyday words too (Go, R, spark): alone they prove little."""


@dataclass(frozen=True, slots=True)
class Region:
    """A country as a place to employ people or to buy their work."""

    id: str
    """ISO 3166-1 alpha-2."""
    name: str
    currency: str
    utc_offset: float
    """Hours from UTC in winter, of the main business zone."""
    blocs: tuple[str, ...]
    """Groups that data-residency limits name: EU, EEA, UK, US, CH …"""
    on_cost: Figure
    """Employer's cost on top of gross pay, as a fraction of it."""
    notice: Mapping[Level, Figure]
    """Days between signing and leaving the present employer."""
    hiring_factor: Figure
    """Length of the hiring process relative to the United States."""
    pay_factor: Figure
    """Pay relative to the United States for the same role and level."""
    attrition: Figure
    """Chance per year that an employee leaves."""


@dataclass(frozen=True, slots=True)
class Blueprint:
    """A kind of project as its work packages, before a brief sizes them."""

    id: str
    name: str
    describes: str
    baseline: str
    """What size M means for it."""
    live: str
    """Id of the package whose finish is the day the product is live."""
    cues: Mapping[str, float]
    """Words and phrases that speak for this archetype, with weights."""
    packages: tuple["BlueprintPackage", ...]
    spread: float
    """Sigma of the project-wide effort factor."""


@dataclass(frozen=True, slots=True)
class BlueprintPackage:
    """A work package of a blueprint at size M without needs."""

    id: str
    name: str
    kind: str
    """Package type of blueprints: frame, access, model, service, monitor …"""
    after: tuple[tuple[str, bool], ...]
    """(predecessor, hard) pairs; soft ones may overlap by half."""
    work: Mapping[str, tuple[float, float, float]]
    """Capability → low, likely, high effort in person-weeks."""
    wait: tuple[float, float, float] | None
    """Elapsed weeks, low, likely, high, that nobody can shorten by working."""
    outside: Mapping[str, tuple[float, float, float]]
    """Person-weeks of people outside the team (experts, annotators, testers)."""
    artefact: str
    done_when: str
    handoff: str | None
    """"giver → taker" where the package's finish hands work to another role."""
    size_class: Literal["fixed", "volume"]
    scales_with: str | None
    grade: Grade
    basis: str
    needs: Mapping[str, float]
    """Need → factor on the effort, where the need enlarges or shrinks the package."""


@dataclass(frozen=True, slots=True)
class AddedPackage:
    """A package that a need brings into every blueprint it fits."""

    package: BlueprintPackage
    need: str
    after_kinds: tuple[str, ...]
    before_kinds: tuple[str, ...]
    scale: Mapping[str, float]
    """Archetype → factor, where a blueprint already holds part of it (0 = leave it out)."""


@dataclass(frozen=True, slots=True)
class Pod:
    """People whom a vendor sends and withdraws as a whole."""

    id: str
    name: str
    members: tuple[tuple[str, Level], ...]
    """(role, level) of each."""
    regions: tuple[str, ...]
    """Countries that it is sold from."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim of the framework's source that `tercet factcheck` tests."""

    id: str
    says: str
    source: str
    test: str
    """Name of the test that factcheck runs."""
    expects: Mapping[str, tuple[float, float]]
    """What is claimed, as (low, high) by name; "ai-engineer.US" and yearly USD for pay."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Catalog:
    """Everything in the data files, validated and typed; see `load_catalog`."""

    capabilities: Mapping[str, Capability]
    roles: Mapping[str, Role]
    tools: Mapping[str, Tool]
    regions: Mapping[str, Region]
    rates: Rates
    blueprints: Mapping[str, Blueprint]
    added: tuple[AddedPackage, ...]
    figures: Mapping[str, Figure]
    """Every single parameter by id: `ramp.mid`, `productivity.data-analyst.evaluation` …"""
    claims: Mapping[str, Claim]
    sources: Mapping[str, Source]
    bands: tuple[Mapping[str, str], ...]
    """Rows of the derived pay bands, as text; the market stage reads them."""
    pods: Mapping[str, Pod]

    def value(self, figure: str) -> float:
        """The point or middle of parameter `figure`; `KeyError` when there is none."""
        return self.figures[figure].value.quantile(0.5)

    def distribution(self, figure: str) -> Distribution:
        """The whole distribution of parameter `figure`."""
        return self.figures[figure].value

    def productivity(self, role: str, level: Level, capability: str) -> float:
        """Output of one week in `capability`, where a full mid-level specialist gives 1."""
        row = self.figures.get(f"productivity.{role}.{capability}")
        share = row.value.quantile(0.5) if row else 0.0
        return round(share * self.value(f"output.{level}"), 4)

    def money(self, figure: str) -> Decimal:
        """A parameter that is an amount of money, exactly."""
        return Decimal(str(self.value(figure)))

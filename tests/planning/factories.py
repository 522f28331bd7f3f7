"""Hand-made and generated problems for the planner."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from tercet.brief.records import Edge, Project, Triple, WorkPackage
from tercet.catalog.records import Channel, Level
from tercet.kernel.dates import week_end
from tercet.kernel.uncertain import Distribution, point
from tercet.market.records import LeadTime, Member, Ramp, Supply, SupplyOption, Upskilling
from tercet.planning.records import Limits, Problem, Terms

ORIGIN = date(2026, 9, 7)
TERMS = Terms(
    effort_quantile=0.5, effort_factor=1.0, lead_quantile=0.5, deadline_buffer_weeks=0,
    crew_effort=3.0, handoff_effort=0.0, communication=0.0, productive_share=1.0, mentor_share=0.0,
    able=0.5, running_least=0.1,
)  # fmt: skip


def package(
    id: str, work: Mapping[str, float], after: Sequence[str] = (), *, wait: float = 0,
    handoff: str | None = None,
) -> WorkPackage:  # fmt: skip
    """A package of known effort; a predecessor written "~a" is soft."""
    return WorkPackage(
        id=id, name=f"Package {id}", kind="build",
        after=tuple(Edge(a.lstrip("~"), not a.startswith("~")) for a in after),
        work={c: Triple(e, e, e) for c, e in work.items()},
        wait=Triple(wait, wait, wait) if wait else None,
        outside={}, artefact="a thing", done_when="it is there", handoff=handoff,
        quality=False, grade="J", basis="made up",
    )  # fmt: skip


def project(packages: Sequence[WorkPackage], live: str | None = None) -> Project:
    """Packages in order; the last is the live one unless named."""
    return Project(
        "generic-ml", "Larkspur Cards", "M", tuple(packages), live or packages[-1].id, 0.35
    )


def option(
    id: str, productivity: Mapping[str, float] | Sequence[Mapping[str, float]], *,
    weekly: float = 1000, one_off: float = 0, lead: float = 0, ramp: float = 0,
    ramp_start: float = 0.25, min_weeks: int = 1, max_weeks: int | None = None,
    available: int = 1, min_share: float = 1.0, channel: Channel = "contractor",
    region: str = "US", offshore: bool = False, leaves: date | None = None,
    upskilling: Upskilling | None = None, person: str | None = None,
    role: str = "ai-engineer", level: Level = "mid",
) -> SupplyOption:  # fmt: skip
    """An option of known terms."""
    rows = [productivity] if isinstance(productivity, Mapping) else list(productivity)
    return SupplyOption(
        id=id, label=f"Label {id}", channel=channel, region=region, offshore=offshore,
        members=tuple(Member(role, level, row) for row in rows),
        weekly_cost=Decimal(str(weekly)), one_off_cost=Decimal(str(one_off)),
        lead=LeadTime(point(0), point(lead * 7), point(0), point(0)),
        ramp=Ramp(point(ramp), ramp_start, 0.15),
        min_weeks=min_weeks, max_weeks=max_weeks, available=available, min_share=min_share,
        attrition=0.1, backfill=None, person=person, leaves=leaves, upskilling=upskilling,
    )  # fmt: skip


def problem(
    packages: Sequence[WorkPackage], options: Sequence[SupplyOption], weeks: int | None = 12, *,
    terms: Terms = TERMS, critical: tuple[str, ...] = (), live: str | None = None,
    **limits: object,
) -> Problem:  # fmt: skip
    """A problem with a deadline on the Friday of week `weeks`."""
    deadline = None if weeks is None else week_end(ORIGIN, weeks - 1)
    return Problem(
        project=project(packages, live),
        supply=Supply("USD", "US", ORIGIN - timedelta(days=3), tuple(options)),
        limits=Limits(deadline=deadline, budget=None, **limits)
        if "budget" not in limits
        else Limits(deadline=deadline, **limits),  # type: ignore[arg-type]
        terms=terms, origin=ORIGIN, critical=critical,
    )  # fmt: skip


def realistic(seed: int = 1, *, packages: int = 22, weeks: int = 40, **limits: object) -> Problem:
    """A project of fraud-detection's size with about 50 options in the shape of the market's."""
    rng = Random(seed)
    terms = Terms(
        effort_quantile=0.5, effort_factor=1.0, lead_quantile=0.6, deadline_buffer_weeks=0,
        crew_effort=3.0, handoff_effort=0.2, communication=0.03, productive_share=0.8,
        mentor_share=0.15, able=0.5, running_least=0.1,
    )  # fmt: skip
    made = [package("P00", {"product": 1.5, "data-analysis": 1.0})]
    for i in range(1, packages):
        count = 1 + (rng.random() < 0.6)
        work = {c: round(rng.uniform(0.5, 4.5), 1) for c in rng.sample(CAPABILITIES, count)}
        before = sorted(rng.sample(range(max(0, i - 5), i), min(i, rng.choice([1, 2, 2]))))
        after = [("~" if rng.random() < 0.6 else "") + f"P{a:02}" for a in before]
        made.append(package(f"P{i:02}", work, after, wait=rng.choice([0, 0, 0, 0, 2, 4]),
                            handoff="a → b" if rng.random() < 0.5 else None))  # fmt: skip
    followed = {e.id for p in made for e in p.after}
    last = [p.id for p in made if p.id not in followed]
    made.append(package("LIVE", {"model-deployment": 1.0}, last, wait=3))
    made.append(package("HYPER", {"monitoring": 2.0}, ["LIVE"], wait=4))
    return problem(
        made, tuple(_market(rng)), weeks, terms=terms, live="LIVE",
        critical=("model-deployment", "pipeline-automation", "monitoring"), **limits,
    )  # fmt: skip


CAPABILITIES = (
    "data-analysis", "model-prototyping", "model-deployment", "pipeline-automation", "monitoring",
    "api-development", "cloud-infrastructure", "data-engineering", "evaluation",
    "security-compliance", "product",
)  # fmt: skip
_SKILLS = {
    "data-scientist": (1, 1, 0.6, 0, 0, 0.3, 0.3, 0.6, 1, 0, 0.6),
    "ai-engineer": (0.3, 1, 1, 0.6, 1, 1, 1, 0.6, 0.6, 0.3, 0),
    "mlops-engineer": (0.6, 0, 1, 1, 1, 0, 1, 0.6, 0.3, 0.6, 0),
    "data-engineer": (0.6, 0, 0.3, 0.6, 0.3, 0.3, 0.6, 1, 0.3, 0.3, 0),
    "ai-product-manager": (0.3, 0, 0, 0, 0, 0, 0, 0, 0.3, 0.6, 1),
}
_PLACES = (("US", 1.0, False), ("DE", 0.8, True), ("IN", 0.35, True))
_LEVELS: tuple[tuple[Level, float, float], ...] = (("mid", 1.0, 22), ("senior", 1.25, 15))


def _market(rng: Random) -> list[SupplyOption]:
    found = [
        option("on-staff/data-scientist 1", _skills("data-scientist", 1.0), weekly=3200,
               channel="on-staff", min_share=0.2, person="data-scientist 1",
               role="data-scientist", leaves=ORIGIN + timedelta(weeks=20)),
        option("upskill/data-scientist 1", _skills("mlops-engineer", 0.9), weekly=3200,
               one_off=6000, channel="upskill", role="mlops-engineer", ramp=4,
               upskilling=Upskilling("data-scientist 1", point(16), 0.4, point(0.7))),
    ]  # fmt: skip
    for role in _SKILLS:
        for region, price, offshore in _PLACES:
            for level, output, ramp in _LEVELS:
                pay = round(3800 * price * output**1.3 * rng.uniform(0.9, 1.1), 2)
                common = {"region": region, "offshore": offshore, "role": role, "level": level}
                found.append(option(
                    f"fte/{role}/{level}/{region}", _skills(role, output), weekly=pay,
                    one_off=round(pay * 8, 2), lead=rng.randint(9, 16), ramp=ramp, min_weeks=13,
                    available=2, channel="fte", **common))  # type: ignore[arg-type]  # fmt: skip
                found.append(option(
                    f"contractor/{role}/{level}/{region}", _skills(role, output),
                    weekly=round(pay * 1.5, 2), one_off=1500, lead=rng.randint(3, 6), ramp=ramp / 2,
                    min_weeks=4, available=2, min_share=0.4, **common))  # type: ignore[arg-type]  # fmt: skip
    for region, price, offshore in _PLACES:
        found.append(option(
            f"pod/core/{region}",
            [_skills(r, 1.25) for r in ("data-scientist", "ai-engineer", "mlops-engineer")],
            weekly=round(15000 * price, 2), one_off=5000, lead=5, ramp=6, min_weeks=12,
            channel="pod", region=region, offshore=offshore))  # fmt: skip
    return found


def _skills(role: str, output: float) -> dict[str, float]:
    return {c: round(q * output, 4) for c, q in zip(CAPABILITIES, _SKILLS[role], strict=True) if q}


def spread(low: float, likely: float, high: float) -> Distribution:
    """A triangular quantity."""
    return Distribution("triangular", (low, likely, high))

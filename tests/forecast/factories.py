"""Problems and plans by hand: small enough to work out on paper."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from tercet.brief.records import Edge, Project, Triple, WorkPackage
from tercet.forecast.uncertainty import Uncertainty
from tercet.kernel.uncertain import Distribution, point
from tercet.market.records import LeadTime, Member, Ramp, Supply, SupplyOption, Upskilling
from tercet.planning.records import (
    Assignment,
    Bound,
    EngagedMember,
    Engagement,
    Limits,
    Plan,
    Problem,
    Scheduled,
    Terms,
)  # fmt: skip

ORIGIN = date(2026, 11, 30)
CERTAIN = point(0.0)
CALM = Uncertainty(
    tail_chance=0.0, tail=point(2.0), quality_sigma=0.0, takeover=0.0, thin=0.0,
    rework=CERTAIN, outside_weekly=1.0, horizon=2.5, rare=0.02, tolerance=2.0, enough=200,
)  # fmt: skip
STORMY = replace(
    CALM, tail_chance=0.05, tail=Distribution("triangular", (1.5, 2.5, 3.5)), takeover=0.05,
    quality_sigma=0.4, thin=0.5,
    rework=Distribution("triangular", (0.0, 0.2, 0.5)),
)  # fmt: skip
PLAIN = Terms(
    effort_quantile=0.5, effort_factor=1.0, lead_quantile=0.5, deadline_buffer_weeks=0,
    crew_effort=10.0, handoff_effort=0.0, communication=0.0, productive_share=1.0, mentor_share=0.0,
    able=0.5, running_least=0.1,
)  # fmt: skip


def monday(week: int) -> date:
    """First day of plan week `week`."""
    return ORIGIN + timedelta(weeks=week)


def package(
    id: str, work: Mapping[str, tuple[float, float, float]], *after: Edge,
    wait: Triple | None = None, quality: bool = False, handoff: str | None = None,
) -> WorkPackage:  # fmt: skip
    """A work package with three-point efforts."""
    return WorkPackage(
        id=id, name=f"Package {id}", kind="model", after=after,
        work={capability: Triple(*values) for capability, values in work.items()},
        wait=wait, outside={}, artefact="a thing", done_when="it is there", handoff=handoff,
        quality=quality, grade="J", basis="made by hand",
    )  # fmt: skip


def option(
    id: str, output: Mapping[str, float], *, search: Distribution = CERTAIN,
    weekly: int = 1000, size: int = 1, min_share: float = 1.0, **fields: object,
) -> SupplyOption:  # fmt: skip
    """A supply option of which every member gives the same output."""
    channel = id.partition("/")[0]
    made = SupplyOption(
        id=id, label=id, channel=channel,  # type: ignore[arg-type]
        region="NL", offshore=False,
        members=(Member("ai-engineer", "mid", dict(output)),) * size,
        weekly_cost=Decimal(weekly), one_off_cost=Decimal(0),
        lead=LeadTime(CERTAIN, search, CERTAIN, CERTAIN),
        ramp=Ramp(CERTAIN, 1.0, 0.0), min_weeks=1, max_weeks=None, available=3,
        min_share=min_share, attrition=0.0, backfill=None,
    )  # fmt: skip
    return replace(made, **fields)  # type: ignore[arg-type]


def engagement(
    option: SupplyOption, start: int, end: int, *, id: str | None = None, share: float = 1.0
) -> Engagement:
    """People of `option` from week `start` until before week `end`."""
    name = id or option.id.replace("/", "-")
    lead = round(option.lead.planned_days(0.5))
    return Engagement(
        id=name, option=option.id, label=option.label, channel=option.channel,
        region=option.region, start=monday(start), end=monday(end), share=share,
        weekly_cost=option.weekly_cost, one_off_cost=option.one_off_cost,
        cost=option.weekly_cost * (end - start) + option.one_off_cost, reason="",
        members=tuple(
            EngagedMember(f"{name}-{number}", member.role, member.level)
            for number, member in enumerate(option.members)
        ),
        decide_by=monday(start) - timedelta(days=lead),
    )  # fmt: skip


def assign(
    member: str, package: str, capability: str, start: int, end: int, days: float = 5.0
) -> Assignment:
    """Work of a member on one capability of a package."""
    return Assignment(member, package, capability, monday(start), monday(end), days)


def problem_of(
    packages: list[WorkPackage], options: list[SupplyOption], *, live: str | None = None,
    terms: Terms = PLAIN, spread: float = 0.0, limits: Limits | None = None,
) -> Problem:  # fmt: skip
    """A problem of these packages and options; the last package is the live one."""
    project = Project(
        "generic-ml", "By hand", "M", tuple(packages), live or packages[-1].id, spread
    )
    return Problem(
        project, Supply("EUR", "NL", ORIGIN, tuple(options)), limits or Limits(None, None), terms,
        ORIGIN, (),
    )  # fmt: skip


def plan_of(
    problem: Problem, engagements: list[Engagement], assignments: list[Assignment],
    schedule: Mapping[str, tuple[int, int]],
) -> Plan:  # fmt: skip
    """A plan whose live and finish dates follow from the schedule."""
    cost = sum((e.cost for e in engagements), Decimal(0))
    last = max(end for _, end in schedule.values())
    return Plan(
        tuple(engagements), tuple(assignments),
        tuple(Scheduled(id, monday(a), monday(b)) for id, (a, b) in schedule.items()),
        cost, "EUR", monday(schedule[problem.project.live][1]) - timedelta(days=3), monday(last),
        Bound(cost, None, None, None, None, "budget"), (),
    )  # fmt: skip


def one_person() -> tuple[Problem, Plan]:
    """One package of 5 to 20 person-weeks, one person who is there from the first day."""
    who = option("on-staff/anna", {"evaluation": 1.0})
    problem = problem_of([package("A", {"evaluation": (5, 8, 20)})], [who])
    plan = plan_of(
        problem, [engagement(who, 0, 11)], [assign("on-staff-anna-0", "A", "evaluation", 0, 11)],
        {"A": (0, 11)},
    )  # fmt: skip
    return problem, plan


def small_project(limits: Limits | None = None) -> tuple[Problem, Plan]:
    """Five packages, a hire, a pod of two, one on staff and one who learns a new role."""
    search = Distribution("lognormal", (40.0, 80.0))
    notice = Distribution("discrete", (30.0, 0.6, 90.0, 0.4))
    ramp = Ramp(Distribution("lognormal", (8.0, 14.0)), 0.25, 0.15)
    lead = LeadTime(point(7.0), search, notice, Distribution("beta", (0.1, 20.0)))
    staff = option(
        "on-staff/anna", {"data-analysis": 1.0, "evaluation": 0.6}, min_share=0.2, attrition=0.11,
        person="anna",
    )  # fmt: skip
    hire = option(
        "fte/ai-engineer/mid/NL", {"api-development": 1.0, "model-deployment": 1.0,
        "monitoring": 0.4}, lead=lead, ramp=ramp, attrition=0.11, weekly=2000, min_weeks=13,
        one_off_cost=Decimal(8000),
    )  # fmt: skip
    pod = option(
        "pod/ml/PL", {"model-prototyping": 1.0, "model-deployment": 0.6, "evaluation": 0.6},
        size=2, weekly=5000, attrition=0.14, backfill=Distribution("lognormal", (15.0, 35.0)),
        lead=LeadTime(CERTAIN, Distribution("lognormal", (21.0, 45.0)), CERTAIN, CERTAIN),
        ramp=Ramp(Distribution("lognormal", (4.0, 8.0)), 0.4, 0.15), min_weeks=8,
    )  # fmt: skip
    learner = option(
        "upskill/bert", {"monitoring": 0.8, "api-development": 0.6}, weekly=1200, person="bert",
        upskilling=Upskilling("bert", Distribution("lognormal", (12.0, 20.0)), 0.5,
                              Distribution("beta", (0.65, 10.0))),
    )  # fmt: skip
    packages = [
        package("A", {"data-analysis": (2, 3, 6)}),
        package("B", {"model-prototyping": (4, 6, 12), "evaluation": (1, 2, 4)}, Edge("A", False)),
        package("C", {"api-development": (4, 6, 11)}, Edge("A", True), handoff="DS → AIE"),
        package("D", {"model-deployment": (2, 3, 6), "monitoring": (1, 2, 3)}, Edge("B", False),
                Edge("C", False), quality=True),
        package("E", {"monitoring": (0.5, 1, 2)}, Edge("D", True), wait=Triple(2, 3, 6)),
        package("F", {"monitoring": (0.5, 1, 2)}, Edge("E", True), wait=Triple(1, 2, 4)),
    ]  # fmt: skip
    terms = replace(
        PLAIN, crew_effort=5.0, handoff_effort=1.0, communication=0.02, productive_share=0.85,
        mentor_share=0.15, able=0.5, running_least=0.1,
    )  # fmt: skip
    problem = problem_of(
        packages, [staff, hire, pod, learner], live="E", terms=terms, spread=0.35, limits=limits
    )
    anna, joined, bert = "on-staff-anna-0", "fte-ai-engineer-mid-NL-0", "upskill-bert-0"
    plan = plan_of(
        problem,
        [
            engagement(staff, 0, 24), engagement(hire, 11, 38), engagement(pod, 3, 16),
            engagement(learner, 0, 38),
        ],
        [
            assign(anna, "A", "data-analysis", 0, 5),
            assign("pod-ml-PL-0", "B", "model-prototyping", 3, 13),
            assign("pod-ml-PL-1", "B", "model-prototyping", 3, 10),
            assign("pod-ml-PL-1", "B", "evaluation", 10, 16),
            assign(joined, "C", "api-development", 11, 24),
            assign(joined, "D", "model-deployment", 20, 27),
            assign(bert, "D", "monitoring", 20, 27),
            assign(bert, "E", "monitoring", 27, 33),
            assign(bert, "F", "monitoring", 33, 38),
        ],
        {"A": (0, 5), "B": (3, 16), "C": (11, 24), "D": (20, 27), "E": (27, 33), "F": (33, 38)},
    )  # fmt: skip
    return problem, plan


def large_project(layers: int = 11) -> tuple[Problem, Plan]:
    """22 packages of 33 tasks in eleven layers of two, done by eight people and a pod of three."""
    capabilities = (
        "data-analysis", "model-prototyping", "model-deployment", "pipeline-automation",
        "monitoring", "api-development", "cloud-infrastructure",
    )  # fmt: skip
    packages, assigned, schedule = [], [], {}
    lead = LeadTime(
        point(7.0), Distribution("lognormal", (45.0, 90.0)), point(30.0),
        Distribution("beta", (0.05, 40.0)),
    )  # fmt: skip
    ramp = Ramp(Distribution("lognormal", (10.0, 20.0)), 0.25, 0.15)
    pod = option(
        "pod/ml/PL", dict.fromkeys(capabilities, 0.9), size=3, weekly=9000, attrition=0.14,
        backfill=Distribution("lognormal", (15.0, 35.0)), lead=replace(lead, notice=CERTAIN),
        ramp=ramp, min_weeks=8,
    )  # fmt: skip
    people = [
        option(
            f"fte/role-{n}/mid/NL",
            {c: 1.0 if k % 4 == n % 4 else 0.4 for k, c in enumerate(capabilities)},
            lead=lead, ramp=ramp, attrition=0.12, weekly=2000, min_weeks=13,
        )
        for n in range(8)
    ]  # fmt: skip
    last = 4 * layers + 14
    engaged = [
        engagement(pod, 8, last - 10), *(engagement(p, 13, last) for p in people)
    ]  # fmt: skip
    members = [member.id for e in engaged for member in e.members]
    for number in range(2 * layers):
        layer, begin = number // 2, 8 + 4 * (number // 2)
        after = [Edge(f"P{2 * (layer - 1) + k:02}", k == number % 2) for k in (0, 1) if layer]
        work = {capabilities[number % 7]: (1.0, 2.0, 4.0)}
        if number % 2:
            work[capabilities[(number + 3) % 7]] = (0.5, 1.0, 2.0)
        id = f"P{number:02}"
        packages.append(package(id, work, *after, quality=number % 7 == 6))
        schedule[id] = (begin, begin + 5)
        for k, capability in enumerate(work):
            assigned += [
                assign(members[m % len(members)], id, capability, begin, begin + 5)
                for m in (number + 5 * k, number + 5 * k + 4)
            ]
    terms = replace(
        PLAIN, crew_effort=5.0, communication=0.02, productive_share=0.85, mentor_share=0.15
    )
    problem = problem_of(packages, [pod, *people], terms=terms, spread=0.35)
    return problem, plan_of(problem, engaged, assigned, schedule)

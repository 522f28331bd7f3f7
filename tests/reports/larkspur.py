"""Larkspur Cards, card-fraud scoring: one complete and plainly fictional Advice, drawn up by hand.

The futures come from one seed and the same draws for every team, so that chances, quantiles and
counts hang together as they do in a real forecast. Nothing here is an estimate of anything.
"""

import math
import random
from datetime import date, timedelta
from decimal import Decimal
from itertools import groupby

from tercet.advice.records import Advice, Alternative, Choice, Do, FrontierPoint, Sensitivity
from tercet.brief.records import (
    Archetype,
    Assumption,
    Brief,
    Budget,
    Deadline,
    Edge,
    Home,
    Limit,
    Need,
    Person,
    Project,
    Question,
    Quote,
    TeamRow,
    Triple,
    WorkPackage,
)  # fmt: skip
from tercet.forecast.records import Chance, CostRange, DateRange, Driver, Forecast
from tercet.kernel.money import Money
from tercet.kernel.provenance import Figure, Source
from tercet.kernel.rules import Finding
from tercet.kernel.uncertain import Distribution, point
from tercet.market.records import LeadTime, Member, Ramp, Supply, SupplyOption
from tercet.planning.records import (
    Assignment,
    Bound,
    Conflict,
    EngagedMember,
    Engagement,
    Limits,
    NoPlan,
    Plan,
    Repair,
    Scheduled,
)  # fmt: skip

TODAY = date(2026, 11, 23)
ORIGIN = date(2026, 11, 30)
DEADLINE = date(2027, 10, 29)
BUDGET = Decimal(600_000)
TEXT = """\
Larkspur Cards issues 2.1 million debit cards in the Netherlands and Belgium. Card-not-present \
fraud cost us €3.4m last year, and the rules that we bought in 2019 block too many good customers. \
We want a model that scores every authorisation before we answer it, under 80 ms, at about 300 a \
second at peak. Doubtful payments go to our eight analysts, who must see why.

It has to be live before the Christmas peak, so by 29 October 2027. We can spend €600,000 on \
people up to then. Card data must not leave the EU, and our auditor expects a model file under \
the supervision rules.

Our data scientist, four years with us, can work on it full time. A colleague from the backend \
team can give three days a week. We have no one who has run a model in production. Everything \
runs in our own cloud account in Frankfurt.
"""


def week(n: int) -> date:
    """Monday of plan week `n`."""
    return ORIGIN + timedelta(weeks=n)


def quote(words: str) -> Quote:
    """The place of `words` in the brief."""
    start = TEXT.index(words)
    return Quote(words, start, start + len(words))


def brief() -> Brief:
    """What Larkspur wrote, as read."""
    scientist = Person("data-scientist 1", "data-scientist", "senior", None, 1.0, None)
    engineer = Person("software-engineer 1", "software-engineer", "mid", None, 0.6, None)
    return Brief(
        text=TEXT, title="Card-fraud scoring", today=TODAY,
        archetype=Archetype("fraud-detection", 0.94, quote("Card-not-present fraud"),
                            (("generic-ml", 0.06),)),
        size="M", size_quote=None,
        deadline=Deadline(DEADLINE, quote("by 29 October 2027")),
        budget=Budget(Money(BUDGET, "EUR"), quote("€600,000 on people")),
        home=Home("NL", None, quote("in the Netherlands")),
        team=(
            TeamRow("data-scientist", 1, quote("Our data scientist, four years with us"),
                    (scientist,)),
            TeamRow("software-engineer", 1, quote("three days a week"), (engineer,)),
        ),
        needs=(
            Need("real-time", quote("under 80 ms")),
            Need("high-volume", quote("about 300 a second")),
            Need("human-in-the-loop", quote("Doubtful payments go to our eight analysts")),
            Need("regulated", quote("our auditor expects a model file")),
        ),
        limits=(Limit("data-residency", ("EU",), False, quote("Card data must not leave the EU")),),
        languages=1,
        assumptions=(
            Assumption("Disputes with their outcome exist for the last 18 months", "J"),
            Assumption("The auditor reads the file before the first live payment", "J"),
            Assumption("“Live” means every authorisation, after steps of 5 and 50 %", "J"),
        ),
        questions=(
            Question("Do you keep disputes with their outcome for the last 18 months?", "labels"),
            Question("Must the auditor approve before the first live payment?", "auditor"),
        ),
        findings=(
            Finding("TB022", "warning", "Nobody is named to run it after go-live", None,
                    "Name the person or team who answers at night"),
        ),
    )  # fmt: skip


PACKAGES = (
    # id, name, after, work (low, likely, high), wait, artefact, done when, handoff
    ("frame", "Frame the decision", "", {"data-analysis": (1.5, 2.8, 4.7)}, None,
     "Cost of each kind of error", "Cost of each kind of error agreed in writing", None),
    ("data", "Data and labels", "frame", {"data-analysis": (6, 9, 16)}, None,
     "Joined disputes", "18 months of disputes joined, no leakage found", None),
    ("prototype", "Prototype and thresholds", "data", {"model-prototyping": (4, 6.5, 10.5)}, None,
     "Model file, feature list, thresholds", "Beats the 2019 rules on a held-out quarter",
     "data-scientist → ai-engineer"),
    ("features", "Feature stream", "~data", {"pipeline-automation": (11, 16, 24)}, None,
     "Feature stream", "Same features offline and live, within 1 %", None),
    ("service", "Scoring service", "prototype",
     {"model-deployment": (8, 12, 19), "api-development": (5, 7, 10)}, None,
     "Service that answers in 80 ms", "80 ms at the 99th percentile, 300 a second, one hour",
     "ai-engineer → mlops-engineer"),
    ("release", "Release and rollback", "~data", {"pipeline-automation": (7, 9.5, 13.5)}, None,
     "Release pipeline", "Two releases and two rollbacks, under five minutes", None),
    ("monitoring", "Monitoring and alerts", "release",
     {"monitoring": (4, 5.5, 8.5), "cloud-infrastructure": (3, 4, 5.5)}, None,
     "Alerts", "A planted drift raises the alarm within a day", None),
    ("screen", "Analyst screen", "~service", {"api-development": (10, 14, 21)}, None,
     "Screen for the analysts", "Eight analysts can say why each payment was held", None),
    ("shadow", "Shadow run", "service screen monitoring",
     {"evaluation": (8, 10, 15), "model-deployment": (8, 11, 15), "monitoring": (7, 9, 14)},
     (4, 4, 6), "Model file for the auditor", "Four weeks beside the rules; file with the auditor",
     "mlops-engineer → mlops-engineer"),
    ("live", "Go live in steps", "shadow",
     {"model-deployment": (9, 11, 15), "monitoring": (9, 11, 15), "data-analysis": (4, 5, 7)},
     None, "Service on all payments", "5, 50, then 100 % of authorisations", None),
)  # fmt: skip


def project() -> Project:
    """Ten packages, in order of their predecessors."""
    packages = tuple(
        WorkPackage(
            id=id, name=name, kind=id,
            after=tuple(Edge(a.lstrip("~"), not a.startswith("~")) for a in after.split()),
            work={c: Triple(*map(float, w)) for c, w in work.items()},
            wait=Triple(*map(float, wait)) if wait else None, outside={}, artefact=artefact,
            done_when=done, handoff=handoff, quality=id == "prototype", grade="J",
            basis="fictional",
        )
        for id, name, after, work, wait, artefact, done, handoff in PACKAGES
    )  # fmt: skip
    return Project("fraud-detection", "Card-fraud scoring", "M", packages, "live", 0.2)


def option(
    id: str, label: str, channel: str, region: str, roles: str, weekly: int, once: int,
    lead: tuple[int, int, int], ramp: int, person: str | None = None,
) -> SupplyOption:  # fmt: skip
    """A supply option with only what reports read in it."""
    members = tuple(
        Member(*role.split("/"), {"model-deployment": 1.0})
        for role in roles.split()  # type: ignore[arg-type]
    )
    days = LeadTime(*(point(float(d)) for d in lead), dropped=point(0.0))
    return SupplyOption(
        id, label, channel, region, False, members, Decimal(weekly), Decimal(once), days,  # type: ignore[arg-type]
        Ramp(point(float(ramp)), 0.25, 0.1), 4, None, 1, 1.0, 0.1, None, person,
    )  # fmt: skip


OPTIONS = (
    option("on-staff/data-scientist 1", "Data scientist, on staff", "on-staff", "NL",
           "data-scientist/senior", 2230, 0, (0, 0, 0), 0, "data-scientist 1"),
    option("fte/ai-engineer/senior/NL", "AI engineer, senior, hired", "fte", "NL",
           "ai-engineer/senior", 2300, 28_000, (6, 57, 31), 4),
    option("pod/serving/PL", "Serving pod of two", "pod", "PL",
           "ai-engineer/mid mlops-engineer/senior", 5300, 6500, (4, 17, 24), 2),
    option("fte/mlops-engineer/mid/NL", "MLOps engineer, mid, hired", "fte", "NL",
           "mlops-engineer/mid", 1800, 22_500, (6, 82, 31), 6),
    option("on-staff/software-engineer 1", "Software engineer, on staff", "on-staff", "NL",
           "software-engineer/mid", 1900, 0, (0, 0, 0), 0, "software-engineer 1"),
)  # fmt: skip

# option, start and end week, weeks paid for until the deadline, decide by, reason
# option, weeks start to end (exclusive), cost, day by which to decide, reason
ENGAGED = (
    ("e1", 0, 0, 48, 107_040, TODAY, "Knows the disputes data; on staff already"),
    ("e2", 1, 13, 48, 108_500, date(2026, 11, 27),
     "Serving takes 19 person-weeks in which nobody on staff is a specialist; owns the service "
     "after go-live"),
    ("e3", 2, 6, 41, 192_000, date(2026, 11, 27),
     "Seven weeks ahead of any hire; inside the EU; leaves when your own people can run it"),
    ("e4", 3, 22, 48, 69_300, date(2027, 1, 4), "Somebody of yours must hold the pager"),
    ("e5", 4, 4, 48, 50_160, TODAY, "Knows the authorisation switch"),
)  # fmt: skip

# member → (first week, last week exclusive, package, capability, days a week)
WORK: dict[str, tuple[tuple[int, int, str, str, float], ...]] = {
    "DS-1": (
        (0, 3, "frame", "data-analysis", 5), (3, 10, "data", "data-analysis", 5),
        (10, 17, "prototype", "model-prototyping", 5), (17, 28, "service", "model-deployment", 1),
        (17, 28, "monitoring", "monitoring", 1), (28, 36, "shadow", "evaluation", 5),
        (36, 41, "live", "data-analysis", 5),
    ),
    "AI-1": (
        (17, 27, "service", "model-deployment", 5), (27, 32, "screen", "api-development", 5),
        (32, 36, "shadow", "model-deployment", 5), (36, 41, "live", "model-deployment", 5),
    ),
    "AI-2": (
        (8, 17, "features", "pipeline-automation", 5), (17, 27, "service", "api-development", 5),
        (27, 32, "screen", "api-development", 5), (32, 36, "shadow", "model-deployment", 5),
        (36, 41, "live", "model-deployment", 5),
    ),
    "OPS-1": (
        (8, 18, "release", "pipeline-automation", 5),
        (18, 23, "monitoring", "cloud-infrastructure", 5), (23, 28, "monitoring", "monitoring", 5),
        (28, 36, "shadow", "monitoring", 5), (36, 41, "live", "monitoring", 5),
    ),
    "OPS-2": ((28, 36, "shadow", "monitoring", 5), (36, 41, "live", "monitoring", 5)),
    "SW-1": (
        (4, 10, "data", "data-analysis", 3), (10, 24, "features", "pipeline-automation", 3),
        (24, 32, "screen", "api-development", 3), (36, 41, "live", "model-deployment", 3),
    ),
}  # fmt: skip
MEMBERS = {
    "e1": ("DS-1",), "e2": ("AI-1",), "e3": ("AI-2", "OPS-1"), "e4": ("OPS-2",), "e5": ("SW-1",),
}  # fmt: skip


def engagement(row: tuple[str, int, int, int, int, date, str]) -> Engagement:
    """One engagement from its row above."""
    id, n, start, end, cost, decide, reason = row
    o = OPTIONS[n]
    share = 0.6 if id == "e5" else 1.0
    members = tuple(
        EngagedMember(m, p.role, p.level) for m, p in zip(MEMBERS[id], o.members, strict=True)
    )
    days = tuple((week(w), 5 * share) for w in range(start, end))
    return Engagement(
        id, o.id, o.label, o.channel, o.region, week(start), week(end), share, o.weekly_cost,
        o.one_off_cost, Decimal(cost), reason, members, decide, days,
    )  # fmt: skip


def plan() -> Plan:
    """The recommended plan."""
    assignments = tuple(
        Assignment(member, package, capability, week(a), week(b), float(days))
        for member, rows in WORK.items()
        for a, b, package, capability, days in rows
    )
    spans = sorted((r[2], r[0], r[1]) for rows in WORK.values() for r in rows)
    schedule = {
        package: (min(s[1] for s in group), max(s[2] for s in group))
        for package, group in ((k, list(g)) for k, g in groupby(spans, key=lambda s: s[0]))
    }
    return Plan(
        engagements=tuple(engagement(row) for row in ENGAGED), assignments=assignments,
        schedule=tuple(
            Scheduled(id, week(schedule[id][0]), week(schedule[id][1])) for id, *_ in PACKAGES
        ),
        cost=Decimal(527_000), currency="EUR", live=date(2027, 9, 10), finish=date(2027, 9, 10),
        bound=Bound(Decimal(527_000), Decimal(515_406), 0.022, Decimal(524_900), 0.004, "budget"),
        findings=(
            Finding("TP014", "warning", "One person alone can monitor before May", "OPS-1",
                    "Start the MLOps engineer earlier or keep the pod longer"),
        ),
    )  # fmt: skip


# label, planned live week, cost in thousands, cost per week late, spread,
# weights on effort, AI hire, MLOps hire, pod, leaver
TEAMS = {
    "recommended": ("Recommended", 41.0, 527.0, 8.6, 17, (1.00, .50, .14, .42, .60), ""),
    "cheapest": ("Cheapest in time", 46.0, 441.0, 6.4, 14, (1.10, .35, .18, .00, .60),
                 "Saves €90k; more likely late than not"),
    "all-hired": ("All hired", 47.0, 548.0, 7.2, 20, (1.05, .95, .40, .00, .75),
                  "Nobody new before March; seven weeks later"),
    "no-offshore": ("Home country only", 40.5, 648.0, 12.4, 30, (1.00, .45, .14, .30, .70),
                    "Same date, €129k more"),
    "one-generalist": ("One generalist", 59.0, 372.0, 5.2, 16, (1.45, .90, .00, .00, 1.6),
                       "Saves €155k and takes 20 more weeks"),
    "fastest": ("Fastest", 35.0, 728.0, 15.5, 22, (.95, .22, .08, .45, .35),
                "Seven weeks sooner for €207k more"),
    "all-pod": ("All pod", 38.5, 772.0, 17.5, 24, (1.05, .00, .00, .85, .35),
                "On time in 98; nobody of yours can run it after"),
}  # fmt: skip


def draws(n: int = 1000) -> list[tuple[float, float, float, float, float, float]]:
    """Effort, slips of the hires and the pod, leavers and price noise of each future."""
    r = random.Random("tercet look / larkspur / 11")
    rows = []
    for _ in range(n):
        effort = math.exp(r.gauss(0, 0.105)) * 1.03 - 1
        ai = 11.8 * math.exp(r.gauss(0, 0.36)) - 13
        ops = 16.5 * math.exp(r.gauss(0, 0.30)) - 17
        pod = 3.0 * math.exp(r.gauss(0, 0.50)) - 3
        leaves = r.random() < 0.16
        gone = (2 + 6 * r.random()) if leaves else 0.0
        rows.append((effort, max(ai, -3), max(ops, -4), max(pod, -1.5), gone, r.gauss(0, 1)))
    return rows


DRAWS = draws()


def quantile(values: list[float], q: float) -> float:
    """Linear quantile of sorted `values`."""
    at = q * (len(values) - 1)
    low = int(at)
    high = min(low + 1, len(values) - 1)
    return values[low] + (values[high] - values[low]) * (at - low)


def friday(weeks: float) -> date:
    """Friday of the week in which `weeks` after the origin fall."""
    day = ORIGIN + timedelta(days=round(weeks * 7))
    return day + timedelta(days=(4 - day.weekday()) % 7)


def forecast(team: str) -> Forecast:
    """A team under the thousand futures."""
    _, at, cost, burn, spread, w, _ = TEAMS[team]
    live, spent = [], []
    for i, (effort, ai, ops, pod, gone, z) in enumerate(DRAWS):
        own = random.Random(f"{team}{i}").gauss(0, 0.5)
        late = (
            effort * (at - 10) * w[0] + max(0, ai) * w[1] + min(0, ai) * 0.2 * w[1]
            + max(0, ops) * w[2] + pod * w[3] + gone * w[4] + own
        )  # fmt: skip
        live.append(at + late)
        spent.append(cost + burn * late + spread * z)
    limit = (DEADLINE - ORIGIN).days / 7
    kept = [(a <= limit, c <= 600) for a, c in zip(live, spent, strict=True)]
    n = len(kept)
    four = [sum(k == pair for k in kept) for pair in
            ((True, True), (True, False), (False, True), (False, False))]  # fmt: skip
    counts = [round(100 * f / n) for f in four]
    counts[3] = 100 - sum(counts[:3])
    a, c = sorted(live), sorted(spent)
    euro = lambda k: Decimal(round(k)) * 1000  # noqa: E731
    steps = [(i + 0.5) / 50 for i in range(50)]
    planned = Decimal(round(cost)) * 1000
    return Forecast(
        live=DateRange(*(friday(quantile(a, q)) for q in (0.1, 0.5, 0.9)), friday(at - 0.7)),
        cost=CostRange(*(euro(quantile(c, q)) for q in (0.1, 0.5, 0.9)), planned, "EUR"),
        chance=Chance(
            sum(k[0] for k in kept) / n, sum(k[1] for k in kept) / n, sum(map(all, kept)) / n
        ),
        never_live=0.0, futures=n,
        live_quantiles=tuple(friday(quantile(a, q)) for q in steps),
        cost_quantiles=tuple(Decimal(round(quantile(c, q) * 1000)) for q in steps),
        four_counts=(counts[0], counts[1], counts[2], counts[3]),
        cost_by_week=tuple(
            (week(k), *(Decimal(round(1000 * quantile(c, q) * (k / 48) ** 1.15 if k < 48
                                      else 1000 * quantile(c, q))) for q in (0.1, 0.5, 0.9)))
            for k in range(54)
        ),
        drivers=DRIVERS if team == "recommended" else (),
    )  # fmt: skip


DRIVERS = (
    Driver("effort", "Effort of the work itself", -3.2, 5.4, Decimal(-27_500), Decimal(46_400)),
    Driver("leaver", "Somebody leaves (1 in 6)", 0, 3.0, Decimal(0), Decimal(25_800)),
    Driver("hire-ai", "Start of the hired AI engineer", -0.3, 2.9, Decimal(-2_600),
           Decimal(24_900)),
    Driver("pod", "Start of the pod", -0.6, 1.2, Decimal(-5_200), Decimal(10_300)),
    Driver("hire-ops", "Start of the hired MLOps engineer", 0, 1.0, Decimal(0), Decimal(8_600)),
)  # fmt: skip

SOURCES = (
    Source("pay-2026", "Pay for 14 role and level pairs, Netherlands and Poland (fictional)",
           "https://example.org/pay", "2026-09"),
    Source("fill-2025", "Days to fill a post, 6,640 employers (fictional)",
           "https://example.org/fill", "2025"),
    Source("tercet", "Our judgement", "", "2026-11"),
)  # fmt: skip

FIGURES = {
    f.id: f
    for f in (
        Figure("lead.fte.senior", Distribution("lognormal", (58, 110)), "days", "2025",
               "fill-2025", "B", "Days to an accepted offer, senior"),
        Figure("pod.markup", Distribution("triangular", (0.25, 0.45, 0.8)), "fraction", "2026",
               "tercet", "J", "Pod mark-up on pay and on-costs"),
        Figure("attrition.NL", Distribution("beta", (0.08, 120)), "fraction per year", "2023",
               "fill-2025", "B", "Own people who leave in a year"),
        Figure("ramp.mid", Distribution("triangular", (3, 6, 12)), "weeks", "2026", "tercet", "J",
               "Learning the ropes, mid level"),
        Figure("planning.productive", point(0.8), "fraction", "2026", "tercet", "M",
               "Share of a paid week that reaches the work"),
    )
}  # fmt: skip


def alternative(id: str) -> Alternative:
    """One of the seven; data scientists alone can never go live."""
    if id == "data-scientists-only":
        return Alternative(id, "Data scientists only", None,
                           "Nobody in it can do Release and rollback")  # fmt: skip
    label, at, cost, *_, why = TEAMS[id]
    base = plan()
    live = friday(at - 0.7)
    other = Plan(
        base.engagements[:2], (), (), Decimal(round(cost)) * 1000, "EUR", live, live,
        Bound(Decimal(round(cost)) * 1000, None, None, None, None, "budget"), (),
    )  # fmt: skip
    return Alternative(id, label, Choice(other, forecast(id)), why)


SEVEN = ("data-scientists-only", "one-generalist", "all-hired", "all-pod", "no-offshore",
         "cheapest", "fastest")  # fmt: skip


def larkspur() -> Advice:
    """The whole advice: the answer is yes."""
    people = plan()
    points = [
        ("2027-07-30", 728, 7), ("2027-08-20", 642, 7), ("2027-08-27", 585, 6),
        ("2027-09-10", 527, 6), ("2027-09-24", 492, 5), ("2027-10-01", 462, 5),
        ("2027-10-15", 441, 4),
    ]  # fmt: skip
    return Advice(
        brief=brief(), project=project(), supply=Supply("EUR", "NL", TODAY, OPTIONS),
        limits=Limits(DEADLINE, BUDGET), confidence=0.8, seed=11, today=TODAY,
        recommended=Choice(people, forecast("recommended")),
        alternatives=tuple(alternative(id) for id in SEVEN),
        frontier=tuple(
            FrontierPoint(Decimal(c) * 1000, date.fromisoformat(d), 0.022, n) for d, c, n in points
        ),
        sensitivity=(
            Sensitivity("budget", "Budget", "€50,000 less", Decimal(-19_000), date(2027, 10, 8),
                        None),
            Sensitivity("deadline", "Your date", "two weeks sooner", Decimal(58_000),
                        date(2027, 8, 27), Decimal(41_000)),
            Sensitivity("residency", "Data may leave the EU", "allowed", Decimal(-22_000),
                        date(2027, 9, 10), None),
        ),
        do_first=(
            Do(date(2026, 11, 27), "Approve the AI engineer post",
               "Every week later costs about €11,400 and moves the live date by half a week"),
            Do(date(2026, 12, 4), "Answer two questions, on labels and on the auditor",
               "Together they move the chance between 71 and 89"),
            Do(date(2026, 12, 18), "Sign the pod",
               "It is the only part that can start before February"),
        ),
        none=None, findings=(), figures=FIGURES, sources=SOURCES,
    )  # fmt: skip


def nothing_fits() -> Advice:
    """The same brief with a date that nobody can keep: the answer is no."""
    import dataclasses

    people = plan()
    fast = dataclasses.replace(people, cost=Decimal(728_000), live=date(2027, 7, 30))
    none = NoPlan(
        Conflict(("deadline", "budget"), True,
                 "The shortest chain of work takes 35 weeks; your date leaves 22"),
        (
            Repair("deadline", "Live by 30 Jul 2027 instead of 30 Apr 2027",
                   {"deadline": "2027-07-30"}, fast),
            Repair("both", "Live by 20 Aug 2027, for €642,000",
                   {"deadline": "2027-08-20", "budget": 642_000.0},
                   dataclasses.replace(people, cost=Decimal(642_000), live=date(2027, 8, 20))),
        ),
    )  # fmt: skip
    return dataclasses.replace(
        larkspur(), recommended=None, frontier=(), sensitivity=(), do_first=(), none=none,
        limits=Limits(date(2027, 4, 30), BUDGET),
    )  # fmt: skip

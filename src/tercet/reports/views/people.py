"""People and their work over time, handoffs, and what each engagement costs."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from tercet.advice.records import Advice, Choice
from tercet.catalog.records import Channel
from tercet.forecast.records import DateRange
from tercet.market.records import Supply
from tercet.planning.records import Assignment, Engagement
from tercet.reports.roles import HOW, SHORT_HOW, RoleLook, role_look, role_order
from tercet.reports.words import brief_money, clean, that_add

DAYS = 5
WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Consecutive weeks of one person on one package."""

    package: int
    """Number of the package in the project, from 1."""
    start: date
    end: date
    share: float
    """Part of a full week."""
    below: float
    """Part of the week that other packages take, drawn underneath."""


@dataclass(frozen=True, slots=True)
class PersonView:
    """One row of the timeline."""

    id: str
    engagement: str
    role: RoleLook
    level: str
    region: str
    channel: Channel
    share: float
    pod: int
    """Size of the pod that the person comes with; 0 otherwise."""
    decide: date | None
    """When the search must be approved; None for people already there."""
    offer: date | None
    """Latest day on which the offer is accepted or the contract signed."""
    start: date
    able: date
    """First day past learning the ropes, as far as the middle value goes."""
    end: date
    stretches: tuple[Stretch, ...]

    @property
    def how(self) -> str:
        """How the person comes, short."""
        if self.share >= 0.995:
            return SHORT_HOW[self.channel]
        part = f"{round(100 * self.share)} %"
        return part if self.channel == "on-staff" else f"{SHORT_HOW[self.channel]}, {part}"


@dataclass(frozen=True, slots=True)
class HandoffView:
    """Work passing from one person to another."""

    number: int
    day: date
    package: int
    giver: int | None
    """Row of the timeline; None when nobody of that role works on it."""
    taker: int | None
    title: str
    what: str
    done_when: str


@dataclass(frozen=True, slots=True)
class CostRow:
    """One engagement in the table of costs; whole units that add up to the total."""

    engagement: str
    people: tuple[PersonView, ...]
    how: str
    start: date
    end: date | None
    """None for people who stay."""
    share: float
    weekly: int
    once: int
    cost: int
    why: str


@dataclass(frozen=True, slots=True)
class CostView:
    """What the plan costs on its planned dates, and why the middle future differs."""

    rows: tuple[CostRow, ...]
    once: int
    total: int
    currency: str
    difference: str


@dataclass(frozen=True, slots=True)
class TimelineView:
    """What the timeline shows; package names by their number, from 1."""

    people: tuple[PersonView, ...]
    handoffs: tuple[HandoffView, ...]
    packages: tuple[str, ...]
    live: DateRange
    deadline: date | None


def people_view(advice: Advice, choice: Choice) -> tuple[PersonView, ...]:
    """Rows of the timeline: on staff first, then by start; a pod's members stay together."""
    numbers = {p.id: n for n, p in enumerate(advice.project.packages, 1)}
    work = _by_member(choice.plan.assignments)
    rows: list[PersonView] = []
    for e in sorted(choice.plan.engagements, key=_order):
        decide, offer, able = _waiting(e, advice.supply)
        pod = len(e.members) if e.channel == "pod" else 0
        rows.extend(
            PersonView(
                m.id, e.id, role_look(m.role), m.level, e.region, e.channel, e.share, pod,
                decide, offer, e.start, able, e.end, _stretches(work.get(m.id, []), numbers),
            )
            for m in e.members
        )  # fmt: skip
    return tuple(rows)


def _order(e: Engagement) -> tuple[int, int, date, str]:
    return (
        min(role_order(m.role) for m in e.members), int(e.channel != "on-staff"), e.start, e.id,
    )  # fmt: skip


def _waiting(e: Engagement, supply: Supply) -> tuple[date | None, date | None, date]:
    """Approval, latest offer, and the end of learning the ropes.

    The planned lead time is `start − decide_by`; the offer divides it as the middle values of
    its parts do.
    """
    option = supply.option(e.option)
    ramp = option.upskilling.weeks if option.upskilling else option.ramp.weeks
    able = e.start + timedelta(days=round(7 * ramp.quantile(0.5)))
    if e.channel in ("on-staff", "upskill"):
        return None, None, able if e.channel == "upskill" else e.start
    parts = [
        part.quantile(0.5)
        for part in (option.lead.approval, option.lead.search, option.lead.notice)
    ]
    before = sum(parts[:2]) / sum(parts) if sum(parts) else 1.0
    return e.decide_by, e.decide_by + (e.start - e.decide_by) * before, min(able, e.end)


def _by_member(assignments: tuple[Assignment, ...]) -> Mapping[str, list[Assignment]]:
    rows: dict[str, list[Assignment]] = defaultdict(list)
    for a in assignments:
        rows[a.member].append(a)
    return rows


def _stretches(work: list[Assignment], numbers: Mapping[str, int]) -> tuple[Stretch, ...]:
    """Weeks of each package, stacked by package number, joined where nothing changes."""
    weeks: dict[date, dict[int, float]] = defaultdict(lambda: defaultdict(float))
    for a in work:
        day = a.start
        while day < a.end:
            weeks[day][numbers[a.package]] += a.days_per_week / DAYS
            day += WEEK
    runs: list[Stretch] = []
    open_: dict[int, Stretch] = {}
    for day in sorted(weeks):
        below = 0.0
        for package, share in sorted(weeks[day].items()):
            last = open_.get(package)
            if (
                last
                and last.end == day
                and abs(last.share - share) + abs(last.below - below) < 0.02
            ):
                open_[package] = Stretch(package, last.start, day + WEEK, share, below)
            else:
                if last:
                    runs.append(last)
                open_[package] = Stretch(package, day, day + WEEK, share, below)
            below += share
    runs.extend(open_.values())
    return tuple(sorted(runs, key=lambda s: (s.start, s.package)))


def handoffs_view(
    advice: Advice, choice: Choice, people: tuple[PersonView, ...]
) -> tuple[HandoffView, ...]:
    """Handoffs that the blueprint names, in order of time, with who gives and who takes."""
    numbers = {p.id: n for n, p in enumerate(advice.project.packages, 1)}
    ends = {s.package: s.end for s in choice.plan.schedule}
    rows = []
    for p in advice.project.packages:
        if not p.handoff or p.id not in ends:
            continue
        giver_role, _, taker_role = (part.strip() for part in p.handoff.partition("→"))
        after = {
            numbers[q.id] for q in advice.project.packages if any(e.id == p.id for e in q.after)
        }
        giver = _busiest(people, giver_role, {numbers[p.id]}, None)
        taker = _busiest(people, taker_role, after, giver)
        who = _passing(people, (giver_role, giver), (taker_role, taker))
        rows.append(
            (ends[p.id], numbers[p.id], giver, taker, who, clean(p.artefact), clean(p.done_when))
        )
    rows.sort(key=lambda r: r[:2])
    return tuple(HandoffView(n, *row) for n, row in enumerate(rows, 1))


def _passing(people: tuple[PersonView, ...], *sides: tuple[str, int | None]) -> str:
    """Who hands over to whom; two of one role are told apart by how they came."""
    alike = sides[0][0] == sides[1][0]
    return " to ".join(
        role_look(role).name + (f" ({people[row].how})" if alike and row is not None else "")
        for role, row in sides
        if role
    )


def _busiest(
    people: tuple[PersonView, ...], role: str, packages: set[int], other_than: int | None
) -> int | None:
    """Row of the person of `role` with most work on `packages`, or None."""

    def work(row: int) -> float:
        return sum(
            s.share * (s.end - s.start).days for s in people[row].stretches if s.package in packages
        )

    rows = [i for i, p in enumerate(people) if p.role.id == role and i != other_than and work(i)]
    return max(rows, key=lambda i: (work(i), -i)) if rows else None


def cost_view(choice: Choice, people: tuple[PersonView, ...]) -> CostView:
    """Rows whose costs add up to the planned total, on the page too."""
    plan, forecast = choice.plan, choice.forecast
    order = list(dict.fromkeys(p.engagement for p in people))
    engagements = sorted(plan.engagements, key=lambda e: order.index(e.id))
    costs = that_add([e.cost for e in engagements])
    once = that_add([e.one_off_cost for e in engagements])
    rows = tuple(
        CostRow(
            engagement=e.id, people=tuple(p for p in people if p.engagement == e.id),
            how=f"pod of {len(e.members)}, one contract" if e.channel == "pod" else HOW[e.channel],
            start=e.start, end=None if e.channel == "fte" else e.end, share=e.share,
            weekly=round(float(e.weekly_cost) * e.share), once=o, cost=c, why=clean(e.reason),
        )
        for e, c, o in zip(engagements, costs, once, strict=True)
    )  # fmt: skip
    return CostView(rows, sum(once), sum(costs), plan.currency, _difference(
        forecast.cost.p50 - plan.cost, plan.currency))  # fmt: skip


def _difference(more: Decimal, currency: str) -> str:
    amount = brief_money(abs(more), currency)
    if more >= 0:
        return f"{amount} more in the middle future: offers slip, work grows, people leave"
    return f"{amount} less in the middle future: the planned dates hold a buffer"

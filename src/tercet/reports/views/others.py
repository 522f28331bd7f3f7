"""Other teams under the same futures, the frontier, and what single changes would do."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tercet.advice.records import Advice, Alternative, Choice
from tercet.forecast.records import CostRange, DateRange
from tercet.planning.records import Limits
from tercet.reports.roles import team_summary
from tercet.reports.views.answer import joint_chance
from tercet.reports.words import brief_money, clean, count, day, hundred, percent, upper_first

NAMES = {
    "data-scientists-only": "Data scientists only", "one-generalist": "One generalist",
    "all-hired": "All hired", "all-pod": "All pod", "no-offshore": "Home country only",
    "cheapest": "Cheapest in time", "fastest": "Fastest",
}  # fmt: skip
ME = "recommended"


@dataclass(frozen=True, slots=True)
class TeamRow:
    """One team in the comparison."""

    id: str
    name: str
    team: str
    live: DateRange | None
    cost: CostRange | None
    chance: float | None
    count: str
    """The chance as a count of 100."""
    why: str

    @property
    def me(self) -> bool:
        """Whether this is the recommended team."""
        return self.id == ME


@dataclass(frozen=True, slots=True)
class OthersView:
    """All teams, best chance first; `head` names what the chance is of."""

    rows: tuple[TeamRow, ...]
    head: str
    futures: int


@dataclass(frozen=True, slots=True)
class Mark:
    """A plan on its planned date and cost."""

    name: str
    live: date
    cost: Decimal
    people: int | None = None


@dataclass(frozen=True, slots=True)
class FrontierView:
    """Plans that none beats on both counts, the recommended one, and the other teams."""

    line: tuple[Mark, ...]
    me: Mark
    others: tuple[Mark, ...]
    deadline: date | None
    budget: Decimal | None
    currency: str
    says: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WhatIf:
    """One change and what it does to the recommended plan."""

    label: str
    change: str
    cost: str
    live: str


def others_view(advice: Advice) -> OthersView:
    """The recommended team and the seven others, sorted by the chance to keep all limits."""
    rows = [_row(a.id, team_name(a), a.choice, a.why) for a in advice.alternatives]
    me = advice.recommended
    futures = 0
    if me is not None:
        rows.insert(0, _row(ME, "Recommended", me, _why_me(advice, me)))
        futures = me.forecast.futures
    rows.sort(key=_place)
    return OthersView(tuple(rows), _head(advice.limits), futures)


def _why_me(advice: Advice, me: Choice) -> str:
    joint = joint_chance(me.forecast.chance)
    if joint is None:
        return "Where a week sooner begins to cost much more"
    if joint >= advice.confidence:
        return f"Cheapest we found that keeps your limits in {hundred(advice.confidence)} of 100"
    return "The best chance that we found"


def team_name(alternative: Alternative) -> str:
    """Name of one of the seven teams."""
    return NAMES.get(alternative.id, clean(alternative.label))


def _head(limits: Limits) -> str:
    if limits.deadline is None:
        return "" if limits.budget is None else "In budget"
    return "On time" if limits.budget is None else "Meets both"


def _row(id: str, name: str, choice: Choice | None, why: str) -> TeamRow:
    if choice is None:
        return TeamRow(id, name, "", None, None, None, "–", clean(why))
    forecast = choice.forecast
    joint = joint_chance(forecast.chance)
    return TeamRow(
        id, name, team_summary(choice.plan.engagements), forecast.live, forecast.cost, joint,
        hundred(joint), clean(why),
    )  # fmt: skip


def _place(row: TeamRow) -> tuple[bool, float, bool, date, str]:
    """Never live comes last; the recommended one wins ties."""
    live = row.live.p50 if row.live else date.max
    return (row.live is None, -(row.chance or 0.0), not row.me, live, row.id)


def frontier_view(advice: Advice, choice: Choice) -> FrontierView:
    """Planned dates and costs, so that plans are compared as ordered."""
    unit = choice.plan.currency
    line = tuple(
        Mark("", p.live, p.cost, p.people)
        for p in sorted(advice.frontier, key=lambda p: (p.live, p.cost))
    )
    me = Mark("Recommended", choice.plan.live, choice.plan.cost, None)
    marks = tuple(
        Mark(team_name(a), a.choice.plan.live, a.choice.plan.cost)
        for a in advice.alternatives
        if a.choice is not None
    )
    return FrontierView(
        line, me, marks, advice.limits.deadline, advice.limits.budget, unit,
        _steps(line, me, unit) + _proof(choice),
    )  # fmt: skip


def _steps(line: tuple[Mark, ...], me: Mark, unit: str) -> tuple[str, ...]:
    """What the next plan sooner costs more, and the next one later saves.

    Counted from the line's own plan for the recommended date: the recommended one may hold more
    effort back.
    """
    says = []
    here = max((m for m in line if m.live <= me.live), key=lambda m: m.live, default=me)
    sooner = [m for m in line if m.live < here.live and m.cost > here.cost]
    later = [m for m in line if m.live > here.live and m.cost < here.cost]
    if sooner:
        more = brief_money(sooner[-1].cost - here.cost, unit)
        says.append(f"{_weeks(sooner[-1], here)} sooner costs {more} more.")
    if later:
        less = brief_money(here.cost - later[0].cost, unit)
        says.append(f"{_weeks(later[0], here)} later saves {less}.")
    return tuple(says)


def _weeks(a: Mark, b: Mark) -> str:
    n = max(1, round(abs((a.live - b.live).days) / 7))
    return f"{upper_first(count(n))} {'week' if n == 1 else 'weeks'}"


def _proof(choice: Choice) -> tuple[str, ...]:
    gap = choice.plan.bound.gap
    if gap is None:
        return ("How much cheaper a plan could be was not proven.",)
    if gap < 0.0005:
        return ("The planner proved that no plan for the same question is cheaper.",)
    return (f"The planner proved that no plan is more than {percent(gap)} cheaper.",)


def what_ifs(advice: Advice, currency: str) -> tuple[WhatIf, ...]:
    """The sensitivity of the recommended plan, as rows of a table."""
    rows = []
    for s in advice.sensitivity:
        cost = "–" if s.cost is None else _signed(s.cost, currency)
        if s.at_least is not None:
            cost += f" (at least {_signed(s.at_least, currency)})"
        rows.append(WhatIf(clean(s.label), clean(s.change), cost, day(s.live) if s.live else "–"))
    return tuple(rows)


def _signed(amount: Decimal, currency: str) -> str:
    return f"{'+' if amount > 0 else ''}{brief_money(amount, currency)}"

"""What each engagement costs on the planned dates, in whole units that add up."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tercet.advice.records import Choice
from tercet.reports.roles import HOW
from tercet.reports.views.people import PersonView
from tercet.reports.words import brief_money, clean, that_add


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
    if abs(more) < 1:
        return "The middle future costs the same"
    if more >= 0:
        return f"{amount} more in the middle future: offers slip, work grows, people leave"
    return f"{amount} less in the middle future: the planned dates hold a buffer"

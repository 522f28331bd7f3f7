"""Plans at the edge of what can be asked: every form still says something true."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from tercet.advice.records import Advice, Choice
from tercet.forecast.records import Chance, CostRange, DateRange
from tercet.planning.records import Limits
from tercet.reports import html, pdf, plan_json, sheet, terminal
from tercet.reports.console.parts import cells

Change = Callable[[Advice], Advice]


def _with(advice: Advice, change: Callable[[Choice], Choice]) -> Advice:
    assert advice.recommended
    return replace(advice, recommended=change(advice.recommended))


def _bare(advice: Advice) -> Advice:
    """Nothing but the plan: no rivals, no line, no causes, no figures, no questions."""
    brief = replace(
        advice.brief, deadline=None, budget=None, home=None, team=(), needs=(), limits=(),
        assumptions=(), questions=(), findings=(), title=None,
    )  # fmt: skip
    thin = _with(
        advice,
        lambda c: replace(
            c, forecast=replace(c.forecast, drivers=(), cost_by_week=()),
            plan=replace(c.plan, findings=()),
        ),
    )  # fmt: skip
    return replace(
        thin, brief=brief, alternatives=(), frontier=(), sensitivity=(), do_first=(), figures={},
        sources=(),
    )  # fmt: skip


def _nobody(advice: Advice) -> Advice:
    """Work that is done already: nobody is engaged."""
    return _with(
        advice,
        lambda c: replace(
            c,
            plan=replace(c.plan, engagements=(), assignments=(), schedule=(), cost=Decimal(0)),
        ),
    )


def _certain(advice: Advice) -> Advice:
    """All futures alike."""
    day, money = date(2027, 9, 10), Decimal(527_000)

    def alike(c: Choice) -> Choice:
        live, cost = DateRange(day, day, day, day), CostRange(money, money, money, money, "EUR")
        return replace(c, forecast=replace(
            c.forecast, live=live, cost=cost,
            live_quantiles=(day,) * 50, cost_quantiles=(money,) * 50, four_counts=(100, 0, 0, 0),
            chance=Chance(1.0, 1.0, 1.0),
        ))  # fmt: skip

    return _with(advice, alike)


def _never(advice: Advice) -> Advice:
    """Most futures never go live, and none keeps a limit."""
    return _with(
        advice,
        lambda c: replace(
            c,
            forecast=replace(
                c.forecast, never_live=0.93, four_counts=(0, 0, 0, 100),
                chance=Chance(0.0, 0.0, 0.0),
            ),
        ),
    )  # fmt: skip


def _vast(advice: Advice) -> Advice:
    """Ten years, a currency without a sign, costs in the billions."""

    def grown(c: Choice) -> Choice:
        f, plan = c.forecast, c.plan
        now = f.cost
        cost = CostRange(*(v * 10_000 for v in (now.p10, now.p50, now.p90, now.planned)), "PLN")
        far = tuple(d + timedelta(weeks=20 * i) for i, d in enumerate(f.live_quantiles))
        engagements = tuple(
            replace(e, end=e.end + timedelta(weeks=500), cost=e.cost * 10_000)
            for e in plan.engagements
        )
        total = plan.cost * 10_000
        return replace(
            c, forecast=replace(
                f, cost=cost, live=DateRange(far[5], far[25], far[45], far[5]), live_quantiles=far,
                cost_quantiles=tuple(v * 10_000 for v in f.cost_quantiles),
            ),
            plan=replace(plan, engagements=engagements, cost=total, currency="PLN"),
        )  # fmt: skip

    return _with(advice, grown)


def _unlimited(advice: Advice) -> Advice:
    """Neither a date nor a budget was given."""
    free = _with(
        advice, lambda c: replace(c, forecast=replace(c.forecast, chance=Chance(None, None, None)))
    )
    return replace(free, limits=Limits(None, None))


def _unbounded(advice: Advice) -> Advice:
    """No bound was found."""
    return _with(
        advice,
        lambda c: replace(c, plan=replace(c.plan, bound=replace(c.plan.bound, gap=None))),
    )


CASES: tuple[Change, ...] = (_bare, _nobody, _certain, _never, _vast, _unlimited, _unbounded)


@pytest.mark.parametrize("change", CASES, ids=lambda c: c.__name__.strip("_"))
def test_every_form_at_the_edge(change: Change, larkspur: Advice) -> None:
    """Text, page, PDF, sheet and JSON are made, and the text keeps to its 80 columns."""
    advice = change(larkspur)
    text = terminal(advice, colour=False, unicode=True)
    assert max(map(cells, text.splitlines())) <= 80
    page = html(advice)
    assert page.count("<h1") == 1
    assert pdf(advice).startswith(b"%PDF-")
    assert sheet(advice).startswith(b"PK")
    assert plan_json(advice)["recommended"]["live"]["p50"]


def test_what_the_edges_say(larkspur: Advice) -> None:
    """Nought is 0, certainty is 100, and what never goes live has no date promised."""
    assert "In 100 of 100 futures" in terminal(_certain(larkspur), colour=False, unicode=True)
    never = terminal(_never(larkspur), colour=False, unicode=True)
    assert "Not live in 93 of 100 futures" in never
    assert "In 0 of 100 futures" in never
    assert "Nobody is needed." in terminal(_nobody(larkspur), colour=False, unicode=True)
    assert "was not proven" in html(_unbounded(larkspur))

"""The forecast that a person reads: quantiles, chances, counts, drivers, findings."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from types import ModuleType

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tercet.forecast import Forecast, draw_futures, simulate
from tercet.forecast.summary import four_counts, kept
from tercet.kernel.jsonable import to_json
from tercet.kernel.uncertain import Distribution, point
from tercet.planning.records import Limits


@pytest.fixture(scope="module")
def found(by_hand: ModuleType) -> Forecast:
    """The small project under 400 futures, with a deadline and a budget."""
    problem, plan = by_hand.small_project(Limits(date(2027, 9, 3), Decimal(180000)))
    futures = draw_futures(problem, seed=1, n=400, uncertainty=by_hand.STORMY)
    return simulate(plan, problem, futures)


def test_quantiles_are_in_order(found: Forecast) -> None:
    """Dates and costs grow from P10 to P90, and so do their 50 quantiles."""
    assert found.live.p10 < found.live.p50 < found.live.p90
    assert found.cost.p10 < found.cost.p50 < found.cost.p90
    assert len(found.live_quantiles) == len(found.cost_quantiles) == 50
    assert list(found.live_quantiles) == sorted(found.live_quantiles)
    assert list(found.cost_quantiles) == sorted(found.cost_quantiles)


def test_live_dates_are_fridays(found: Forecast) -> None:
    """A live date is the Friday of a plan week, as the planned one is."""
    days = (found.live.p10, found.live.p50, found.live.p90, *found.live_quantiles)
    assert {day.weekday() for day in days} == {4}


def test_four_counts_sum_to_100_and_agree_with_the_chances(found: Forecast) -> None:
    """The four counts are 100 futures; the first is the chance of both, to within rounding."""
    assert sum(found.four_counts) == 100
    assert found.chance.both is not None
    assert abs(found.four_counts[0] - 100 * found.chance.both) < 1
    assert abs(sum(found.four_counts[:2]) - 100 * (found.chance.deadline or 0)) < 2


def test_cost_by_week_grows_to_the_whole_cost(found: Forecast) -> None:
    """Cumulative cost never falls, begins on the first Monday and ends near the whole cost."""
    rows = found.cost_by_week
    assert rows[0][0] == date(2026, 11, 30)
    for column in (1, 2, 3):
        values = [row[column] for row in rows]
        assert values == sorted(values)
    assert rows[-1][2] == pytest.approx(found.cost.p50, rel=Decimal("0.02"))


def test_the_same_seed_gives_the_same_bytes(by_hand: ModuleType, found: Forecast) -> None:
    """Same plan, seed and version: the same JSON, byte for byte."""
    problem, plan = by_hand.small_project(Limits(date(2027, 9, 3), Decimal(180000)))
    futures = draw_futures(problem, seed=1, n=400, uncertainty=by_hand.STORMY)
    assert to_json(simulate(plan, problem, futures)) == to_json(found)


def test_without_limits_there_are_no_chances(by_hand: ModuleType) -> None:
    """A chance is null where there is no such limit; the missing limit counts as kept."""
    problem, plan = by_hand.small_project()
    futures = draw_futures(problem, seed=1, n=200, uncertainty=by_hand.STORMY)
    free = simulate(plan, problem, futures)
    assert (free.chance.deadline, free.chance.budget, free.chance.both) == (None, None, None)
    assert free.four_counts == (100, 0, 0, 0)


def test_a_deadline_is_kept_up_to_its_friday(by_hand: ModuleType) -> None:
    """Live on Friday keeps a deadline on that Friday and misses one on the Thursday before."""
    problem, plan = by_hand.one_person()
    sure = by_hand.package("A", {"evaluation": (6, 6, 6)})
    problem = replace(problem, project=replace(problem.project, packages=(sure,)))
    futures = draw_futures(problem, seed=1, n=10, uncertainty=by_hand.CALM)
    friday = date(2027, 1, 8)
    for day, chance in ((friday, 1.0), (friday - timedelta(days=1), 0.0), (date(2027, 1, 10), 1.0)):
        limited = replace(problem, limits=Limits(day, None))
        forecast = simulate(plan, limited, futures)
        assert forecast.live.p50 == friday
        assert forecast.chance.deadline == chance, day


def test_the_largest_uncertainty_drives_most(by_hand: ModuleType) -> None:
    """When only the search is uncertain, the search is the one driver, with its own weeks."""
    search = Distribution("lognormal", (30.0, 60.0))
    who = by_hand.option("contractor/ai-engineer/mid/NL", {"evaluation": 1.0}, search=search)
    problem = by_hand.problem_of([by_hand.package("A", {"evaluation": (5, 5, 5)})], [who])
    engaged = by_hand.engagement(who, 5, 10)
    assigned = [by_hand.assign(engaged.members[0].id, "A", "evaluation", 5, 10)]
    plan = by_hand.plan_of(problem, [engaged], assigned, {"A": (5, 10)})
    calm = replace(by_hand.CALM, horizon=10.0)
    futures = draw_futures(problem, seed=1, n=500, uncertainty=calm)
    drivers = simulate(plan, problem, futures).drivers
    assert [d.id for d in drivers] == ["search"]
    # Found in 30 days as planned; in 60 days (P90): four or five weeks later.
    assert drivers[0].weeks_good == 0
    assert 3.5 <= drivers[0].weeks_bad <= 6


def test_drivers_are_few_and_sorted(found: Forecast) -> None:
    """At most seven drivers, by the weeks between their good and their bad value."""
    swings = [d.weeks_bad - d.weeks_good for d in found.drivers]
    assert 1 < len(swings) <= 7
    assert swings == sorted(swings, reverse=True)


def test_what_nobody_can_do_is_never_live(by_hand: ModuleType) -> None:
    """TF003 and TF004: a plan without anybody for a capability is live in no future."""
    problem, plan = by_hand.small_project(Limits(date(2027, 9, 3), None))
    alone = replace(
        plan,
        engagements=tuple(e for e in plan.engagements if e.channel == "pod"),
        assignments=tuple(a for a in plan.assignments if a.member.startswith("pod")),
    )
    futures = draw_futures(problem, seed=1, n=200, uncertainty=by_hand.STORMY)
    forecast = simulate(alone, problem, futures)
    assert (forecast.never_live, forecast.chance.deadline) == (1.0, 0.0)
    codes = {f.code for f in forecast.findings}
    assert {"TF003", "TF004"} <= codes
    sure, plain = by_hand.one_person()
    calm = draw_futures(sure, seed=1, n=200, uncertainty=by_hand.CALM)
    assert simulate(plain, sure, calm).findings == ()


def test_few_futures_are_remarked(by_hand: ModuleType) -> None:
    """TF002: fewer futures than the catalogue asks for make chances rough."""
    problem, plan = by_hand.one_person()
    few = draw_futures(problem, seed=1, n=100, uncertainty=by_hand.CALM)
    assert [f.code for f in simulate(plan, problem, few).findings] == ["TF002"]


def test_one_more_cause_of_delay_makes_no_plan_surer(by_hand: ModuleType) -> None:
    """Under the same futures, a longer search lowers the chance to keep the deadline."""
    problem, plan = by_hand.small_project(Limits(date(2027, 9, 3), None))
    futures = draw_futures(problem, seed=1, n=400, uncertainty=by_hand.STORMY)
    slower = tuple(
        replace(o, lead=replace(o.lead, notice=point(150.0))) if o.channel == "fte" else o
        for o in problem.supply.options
    )
    other = replace(problem, supply=replace(problem.supply, options=slower))
    usual, late = simulate(plan, problem, futures), simulate(plan, other, futures)
    assert late.live.p50 > usual.live.p50
    assert (late.chance.deadline or 0) < (usual.chance.deadline or 0)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1, max_size=400))
def test_four_counts_always_sum_to_100(outcomes: list[tuple[bool, bool]]) -> None:
    """Rounding never loses or invents a future."""
    dates, budgets = (np.array(column) for column in zip(*outcomes, strict=True))
    counts = four_counts(dates, budgets)
    assert sum(counts) == 100
    assert min(counts) >= 0


def test_missed_horizons_miss_every_deadline() -> None:
    """A future that never goes live keeps no deadline, however late the deadline is."""
    limits = Limits(date(2040, 1, 1), None)
    weeks, never = np.array([10.0, 10.0]), np.array([False, True])
    dates, budgets = kept(weeks, never, np.zeros(2), limits, date(2026, 11, 30))
    assert (dates.tolist(), budgets.tolist()) == ([True, False], [True, True])

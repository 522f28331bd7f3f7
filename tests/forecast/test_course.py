"""The weeks of a plan: against the slow loop, and on networks small enough to work out."""

import math
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from types import ModuleType

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tercet.brief.records import Edge, Triple
from tercet.forecast.course import Course, run
from tercet.forecast.fates import Fates, fates_of
from tercet.forecast.futures import Futures, draw_futures
from tercet.forecast.summary import live_package
from tercet.forecast.team import Team, team_of
from tercet.kernel.uncertain import Distribution, point
from tercet.planning.records import Plan, Problem


def course(problem: Problem, plan: Plan, futures: Futures) -> tuple[Team, Fates, Course]:
    """All that a simulation makes before it is summed up."""
    team = team_of(plan, problem, futures.luck.uncertainty.horizon)
    fates = fates_of(team, problem, futures)
    return team, fates, run(team, problem, futures.luck.uncertainty, fates)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_agrees_with_the_slow_loop(by_hand: ModuleType, slow: ModuleType, seed: int) -> None:
    """Completion of every package and cost of every week equal those of one future at a time."""
    problem, plan = by_hand.small_project()
    futures = draw_futures(problem, seed=seed, n=40, uncertainty=by_hand.STORMY)
    team, fates, found = course(problem, plan, futures)
    for future in range(futures.luck.n):
        complete, spent = slow.one_future(team, problem, by_hand.STORMY, fates, future)
        assert found.complete[:, future].tolist() == complete
        padded = spent + [0.0] * (len(found.spent) - len(spent))
        assert np.allclose(found.spent[:, future], padded, atol=1e-6)


def test_leavers_without_a_successor_leave_their_work_to_others(
    by_hand: ModuleType, slow: ModuleType
) -> None:
    """When somebody is gone for good, whoever can do it takes over; both loops agree how."""
    problem, plan = by_hand.small_project()
    options = tuple(
        replace(o, leaves=by_hand.monday(2)) if o.id == "on-staff/anna" else o
        for o in problem.supply.options
    )
    helped = tuple(
        replace(o, members=(replace(o.members[0], productivity={"data-analysis": 0.3}),) * 2)
        if o.id == "pod/ml/PL"
        else o
        for o in options
    )
    for supply in (options, helped):
        other = replace(problem, supply=replace(problem.supply, options=supply))
        futures = draw_futures(problem, seed=5, n=30, uncertainty=by_hand.STORMY)
        team, fates, found = course(other, plan, futures)
        for future in range(futures.luck.n):
            complete, _ = slow.one_future(team, other, by_hand.STORMY, fates, future)
            assert found.complete[:, future].tolist() == complete


def test_one_package_by_one_person_takes_its_effort(by_hand: ModuleType) -> None:
    """The finish of one package by one person is its effort, rounded up to whole weeks."""
    problem, plan = by_hand.one_person()
    _, fates, found = course(
        problem, plan, draw_futures(problem, seed=1, n=500, uncertainty=by_hand.CALM)
    )
    assert np.array_equal(found.complete[0], np.ceil(fates.effort[0]))


def test_efforts_are_distributed_as_estimated(by_hand: ModuleType) -> None:
    """Kolmogorov-Smirnov: sampled efforts follow the triangle times the lognormal factor."""
    problem, plan = by_hand.one_person()
    problem = replace(problem, project=replace(problem.project, spread=0.35))
    n = 4000
    _, fates, _ = course(
        problem, plan, draw_futures(problem, seed=1, n=n, uncertainty=by_hand.CALM)
    )
    rng = np.random.default_rng(7)
    direct = rng.triangular(5, 8, 20, n) * np.exp(0.35 * rng.standard_normal(n))
    both = np.sort(np.concatenate([direct, fates.effort[0]]))
    shares = [
        np.searchsorted(np.sort(x), both, side="right") / n for x in (direct, fates.effort[0])
    ]
    assert np.abs(shares[0] - shares[1]).max() < 1.63 * math.sqrt(2 / n)  # 1 % level


def test_waits_last_and_hard_predecessors_hold(by_hand: ModuleType) -> None:
    """A package lasts its wait, and the next begins only when it is over."""
    who = by_hand.option("on-staff/anna", {"evaluation": 1.0})
    problem = by_hand.problem_of(
        [
            by_hand.package("A", {"evaluation": (1, 1, 1)}, wait=Triple(4, 4, 4)),
            by_hand.package("B", {"evaluation": (2, 2, 2)}, Edge("A", True)),
        ],
        [who],
    )
    assigned = [
        by_hand.assign("on-staff-anna-0", "A", "evaluation", 0, 1),
        by_hand.assign("on-staff-anna-0", "B", "evaluation", 4, 6),
    ]
    plan = by_hand.plan_of(
        problem, [by_hand.engagement(who, 0, 6)], assigned, {"A": (0, 4), "B": (4, 6)}
    )
    _, _, found = course(
        problem, plan, draw_futures(problem, seed=1, n=3, uncertainty=by_hand.CALM)
    )
    assert found.complete[:, 0].tolist() == [4, 6]


def test_soft_predecessors_need_half_and_finish_first(by_hand: ModuleType) -> None:
    """A soft successor begins at half of the effort, and is never complete before it."""
    first = by_hand.option("on-staff/anna", {"evaluation": 1.0})
    second = by_hand.option("on-staff/bert", {"monitoring": 1.0})
    problem = by_hand.problem_of(
        [
            by_hand.package("A", {"evaluation": (8, 8, 8)}),
            by_hand.package("B", {"monitoring": (1, 1, 1)}, Edge("A", False)),
        ],
        [first, second],
    )
    assigned = [
        by_hand.assign("on-staff-anna-0", "A", "evaluation", 0, 8),
        by_hand.assign("on-staff-bert-0", "B", "monitoring", 4, 5),
    ]
    people = [by_hand.engagement(first, 0, 8), by_hand.engagement(second, 4, 5)]
    plan = by_hand.plan_of(problem, people, assigned, {"A": (0, 8), "B": (4, 8)})
    _, _, found = course(
        problem, plan, draw_futures(problem, seed=1, n=2, uncertainty=by_hand.CALM)
    )
    assert found.complete[:, 0].tolist() == [8, 8]
    assert np.flatnonzero(found.spent[:, 0] > 1000).tolist() == [4]


def test_late_people_cost_nothing_until_they_come(by_hand: ModuleType) -> None:
    """A search four weeks longer than planned delays the work and the pay by four weeks."""
    who = by_hand.option("fte/ai-engineer/mid/NL", {"evaluation": 1.0}, search=point(28.0))
    problem = by_hand.problem_of([by_hand.package("A", {"evaluation": (3, 3, 3)})], [who])
    late = replace(who, lead=replace(who.lead, search=point(56.0)))
    engaged = by_hand.engagement(who, 4, 7)
    assigned = [by_hand.assign(engaged.members[0].id, "A", "evaluation", 4, 7)]
    plan = by_hand.plan_of(problem, [engaged], assigned, {"A": (4, 7)})
    futures = draw_futures(problem, seed=1, n=1, uncertainty=by_hand.CALM)
    _, _, usual = course(problem, plan, futures)
    other = replace(problem, supply=replace(problem.supply, options=(late,)))
    _, _, slower = course(other, plan, futures)
    assert (usual.complete[0, 0], slower.complete[0, 0]) == (7, 11)
    assert usual.spent.sum() == slower.spent.sum() == 3000


def test_contracts_are_extended_while_their_own_work_remains(by_hand: ModuleType) -> None:
    """An overrun is paid for, at the weekly rate, by whole weeks."""
    who = by_hand.option("pod/ml/PL", {"evaluation": 1.0})
    problem = by_hand.problem_of([by_hand.package("A", {"evaluation": (9, 9, 9)})], [who])
    engaged = by_hand.engagement(who, 0, 5)
    assigned = [by_hand.assign(engaged.members[0].id, "A", "evaluation", 0, 5)]
    plan = by_hand.plan_of(problem, [engaged], assigned, {"A": (0, 5)})
    _, _, found = course(
        problem, plan, draw_futures(problem, seed=1, n=1, uncertainty=by_hand.CALM)
    )
    assert found.spent.sum() == 9000


def test_shortest_terms_are_paid(by_hand: ModuleType) -> None:
    """Whoever is done early is paid to the end of the shortest term."""
    who = by_hand.option("pod/ml/PL", {"evaluation": 1.0}, min_weeks=8)
    problem = by_hand.problem_of([by_hand.package("A", {"evaluation": (2, 2, 2)})], [who])
    engaged = by_hand.engagement(who, 0, 8)
    assigned = [by_hand.assign(engaged.members[0].id, "A", "evaluation", 0, 2)]
    plan = by_hand.plan_of(problem, [engaged], assigned, {"A": (0, 8)})
    _, _, found = course(
        problem, plan, draw_futures(problem, seed=1, n=1, uncertainty=by_hand.CALM)
    )
    assert found.complete[0, 0] == 2
    assert found.spent.sum() == 8000


def test_idle_people_help_when_somebody_is_late(by_hand: ModuleType) -> None:
    """Somebody who is paid and can do a latecomer's work does it meanwhile."""
    there = by_hand.option("pod/ml/PL", {"evaluation": 1.0, "monitoring": 1.0})
    late = by_hand.option("pod/ops/PL", {"monitoring": 1.0}, search=point(0.0))
    problem = by_hand.problem_of(
        [by_hand.package("A", {"monitoring": (4, 4, 4)}),
         by_hand.package("B", {"evaluation": (4, 4, 4)}, Edge("A", True))],
        [there, late],
    )  # fmt: skip
    people = [by_hand.engagement(there, 0, 8), by_hand.engagement(late, 0, 4)]
    assigned = [by_hand.assign("pod-ops-PL-0", "A", "monitoring", 0, 4),
                by_hand.assign("pod-ml-PL-0", "B", "evaluation", 4, 8)]  # fmt: skip
    plan = by_hand.plan_of(problem, people, assigned, {"A": (0, 4), "B": (4, 8)})
    slow_search = replace(late, lead=replace(late.lead, search=point(70.0)))
    other = replace(problem, supply=replace(problem.supply, options=(there, slow_search)))
    _, _, found = course(other, plan, draw_futures(problem, seed=1, n=1, uncertainty=by_hand.CALM))
    assert found.complete[:, 0].tolist() == [4, 8]


def test_a_leaver_is_replaced_after_the_backfill(by_hand: ModuleType) -> None:
    """A seat whose holder leaves is empty for the backfill, then works on."""
    who = by_hand.option("contractor/ai-engineer/mid/NL", {"evaluation": 1.0}, attrition=0.999,
                         backfill=point(21.0))  # fmt: skip
    problem = by_hand.problem_of([by_hand.package("A", {"evaluation": (30, 30, 30)})], [who])
    engaged = by_hand.engagement(who, 0, 30)
    assigned = [by_hand.assign(engaged.members[0].id, "A", "evaluation", 0, 30)]
    plan = by_hand.plan_of(problem, [engaged], assigned, {"A": (0, 30)})
    _, fates, found = course(
        problem, plan, draw_futures(problem, seed=1, n=50, uncertainty=by_hand.CALM)
    )
    left = fates.leave[0] < 30
    assert left.any()
    assert np.array_equal(found.complete[0], np.where(left, 33, 30))


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(factor=st.floats(1.0, 3.0), seed=st.integers(0, 1000))
def test_more_effort_is_never_earlier(by_hand: ModuleType, factor: float, seed: int) -> None:
    """On a chain, more effort for any one package makes no future earlier or cheaper."""
    who = by_hand.option("on-staff/anna", {"evaluation": 1.0})
    packages = [
        by_hand.package("A", {"evaluation": (2, 4, 8)}),
        by_hand.package("B", {"evaluation": (1, 3, 5)}, Edge("A", True), wait=Triple(2, 3, 5)),
    ]
    problem = by_hand.problem_of(packages, [who], spread=0.3)
    assigned = [by_hand.assign("on-staff-anna-0", "A", "evaluation", 0, 5),
                by_hand.assign("on-staff-anna-0", "B", "evaluation", 5, 9)]  # fmt: skip
    plan = by_hand.plan_of(
        problem, [by_hand.engagement(who, 0, 9)], assigned, {"A": (0, 5), "B": (5, 9)}
    )
    more = replace(packages[0], work={"evaluation": packages[0].work["evaluation"].scaled(factor)})
    larger = replace(problem, project=replace(problem.project, packages=(more, packages[1])))
    futures = draw_futures(
        problem, seed=seed, n=50, uncertainty=replace(by_hand.CALM, horizon=20.0)
    )
    worse = draw_futures(larger, seed=seed, n=50, uncertainty=futures.luck.uncertainty)
    _, _, usual = course(problem, plan, futures)
    _, _, slower = course(larger, plan, worse)
    assert (slower.complete >= usual.complete).all()
    assert (slower.spent.sum(axis=0) >= usual.spent.sum(axis=0) - 1e-6).all()


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(days=st.integers(0, 60), seed=st.integers(0, 1000))
def test_longer_leads_are_never_earlier(by_hand: ModuleType, days: int, seed: int) -> None:
    """When everybody works alone on their own, a longer search makes no future earlier."""
    who = by_hand.option("contractor/ai-engineer/mid/NL", {"evaluation": 1.0},
                         search=Distribution("lognormal", (20.0, 45.0)))  # fmt: skip
    problem = by_hand.problem_of([by_hand.package("A", {"evaluation": (2, 4, 8)})], [who])
    engaged = by_hand.engagement(who, 3, 8)
    assigned = [by_hand.assign(engaged.members[0].id, "A", "evaluation", 3, 8)]
    plan = by_hand.plan_of(problem, [engaged], assigned, {"A": (3, 8)})
    later = replace(plan, engagements=(
        replace(engaged, decide_by=engaged.decide_by + timedelta(days=days)),
    ))  # fmt: skip
    futures = draw_futures(
        problem, seed=seed, n=50, uncertainty=replace(by_hand.CALM, horizon=20.0)
    )
    _, _, usual = course(problem, plan, futures)
    _, _, slower = course(problem, later, futures)
    assert (slower.complete >= usual.complete).all()
    assert Decimal(usual.spent.shape[1]) == 50


@pytest.mark.parametrize("made", ["small_project", "large_project"])
def test_worse_luck_is_never_earlier(by_hand: ModuleType, made: str) -> None:
    """In whole projects, more effort, longer waits and later people make no live date earlier.

    A single package may be earlier, because somebody who is later elsewhere takes it up first.
    """
    problem, plan = getattr(by_hand, made)()
    futures = draw_futures(problem, seed=1, n=100, uncertainty=by_hand.STORMY)
    team, fates, usual = course(problem, plan, futures)
    live = live_package(problem)
    worse = (
        replace(fates, effort=fates.effort * 1.1),
        replace(fates, elapsed=fates.elapsed + 1),
        replace(
            fates, start=fates.start + 2, able=fates.able + 2, leave=fates.leave + 2,
            back=fates.back + 2,
        ),
    )  # fmt: skip
    for changed in worse:
        found = run(team, problem, by_hand.STORMY, changed)
        assert (found.complete[live] >= usual.complete[live]).all()

"""Seats of a plan and what happens to them: searches, leavers, learners, refills."""

from dataclasses import replace
from types import ModuleType

import numpy as np

from tercet.forecast import draw_futures, simulate
from tercet.forecast.fates import Fates, fates_of
from tercet.forecast.futures import as_planned
from tercet.forecast.team import team_of
from tercet.kernel.uncertain import Distribution, point
from tercet.market.records import SupplyOption


def fate_of(by_hand: ModuleType, who: SupplyOption, *others: SupplyOption, n: int = 400) -> Fates:
    """Fates of one seat, engaged from week 4 for ten weeks."""
    problem = by_hand.problem_of([by_hand.package("A", {"evaluation": (4, 6, 9)})], [who, *others])
    engaged = by_hand.engagement(who, 4, 14)
    assigned = [by_hand.assign(engaged.members[0].id, "A", "evaluation", 4, 14)]
    plan = by_hand.plan_of(problem, [engaged], assigned, {"A": (4, 14)})
    futures = draw_futures(problem, seed=3, n=n, uncertainty=by_hand.CALM)
    return fates_of(team_of(plan, problem, 2.5), problem, futures)


def test_parts_of_a_task_add_up(by_hand: ModuleType) -> None:
    """The plan's own parts of each task sum to the whole task."""
    problem, plan = by_hand.large_project()
    team = team_of(plan, problem, 2.5)
    total = np.zeros(len(team.tasks))
    for share in team.own:
        total[share.task] += share.part
    assert np.allclose(total, 1.0)


def test_nobody_starts_before_planned(by_hand: ModuleType) -> None:
    """A quick search does not start anybody early; a slow one starts them late, on a Monday."""
    search = Distribution("lognormal", (28.0, 60.0))
    who = by_hand.option("contractor/ai-engineer/mid/NL", {"evaluation": 1.0}, search=search)
    start = fate_of(by_hand, who).start[0]
    assert start.min() == 4
    assert 0.4 < (start > 4).mean() < 0.6
    assert np.array_equal(start, np.floor(start))


def test_a_start_that_falls_through_is_searched_again(by_hand: ModuleType) -> None:
    """A dropped offer costs one more search: 28 days more for about the stated share."""
    who = by_hand.option("fte/ai-engineer/mid/NL", {"evaluation": 1.0}, search=point(28.0))
    sometimes = replace(who, lead=replace(who.lead, dropped=Distribution("beta", (0.2, 20.0))))
    start = fate_of(by_hand, sometimes, n=2000).start[0]
    assert set(start.tolist()) == {4, 8, 12}
    assert 0.17 < (start > 4).mean() < 0.23


def test_who_leaves_is_followed_by_a_search_or_a_backfill(by_hand: ModuleType) -> None:
    """A vendor sends somebody after the backfill; an employer searches as long as at first."""
    mine = by_hand.option(
        "fte/ai-engineer/mid/NL", {"evaluation": 1.0}, search=point(70.0), attrition=0.5
    )
    theirs = replace(mine, id="contractor/ai-engineer/mid/NL", backfill=point(14.0))
    for who, weeks in ((mine, 10), (theirs, 2)):
        fates = fate_of(by_hand, who)
        left = np.isfinite(fates.leave[0])
        assert np.allclose((fates.back - fates.leave)[0][left], weeks)


def test_staff_who_leave_are_followed_by_the_soonest_alike(by_hand: ModuleType) -> None:
    """On the leave date the seat falls empty; a contractor of the same role and level follows."""
    staff = by_hand.option("on-staff/anna", {"evaluation": 1.0}, leaves=by_hand.monday(9))
    contractor = by_hand.option("contractor/ai-engineer/mid/NL", {}, search=point(21.0))
    hire = by_hand.option("fte/ai-engineer/mid/NL", {}, search=point(90.0))
    alone, followed = fate_of(by_hand, staff), fate_of(by_hand, staff, hire, contractor)
    assert set(alone.leave[0].tolist()) == set(followed.leave[0].tolist()) == {9}
    assert set(alone.back[0].tolist()) == {np.inf}
    assert set(followed.back[0].tolist()) == {12}


def test_who_fails_to_learn_is_followed_by_somebody_found(by_hand: ModuleType) -> None:
    """About the stated share does not learn the role; the seat is then searched for."""
    problem, plan = by_hand.small_project()
    futures = draw_futures(problem, seed=3, n=2000, uncertainty=by_hand.CALM)
    team = team_of(plan, problem, 2.5)
    fates = fates_of(team, problem, futures)
    seat = [s.id for s in team.seats].index("upskill-bert-0")
    failed = fates.leave[seat] == np.ceil(fates.able[seat])
    assert 0.31 < failed.mean() < 0.39
    assert team.seats[seat].refill is not None
    assert (fates.back[seat][failed] > fates.leave[seat][failed]).all()


def test_as_planned_is_the_plan(by_hand: ModuleType) -> None:
    """At planned values the simulation is the plan: same live date, same cost."""
    problem, plan = by_hand.one_person()
    exact = replace(problem.terms, effort_quantile=0.4, effort_factor=1.2)
    problem = replace(problem, terms=exact, project=replace(problem.project, spread=0.35))
    effort = as_planned(problem, by_hand.STORMY).work.effort["A", "evaluation"]
    assert np.allclose(effort, Distribution("triangular", (5, 8, 20)).quantile(0.4) * 1.2)
    weeks = int(np.ceil(effort[0]))
    who = problem.supply.options[0]
    plan = by_hand.plan_of(
        problem, [by_hand.engagement(who, 0, weeks)],
        [by_hand.assign("on-staff-anna-0", "A", "evaluation", 0, weeks)], {"A": (0, weeks)},
    )  # fmt: skip
    futures = as_planned(problem, by_hand.STORMY)
    forecast = simulate(plan, problem, futures)
    assert forecast.live.p50 == plan.live
    assert forecast.cost.p50 == plan.cost


def test_a_plan_that_misses_its_own_date_is_remarked(by_hand: ModuleType) -> None:
    """TF005: three weeks late though all goes as planned; silent when the plan holds."""
    problem, plan = by_hand.one_person()
    futures = draw_futures(problem, seed=1, n=200, uncertainty=by_hand.CALM)
    assert simulate(plan, problem, futures).findings == ()
    hasty = by_hand.plan_of(problem, list(plan.engagements), list(plan.assignments), {"A": (0, 7)})
    assert "TF005" in {f.code for f in simulate(hasty, problem, futures).findings}


def test_several_rows_of_one_person_are_one_part(by_hand: ModuleType) -> None:
    """Two assignment rows of the same person on a task count by their time together."""
    first = by_hand.option("on-staff/anna", {"evaluation": 1.0})
    second = by_hand.option("on-staff/bert", {"evaluation": 0.5})
    problem = by_hand.problem_of([by_hand.package("A", {"evaluation": (6, 6, 6)})], [first, second])
    people = [by_hand.engagement(first, 0, 6), by_hand.engagement(second, 0, 6)]
    rows = [
        by_hand.assign("on-staff-anna-0", "A", "evaluation", 0, 2),
        by_hand.assign("on-staff-anna-0", "A", "evaluation", 4, 5),
        by_hand.assign("on-staff-bert-0", "A", "evaluation", 0, 6, 2.5),
    ]
    team = team_of(by_hand.plan_of(problem, people, rows, {"A": (0, 6)}), problem, 2.5)
    parts = {team.seats[share.seat].id: share.part for share in team.own}
    assert parts == {"on-staff-anna-0": 2 / 3, "on-staff-bert-0": 1 / 3}


def test_handing_over_costs_effort(by_hand: ModuleType) -> None:
    """A package with a handoff takes its person-weeks more, in its largest capability."""
    terms = replace(by_hand.PLAIN, handoff_effort=1.5)
    work = {"evaluation": (2.0, 2.0, 2.0), "monitoring": (1.0, 1.0, 1.0)}
    packages = [by_hand.package("A", work), by_hand.package("B", work, handoff="DS → AIE")]
    problem = by_hand.problem_of(packages, [], terms=terms)
    effort = draw_futures(problem, seed=1, n=2, uncertainty=by_hand.CALM).work.effort
    assert {key: float(value[0]) for key, value in effort.items()} == {
        ("A", "evaluation"): 2.0, ("A", "monitoring"): 1.0,
        ("B", "evaluation"): 3.5, ("B", "monitoring"): 1.0,
    }  # fmt: skip


def test_orphaned_work_goes_to_whoever_can(by_hand: ModuleType) -> None:
    """Somebody gone for good leaves four weeks' work; a colleague whose contract ends does it."""
    anna = by_hand.option("on-staff/anna", {"evaluation": 1.0}, leaves=by_hand.monday(2))
    pod = by_hand.option("pod/ml/PL", {"monitoring": 1.0, "evaluation": 1.0})
    problem = by_hand.problem_of(
        [
            by_hand.package("B", {"monitoring": (2, 2, 2)}),
            by_hand.package("A", {"evaluation": (6, 6, 6)}),
        ],
        [anna, pod],
    )
    people = [by_hand.engagement(anna, 0, 2), by_hand.engagement(pod, 0, 3)]
    rows = [
        by_hand.assign("on-staff-anna-0", "A", "evaluation", 0, 6),
        by_hand.assign("pod-ml-PL-0", "B", "monitoring", 0, 2),
    ]
    plan = by_hand.plan_of(problem, people, rows, {"B": (0, 2), "A": (0, 6)})
    futures = draw_futures(problem, seed=1, n=200, uncertainty=by_hand.CALM)
    forecast = simulate(plan, problem, futures)
    assert forecast.live.p50 == plan.live
    assert forecast.cost.p50 == 2000 + 6000


def test_the_level_counts_before_the_time_to_find(by_hand: ModuleType) -> None:
    """A leaver on staff is followed by the same level, though another level is found sooner."""
    staff = by_hand.option("on-staff/anna", {"evaluation": 1.0}, leaves=by_hand.monday(9))
    alike = by_hand.option("contractor/ai-engineer/mid/NL", {}, search=point(21.0))
    junior = by_hand.option("contractor/ai-engineer/junior/NL", {}, search=point(7.0))
    member = replace(junior.members[0], level="junior")
    fates = fate_of(by_hand, staff, replace(junior, members=(member,)), alike)
    assert set(fates.back[0].tolist()) == {12}

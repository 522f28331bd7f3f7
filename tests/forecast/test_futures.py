"""Futures: named, seeded, the same for every plan."""

from dataclasses import replace
from types import ModuleType

import numpy as np
import pytest

from tercet.brief.records import Triple
from tercet.forecast import draw_futures, uncertainty_from
from tercet.forecast.fates import fates_of
from tercet.forecast.futures import alone
from tercet.forecast.luck import Luck
from tercet.forecast.team import team_of
from tercet.kernel.errors import InputError
from tercet.kernel.uncertain import Distribution


def test_the_first_futures_do_not_depend_on_how_many(by_hand: ModuleType) -> None:
    """The first 200 of 1,000 futures are the 200 futures of the same seed, in every part."""
    problem, plan = by_hand.small_project()
    team = team_of(plan, problem, 2.5)
    few, many = (
        fates_of(team, problem, draw_futures(problem, seed=4, n=n, uncertainty=by_hand.STORMY))
        for n in (200, 1000)
    )
    for part in ("effort", "elapsed", "rework", "start", "able", "leave", "back", "ramp"):
        assert np.array_equal(getattr(few, part), getattr(many, part)[..., :200]), part


def test_a_seat_meets_the_same_luck_in_every_plan(by_hand: ModuleType) -> None:
    """Draws follow the option and not its place: a plan without the pod meets the same hire."""
    problem, plan = by_hand.small_project()
    without = replace(
        plan,
        engagements=tuple(e for e in reversed(plan.engagements) if e.channel != "pod"),
        assignments=tuple(a for a in plan.assignments if not a.member.startswith("pod")),
    )
    futures = draw_futures(problem, seed=4, n=100, uncertainty=by_hand.STORMY)
    found = []
    for each in (plan, without):
        team = team_of(each, problem, 2.5)
        fates = fates_of(team, problem, futures)
        seat = [s.id for s in team.seats].index("fte-ai-engineer-mid-NL-0")
        found.append((fates.effort, fates.start[seat], fates.leave[seat], fates.ramp[:, seat]))
    for one, other in zip(*found, strict=True):
        assert np.array_equal(one, other)


def test_two_of_one_option_have_luck_of_their_own(by_hand: ModuleType) -> None:
    """A second engagement of an option is another search, not the first one again."""
    search = Distribution("lognormal", (40.0, 90.0))
    who = by_hand.option("contractor/ai-engineer/mid/NL", {"evaluation": 1.0}, search=search)
    problem = by_hand.problem_of([by_hand.package("A", {"evaluation": (4, 6, 9)})], [who])
    both = [by_hand.engagement(who, 6, 9, id=id) for id in ("one", "two")]
    assigned = [by_hand.assign(f"{id}-0", "A", "evaluation", 6, 9) for id in ("one", "two")]
    plan = by_hand.plan_of(problem, both, assigned, {"A": (6, 9)})
    futures = draw_futures(problem, seed=1, n=200, uncertainty=by_hand.CALM)
    start = fates_of(team_of(plan, problem, 2.5), problem, futures).start
    assert (start[0] != start[1]).mean() > 0.2


def test_another_seed_is_another_luck(by_hand: ModuleType) -> None:
    """Seeds differ in their draws; the same seed repeats them."""
    problem, _ = by_hand.small_project()
    one, again, other = (
        draw_futures(problem, seed=seed, n=50, uncertainty=by_hand.STORMY) for seed in (1, 1, 2)
    )
    key = ("B", "evaluation")
    assert np.array_equal(one.work.effort[key], again.work.effort[key])
    assert not np.array_equal(one.work.effort[key], other.work.effort[key])


def test_capabilities_of_a_package_are_large_together(by_hand: ModuleType) -> None:
    """A package that turns out large is large in all its capabilities."""
    problem, _ = by_hand.small_project()
    effort = draw_futures(problem, seed=1, n=500, uncertainty=by_hand.CALM).work.effort
    one, other = effort["B", "model-prototyping"], effort["B", "evaluation"]
    assert np.corrcoef(one, other)[0, 1] > 0.99
    assert abs(np.corrcoef(one, effort["A", "data-analysis"])[0, 1] - 1) > 0.05


def test_alone_leaves_one_cause_uncertain(by_hand: ModuleType) -> None:
    """With one cause alone, its draws are those of the futures and the rest is at the median."""
    problem, _ = by_hand.small_project()
    futures = draw_futures(problem, seed=1, n=100, uncertainty=by_hand.STORMY)
    only = alone(problem, futures, "waits", 40)
    assert np.array_equal(only.work.elapsed["E"], futures.work.elapsed["E"][:40])
    assert np.ptp(only.work.effort["A", "data-analysis"]) == 0


def test_the_tail_makes_a_few_projects_much_larger(by_hand: ModuleType) -> None:
    """About one project in twenty is at least half again as large."""
    problem, _ = by_hand.one_person()
    storm = replace(by_hand.STORMY, tail=Distribution("point", (3.0,)))
    calm = draw_futures(problem, seed=1, n=2000, uncertainty=replace(storm, tail_chance=0.0))
    wild = draw_futures(problem, seed=1, n=2000, uncertainty=storm)
    key = ("A", "evaluation")
    ratio = wild.work.effort[key] / calm.work.effort[key]
    assert set(np.round(ratio, 6).tolist()) == {1.0, 3.0}
    assert 0.035 < (ratio > 1).mean() < 0.065


def test_hazards_are_chances_a_year(by_hand: ModuleType) -> None:
    """Of people with a yearly chance of 0.2 to leave, a fifth leaves within a year."""
    years = Luck(by_hand.CALM, 1, 4000).years_until("attrition", "attrition", 0.2, "somebody")
    assert 0.18 < (years < 1).mean() < 0.22


def test_no_futures_are_refused(by_hand: ModuleType) -> None:
    """TF001: a forecast needs at least one future."""
    problem, _ = by_hand.one_person()
    with pytest.raises(InputError, match="TF001"):
        draw_futures(problem, seed=1, n=0, uncertainty=by_hand.CALM)
    assert draw_futures(problem, seed=1, n=1, uncertainty=by_hand.CALM).luck.n == 1


def test_uncertainty_comes_from_the_catalogue() -> None:
    """Every parameter is a row of the catalogue that a user can change."""
    from tercet.catalog.load import load_catalog

    catalog = load_catalog()
    found = uncertainty_from(catalog)
    assert found.tail_chance == catalog.value("effort.tail-chance")
    assert found.horizon == catalog.value("forecast.horizon")
    assert found.outside_weekly == pytest.approx(
        catalog.value("outside.share") * catalog.value("forecast.outside-experts")
    )


def test_quality_work_has_a_tail_of_its_own(by_hand: ModuleType) -> None:
    """A quality package spreads by a further lognormal factor, other packages do not."""
    work = {"evaluation": (2.0, 2.0, 2.0)}
    packages = [by_hand.package("A", work), by_hand.package("B", work, quality=True)]
    problem = by_hand.problem_of(packages, [])
    uncertainty = replace(by_hand.CALM, quality_sigma=0.4)
    effort = draw_futures(problem, seed=1, n=2000, uncertainty=uncertainty).work.effort
    assert np.ptp(effort["A", "evaluation"]) == 0
    assert 0.37 < np.log(effort["B", "evaluation"]).std() < 0.43
    assert 1.9 < np.median(effort["B", "evaluation"]) < 2.1


def test_people_outside_decide_the_calendar(by_hand: ModuleType) -> None:
    """A package lasts as long as the people outside need at their days a week, or its wait."""
    one = by_hand.package("A", {"evaluation": (1, 1, 1)}, wait=Triple(2, 2, 2))
    asked = replace(one, outside={"expert": Triple(3, 3, 3)})
    uncertainty = replace(by_hand.CALM, outside_weekly=0.5)
    for package, weeks in ((one, 2), (asked, 6)):
        problem = by_hand.problem_of([package], [])
        futures = draw_futures(problem, seed=1, n=3, uncertainty=uncertainty)
        assert futures.work.elapsed["A"].tolist() == [weeks] * 3

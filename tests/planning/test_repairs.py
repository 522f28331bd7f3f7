"""When nothing fits: the reason is named, confirmed, and each repair is a sound plan."""

from dataclasses import replace
from decimal import Decimal

from factories import ORIGIN, option, package, problem

from tercet.kernel.dates import week_end
from tercet.planning import NoPlan, Plan, Problem, SearchBudget, check_plan, plan

BUDGET = SearchBudget(rounds=1, nodes=200, gap=0.02, prove=False)


def refused(question: Problem) -> NoPlan:
    """The refusal, where there must be one."""
    answer = plan(question, BUDGET)
    assert isinstance(answer, NoPlan)
    return answer


def test_a_capability_that_nobody_has_is_named() -> None:
    """Work that nobody on offer can do is the reason, and no limit helps."""
    answer = refused(problem([package("a", {"quantum": 1})], [option("o", {"x": 1})]))
    assert answer.conflict.limits == ("capability quantum",)
    assert answer.conflict.confirmed
    assert answer.repairs == ()


def test_a_chain_that_is_too_long_is_named() -> None:
    """A critical path beyond the deadline is told as such, with the earliest date as repair."""
    work = [package("a", {"x": 3}), package("b", {"x": 3}, ["a"])]
    answer = refused(problem(work, [option("o", {"x": 1})], weeks=4))
    assert answer.conflict.limits == ("deadline",)
    assert "a → b" in answer.conflict.explanation
    (repair,) = answer.repairs
    assert repair.id == "deadline"
    assert repair.change == {"deadline": week_end(ORIGIN, 5).isoformat()}


def test_too_small_a_budget_is_repaired_by_the_cheapest_plan() -> None:
    """The repair of a budget is what the cheapest plan costs."""
    question = problem([package("a", {"x": 4})], [option("o", {"x": 1})], budget=Decimal(1500))
    answer = refused(question)
    repair = next(r for r in answer.repairs if r.id == "budget")
    assert repair.plan.cost == 4000
    free = replace(question, limits=replace(question.limits, budget=None))
    assert check_plan(repair.plan, free) == ()


def test_one_more_person_where_one_is_too_few() -> None:
    """The headcount that is offered is the smallest that works; repairs are cheapest first."""
    work = [package("a", {"x": 4}), package("b", {"y": 4})]
    work.append(package("end", {}, ["a", "b"]))
    offers = [
        option("o", {"x": 1, "y": 1}, weekly=1000),
        option("p", {"x": 1, "y": 1}, weekly=1500),
    ]
    answer = refused(problem(work, offers, weeks=6, headcount=1))
    by_id = {r.id: r for r in answer.repairs}
    assert by_id["headcount"].change == {"headcount": 2}
    assert set(answer.conflict.limits) == {"deadline", "headcount"}
    costs = [r.plan.cost for r in answer.repairs]
    assert costs == sorted(costs)


def test_two_limits_that_only_help_together_are_given_up_together() -> None:
    """Too little time and too little money: the soonest plan and the cheapest, each with both."""
    work = [package("a", {"x": 4}), package("b", {"x": 4}), package("end", {}, ["a", "b"])]
    offers = [
        option("o", {"x": 1}, weekly=1000),
        option("p", {"x": 1}, weekly=1500),
    ]
    question = problem(work, offers, weeks=2, budget=Decimal(1000))
    answer = refused(question)
    assert {r.id for r in answer.repairs} == {"deadline+budget"}
    cheap, soon = answer.repairs
    assert (cheap.plan.cost, cheap.plan.live) == (9500, week_end(ORIGIN, 5))
    assert (soon.plan.cost, soon.plan.live) == (10000, week_end(ORIGIN, 4))
    for repair in answer.repairs:
        live, cost = repair.plan.live, repair.plan.cost
        assert repair.change == {"deadline": live.isoformat(), "budget": float(cost)}
        assert repair.label == f"A deadline of {live} and a budget of USD {cost:,.0f}"
    free = replace(question, limits=replace(question.limits, deadline=None, budget=None))
    assert all(check_plan(r.plan, free) == () for r in answer.repairs)


def test_pairs_are_confirmed_and_named() -> None:
    """The explanation says that one limit is not enough, and names all that help in pairs."""
    work = [package("a", {"x": 4}), package("b", {"x": 4}), package("end", {}, ["a", "b"])]
    offers = [option("o", {"x": 1}), option("p", {"x": 1}, weekly=1500)]
    answer = refused(problem(work, offers, weeks=6, headcount=1, budget=Decimal(4500)))
    assert answer.conflict.confirmed
    assert set(answer.conflict.limits) == {"deadline", "budget", "headcount"}
    assert "giving way on one is not enough" in answer.conflict.explanation
    assert {r.id for r in answer.repairs} == {"deadline+budget", "budget+headcount"}


def test_no_time_offshore_is_a_limit_like_any_other() -> None:
    """A share of nothing is a limit that can be given way on."""
    offers = [option("o", {"x": 1}, offshore=True)]
    answer = refused(problem([package("a", {"x": 4})], offers, offshore_share=0.0))
    (repair,) = answer.repairs
    assert repair.change == {"offshore-share": 1.0}


def test_what_fits_is_not_refused() -> None:
    """The same work with enough time has a plan."""
    work = [package("a", {"x": 3}), package("b", {"x": 3}, ["a"])]
    assert isinstance(plan(problem(work, [option("o", {"x": 1})], weeks=6), BUDGET), Plan)

"""Plans are sound, cheap, bounded and always the same."""

from dataclasses import replace
from datetime import timedelta
from itertools import combinations, product

import pytest
from factories import ORIGIN, TERMS, option, package, problem, realistic
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tercet.kernel.jsonable import to_json
from tercet.planning import (
    NoPlan,
    Plan,
    Problem,
    SearchBudget,
    cheapest,
    check_plan,
    fastest,
    frontier,
    plan,
    prices_to_switch,
)  # fmt: skip

EXACT = SearchBudget(gap=0.0, nodes=20000)


def planned(question: Problem, budget: SearchBudget = EXACT) -> Plan:
    """The plan, where there must be one; checked again from outside."""
    answer = plan(question, budget)
    assert isinstance(answer, Plan), answer
    assert check_plan(answer, question) == ()
    return answer


def test_one_person_does_one_package() -> None:
    """Four weeks of work at full output cost four weeks' pay and the one-off cost."""
    answer = planned(
        problem([package("a", {"x": 4})], [option("o", {"x": 1}, one_off=300, min_share=1.0)])
    )
    assert answer.cost == 4300
    assert answer.bound.gap == pytest.approx(0, abs=1e-4)


def test_part_time_is_paid_in_days() -> None:
    """Two and a half weeks of work cost thirteen days at most, when days can be booked."""
    answer = planned(
        problem([package("a", {"x": 2.5})], [option("o", {"x": 1}, min_share=0.2)], weeks=8)
    )
    assert answer.cost == 2600


def test_lead_time_delays_the_start() -> None:
    """Nobody starts before the lead time has passed, and approval is due that much earlier."""
    question = problem([package("a", {"x": 2})], [option("o", {"x": 1}, lead=3)])
    engagement = planned(question).engagements[0]
    assert engagement.start >= question.origin + timedelta(weeks=3)
    assert engagement.decide_by == engagement.start - timedelta(weeks=3)


def test_slower_ramp_costs_more() -> None:
    """A newcomer who must learn is paid for longer."""
    quick = planned(problem([package("a", {"x": 3})], [option("o", {"x": 1})]))
    slow = planned(problem([package("a", {"x": 3})], [option("o", {"x": 1}, ramp=4)]))
    assert slow.cost > quick.cost


def test_hired_people_are_paid_until_the_finish() -> None:
    """Somebody hired for the first package stays until the last one is done."""
    work = [package("a", {"x": 2}), package("b", {"y": 2}, ["a"])]
    offers = [option("fte", {"x": 1}, channel="fte"), option("con", {"y": 1})]
    answer = planned(problem(work, offers))
    hired = next(e for e in answer.engagements if e.channel == "fte")
    assert hired.end == max(s.end for s in answer.schedule)


def test_minimum_term_is_paid_out() -> None:
    """A term that runs past the project's last week is paid all the same."""
    answer = planned(
        problem([package("a", {"x": 2})], [option("o", {"x": 1}, min_weeks=9)], weeks=3)
    )
    assert answer.cost == 9000


def test_soft_edges_overlap_and_hard_ones_do_not() -> None:
    """A soft successor may begin at half of the effort, which makes the whole thing faster."""
    offers = [option("o", {"x": 1}), option("p", {"y": 1})]
    hard = fastest(problem([package("a", {"x": 4}), package("b", {"y": 4}, ["a"])], offers))
    soft = fastest(problem([package("a", {"x": 4}), package("b", {"y": 4}, ["~a"])], offers))
    assert isinstance(hard, Plan)
    assert isinstance(soft, Plan)
    assert soft.live < hard.live


def test_waits_take_calendar_and_no_effort() -> None:
    """A wait of six weeks is six weeks in the schedule and one week's pay."""
    work = [package("a", {"x": 1}, wait=6)]
    answer = planned(problem(work, [option("o", {"x": 1}, min_share=0.2)]))
    span = answer.schedule[0]
    assert span.end - span.start >= timedelta(weeks=6)
    assert answer.cost == 1000


def test_pods_come_whole() -> None:
    """A pod's three members are engaged together and named one by one."""
    work = [package("a", {"x": 2, "y": 2, "z": 2})]
    answer = planned(problem(work, [option("pod", [{"x": 1}, {"y": 1}, {"z": 1}], channel="pod")]))
    assert [len(e.members) for e in answer.engagements] == [3]


def test_two_share_a_large_task_only() -> None:
    """Six weeks of work may be shared by two where three weeks call for one more person."""
    offers = [option("o", {"x": 1}, available=3)]
    large = fastest(problem([package("a", {"x": 6})], offers))
    small = fastest(problem([package("a", {"x": 3})], offers))
    assert isinstance(large, Plan)
    assert isinstance(small, Plan)
    assert large.live == small.live


def test_learning_beats_hiring_when_people_are_dear() -> None:
    """Somebody on staff who learns does the work where buying it costs far more."""
    from tercet.kernel.uncertain import point
    from tercet.market.records import Upskilling

    offers = [
        option("staff", {"x": 1}, channel="on-staff", person="p", min_share=0.2),
        option("up", {"y": 1}, channel="upskill", min_weeks=1,
               upskilling=Upskilling("p", point(3), 0.5, point(1))),
        option("buy", {"y": 1}, weekly=9000),
    ]  # fmt: skip
    work = [package("a", {"x": 2}), package("b", {"y": 3}, ["a"])]
    answer = planned(problem(work, offers, weeks=12))
    assert {e.option for e in answer.engagements} == {"staff", "up"}


def test_people_leave_when_they_leave() -> None:
    """Nobody is planned after the last day; somebody dearer takes over."""
    leaving = ORIGIN + timedelta(weeks=2, days=-3)
    offers = [
        option("staff", {"x": 1}, channel="on-staff", person="p", leaves=leaving),
        option("dear", {"x": 1}, weekly=5000),
    ]
    answer = planned(problem([package("a", {"x": 4})], offers))
    ends = {e.option: e.end for e in answer.engagements}
    assert ends["staff"] <= leaving + timedelta(days=3)
    assert set(ends) == {"staff", "dear"}


@pytest.mark.parametrize("seed", range(4))
def test_small_problems_are_solved_to_the_optimum(seed: int) -> None:
    """Brute force over whole-week teams finds nothing cheaper, and the bound is below it."""
    from random import Random

    rng = Random(seed)
    work = [
        package("a", {"x": rng.choice([1, 2])}),
        package("b", {"y": rng.choice([1, 2])}, [rng.choice(["a", "~a"])]),
        package("c", {"x": 1, "y": 1}, ["b"]),
    ]
    offers = [
        option("o", {"x": 1, "y": 0.5}, weekly=rng.randint(800, 1500), one_off=rng.randint(0, 900)),
        option("p", {"y": 1, "x": 0.5}, weekly=rng.randint(800, 1500), one_off=rng.randint(0, 900),
               lead=rng.choice([0, 1])),
    ]  # fmt: skip
    question = problem(work, offers, weeks=6)
    answer = planned(question)
    best = brute_force(question)
    assert float(answer.cost) == pytest.approx(best, abs=0.02)
    assert answer.bound.lower is not None
    assert answer.bound.lower <= answer.cost


def brute_force(question: Problem) -> float:
    """Least cost over all sets of whole-week stints and all timelines, by trying them all."""
    from tercet.planning.crew import groups
    from tercet.planning.model import build
    from tercet.planning.network import network
    from tercet.planning.planner import deadline_week
    from tercet.planning.solver import solve_mip
    from tercet.planning.stint_staffing import StintStaffing
    from tercet.planning.timeline import Windows
    from tercet.planning.windows import tightened

    crew = groups(question)
    net = network(question, crew, deadline_week(question, crew))
    best = float("inf")
    per_group = [[None, *(s for s in all_stints(net, g))] for g in crew]
    teams = [tuple(s for s in team if s) for team in product(*per_group)]
    teams = sorted((team for team in teams if team), key=lambda t: _cost(t))
    timelines = []
    ranges = [range(n.complete, n.latest + 1) for n in net.nodes]
    halves = [range(n.half, n.latest_half + 1) for n in net.nodes]
    followed = {a for n in net.nodes for a in n.soft}
    for complete in product(*ranges):
        for half in product(*(h if i in followed else [h[-1]] for i, h in enumerate(halves))):
            at = Windows(tuple((h, h) for h in half), tuple((c, c) for c in complete))
            if tightened(net, at) is not None:
                timelines.append(at)
    for team in teams:
        if _cost(team) >= best:
            break
        for at in timelines:
            model = build(question, net, StintStaffing(question, crew, net.horizon, team), at).model
            for stint in team:
                model.lower[model.column[stint.key]] = 1.0
            if solve_mip(model, gap=0.0, nodes=1000).values is not None:
                best = _cost(team)
                break
    return best


def all_stints(net, group):  # type: ignore[no-untyped-def]
    """Every stint that terms allow; people hired for good stay until all may be finished."""
    from tercet.planning.stints import Stint

    finish = max(node.complete for node in net.nodes)
    stop = net.horizon if group.last is None else min(group.last, net.horizon)
    for start in range(group.first, stop):
        least = min(start + group.stay, stop)
        if group.until_finish:
            least = max(least, min(finish, stop))
        most = min(stop, start + (group.option.max_weeks or stop))
        yield from (Stint(group, group.id, start, end) for end in range(least, most + 1))


def _cost(team: tuple) -> float:  # type: ignore[type-arg]
    return sum(s.group.one_off + s.group.weekly * (s.end - s.start + s.paid_out) for s in team)


@st.composite
def questions(draw: st.DrawFn) -> Problem:
    """Small problems of every shape."""
    capabilities = ["x", "y", "z"]
    count = draw(st.integers(1, 4))
    work = []
    for i in range(count):
        skills = draw(st.lists(st.sampled_from(capabilities), min_size=1, max_size=2, unique=True))
        before = [
            draw(st.sampled_from(["", "~"])) + f"p{a}" for a in range(i) if draw(st.booleans())
        ]
        work.append(package(
            f"p{i}", {c: draw(st.sampled_from([0.4, 1.0, 2.3])) for c in skills}, before,
            wait=draw(st.sampled_from([0, 0, 2])),
            handoff=draw(st.sampled_from([None, "a → b"])),
        ))  # fmt: skip
    offers = [
        option(
            f"o{i}", {c: draw(st.sampled_from([0.5, 1.0, 1.2])) for c in capabilities},
            weekly=draw(st.integers(500, 2000)), one_off=draw(st.sampled_from([0, 800])),
            lead=draw(st.sampled_from([0, 1.5, 3])), ramp=draw(st.sampled_from([0, 3.5])),
            min_weeks=draw(st.sampled_from([1, 4])), available=draw(st.integers(1, 2)),
            min_share=draw(st.sampled_from([0.4, 1.0])),
            channel=draw(st.sampled_from(["contractor", "fte"])), offshore=draw(st.booleans()),
        )
        for i in range(draw(st.integers(1, 2)))
    ]  # fmt: skip
    terms = replace(TERMS, communication=0.03, productive_share=0.8, mentor_share=0.15,
                    handoff_effort=0.3)  # fmt: skip
    return problem(work, offers, draw(st.integers(10, 16)), terms=terms)


QUICK = SearchBudget(rounds=1, nodes=200, gap=0.05, prove=False)


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(questions())
def test_every_plan_passes_the_checker_and_its_bound_is_below_it(question: Problem) -> None:
    """Whatever the problem: a plan is sound, in time, and never undercuts its own bound."""
    answer = plan(question, QUICK)
    if isinstance(answer, NoPlan):
        assert answer.conflict.limits
        return
    assert check_plan(answer, question) == ()
    for lower in (answer.bound.lower, answer.bound.lower_windows):
        assert lower is None or lower <= answer.cost


@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
@given(questions())
def test_the_same_question_has_the_same_answer_to_the_byte(question: Problem) -> None:
    """Planning twice gives the same bytes."""
    assert to_json(plan(question, QUICK)) == to_json(plan(question, QUICK))


@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
@given(questions())
def test_more_options_never_raise_the_bound(question: Problem) -> None:
    """With one more option the least possible cost can only fall."""
    if len(question.supply.options) < 2:
        return
    fewer = replace(question, supply=replace(question.supply, options=question.supply.options[:1]))
    alone, both = plan(fewer, QUICK), plan(question, QUICK)
    if isinstance(alone, Plan):
        assert isinstance(both, Plan)
        assert both.bound.lower is not None
        assert both.bound.lower <= alone.cost


def test_frontier_falls_and_its_ends_are_fastest_and_cheapest() -> None:
    """Later dates cost less, point by point."""
    work = [package("a", {"x": 4}), package("b", {"x": 3}, ["a"])]
    offers = [
        option("dear", {"x": 1.5}, weekly=3000),
        option("cheap", {"x": 1}, weekly=1000, lead=2),
    ]
    question = problem(work, offers, weeks=14)
    points = frontier(question, QUICK)
    assert len(points) >= 2
    for one, other in combinations(points, 2):
        assert one.live < other.live
        assert one.cost > other.cost
    assert cheapest(question).cost <= points[-1].cost  # type: ignore[union-attr]
    handed_out: list[object] = []
    again = frontier(
        question, QUICK, first=points[0], begin=lambda work: handed_out.append(work) or work
    )
    assert again == points
    assert handed_out


def test_a_project_of_real_size_is_planned_and_checked() -> None:
    """Two dozen packages and 65 options: sound, with a known gap, everybody with a reason."""
    question = realistic(1, weeks=52)
    answer = planned(question, SearchBudget(rounds=0, nodes=100, gap=0.05, prove=False))
    assert answer.bound.gap is not None
    assert all(e.reason.startswith("Carries") for e in answer.engagements)


def test_switch_prices_name_what_would_matter() -> None:
    """An option that is too dear would be used below the price of the one that is."""
    offers = [option("dear", {"x": 1}, weekly=2000), option("cheap", {"x": 1}, weekly=1000)]
    question = problem([package("a", {"x": 4})], offers)
    found = prices_to_switch(planned(question), question)
    assert [s.option for s in found] == ["dear"]
    assert found[0].below == pytest.approx(1000, rel=0.01)

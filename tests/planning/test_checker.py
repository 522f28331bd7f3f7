"""The checker finds every kind of fault when one is planted in a sound plan."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from factories import ORIGIN, TERMS, option, package, problem

from tercet.kernel.uncertain import point
from tercet.market.records import Upskilling
from tercet.planning import Plan, Problem, SearchBudget, check_plan, plan

WEEK = timedelta(weeks=1)
BUDGET = SearchBudget(rounds=1, nodes=200, gap=0.02, prove=False)


def question() -> Problem:
    """Three packages, somebody on staff who may learn, a contractor, an employee and a pod."""
    work = [
        package("a", {"x": 3}),
        package("b", {"y": 3}, ["~a"], wait=3),
        package("c", {"x": 1, "z": 2}, ["b"], handoff="b → c"),
    ]
    offers = [
        option("staff", {"x": 0.5}, channel="on-staff", person="p", min_share=0.2, weekly=900),
        option("up", {"z": 0.5}, channel="upskill", weekly=900,
               upskilling=Upskilling("p", point(2), 0.5, point(1))),
        option("con", {"x": 1, "z": 0.5}, lead=1, ramp=2, min_weeks=2, max_weeks=14, min_share=0.4,
               offshore=True, region="IN"),
        option("fte", {"y": 1, "z": 1}, channel="fte", lead=2, min_weeks=4, weekly=1100),
        option("pod", [{"x": 1}, {"y": 1}], channel="pod", weekly=9000),
    ]  # fmt: skip
    terms = replace(TERMS, communication=0.02, mentor_share=0.1, productive_share=0.8)
    return problem(work, offers, weeks=16, terms=terms, critical=("nothing",))


@pytest.fixture(scope="module")
def asked() -> Problem:
    """The problem that the sound plan answers."""
    return question()


@pytest.fixture(scope="module")
def sound(asked: Problem) -> Plan:
    """A plan in which the checker finds nothing."""
    answer = plan(asked, BUDGET)
    assert isinstance(answer, Plan)
    assert check_plan(answer, asked) == ()
    assert {"con", "fte"} <= {e.option for e in answer.engagements}
    return answer


def codes(answer: Plan, asked: Problem) -> set[str]:
    """Codes of what the checker finds."""
    return {f.code for f in check_plan(answer, asked)}


def engaged(answer: Plan, id: str, **changes: Any) -> Plan:
    """`answer` with the engagement of option `id` changed."""
    return replace(
        answer,
        engagements=tuple(
            replace(e, **changes) if e.option == id else e for e in answer.engagements
        ),
    )


def scheduled(answer: Plan, id: str, **changes: Any) -> Plan:
    """`answer` with the weeks of package `id` changed."""
    return replace(
        answer,
        schedule=tuple(replace(s, **changes) if s.package == id else s for s in answer.schedule),
    )


def span(answer: Plan, id: str) -> Any:
    """Weeks of package `id`."""
    return next(s for s in answer.schedule if s.package == id)


def of(answer: Plan, id: str) -> Any:
    """The first engagement of option `id`."""
    return next(e for e in answer.engagements if e.option == id)


def days(answer: Plan, id: str, change: Callable[[float], float]) -> Plan:
    """`answer` with the first week of the engagement of option `id` booked otherwise."""
    (first, booked), *others = of(answer, id).days
    return engaged(answer, id, days=((first, change(booked)), *others))


FAULTS: dict[str, Callable[[Plan], Plan]] = {
    "TP101": lambda p: replace(p, schedule=p.schedule[1:]),
    "TP102": lambda p: scheduled(p, "c", start=span(p, "b").end - WEEK),
    "TP103": lambda p: scheduled(p, "b", start=ORIGIN),
    "TP104": lambda p: scheduled(p, "b", end=span(p, "a").end - WEEK),
    "TP105": lambda p: scheduled(p, "b", start=span(p, "b").end - WEEK),
    "TP106": lambda p: replace(p, assignments=p.assignments[1:]),
    "TP107": lambda p: scheduled(p, "a", start=span(p, "a").end - WEEK),
    "TP108": lambda p: replace(
        p, assignments=(replace(p.assignments[0], days_per_week=6.0), *p.assignments[1:])
    ),
    "TP109": lambda p: replace(
        p, assignments=(replace(p.assignments[0], days_per_week=30.0), *p.assignments[1:])
    ),
    "TP110": lambda p: replace(
        p, assignments=(replace(p.assignments[0], capability="nothing"), *p.assignments[1:])
    ),
    "TP111": lambda p: engaged(p, "fte", start=ORIGIN),
    "TP112": lambda p: engaged(p, "fte", end=of(p, "fte").start + 2 * WEEK),
    "TP113": lambda p: engaged(p, "con", end=of(p, "con").start + 15 * WEEK),
    "TP115": lambda p: replace(p, engagements=(*p.engagements, of(p, "con"))),
    "TP116": lambda p: days(p, "con", lambda _: 1.0),
    "TP117": lambda p: days(p, "fte", lambda _: 4.0),
    "TP118": lambda p: engaged(p, "con", members=of(p, "con").members * 2),
    "TP119": lambda p: engaged(p, "fte", end=of(p, "fte").end - 3 * WEEK),
    "TP121": lambda p: replace(
        p,
        assignments=tuple(
            replace(a, days_per_week=5.0) if a.member == of(p, "con").id else a
            for a in p.assignments
        ),
    ),
    "TP128": lambda p: engaged(p, "con", cost=of(p, "con").cost - 1),
    "TP130": lambda p: replace(p, cost=p.cost + Decimal("0.01")),
    "TP131": lambda p: replace(p, live=p.live - WEEK),
    "TP133": lambda p: replace(p, bound=replace(p.bound, lower=p.cost + 1)),
}


@pytest.mark.parametrize("code", sorted(FAULTS))
def test_a_planted_fault_is_found(code: str, sound: Plan, asked: Problem) -> None:
    """One change to a sound plan, and the rule that it breaks is named."""
    assert code in codes(FAULTS[code](sound), asked)


def _limited(asked: Problem, **limits: Any) -> Problem:
    return replace(asked, limits=replace(asked.limits, **limits))


def test_limits_are_checked_against_the_plan(sound: Plan, asked: Problem) -> None:
    """A plan that was sound without a limit breaks it by name once it is set."""
    cheaper, sooner = sound.cost - 1, sound.live - timedelta(days=1)
    last = max(e.start for e in sound.engagements)
    cases = {
        "TP126": {"deadline": sooner},
        "TP129": {"budget": cheaper},
        "TP122": {"headcount": 0},
        "TP123": {"offshore_share": 0.0},
        "TP124": {"onshore_roles": ("data-analyst",)},
        "TP125": {"resilience": True},
        "TP132": {"start": last + WEEK},
    }
    for code, limits in cases.items():
        assert code in codes(sound, _limited(asked, **limits)), code


def test_whoever_has_left_is_missed(sound: Plan, asked: Problem) -> None:
    """An option whose person leaves early is found to be planned beyond the day."""
    options = tuple(
        replace(o, leaves=ORIGIN + WEEK) if o.id == "con" else o for o in asked.supply.options
    )
    gone = replace(asked, supply=replace(asked.supply, options=options))
    assert "TP114" in codes(sound, gone)


def test_nobody_works_two_full_weeks(sound: Plan, asked: Problem) -> None:
    """Two options that turn out to be the same person cannot both be booked in full."""
    options = tuple(
        replace(o, person="q") if o.id in ("con", "fte") else o for o in asked.supply.options
    )
    same = replace(asked, supply=replace(asked.supply, options=options))
    assert "TP120" in codes(sound, same)


def test_talk_is_not_left_to_a_few(sound: Plan, asked: Problem) -> None:
    """When nobody may give time to talk, a team of two has none for it."""
    assert "TP127" in codes(sound, replace(asked, terms=replace(asked.terms, talk_most=0.0)))

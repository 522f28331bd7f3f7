"""Headcounts by week choose among the same engagements, at the same price, as stints do."""

from datetime import timedelta

import pytest
from factories import ORIGIN, option, package, problem
from hypothesis import HealthCheck, given, settings
from test_plan import EXACT, all_stints, questions

from tercet.kernel.uncertain import point
from tercet.market.records import Upskilling
from tercet.planning import Problem
from tercet.planning.crew import groups
from tercet.planning.headcounts import Headcounts
from tercet.planning.model import build
from tercet.planning.network import network
from tercet.planning.planner import deadline_week
from tercet.planning.relaxation import relax_staffed
from tercet.planning.search import Ceiling, least
from tercet.planning.solver import solve_mip
from tercet.planning.staffing import Staffing
from tercet.planning.stint_staffing import StintStaffing
from tercet.planning.timeline import all_windows
from tercet.planning.windows import tightened


def both(question: Problem) -> tuple[float, float]:
    """The least cost by headcounts and by stints, over every timeline."""
    crew = groups(question)
    net = network(question, crew, deadline_week(question, crew))
    windows = tightened(net, all_windows(net)) if net.fits else None
    if windows is None:
        return 0.0, 0.0
    stints = [s for g in crew for s in all_stints(net, g)]

    def cost(people: Staffing) -> float:
        model = build(question, net, people, windows).model
        found = solve_mip(model, gap=0.0, nodes=5000)
        if isinstance(people, Headcounts) and found.values is not None:
            assert all(s in stints for s, _ in people.team(found))
        return found.objective

    return (cost(Headcounts(question, crew, net.horizon, crew, windows.finish)),
            cost(StintStaffing(question, crew, net.horizon, stints)))  # fmt: skip


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(questions())
def test_headcounts_cost_what_the_same_people_cost_as_stints(question: Problem) -> None:
    """Every small problem has the same optimum in both, and headcounts name real stints."""
    heads, stints = both(question)
    assert heads == pytest.approx(stints, rel=1e-4)


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(questions())
def test_bounds_of_whole_people_stay_below_the_optimum(question: Problem) -> None:
    """Over all timelines, and in the weeks of a plan, no bound exceeds what people do cost."""
    best, _ = both(question)
    if best in (0.0, float("inf")):
        return
    crew = groups(question)
    net = network(question, crew, deadline_week(question, crew))
    relaxed = relax_staffed(question, net, crew, all_windows(net), precedence=False, rounds=12)
    lower = least(question, net, crew, relaxed, 2 * best, EXACT, Ceiling(None))
    assert lower <= best * (1 + 1e-6)


TERMS_OF = {
    "longest": option("o", {"x": 1}, max_weeks=3, one_off=500, available=2),
    "leaves": option("o", {"x": 1}, leaves=ORIGIN + timedelta(weeks=6), min_share=0.2),
    "ramp": option("o", {"x": 1}, ramp=5, min_weeks=2, min_share=0.4, available=2),
    "learns": option("o", {"x": 1}, ramp=3, upskilling=Upskilling(
        "p", point(2), 0.5, point(1.0)), channel="upskill", weekly=900),
}  # fmt: skip


@pytest.mark.parametrize("terms", TERMS_OF)
def test_every_kind_of_term_is_kept(terms: str) -> None:
    """Longest terms, leave dates, ramps longer than the least term and learning."""
    dear = option("dear", {"x": 1}, weekly=2500, ramp=2)
    work = [package("a", {"x": 3}), package("b", {"x": 2}, ["~a"])]
    heads, stints = both(problem(work, [TERMS_OF[terms], dear], weeks=10))
    assert 0 < stints < float("inf")
    assert heads == pytest.approx(stints, rel=1e-4)

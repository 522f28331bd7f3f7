"""A real plan of the planner, simulated: catalogue, brief, market and planner together."""

from datetime import date, timedelta

import pytest

from tercet.brief.project import outline
from tercet.brief.read import read_brief
from tercet.catalog.load import load_catalog
from tercet.forecast import draw_futures, simulate, uncertainty_from
from tercet.forecast.course import run
from tercet.forecast.fates import fates_of
from tercet.forecast.futures import as_planned
from tercet.forecast.summary import live_package
from tercet.forecast.team import team_of
from tercet.kernel.dates import monday
from tercet.market.records import Supply
from tercet.market.supply import supply
from tercet.planning import Limits, Plan, Problem, SearchBudget, Terms, plan

TEXT = """Larkspur Cards wants to know which customers are about to leave. It is a small pilot with
one source of data. We are in the Netherlands and have one data scientist."""
TODAY = date(2026, 11, 23)
WANTED = tuple(
    f"contractor/{role}/senior/NL"
    for role in ("data-scientist", "mlops-engineer", "data-engineer", "ai-product-manager")
)


@pytest.fixture(scope="module")
def solved() -> tuple[Problem, Plan]:
    """A small project, staffed from few options, live within 42 weeks."""
    catalog = load_catalog()
    brief = read_brief(TEXT, catalog, today=TODAY)
    offered = supply(brief, catalog)
    options = tuple(o for o in offered.options if o.channel == "on-staff" or o.id in WANTED)
    terms = Terms(
        effort_quantile=0.5, effort_factor=1.1, lead_quantile=0.5, deadline_buffer_weeks=0,
        crew_effort=5.0, handoff_effort=1.0, communication=0.02, productive_share=0.85,
        mentor_share=0.15, able=0.5, running_least=0.1,
    )  # fmt: skip
    problem = Problem(
        outline(brief, catalog), Supply(offered.currency, offered.home, TODAY, options),
        Limits(TODAY + timedelta(weeks=42), None), terms, monday(TODAY), (),
    )  # fmt: skip
    found = plan(problem, SearchBudget(rounds=1, nodes=20, gap=0.1, prove=False))
    assert isinstance(found, Plan)
    return problem, found


def test_as_planned_comes_close_to_the_plan(solved: tuple[Problem, Plan]) -> None:
    """With every figure at its planned value: live within three weeks, cost within a tenth."""
    problem, found = solved
    uncertainty = uncertainty_from(load_catalog())
    team = team_of(found, problem, uncertainty.horizon)
    course = run(
        team, problem, uncertainty, fates_of(team, problem, as_planned(problem, uncertainty))
    )
    assert abs(float(course.complete[live_package(problem), 0]) - team.live) <= 3
    assert float(course.spent.sum()) == pytest.approx(float(found.cost), rel=0.1)


def test_a_real_plan_has_a_sensible_forecast(solved: tuple[Problem, Plan]) -> None:
    """Nearly all futures go live, the middle one near the planned date, several causes drive it."""
    problem, found = solved
    uncertainty = uncertainty_from(load_catalog())
    futures = draw_futures(problem, seed=1, n=300, uncertainty=uncertainty)
    forecast = simulate(found, problem, futures)
    assert forecast.never_live < 0.05
    assert abs((forecast.live.p50 - found.live).days) < 100
    assert forecast.live.p10 < forecast.live.p90
    assert {"overall", "search"} <= {d.id for d in forecast.drivers}

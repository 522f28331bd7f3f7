"""Weeks, price and chance of one person's way into a role."""

import dataclasses
from decimal import Decimal
from graphlib import TopologicalSorter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tercet.catalog import load_catalog
from tercet.catalog.records import LEVELS, ROLES
from tercet.upskilling import Learner
from tercet.upskilling.facts import asked, grown, ladder, usual, works
from tercet.upskilling.path import path_for

from .conftest import RUNGS, TODAY

CATALOG = load_catalog()
WAYS = sorted(tuple(id.split(".")[2:]) for id in CATALOG.figures if id.startswith("upskill.path."))


def way(learner, to, catalog=CATALOG):
    return path_for(learner, to, catalog, home="NL", day=TODAY, currency="EUR")


def learners(role, **fixed):
    rungs = st.fixed_dictionaries({c: st.sampled_from(RUNGS) for c in grown()})
    share = st.floats(0.1, 1.0)
    made = {"name": "A", "role": role, "level": "mid", "country": "NL"} | fixed
    return st.builds(lambda r, s: Learner(rungs=r, share=s, **made), rungs, share)


@pytest.mark.parametrize(("start", "to"), WAYS)
def test_the_usual_person_takes_what_the_catalogue_says(start, to):
    """For the usual gaps at the usual share, the weeks are the catalogue's whole path."""
    share = CATALOG.value("upskill.share")
    path = way(Learner("A", start, "mid", "NL", share, usual(CATALOG, start)), to)
    whole, factor = CATALOG.distribution(f"upskill.weeks.{to}"), f"upskill.path.{start}.{to}"
    for q in (0.1, 0.5, 0.9):
        expected = whole.quantile(q) * CATALOG.value(factor)
        assert path.weeks.quantile(q) == pytest.approx(expected)
    assert path.success.mean == pytest.approx(CATALOG.distribution("upskill.success").mean)
    assert max(s.counts for s in path.steps) == pytest.approx(path.weeks.quantile(0.5))


@given(st.sampled_from(WAYS).flatmap(lambda w: st.tuples(learners(w[0]), st.just(w[1]))))
@settings(max_examples=30, deadline=None)
def test_more_of_the_week_is_never_longer(case):
    """A larger share of the week never makes the path longer."""
    learner, to = case
    more = dataclasses.replace(learner, share=min(1.0, learner.share * 1.3))
    slow, quick = way(learner, to), way(more, to)
    assert quick.weeks.quantile(0.5) <= slow.weeks.quantile(0.5) + 1e-9


@given(
    st.sampled_from(WAYS).flatmap(lambda w: st.tuples(learners(w[0]), st.just(w[1]))),
    st.sampled_from(grown()),
)
@settings(max_examples=40, deadline=None)
def test_having_shown_more_is_never_longer_or_dearer(case, capability):
    """One rung more never costs more weeks, money or mentoring, and never lowers the chance."""
    learner, to = case
    now = RUNGS.index(learner.rungs[capability])
    higher = {**learner.rungs, capability: RUNGS[min(now + 1, 5)]}
    less, more = way(learner, to), way(dataclasses.replace(learner, rungs=higher), to)
    assert more.weeks.quantile(0.5) <= less.weeks.quantile(0.5) + 1e-9
    assert more.cost <= less.cost
    assert more.mentor_weeks <= less.mentor_weeks + 1e-9
    if more.success and less.success:
        assert more.success.mean >= less.success.mean - 1e-9


@given(st.sampled_from(WAYS).flatmap(lambda w: st.tuples(learners(w[0]), st.just(w[1]))))
@settings(max_examples=30, deadline=None)
def test_steps_close_the_gaps_in_a_possible_order(case):
    """Each hands-on rung that is missing is one step, after the rung below and what it names."""
    learner, to = case
    path = way(learner, to)
    done = {(s.capability, s.rung): s for s in path.steps}
    wanted = {
        (g.capability, rung)
        for g in path.gaps
        for rung in ladder()
        if RUNGS.index(g.shown) < RUNGS.index(rung) <= RUNGS.index(g.asked)
    }
    assert done.keys() == wanted
    for (capability, rung), step in done.items():
        below = [(capability, one) for one in ladder()[: ladder().index(rung)]]
        for key in (*below, *works()[capability, rung].after):
            if key in done:
                assert step.start >= done[key].counts - 1e-9


def test_steps_add_up_to_the_price(catalog, learner):
    """The price is the learner's weeks and the mentor's at loaded pay, with courses and cloud."""
    path = way(learner("data-scientist"), "ai-engineer")
    assert Decimal(0) < path.besides < path.cost
    spread = path.weeks.mean / path.weeks.quantile(0.5)
    work = sum(s.weeks for s in path.steps) * 0.55 * spread
    from tercet.market.loaded import loaded

    pay = loaded(
        catalog, "on-staff", "data-scientist", "mid", "NL", day=TODAY, currency="EUR"
    ).weekly
    assert float(path.cost - path.besides) == pytest.approx(float(pay) * work, rel=1e-6)


def test_nothing_asked_is_nothing_to_learn(learner):
    """Whoever has shown all of it has no steps, no weeks and no price."""
    path = way(learner(**{c.replace("-", "_"): "operated" for c in grown()}), "ai-engineer")
    assert path.steps == ()
    assert path.weeks.quantile(0.5) == 0
    assert path.cost == 0


def test_without_a_known_path_nothing_is_invented(learner):
    """A way that the catalogue does not know has gaps, and neither weeks nor price nor chance."""
    path = way(learner("data-analyst"), "ai-engineer")
    assert path.gaps
    assert (path.steps, path.weeks, path.cost, path.success) == ((), None, None, None)


def test_nobody_begins_above_the_assumed_level(learner):
    """A senior begins a new role at the level that the plan assumes too."""
    assert way(learner(level="senior"), "ai-engineer").level == "mid"
    assert way(learner(level="junior"), "ai-engineer").level == "junior"


def test_what_is_asked_follows_the_skills_matrix(catalog):
    """Full shares are shipped or operated, some are prototyped, limited ones are not asked."""
    found = asked(catalog, "ai-engineer", "mid")
    assert found == {
        "model-prototyping": "shipped", "model-deployment": "operated",
        "pipeline-automation": "prototyped", "monitoring": "operated",
        "api-development": "shipped", "cloud-infrastructure": "shipped",
    }  # fmt: skip
    for role in ROLES:
        for level in LEVELS:
            assert set(asked(catalog, role, level).values()) <= {"none", *ladder()}


def test_every_step_has_a_row_and_a_place_in_one_order(catalog):
    """Each capability has a step for each rung with figures; together they have an order."""
    assert set(works()) == {(c, rung) for c in grown() for rung in ladder()}
    for work in works().values():
        assert set(work.after) <= set(works())
    from tercet.upskilling.records import Gap
    from tercet.upskilling.steps import course

    order = TopologicalSorter({key: work.after for key, work in works().items()})
    assert set(order.static_order()) == set(works())
    for capability in grown():
        found = course((Gap(capability, "none", "operated", 5),), 1.0, catalog)
        assert len(found.steps) == len(ladder())
        assert all(id in catalog.figures for id in found.figures)

"""Rounding gives a plan of whole people that the optimum and the stated bound stay below."""

from dataclasses import replace

import numpy as np
import pytest
from factories import option, package, problem
from hypothesis import HealthCheck, given, settings
from test_plan import questions

from tercet.planning import Problem
from tercet.planning.crew import groups
from tercet.planning.headcounts import Headcounts
from tercet.planning.model import build
from tercet.planning.network import network
from tercet.planning.planner import deadline_week
from tercet.planning.rounding import rounded
from tercet.planning.solver import Model, Solution, solve_mip
from tercet.planning.timeline import all_windows
from tercet.planning.windows import tightened


def model_of(question: Problem) -> Model | None:
    """The whole problem by headcounts; None where no timeline fits."""
    crew = groups(question)
    net = network(question, crew, deadline_week(question, crew))
    windows = tightened(net, all_windows(net)) if net.fits else None
    if windows is None:
        return None
    return build(question, net, Headcounts(question, crew, net.horizon, crew, windows.finish),
                 windows).model  # fmt: skip


def broken(model: Model, found: Solution) -> float:
    """By how much the values of `found` break a row, a bound or a whole number at most."""
    assert found.values is not None
    x = found.values
    rows = np.repeat(np.arange(len(model.row_lower)), np.diff(np.array(model._starts)))
    sums = np.zeros(len(model.row_lower))
    np.add.at(sums, rows, np.array(model._value) * x[np.array(model._index, int)])
    whole = x[np.array(model.integer, bool)]
    return float(max(
        np.max(np.array(model.row_lower) - sums, initial=0.0),
        np.max(sums - np.array(model.row_upper), initial=0.0),
        np.max(np.array(model.lower) - x, initial=0.0),
        np.max(x - np.array(model.upper), initial=0.0),
        np.max(np.abs(whole - np.round(whole)), initial=0.0),
    ))  # fmt: skip


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(questions())
def test_what_is_rounded_keeps_every_rule_and_lies_above_the_optimum(question: Problem) -> None:
    """Every rounded answer is a plan of the model: bound <= best <= its cost."""
    model = model_of(question)
    found = model and rounded(model)
    if not model or not found:
        return
    assert broken(model, found) <= 1e-5
    best = solve_mip(model, gap=0.0, nodes=5000)
    assert found.bound <= best.objective * (1 + 1e-6) + 1e-6
    assert best.objective <= found.objective * (1 + 1e-6) + 1e-6


def test_a_limit_that_rounding_up_would_break_is_kept() -> None:
    """With room for one person a week, rounding finds the one person, not two halves."""
    cheap = option("cheap", weekly=1000, productivity={"data-analysis": 0.9})
    dear = option("dear", weekly=1500, productivity={"data-analysis": 1.0})
    question = problem([package("study", {"data-analysis": 9.0})], [cheap, dear])
    question = replace(question, limits=replace(question.limits, headcount=1))
    model = model_of(question)
    assert model is not None
    found = rounded(model)
    assert found is not None
    assert broken(model, found) <= 1e-5


def test_nothing_is_rounded_where_nobody_could_do_the_work() -> None:
    """A program without a solution has no rounded one."""
    model = Model()
    people = model.add_column(("engaged", "somebody"), 1.0, upper=1.0, integer=True)
    model.add_row([(people, 1.0)], lower=2.0)
    assert rounded(model) is None


def test_numbers_of_people_go_the_cheaper_way() -> None:
    """A half is rounded down where somebody cheaper can do the rest, not up by rule."""
    model = Model()
    dear = model.add_column(("engaged", "dear"), 10.0, upper=5.0, integer=True)
    rest = model.add_column(("work", "rest"), 1.0, upper=10.0)
    model.add_row([(dear, 2.0), (rest, 0.1)], lower=3.0)
    found = rounded(model)
    assert found is not None
    assert found["engaged", "dear"] == pytest.approx(1.0)

"""The cheapest plan that keeps its promise, else the one that most often does."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tercet.advice.choose import (
    buffered,
    by_merit,
    dated,
    keeps,
    knee,
    near_misses,
    padded,
    promise_findings,
)


def best(choices, confidence):
    """Id of the first by merit, and whether it keeps its limits."""
    id = by_merit(choices, confidence)[0]
    return id, keeps(choices[id], confidence)


shares = st.integers(0, 100).map(lambda n: n / 100)


def test_the_cheapest_that_keeps_its_limits_wins(choice):
    """Among plans at or above the confidence, cost decides."""
    choices = {"a": choice(90, both=0.7), "b": choice(120, both=0.8), "c": choice(110, both=0.9)}
    assert best(choices, 0.8) == ("c", True)


def test_when_none_keeps_them_the_likeliest_wins(choice):
    """Below the confidence, chance decides, and the promise is not kept."""
    choices = {"a": choice(90, both=0.5), "b": choice(120, both=0.6)}
    assert best(choices, 0.8) == ("b", False)


def test_one_limit_alone_counts(choice):
    """Without a budget only the date counts, and the other way round."""
    assert best({"a": choice(deadline=0.9), "b": choice(deadline=0.1)}, 0.8) == ("a", True)
    assert best({"a": choice(budget=0.1), "b": choice(budget=0.9)}, 0.8) == ("b", True)


def test_without_limits_going_live_counts(choice):
    """With neither date nor budget, a plan that may never be live is not kept."""
    assert best({"a": choice(50, never=0.5), "b": choice(100)}, 0.8) == ("b", True)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(1, 500), shares), min_size=1, max_size=8), shares)
def test_no_other_choice_is_better(choice, rows, confidence):
    """Whatever is chosen, no kept plan is cheaper, and when none is kept none is likelier."""
    choices = {str(i): choice(cost, both=both) for i, (cost, both) in enumerate(rows)}
    id, kept = best(choices, confidence)
    chosen = choices[id].forecast
    if kept:
        assert chosen.chance.both >= confidence
        assert all(
            c.forecast.cost.p50 >= chosen.cost.p50
            for c in choices.values()
            if c.forecast.chance.both >= confidence
        )
    else:
        assert all(c.forecast.chance.both < confidence for c in choices.values())
        assert all(c.forecast.chance.both <= chosen.chance.both for c in choices.values())


def test_a_promise_not_held_is_a_finding(choice):
    """Below the share asked, in whole futures of 100, it says both; at or above it, nothing."""
    (found,) = promise_findings(choice(both=0.784), 0.8)
    assert found.code == "TF010"
    assert "78 of 100" in found.message
    assert "80" in found.message
    assert promise_findings(choice(both=0.796), 0.8) == []


def test_the_knee_is_where_waiting_stops_paying(choice):
    """Of a frontier that falls steeply and then hardly at all, the corner is the knee."""
    costs = {10: 1000, 12: 500, 14: 480, 20: 450}
    points = [choice(cost, weeks).plan for weeks, cost in costs.items()]
    assert knee(points) is points[1]
    assert knee(points[:1]) is points[0]


def test_buffers_are_rows_of_the_catalogue(question, catalog):
    """Each pair of buffer rows makes one problem, with its effort and its weeks."""
    problems = buffered(question.problem, catalog)
    assert len(problems) == sum(id.endswith(".effort") for id in catalog.figures if "buffer" in id)
    for id, problem in problems.items():
        assert problem.terms.effort_factor == catalog.value(f"{id}.effort") > 1
        assert problem.terms.deadline_buffer_weeks == catalog.value(f"{id}.weeks")
        assert problem.limits.budget is None


def test_more_effort_is_kept_back_on_top_of_what_was(question, catalog):
    """Padding enlarges the effort factor by the catalogue's share and changes nothing else."""
    before = buffered(question.problem, catalog)["buffer.1"]
    after = padded(before, catalog)
    more = catalog.value("plan.more-effort")
    assert after.terms.effort_factor == before.terms.effort_factor * more > 1
    assert after.limits == before.limits
    assert after.project == before.project


def test_near_misses_are_cheaper_plans_that_just_fail(choice, catalog):
    """Neither those that keep their promise, nor the dearer, nor those that fail by far."""
    choices = {
        "kept": choice(100, both=0.9), "near": choice(90, both=0.75),
        "nearer": choice(95, both=0.79), "far": choice(50, both=0.5), "dear": choice(120, both=0.7),
    }  # fmt: skip
    assert near_misses(choices, 0.8, catalog) == ("nearer", "near")
    assert near_misses({"near": choices["near"]}, 0.8, catalog) == ()


def test_dates_of_the_frontier_are_deadlines_of_their_own(question, choice):
    """Each plan's own date becomes a deadline without buffers or budget; effort stays."""
    points = [choice(1000, 10).plan, choice(500, 12).plan]
    problems = dated(question.problem, points)
    assert list(problems) == [f"by {point.live}" for point in points]
    for point, problem in zip(points, problems.values(), strict=True):
        assert (problem.limits.deadline, problem.limits.budget) == (point.live, None)
        assert problem.terms == question.problem.terms

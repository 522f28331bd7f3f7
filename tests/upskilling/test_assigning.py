"""As many seats as can be filled are filled, at the least expected cost."""

import dataclasses
from datetime import date, timedelta
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tercet.kernel.uncertain import Distribution, point
from tercet.upskilling import Learner, Path, Seat
from tercet.upskilling.assigning import assign

from .conftest import TODAY

ROLES = ("ai-engineer", "mlops-engineer")


def path(name, to, cost, chance=0.5, weeks=20.0, known=True):
    learner = Learner(name, "data-scientist", "mid", "NL", 0.5, {})
    return Path(
        learner, to, "mid", (), (), point(weeks) if known else None, 1.0, 1.0, Decimal(cost),
        Decimal(0), 0.0, Distribution("beta", (chance, 10)), (), (),
    )  # fmt: skip


@st.composite
def cases(draw):
    n = draw(st.integers(1, 4))
    paths = [
        path(f"p{i}", role, draw(st.integers(1, 50)) * 1000, draw(st.sampled_from([0.25, 0.5])))
        for i in range(n)
        for role in ROLES
        if draw(st.booleans())
    ]
    return paths, [Seat(role, draw(st.integers(1, 2))) for role in ROLES]


@given(cases())
@settings(max_examples=80, deadline=None)
def test_no_other_assignment_is_better(case):
    """Against every possible assignment: none fills more seats, or as many for less."""
    paths, seats = case
    best = (0, 0.0)
    for taken in product((False, True), repeat=len(paths)):
        chosen = [p for p, is_taken in zip(paths, taken, strict=True) if is_taken]
        names = [p.learner.name for p in chosen]
        full = all(sum(p.to == s.role for p in chosen) <= s.count for s in seats)
        if full and len(names) == len(set(names)):
            cost = sum(float(p.cost) / p.success.mean for p in chosen)
            best = min(best, (-len(chosen), cost))
    found, still = assign(paths, seats, TODAY)
    cost = sum(float(p.cost) / p.success.mean for p in found)
    assert (-len(found), cost) == pytest.approx(best)
    assert len(found) + sum(s.count for s in still) == sum(s.count for s in seats)


def test_a_likelier_way_beats_a_cheaper_one():
    """A path that is cheaper but rarely ends well is the dearer one."""
    paths = [path("a", "ai-engineer", 1000, 0.2), path("b", "ai-engineer", 2000, 0.8)]
    (taken,), still = assign(paths, [Seat("ai-engineer", 1)], TODAY)
    assert taken.learner.name == "b"
    assert still == ()


def test_ready_too_late_and_unknown_ways_fill_no_seat():
    """Who is ready after the day, or has no known path, leaves the seat open."""
    late = Seat("ai-engineer", 1, TODAY + timedelta(weeks=19))
    assert assign([path("a", "ai-engineer", 1)], [late], TODAY) == ((), (late,))
    in_time = dataclasses.replace(late, by=TODAY + timedelta(weeks=20))
    assert assign([path("a", "ai-engineer", 1)], [in_time], TODAY)[1] == ()
    unknown = path("a", "ai-engineer", 1, known=False)
    assert assign([unknown], [in_time], TODAY) == ((), (in_time,))


def test_seats_of_one_role_are_counted_together():
    """Two targets of one role add up; the earlier day holds."""
    first, second = date(2027, 1, 1), date(2027, 6, 1)
    seats = [Seat("ai-engineer", 1, second), Seat("ai-engineer", 2, first)]
    assert assign([], seats, TODAY) == ((), (Seat("ai-engineer", 3, first),))

"""Leaving out what is beaten in everything."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tercet.catalog import load_catalog
from tercet.market.bought import Desk
from tercet.market.thin import beats, undominated

CATALOG = load_catalog()
APART = {"DE": 0.0, "PL": 0.0, "IN": 4.5}


@pytest.fixture(scope="module")
def option():
    from datetime import date

    desk = Desk(CATALOG, "DE", date(2026, 11, 23), "EUR")
    return desk.person("fte", "ai-engineer", "senior", "PL")


def test_cheaper_and_else_equal_beats(option):
    """A euro less for the same is better; the dearer one is left out in either order."""
    dear = replace(option, id="dear", weekly_cost=option.weekly_cost + 1)
    assert undominated([option, dear], "DE", APART) == [option]
    assert undominated([dear, option], "DE", APART) == [option]


def test_of_equals_the_first_stays(option):
    """A twin adds nothing."""
    twin = replace(option, id="twin")
    assert undominated([option, twin], "DE", APART) == [option]


@pytest.mark.parametrize(
    "better",
    [
        {"weekly_cost": Decimal(1)}, {"one_off_cost": Decimal(1)}, {"attrition": 0.01},
        {"min_weeks": 1}, {"min_share": 0.1}, {"available": 99}, {"region": "DE"},
    ],
)  # fmt: skip
def test_one_advantage_is_enough_to_stay(option, better):
    """An option that is dearer but better in one respect is offered too."""
    dear = replace(option, weekly_cost=option.weekly_cost + 1, one_off_cost=option.one_off_cost + 1)
    other = replace(dear, id="other", **better)
    assert undominated([option, other], "DE", APART) == [option, other]


def test_home_far_and_channel_are_kept_apart(option):
    """Abroad never beats home, far never beats near, a contractor never a hire."""
    cheap = replace(option, id="cheap", weekly_cost=Decimal(1), one_off_cost=Decimal(0))
    home = replace(option, region="DE")
    assert not beats(cheap, home, "DE", APART)
    assert not beats(replace(cheap, region="IN"), option, "DE", APART)
    assert not beats(replace(cheap, offshore=True), option, "DE", APART)
    assert not beats(replace(cheap, channel="contractor"), option, "DE", APART)


@settings(max_examples=40, deadline=None)
@given(st.permutations(range(6)))
def test_what_stays_does_not_depend_on_the_order(order):
    """Of six offers at rising prices and falling attrition, the same stay in any order."""
    from datetime import date

    desk = Desk(CATALOG, "DE", date(2026, 11, 23), "EUR")
    base = desk.person("fte", "ai-engineer", "mid", "DE")
    prices, leaving = (1, 2, 3, 4, 5, 6), (6, 6, 4, 5, 1, 3)
    offers = [
        replace(base, id=str(i), weekly_cost=Decimal(p), attrition=a / 10)
        for i, (p, a) in enumerate(zip(prices, leaving, strict=True))
    ]
    kept = {o.id for o in undominated([offers[i] for i in order], "DE", APART)}
    assert kept == {"0", "2", "4"}

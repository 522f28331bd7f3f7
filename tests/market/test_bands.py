"""Pay bands: uprating, the user's own, holes, order, premium."""

import math
from collections import Counter
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tercet.catalog import load_catalog
from tercet.catalog.records import LEVELS, ROLES
from tercet.market.bands import amounts, nearest_band, pay_band, premium

TODAY = date(2026, 11, 23)
CATALOG = load_catalog()
CELLS = [(row["role"], row["level"], row["region"]) for row in CATALOG.bands]


def _row(**changes):
    row = {
        "role": "ai-engineer", "level": "mid", "region": "DE", "currency": "EUR", "p10": "50000",
        "p25": "60000", "p50": "70000", "p75": "80000", "p90": "90000", "n": "40",
        "year": "2024", "source": "tercet", "grade": "X", "confidence": "fair", "error": "0.03",
        "note": "",
    }  # fmt: skip
    return row | changes


def test_a_band_grows_by_the_yearly_rate_from_the_middle_of_its_year(catalog):
    """Two years after 1 July 2024 at 3.5 % a year: 70,000 becomes 70,000 x 1.035 ^ 2 = 74,986."""
    band = pay_band(replace(catalog, bands=(_row(),)), "ai-engineer", "mid", "DE",
                    day=date(2026, 7, 1))  # fmt: skip
    years = 730 / 365.25
    assert band.p50 == round(Decimal(70_000 * 1.035**years))
    assert abs(band.p50 - 74_986) <= 5
    assert band.n == 40


def test_a_band_of_the_users_own_wins_and_is_taken_as_it_stands(catalog):
    """Source "yours" beats the shipped row wherever it stands, and is not uprated."""
    own = _row(source="yours", p50="66000", year="2023")
    for bands in ((own, *catalog.bands), (*catalog.bands, own)):
        band = pay_band(replace(catalog, bands=bands), "ai-engineer", "mid", "DE", day=TODAY)
        assert (band.p50, band.source) == (Decimal(66_000), "yours")


def test_no_row_means_no_band(catalog):
    """A cell that was hidden stays hidden: nobody makes one up from its neighbours."""
    assert ("mlops-engineer", "junior", "DE") not in CELLS
    assert pay_band(catalog, "mlops-engineer", "junior", "DE", day=TODAY) is None
    assert premium(catalog, "mlops-engineer", "DE", "junior") is None


def test_the_nearest_level_stands_in_where_somebody_must_be_paid(catalog):
    """A junior without a band is paid as the mid level, a lead as the senior one."""
    assert nearest_band(catalog, "mlops-engineer", "junior", "DE", day=TODAY).level == "mid"
    assert nearest_band(catalog, "mlops-engineer", "lead", "DE", day=TODAY).level == "senior"
    assert nearest_band(catalog, "mlops-engineer", "mid", "ZZ", day=TODAY) is None


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted({(role, region) for role, _, region in CELLS})))
def test_middle_pay_never_falls_with_the_level(cell):
    """For each role and country, p50 rises or stays from junior to lead."""
    role, region = cell
    bands = [pay_band(CATALOG, role, level, region, day=TODAY) for level in LEVELS]
    middles = [band.p50 for band in bands if band]
    assert middles == sorted(middles)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(CELLS), st.dates(date(2024, 7, 1), date(2030, 1, 1)))
def test_the_five_amounts_rise_on_every_day(cell, day):
    """p10 < p25 < p50 < p75 < p90, all above zero."""
    five = amounts(pay_band(CATALOG, *cell[:2], cell[2], day=day))
    assert five == sorted(set(five))
    assert five[0] > 0


def test_every_country_and_role_can_be_paid(catalog):
    """Each of the nine roles has a mid and a senior band in every country of the catalogue."""
    counts = Counter((role, region) for role, level, region in CELLS if level in LEVELS[1:3])
    assert counts == {(role, region): 2 for role in ROLES for region in catalog.regions}


def test_bands_say_how_far_they_can_be_trusted(catalog):
    """Good needs 100 observations, fair 5; none at all is weak and says what it rests on."""
    for row in catalog.bands:
        n = int(row["n"])
        assert n >= {"good": 100, "fair": 5, "weak": 0}[row["confidence"]]
        assert bool(row["note"]) == (n == 0)
        assert (row["grade"] == "J") == (row["source"] == "tercet")


def test_german_pay_is_not_american(catalog):
    """Adverts in dollars that leaked into Germany don't make it pay like the United States.

    A German source puts the middle ML engineer at 66,000 euros with 75,000 as upper quartile; the
    leaky rows have 150,000.
    """
    band = pay_band(catalog, "ai-engineer", "mid", "DE", day=date(2024, 7, 1))
    assert 60_000 < band.p50 < 95_000


def test_the_official_median_lies_inside_the_american_band(catalog):
    """All data scientists employed earn less than adverts offer, but within p10 to p50."""
    band = pay_band(catalog, "data-scientist", "mid", "US", day=date(2024, 7, 1))
    assert band.p10 < catalog.money("oews.data-scientist.p50") < band.p50


def test_premium_is_the_ratio_with_an_interval_from_both_errors(catalog):
    """88,000 over 80,000 is 1.10; errors of .03 and .04 make exp(1.645 x .05) to both sides."""
    rows = (
        _row(p50="88000", error="0.03"),
        _row(role="data-scientist", p50="80000", error="0.04", n="12"),
    )
    found = premium(replace(catalog, bands=rows), "ai-engineer", "DE", "mid")
    spread = math.exp(1.6449 * 0.05)
    assert found.ratio == pytest.approx(1.1)
    assert (found.low, found.high) == (pytest.approx(1.1 / spread), pytest.approx(1.1 * spread))
    assert found.n == 12


def test_premium_of_a_data_scientist_over_itself_is_one(catalog):
    """The yardstick measures one."""
    assert premium(catalog, "data-scientist", "US", "mid").ratio == 1.0

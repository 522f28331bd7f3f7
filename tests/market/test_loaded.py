"""Loaded cost: worked examples, and what holds in every country."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tercet.catalog import load_catalog
from tercet.catalog.read import with_figures
from tercet.catalog.records import Pod
from tercet.kernel.errors import InputError
from tercet.kernel.money import Money, cents
from tercet.kernel.uncertain import point
from tercet.market.loaded import loaded, pod_cost

DAY = date(2024, 7, 1)
BAND = {
    "level": "mid", "region": "DE", "currency": "EUR", "p10": "60000", "p25": "70000",
    "p50": "104000", "p75": "110000", "p90": "120000", "n": "9", "year": "2024",
    "source": "tercet", "grade": "X", "confidence": "fair", "error": "0", "note": "",
}  # fmt: skip
SET = {
    "on-cost.DE": 0.2, "rate.EUR": 1.0, "cost.contract-markup": 0.5, "pod.margin": 0.5,
    "pod.lead-share": 0.1, "equipment.month": 130, "equipment.once": 3000,
    "cost.internal-hire": 4000, "cost.interviewer-hours": 40, "cost.agency-fee.scarce": 0.25,
    "cost.agency-fee": 0.2, "agency.share.ai-engineer": 0.5, "agency.share.data-scientist": 0.5,
    "employer-of-record.month": 650, "cost.engaging-hours.contractor": 20,
}  # fmt: skip
CATALOG = load_catalog()
_COST = {"day": DAY, "currency": "EUR"}


@pytest.fixture(scope="module")
def plain():
    """Round figures: 104,000 a year for everybody in Germany, a fifth of on-cost."""
    changed = {id: replace(CATALOG.figures[id], value=point(v)) for id, v in SET.items()}
    rows = tuple(BAND | {"role": role} for role in ("ai-engineer", "data-scientist"))
    return replace(with_figures(CATALOG, changed), bands=rows)


def test_an_employee_costs_pay_on_cost_and_equipment(plain):
    """(104,000 x 1.2 + 12 x 130) / 52 = 2,430; once 4,000 + 40 h x 60 + 13,000 + 3,000."""
    cost = loaded(plain, "fte", "ai-engineer", "mid", "DE", **_COST)
    assert cost.weekly == Decimal("2430.00")
    assert cost.one_off == Decimal("22400.00")


def test_the_ordinary_fee_is_for_roles_that_are_not_scarce(plain):
    """A data scientist's agency asks 20 %, not 25 %: 10,400 in place of 13,000."""
    cost = loaded(plain, "fte", "data-scientist", "mid", "DE", **_COST)
    fee = next(part for part in cost.parts if part.name == "agency fee")
    assert fee.amount == Decimal(10_400)
    assert fee.figures == ("cost.agency-fee", "agency.share.data-scientist")


def test_a_contractor_costs_pay_and_mark_up(plain):
    """104,000 x 1.5 / 52 = 3,000; once 20 h of colleagues at 3,000 / 40."""
    cost = loaded(plain, "contractor", "ai-engineer", "mid", "DE", **_COST)
    assert (cost.weekly, cost.one_off) == (Decimal(3000), Decimal(1500))


def test_people_on_staff_cost_their_loaded_pay_and_no_search(plain):
    """The same 2,430 a week as a hire, and nothing once: they are there."""
    cost = loaded(plain, "on-staff", "ai-engineer", "mid", "DE", **_COST)
    assert (cost.weekly, cost.one_off) == (Decimal(2430), Decimal(0))


def test_a_pod_costs_its_members_with_margin_and_a_share_of_a_lead(plain):
    """Two at 104,000 x 1.2 x 1.5 / 52 = 3,600 each and a tenth of such a lead: 7,560."""
    pod = Pod("pair", "Pair", (("ai-engineer", "mid"), ("data-scientist", "mid")), ("DE",))
    weekly, figures = pod_cost(plain, pod, "DE", home="DE", **_COST)
    assert weekly == Decimal("7560.00")
    assert {"pod.margin", "pod.lead-share", "on-cost.DE", "band.ai-engineer.mid.DE"} <= {*figures}


def test_an_employee_abroad_comes_through_an_employer_of_record(plain):
    """12 x 650 / 52 = 150 a week on top of 2,430; a contractor has his own firm."""
    cost = loaded(plain, "fte", "ai-engineer", "mid", "DE", home="FR", **_COST)
    assert cost.weekly == Decimal(2580)
    cost = loaded(plain, "contractor", "ai-engineer", "mid", "DE", home="FR", **_COST)
    assert cost.weekly == Decimal(3000)


def test_on_cost_is_lower_on_high_pay_where_the_country_caps_it(catalog):
    """In the United States 18 % above 180,000 dollars and 23.3 % below."""
    high = loaded(catalog, "fte", "ai-engineer", "senior", "US", day=DAY, currency="USD")
    low = loaded(catalog, "fte", "data-analyst", "mid", "US", day=DAY, currency="USD")
    assert "on-cost.high-pay.US" in high.figures
    assert "on-cost.US" in low.figures


@pytest.mark.parametrize(
    ("place", "home", "figure"),
    [
        ("IN", "US", "pay-factor.IN.global"), ("MX", "US", "pay-factor.remote-LATAM"),
        ("IN", "IN", None), ("MX", "DE", None), ("BR", "MX", None), ("PL", "DE", None),
    ],
)  # fmt: skip
def test_foreign_firms_pay_more_where_the_catalogue_knows_it(catalog, place, home, figure):
    """India for anybody abroad, Latin America for North America; elsewhere pay is local."""
    cost = loaded(catalog, "contractor", "ai-engineer", "senior", place,
                  day=DAY, currency="USD", home=home)  # fmt: skip
    foreign = {id for id in cost.figures if id.startswith("pay-factor.")}
    assert foreign == ({figure} if figure else set())


def test_the_higher_of_local_and_foreign_pay_counts(catalog):
    """Where local pay is above what foreign firms are said to pay, nobody works for less."""
    rows = tuple(row | {"p50": "99000000"} if row["region"] == "IN" else row
                 for row in catalog.bands)  # fmt: skip
    cost = loaded(replace(catalog, bands=rows), "contractor", "ai-engineer", "senior", "IN",
                  day=DAY, currency="INR", home="US")  # fmt: skip
    assert cost.parts[0].amount == 99_000_000


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(sorted(CATALOG.regions)),
    st.sampled_from(sorted(CATALOG.roles)),
    st.sampled_from(["fte", "contractor", "pod", "on-staff"]),
    st.sampled_from(["EUR", "USD", "INR"]),
)
def test_cost_is_the_sum_of_parts_that_name_their_figures(region, role, channel, currency):
    """Yearly parts make up 52 weeks, the others the one-off cost; each has a row behind it."""
    cost = loaded(CATALOG, channel, role, "senior", region, day=DAY, currency=currency)
    yearly = sum(part.amount for part in cost.parts if part.per == "year")
    assert abs(cost.weekly * 52 - yearly) <= Decimal("0.60")
    assert abs(cost.one_off - sum(p.amount for p in cost.parts if p.per == "once")) <= Decimal(
        "0.05"
    )
    bands = {f"band.{row['role']}.{row['level']}.{row['region']}" for row in CATALOG.bands}
    for part in cost.parts:
        assert part.figures
        assert all(id in CATALOG.figures or id in bands for id in part.figures)


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(sorted(CATALOG.regions)), st.sampled_from(sorted(CATALOG.rates.usd)))
def test_a_cost_in_another_currency_is_the_same_cost(region, currency):
    """Priced in any currency and exchanged back, a week costs the same to the cent or so."""
    there = loaded(CATALOG, "fte", "ai-engineer", "mid", region, day=DAY, currency=currency)
    here = loaded(CATALOG, "fte", "ai-engineer", "mid", region, day=DAY, currency="USD")
    back = CATALOG.rates.convert(Money(there.weekly, currency), "USD").amount
    cent = CATALOG.rates.convert(Money(Decimal("0.01"), currency), "USD").amount
    assert abs(cents(back) - here.weekly) <= cent + Decimal("0.01")


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(CATALOG.regions)), st.sampled_from(["fte", "contractor", "pod"]))
def test_a_senior_never_costs_less_than_a_mid_level_colleague(region, channel):
    """Cost follows pay, whatever the channel adds; capped payroll tax doesn't turn it round."""
    mid, senior = (
        loaded(CATALOG, channel, "ai-engineer", level, region, day=DAY, currency="USD").weekly
        for level in ("mid", "senior")
    )
    assert senior >= mid


def test_unknown_country_currency_and_role_are_refused(catalog):
    """TM001, TM002 and TM003 name what cannot be priced."""
    for code, region, currency, bands in (
        ("TM001", "ZZ", "USD", catalog.bands),
        ("TM002", "US", "XYZ", catalog.bands),
        ("TM003", "US", "USD", ()),
    ):
        with pytest.raises(InputError) as caught:
            loaded(replace(catalog, bands=bands), "fte", "ai-engineer", "mid", region,
                   day=DAY, currency=currency)  # fmt: skip
        assert caught.value.code == code
        assert caught.value.hint

"""The framework's claims on pay: verdicts that data could turn round."""

from dataclasses import replace
from datetime import date

import pytest

from tercet.market import check_pay

DAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def verdicts(catalog):
    return {verdict.claim: verdict for verdict in check_pay(catalog, day=DAY)}


def test_each_claim_on_pay_gets_a_verdict(catalog, verdicts):
    """Three claims are about pay; what they say and cite comes from the catalogue."""
    assert set(verdicts) == {"role-premium", "offshore-saving", "pay-bands"}
    for verdict in verdicts.values():
        assert verdict.says == catalog.claims[verdict.claim].says
        assert set(verdict.sources) <= set(catalog.sources)


def test_the_premium_holds_for_some_titles_and_places_only(verdicts):
    """ML Engineers in the US have it, AI Engineers by title and MLOps Engineers don't."""
    verdict = verdicts["role-premium"]
    assert verdict.holds == "partly"
    assert 0.15 < verdict.numbers["title.ml-engineer.US"] < 0.40
    assert verdict.numbers["title.ai-engineer.US"] < 0.15
    assert verdict.numbers["mlops-engineer.US.senior.high"] < 0.15


def test_the_saving_depends_on_country_and_channel(verdicts):
    """Israel saves nothing, India more than half, Latin America about what is claimed."""
    numbers = verdicts["offshore-saving"].numbers
    assert verdicts["offshore-saving"].holds == "partly"
    assert numbers["IL.fte"] < 0.10
    assert numbers["IN.fte"] > 0.50
    assert 0.30 < numbers["MX.fte"] < 0.50
    assert numbers["MX.pod"] < numbers["MX.fte"]


def test_claimed_ranges_stand_beside_ours(catalog, verdicts):
    """Both ends of each range where there is a band of ours, in dollars of the claim's year."""
    numbers = verdicts["pay-bands"].numbers
    assert numbers["ai-engineer.US.low.claimed"] == 95_000
    assert 90_000 < numbers["ai-engineer.US.low.found"] < 125_000
    assert numbers["data-scientist.EU.low.found"] < numbers["data-scientist.EU.low.claimed"]


def test_a_claim_that_fits_the_data_holds(catalog):
    """Yes when all cases lie inside, no when none does, cannot say without observations."""
    claim = catalog.claims["role-premium"]
    for low, high, holds in ((-1.0, 9.0, "yes"), (5.0, 9.0, "no")):
        wide = replace(claim, expects={"premium": (low, high)})
        found = check_pay(replace(catalog, claims={claim.id: wide}), day=DAY)
        assert [v.holds for v in found] == [holds]
    bare = replace(catalog, claims={claim.id: claim}, bands=())
    assert [v.holds for v in check_pay(bare, day=DAY)] == ["cannot-say"]

"""What `tercet market` shows."""

from datetime import date
from decimal import Decimal

import pytest

from tercet.catalog.records import ROLES
from tercet.kernel.errors import InputError
from tercet.kernel.jsonable import to_json
from tercet.market import market_view
from tercet.market.loaded import loaded

DAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def view(catalog):
    return market_view(catalog, "ai-engineer", "DE", "senior", day=DAY)


def test_without_a_role_all_nine_stand_side_by_side(catalog):
    """One row each, no offers; the data scientist is the yardstick and has no premium."""
    view = market_view(catalog, None, "GB", "mid", day=DAY)
    assert tuple(row.role for row in view.rows) == ROLES
    assert view.offers == ()
    assert view.rows[0].premium is None
    assert all(row.premium for row in view.rows[1:])


def test_offers_begin_with_an_employee_at_home(view):
    """Savings are against that one, first year with what is paid once, in euros."""
    base = view.offers[0]
    assert (base.channel, base.region, base.saving) == ("fte", "DE", 0.0)
    assert base.yearly == base.cost.weekly * 52 + base.cost.one_off
    for offer in view.offers:
        assert offer.saving == pytest.approx(1 - float(offer.yearly / base.yearly), abs=1e-4)
        assert offer.cost.currency == view.currency == "EUR"


def test_offers_abroad_cost_what_the_plan_pays(catalog, view):
    """The same loaded cost, priced for a customer at home."""
    offer = next(o for o in view.offers if (o.channel, o.region) == ("fte", "IN"))
    cost = loaded(catalog, "fte", "ai-engineer", "senior", "IN",
                  day=DAY, currency="EUR", home="DE")  # fmt: skip
    assert offer.cost == cost
    assert offer.offshore


def test_the_whole_wait_is_shorter_than_all_parts_at_their_worst(view):
    """P90 of a sum of independent waits is below the sum of P90s, P50 between the two."""
    for offer in view.offers:
        *parts, whole = offer.waits
        assert [w.name for w in parts] == ["approval", "search", "notice"]
        assert whole.p90 <= sum(w.p90 for w in parts)
        assert sum(w.p50 for w in parts) <= whole.p50 <= whole.p90


def test_every_figure_behind_it_is_shown_with_its_source(catalog, view):
    """Rows of the catalogue and the sources that they and the bands cite, each once."""
    ids = [figure.id for figure in view.figures]
    assert len(ids) == len(set(ids))
    assert {"on-cost.DE", "search.fte.ai-engineer", "notice.DE.senior"} <= {*ids}
    cited = {source.id for source in view.sources}
    assert {figure.source for figure in view.figures} <= cited
    assert {"aijobs-2025", "stackoverflow-2025"} <= cited


def test_a_stand_in_for_a_missing_band_is_said(catalog, view):
    """TM005 where the cost of a lead rests on senior pay, and silent where it doesn't."""
    lead = market_view(catalog, "mlops-engineer", "DE", "lead", day=DAY)
    assert lead.rows[0].band is None
    assert {finding.code for finding in lead.findings} == {"TM005"}
    assert "uses level senior" in lead.findings[0].message
    assert view.findings == ()


def test_unknown_country_and_role_are_refused(catalog):
    """TM001 and TM004, with the known ones."""
    for code, role, region in (("TM001", None, "ZZ"), ("TM004", "wizard", "DE")):
        with pytest.raises(InputError) as caught:
            market_view(catalog, role, region, "mid", day=DAY)
        assert caught.value.code == code


def test_it_is_plain_data_and_the_same_each_time(catalog, view):
    """The JSON has the same bytes on every run."""
    again = market_view(catalog, "ai-engineer", "DE", "senior", day=DAY)
    assert to_json(view) == to_json(again)
    assert isinstance(view.offers[0].yearly, Decimal)

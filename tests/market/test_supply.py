"""What is offered for a brief: places, channels, people on staff, terms."""

from collections import Counter
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tercet.brief.records import Archetype, Brief, Home
from tercet.catalog import load_catalog
from tercet.catalog.records import CAPABILITIES
from tercet.kernel.errors import InputError
from tercet.kernel.money import Money
from tercet.market import generalist, supply
from tercet.market.places import nearby, offshore

CATALOG = load_catalog()
EU = {id for id, region in CATALOG.regions.items() if "EU" in region.blocs}


def _bare(home):
    return Brief(
        "", None, date(2026, 11, 23), Archetype("generic-ml", 1.0, None), "M", None, None, None,
        Home(home, None, None), (), (), (), 1, (), (), (),
    )  # fmt: skip


def _places(found):
    return {option.region for option in found.options}


def _channels(found):
    return {option.channel for option in found.options}


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(sorted(CATALOG.regions)))
def test_every_home_gets_a_moderate_and_usable_offer(home):
    """At most 60 options with ids of their own, in the home currency, all priced above zero.

    Every figure named exists, every capability of a project has somebody at home who can do it,
    and abroad is never home.
    """
    found = supply(_bare(home), CATALOG)
    ids = [option.id for option in found.options]
    assert len(ids) == len(set(ids)) <= 60
    assert (found.currency, found.home) == (CATALOG.regions[home].currency, home)
    bands = {f"band.{row['role']}.{row['level']}.{row['region']}" for row in CATALOG.bands}
    for option in found.options:
        assert option.weekly_cost > 0
        assert option.offshore == offshore(CATALOG, option.region, home)
        assert len(option.figures) == len(set(option.figures))
        assert all(id in CATALOG.figures or id in bands for id in option.figures)
    here = [m for o in found.options if o.region == home for m in o.members]
    assert {c for m in here for c in m.productivity} == set(CAPABILITIES)


def test_the_same_brief_gives_the_same_supply(catalog, brief, person):
    """Nothing in it depends on order of sets or on chance."""
    one = brief("GB", people=[person()])
    assert supply(one, catalog) == supply(one, catalog)


def test_hired_people_need_approval_search_and_notice_and_rented_ones_no_notice(catalog, brief):
    """DE: 58 days x 1.25 for a senior x 1.1 for Germany = 79.75 days of search, then notice."""
    found = supply(brief("DE"), catalog)
    hire = found.option("fte/ai-engineer/senior/DE")
    assert hire.lead.search.quantile(0.5) == pytest.approx(58 * 1.25 * 1.1)
    assert hire.lead.notice == catalog.regions["DE"].notice["senior"].value
    assert hire.lead.dropped == catalog.distribution("offer-drop.default")
    rented = found.option("contractor/ai-engineer/senior/DE")
    assert (rented.lead.notice.mean, rented.lead.dropped.mean) == (0, 0)
    assert (rented.min_weeks, rented.min_share) == (8, 0.4)
    assert (hire.min_weeks, hire.min_share, hire.available) == (26, 1.0, 3)


def test_india_drops_more_offers(catalog, brief):
    """A country with a rate of its own uses it."""
    option = supply(brief("IN"), catalog).option("fte/ai-engineer/mid/IN")
    assert option.lead.dropped == catalog.distribution("offer-drop.IN")


def test_vendors_replace_leavers_and_lose_more_of_them(catalog, brief):
    """Contractors and pods leave 1.3 times as often, and the vendor sends somebody else."""
    found = supply(brief("DE"), catalog)
    hire = found.option("fte/ai-engineer/senior/DE")
    rented = found.option("contractor/ai-engineer/senior/DE")
    assert rented.attrition == pytest.approx(hire.attrition * 1.3, abs=1e-4)
    assert rented.backfill == catalog.distribution("attrition.vendor-backfill")
    assert hire.backfill is None


def test_data_residency_keeps_people_inside_the_bloc(catalog, brief):
    """Where data may not leave the EU, nobody outside it is offered; elsewhere India is."""
    free = supply(brief("NL"), catalog)
    assert "IN" in _places(free)
    for limited in (
        brief("NL", limits=[("data-residency", ("EU",))]),
        brief("NL", needs=["data-residency"]),
    ):
        assert _places(supply(limited, catalog)) <= EU


def test_onshore_only_leaves_the_home_country(catalog, brief):
    """A hard wish for people at home rules all others out; a soft one doesn't."""
    assert _places(supply(brief("NL", limits=[("onshore-only", None)]), catalog)) == {"NL"}
    soft = brief("NL", limits=[("onshore-only", None)], soft=True)
    assert len(_places(supply(soft, catalog))) > 1


def test_named_regions_are_looked_in_and_no_others(catalog, brief):
    """A country that the brief names is offered though it isn't on the short list of places."""
    found = supply(brief("DE", limits=[("regions", ("DE", "ES"))]), catalog)
    assert _places(found) == {"DE", "ES"}


def test_a_channel_that_is_ruled_out_is_not_offered(catalog, brief, person):
    """No pods and no contractors, but people on staff stay."""
    limited = brief("US", limits=[("no-channel", ("pod", "contractor", "upskill"))],
                    people=[person()])  # fmt: skip
    assert _channels(supply(limited, catalog)) == {"on-staff", "fte"}


def test_people_on_staff_are_there_at_once_for_their_share(catalog, brief, person):
    """Half of the week gives half the output for half the cost, from the first day."""
    whole = supply(brief("DE", people=[person()]), catalog).option("on-staff/data-scientist 1")
    leaves = date(2027, 3, 31)
    half = supply(
        brief("DE", people=[person(share=0.5, leaves=leaves)]), catalog
    ).option("on-staff/data-scientist 1")  # fmt: skip
    assert abs(half.weekly_cost * 2 - whole.weekly_cost) <= Decimal("0.01")
    assert half.members[0].productivity["data-analysis"] == 0.5
    assert half.lead.planned_days(0.9) == 0
    assert (half.one_off_cost, half.available, half.leaves) == (0, 1, leaves)


def test_an_unsaid_level_is_mid_and_called_an_assumption(catalog, brief, person):
    """The figure `staff.level` is named exactly where the brief is silent."""
    team = [person(label="one"), person(label="two", level="senior")]
    found = supply(brief("DE", people=team), catalog)
    assert found.option("on-staff/one").members[0].level == "mid"
    assert "staff.level" in found.option("on-staff/one").figures
    assert found.option("on-staff/two").members[0].level == "senior"
    assert "staff.level" not in found.option("on-staff/two").figures


def test_people_learn_along_the_paths_of_the_catalogue(catalog, brief, person):
    """A senior data scientist becomes a mid AI or MLOps engineer; a product manager neither.

    The person keeps the pay of a senior data scientist, and alike colleagues are offered once.
    """
    team = [person(label="a", level="senior"), person(label="b", level="senior"),
            person("ai-product-manager", label="c")]  # fmt: skip
    found = supply(brief("DE", people=team), catalog)
    learners = [o for o in found.options if o.channel == "upskill"]
    assert [o.id for o in learners] == ["upskill/a/ai-engineer", "upskill/a/mlops-engineer"]
    option = learners[0]
    assert (option.members[0].role, option.members[0].level) == ("ai-engineer", "mid")
    assert option.weekly_cost == found.option("on-staff/a").weekly_cost
    assert option.upskilling.person == "a"
    assert option.upskilling.weeks == catalog.distribution("upskill.weeks.ai-engineer")
    assert option.one_off_cost > catalog.rates.convert(Money(Decimal(3000), "USD"), "EUR").amount


def test_people_on_staff_abroad_are_abroad(catalog, brief, person):
    """A colleague in India is paid there, and is offshore for a customer in the US."""
    option = supply(brief("US", people=[person(region="IN")]), catalog).option(
        "on-staff/data-scientist 1"
    )
    assert (option.region, option.offshore) == ("IN", True)
    assert "on-cost.IN" in option.figures


def test_figures_of_learners_are_named_once(catalog, brief, person):
    """What stands behind the person and the mentor is listed without repeats."""
    found = supply(brief("DE", people=[person(), person("software-engineer")]), catalog)
    for option in found.options:
        assert len(option.figures) == len(set(option.figures))


def test_a_path_makes_learning_shorter(catalog, brief, person):
    """A DevOps engineer needs .6 of the weeks that a data scientist needs for MLOps."""
    found = supply(brief("DE", people=[person("devops-engineer", label="a")]), catalog)
    weeks = found.option("upskill/a/mlops-engineer").upskilling.weeks
    base = catalog.value("upskill.weeks.mlops-engineer")
    assert weeks.quantile(0.5) == pytest.approx(0.6 * base)


def test_a_pod_is_one_option_with_all_its_members(catalog, brief):
    """It comes as a whole, from a country where it is sold."""
    pod = supply(brief("US"), catalog).option("pod/trio/US")
    assert tuple((m.role, m.level) for m in pod.members) == catalog.pods["trio"].members
    assert (pod.min_share, pod.min_weeks, pod.backfill is None) == (1.0, 12, False)


def test_the_generalist_does_some_of_everything(catalog, brief):
    """One senior person at "some", .6 x 1.45 = .87, in every capability, paid as an AI engineer."""
    option = generalist(brief("DE"), catalog)
    assert set(option.members[0].productivity) == set(CAPABILITIES)
    assert set(option.members[0].productivity.values()) == {0.87}
    twin = supply(brief("DE"), catalog).option("fte/ai-engineer/senior/DE")
    assert (option.weekly_cost, option.available) == (twin.weekly_cost, 1)


def test_currency_is_the_budgets_else_homes(catalog, brief):
    """A budget in dollars is planned in dollars; a brief without a place takes the usual one."""
    dollars = Money(Decimal(500_000), "USD")
    assert supply(brief("DE", budget=dollars), catalog).currency == "USD"
    assert supply(brief("DE"), catalog).currency == "EUR"
    assert supply(brief("DE"), catalog, currency="GBP").currency == "GBP"
    euros = supply(brief(None, budget=Money(Decimal(500_000), "EUR")), catalog)
    assert (euros.currency, euros.home) == ("EUR", "DE")
    assert supply(brief(None), catalog).home == "US"


def test_a_home_that_cannot_be_priced_is_refused(catalog, brief):
    """TM001 names the place in the brief."""
    with pytest.raises(InputError) as caught:
        supply(brief("ZZ"), catalog)
    assert (caught.value.code, caught.value.place) == ("TM001", "home.country")


def test_the_list_of_places_can_be_changed(catalog):
    """A place with the rank 0 is taken off the list; homes without a list get the general one."""
    off = dict(catalog.figures)
    off["offshore.US.MX"] = replace(
        off["offshore.US.MX"], value=replace(off["offshore.US.MX"].value, values=(0.0,))
    )
    assert nearby(catalog, "US") == ("MX", "BR", "PL", "IN")
    assert nearby(replace(catalog, figures=off), "US") == ("BR", "PL", "IN")
    assert nearby(catalog, "KE") == ("PL", "RO", "IN")
    assert "PL" not in nearby(catalog, "PL")


def test_offshore_means_another_labour_market(catalog):
    """Within the EU nobody is offshore; Mexico is for the US, and Poland for Britain."""
    assert not offshore(catalog, "PL", "DE")
    assert not offshore(catalog, "US", "US")
    assert offshore(catalog, "MX", "US")
    assert offshore(catalog, "PL", "GB")


def test_role_counts_at_home(catalog, brief):
    """Mid and senior of each role that nobody beats, and no juniors or leads."""
    found = supply(brief("US"), catalog)
    levels = Counter(
        m.level for o in found.options if o.channel == "fte" for m in o.members
    )  # fmt: skip
    assert set(levels) == {"mid", "senior"}

"""Lead times and ramps: scaling, and which figures stand behind them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tercet.kernel.uncertain import Distribution, point
from tercet.market.leads import hired, minimum_weeks, rented, scaled, trained

SHAPES = [
    point(3.0),
    Distribution("triangular", (1.0, 2.0, 4.0)),
    Distribution("lognormal", (10.0, 30.0)),
    Distribution("discrete", (30.0, 0.4, 60.0, 0.28, 90.0, 0.32)),
]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(SHAPES), st.floats(0.1, 10), st.sampled_from([0.1, 0.3, 0.5, 0.9]))
def test_scaling_multiplies_every_quantile_and_the_mean(shape, factor, q):
    """Twice the search is twice as long in every future."""
    assert scaled(shape, factor).quantile(q) == pytest.approx(factor * shape.quantile(q))
    assert scaled(shape, factor).mean == pytest.approx(factor * shape.mean)


def test_a_share_cannot_be_scaled():
    """Twice a chance of .6 is no chance."""
    with pytest.raises(ValueError, match="share"):
        scaled(Distribution("beta", (0.6, 10.0)), 2.0)


def test_hiring_takes_longer_for_leads_and_in_slow_countries(catalog):
    """The search grows by level, and by the country's hiring factor against the US."""
    place = catalog.regions
    days = [
        hired(catalog, "ai-engineer", level, place["US"]).lead.search.quantile(0.5)
        for level in ("junior", "mid", "senior", "lead")
    ]
    assert days == pytest.approx([58 * 0.75, 58, 58 * 1.25, 58 * 1.6])
    french = hired(catalog, "ai-engineer", "mid", place["FR"]).lead.search.quantile(0.5)
    assert french == pytest.approx(58 * catalog.value("hiring-factor.FR"))


def test_every_timing_names_its_figures(catalog):
    """Each part can be looked up and overridden."""
    timings = [
        hired(catalog, "data-engineer", "mid", catalog.regions["IN"]),
        rented(catalog, "contractor"), rented(catalog, "pod"), trained(catalog, "mid"),
    ]  # fmt: skip
    for timing in timings:
        assert set(timing.figures) <= set(catalog.figures)
    assert {"offer-drop.IN", "notice.IN.mid", "hiring-factor.IN"} <= set(timings[0].figures)


def test_an_insider_learns_the_ropes_faster(catalog):
    """The ramp after upskilling is .6 of a newcomer's."""
    newcomer = hired(catalog, "ai-engineer", "mid", catalog.regions["US"]).ramp.weeks
    insider = trained(catalog, "mid").ramp.weeks
    assert insider.quantile(0.5) == pytest.approx(0.6 * newcomer.quantile(0.5))


def test_minimum_terms_are_whole_weeks(catalog):
    """26 weeks for an employee, 8 for a contractor, 12 for a pod."""
    channels = ("fte", "contractor", "pod")
    assert [minimum_weeks(catalog, channel) for channel in channels] == [26, 8, 12]

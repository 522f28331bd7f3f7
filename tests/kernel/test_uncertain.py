"""Distributions agree with themselves: means, quantiles and draws."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tercet.kernel.streams import stream
from tercet.kernel.uncertain import Distribution

CASES = [
    Distribution("point", (3.0,)),
    Distribution("triangular", (1.0, 2.0, 6.0)),
    Distribution("triangular", (2.0, 2.0, 2.0)),
    Distribution("lognormal", (52.0, 95.0)),
    Distribution("beta", (0.65, 10.0)),
    Distribution("discrete", (30.0, 0.4, 60.0, 0.28, 90.0, 0.32)),
]


@pytest.mark.parametrize("d", CASES, ids=lambda d: d.kind)
def test_draws_have_the_stated_mean_and_quantiles(d):
    """Draws of a distribution have the mean and the quantiles that it states."""
    draws = d.sample(stream(7, "test", d.kind), 40_000)
    assert draws.mean() == pytest.approx(d.mean, rel=0.03)
    if d.kind != "discrete":
        for q in (0.1, 0.5, 0.9):
            assert np.quantile(draws, q) == pytest.approx(d.quantile(q), rel=0.04)


def test_lognormal_is_named_by_median_and_ninetieth():
    """LN(52, 95) has 52 in the middle and 95 at nine in ten."""
    d = Distribution("lognormal", (52.0, 95.0))
    assert d.quantile(0.5) == pytest.approx(52)
    assert d.quantile(0.9) == pytest.approx(95)


@given(st.sampled_from(CASES), st.floats(0.01, 0.98), st.floats(0.001, 0.01))
def test_quantiles_never_fall(d, q, step):
    """A larger share of futures never has a smaller limit."""
    assert d.quantile(q) <= d.quantile(q + step) + 1e-12


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("triangular", (3.0, 2.0, 4.0)),  # low above likely
        ("lognormal", (5.0, 4.0)),  # 90th percentile below the median
        ("beta", (1.2, 10.0)),  # a mean above one
        ("discrete", (1.0, 0.5, 2.0)),  # a value without weight
        ("point", ()),  # nothing at all
    ],
)
def test_impossible_values_are_refused(kind, values):
    """A distribution that cannot be is refused when it is made."""
    with pytest.raises(ValueError, match=kind):
        Distribution(kind, values)


def test_streams_are_named():
    """The same name and seed give the same draws; another name gives others."""
    a, b, c = (stream(1, *names).random(4) for names in [("x", 1), ("x", 1), ("x", 2)])
    assert (a == b).all()
    assert not (a == c).any()

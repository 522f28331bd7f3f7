"""Fisher's test, its mid-p and the interval of a ratio, against other implementations."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import minimize_scalar
from scipy.stats import fisher_exact, hypergeom

from tercet.auditing.exact import exact_test
from tercet.auditing.interval import ratio_interval


@st.composite
def tables(draw, most=400):
    """Two groups with selections: (selected, n, other selected, other n)."""
    n, m = draw(st.integers(1, most)), draw(st.integers(1, most))
    return draw(st.integers(0, n)), n, draw(st.integers(0, m)), m


@given(tables())
@settings(max_examples=80, deadline=None)
def test_fisher_agrees_with_scipy(table):
    """The two-sided p is that of scipy's independent implementation."""
    x, n, y, m = table
    assert exact_test(x, n, y, m).fisher == pytest.approx(
        fisher_exact([[x, n - x], [y, m - y]]).pvalue, rel=1e-8, abs=1e-12
    )


@given(tables(most=30))
@settings(max_examples=60, deadline=None)
def test_midp_is_the_sum_over_every_table(table):
    """Mid-p by walking every table with scipy's chances: likelier ones none, ties half."""
    x, n, y, m = table
    chance = hypergeom(n + m, n, x + y)
    seen = chance.pmf(x)
    total = 0.0
    for k in range(max(0, x + y - m), min(n, x + y) + 1):
        p = chance.pmf(k)
        total += 0.5 * p if math.isclose(p, seen, rel_tol=1e-6) else p * (p < seen)
    assert exact_test(x, n, y, m).midp == pytest.approx(total, abs=1e-9)


def test_large_groups_need_no_approximation():
    """A million decisions give a p-value that scipy confirms."""
    ours = exact_test(49_500, 500_000, 50_500, 500_000).fisher
    assert ours == pytest.approx(
        fisher_exact([[49_500, 450_500], [50_500, 449_500]]).pvalue, rel=1e-6
    )


def _score_by_search(ratio, x, n, y, m):
    """Chi-square of the score test, the nuisance rate found by a numerical search."""

    def unlikely(q):
        terms = ((x, ratio * q), (n - x, 1 - ratio * q), (y, q), (m - y, 1 - q))
        return -sum(k * math.log(p) for k, p in terms if k)

    top = min(1.0, 1 / ratio)
    q = minimize_scalar(unlikely, bounds=(1e-12, top - 1e-12), method="bounded",
                        options={"xatol": 1e-12}).x  # fmt: skip
    p = ratio * q
    return (x - n * p) ** 2 / (n * p * (1 - p)) + (y - m * q) ** 2 / (m * q * (1 - q))


@pytest.mark.parametrize(
    "table", [(7, 34, 1, 34), (157, 2435, 235, 2435), (3, 38, 23, 131), (1, 9, 5, 7)]
)
def test_both_ends_are_where_the_score_test_refuses(table):
    """At each end of the interval the score statistic equals the 95 % point of chi-square."""
    for end in ratio_interval(*table, 0.95):
        assert _score_by_search(end, *table) == pytest.approx(3.841459, rel=1e-3)


@given(tables())
@settings(max_examples=100, deadline=None)
def test_the_interval_holds_the_ratio_seen(table):
    """Low ≤ ratio ≤ high, none selected gives a low end of nought, and no end where none exists."""
    x, n, y, m = table
    low, high = ratio_interval(x, n, y, m, 0.95)
    if y == 0:
        assert high is None
        return
    ratio = x * m / (n * y)
    assert low <= ratio * (1 + 1e-9)
    assert high >= ratio * (1 - 1e-9)
    assert (low == 0) == (x == 0)

"""Money is exact, weeks begin on Mondays."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from tercet.kernel.dates import monday, week_end, week_start, whole_weeks
from tercet.kernel.money import Money, Rates, cents

RATES = Rates(date(2025, 1, 1), "test", {"USD": Decimal(1), "EUR": Decimal("1.11")})
amounts = st.decimals(min_value=0, max_value=10**9, places=2)
days = st.dates(date(2000, 1, 1), date(2100, 1, 1))


@given(amounts)
def test_exchange_there_and_back_keeps_the_amount(amount):
    """Exchanging to another currency and back changes less than a cent."""
    there = RATES.convert(Money(amount, "EUR"), "USD")
    back = RATES.convert(there, "EUR")
    assert abs(back.amount - amount) < Decimal("0.01")


def test_rates_are_dollars_per_unit():
    """One euro buys 1.11 dollars."""
    assert RATES.convert(Money(Decimal(100), "EUR"), "USD") == Money(Decimal("111.00"), "USD")


def test_rounding_is_away_from_zero():
    """Half a cent is a cent; half of a step is a step."""
    assert cents(Decimal("0.005")) == Decimal("0.01")
    assert Money(Decimal(1500), "EUR").rounded(Decimal(1000)).amount == 2000


@given(days)
def test_weeks_begin_on_the_next_monday(day):
    """Something decided on a day begins on a Monday within a week."""
    start = monday(day)
    assert start.weekday() == 0
    assert 0 <= (start - day).days < 7


@given(days, st.integers(0, 300))
def test_a_week_counts_when_its_friday_has_come(day, week):
    """A date allows as many whole weeks as have their Friday on or before it."""
    origin = monday(day)
    assert whole_weeks(origin, week_end(origin, week)) == week + 1
    assert whole_weeks(origin, week_start(origin, week)) == week

"""Words: dates, money, counts."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tercet.reports.words import (
    about,
    brief_money,
    clean,
    days_apart,
    hundred,
    listed,
    money,
    number,
    percent,
    sentence,
    spelt,
    that_add,
)  # fmt: skip

AMOUNTS = st.lists(st.decimals(0, 10_000_000, places=2, allow_nan=False), min_size=1, max_size=12)


@settings(max_examples=60)
@given(AMOUNTS)
def test_rows_add_up_to_the_rounded_total(amounts: list[Decimal]) -> None:
    """Whole amounts on the page add up to the rounded sum, each within one unit of its own."""
    rows = that_add(amounts)
    assert abs(sum(rows) - sum(amounts)) <= Decimal("0.5")
    assert all(abs(row - amount) < 1 for row, amount in zip(rows, amounts, strict=True))


@pytest.mark.parametrize(
    ("share", "words"),
    [(0.826, "83"), (0.004, "< 1"), (0.0, "0"), (0.996, "> 99"), (1.0, "100"), (None, "–")],
)
def test_chances_are_counts_that_never_claim_certainty(share: float | None, words: str) -> None:
    """A chance is a count of 100; only nought is 0 and only certainty is 100."""
    assert hundred(share) == words


@pytest.mark.parametrize(
    ("amount", "long", "short"),
    [(546_203, "€546,000", "€546k"), (1_254_000, "€1,250,000", "€1.25m"),
     (8_600, "€8,600", "€8,600"), (999_600, "€1,000,000", "€1m"),
     (5_460_000_000, "€5,460,000,000", "€5.46bn")],
)  # fmt: skip
def test_money_in_the_answer_and_in_charts(amount: int, long: str, short: str) -> None:
    """The answer writes three figures in full; charts write thousands and millions."""
    assert about(Decimal(amount), "EUR") == long
    assert brief_money(Decimal(amount), "EUR") == short


def test_currencies_without_a_sign_and_negative_amounts() -> None:
    """A code stands in front where there is no sign; minus is a true minus."""
    assert money(Decimal(1200), "PLN") == "PLN 1,200"
    assert money(Decimal(-1200), "USD") == "−$1,200"
    assert brief_money(-19_000, "EUR") == "−€19k"
    assert number(-0.3) == "−0.3"
    assert number(-0.01) == "0"
    assert percent(0.129) == "13 %"
    assert percent(0.05) == "5 %"


def test_ids_are_spelt_as_people_write_them() -> None:
    """An id becomes words, with the capitals that its short forms have."""
    assert spelt("llm-product") == "LLM product"
    assert spelt("productivity.mlops-engineer.api-development") == (
        "Productivity MLOps engineer API development"
    )


def test_years_stand_only_where_they_change() -> None:
    """A span of dates carries its year once, or twice when it changes."""
    assert days_apart(date(2027, 8, 27), date(2027, 11, 12)) == "27 Aug to 12 Nov 2027"
    assert days_apart(date(2027, 8, 27), date(2028, 1, 7)) == "27 Aug 2027 to 7 Jan 2028"


def test_strangers_text_loses_control_and_direction_marks() -> None:
    """Control characters and bidirectional overrides become spaces; letters stay."""
    assert clean("a\x1b[31mb\u202ec\nd") == "a [31mb c d"
    assert sentence("done\x00") == "Done."
    assert listed(["a", "b", "c"]) == "a, b and c"

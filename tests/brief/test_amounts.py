"""Amounts of money as people write them."""

from decimal import Decimal

import pytest
from babel.numbers import format_currency, format_decimal
from hypothesis import given, settings
from hypothesis import strategies as st

from tercet.brief.amounts import amounts, number, spoken
from tercet.brief.words import Text

LOCALES = (
    "en_US en_GB de_DE de_AT fr_FR es_ES it_IT nl_NL pl_PL "
    "sv_SE nb_NO da_DK pt_PT en_ZA en_CA fi_FI cs_CZ de_CH"
)
WRITTEN = [
    ("€1.2m", 1_200_000, "EUR"),
    ("1,5 Mio. €", 1_500_000, "EUR"),
    ("Rs 85 lakh", 8_500_000, "INR"),
    ("Rs. 1,25,00,000", 12_500_000, "INR"),
    ("₹3.5 crore", 35_000_000, "INR"),
    ("3 MNOK", 3_000_000, "NOK"),
    ("MNOK 3.5", 3_500_000, "NOK"),
    ("350 TEUR", 350_000, "EUR"),
    ("kEUR 350", 350_000, "EUR"),
    ("a quarter of a million pounds", 250_000, "GBP"),
    ("half a million dollars", 500_000, "USD"),
    ("three quarters of a million euros", 750_000, "EUR"),
    ("one and a half million euros", 1_500_000, "EUR"),
    ("six hundred and fifty thousand euro", 650_000, "EUR"),
    ("CHF 450'000", 450_000, "CHF"),
    ("CHF 450’000", 450_000, "CHF"),
    ("£420k", 420_000, "GBP"),
    ("USD 500,000", 500_000, "USD"),
    ("USD1m", 1_000_000, "USD"),
    ("220 000 €", 220_000, "EUR"),
    ("220\u202f000 €", 220_000, "EUR"),
    ("1.200.000 €", 1_200_000, "EUR"),
    ("R$ 7,5 million", 7_500_000, "BRL"),
    ("A$1.1m", 1_100_000, "AUD"),
    ("S$900k", 900_000, "SGD"),
    ("1,2 mln zł", 1_200_000, "PLN"),
    ("KES 65 million", 65_000_000, "KES"),
    ("900 million won", 900_000_000, "KRW"),
    ("MAD 4.5 million", 4_500_000, "MAD"),
]


@pytest.mark.parametrize(("words", "value", "currency"), WRITTEN)
def test_an_amount_is_read_as_written(words: str, value: int, currency: str) -> None:
    """Each way of writing an amount gives its value and the likeliest currency."""
    (found,) = amounts(Text(f"We have {words} for it."))
    assert (found.high, found.currencies[0]) == (value, currency)


@pytest.mark.parametrize(
    "words",
    [
        "between 400 and 500k euros",
        "€400-500k",
        "400k to 500k EUR",
        "€400k–€500k",
        "400 000 - 500 000 €",
    ],
)
def test_a_range_is_one_amount(words: str) -> None:
    """Both ends of a range are read, and the lower takes the scale of the upper."""
    (found,) = amounts(Text(words))
    assert (found.low, found.high, found.currencies) == (400_000, 500_000, ("EUR",))


def test_a_code_counts_only_in_capitals() -> None:
    """ "all 500,000 customers" is no amount in Albanian lek."""
    (small,) = amounts(Text("all 500,000 customers"))
    (large,) = amounts(Text("ALL 500,000"))
    assert (small.currencies, large.currencies) == ((), ("ALL",))


def test_two_amounts_joined_by_and_stay_two() -> None:
    """Only "between" makes a range of "and"."""
    assert len(amounts(Text("€400k and €500k"))) == 2


@given(
    st.integers(10_000, 99_999_999),
    st.sampled_from(LOCALES.split()),
    st.sampled_from(["EUR", "GBP", "PLN", "INR"]),
)  # fmt: skip
@settings(max_examples=200, deadline=None)
def test_formatted_amounts_come_back(value: int, locale: str, currency: str) -> None:
    """What a locale prints for an amount is read as that amount, whichever marks it uses."""
    words = format_currency(value, currency, locale=locale, format="#,##0.00 ¤¤")
    found = amounts(Text(words))
    assert [(a.high, a.currencies) for a in found] == [(value, (currency,))], words


@given(st.integers(0, 10**9), st.sampled_from(["en_US", "de_DE", "fr_FR", "en_IN", "de_CH"]))
@settings(max_examples=150, deadline=None)
def test_numbers_come_back(value: int, locale: str) -> None:
    """Grouped digits of any convention give the number."""
    plain = format_decimal(value, locale=locale).replace("\u202f", " ").replace("’", "'")
    assert number(plain.replace("\xa0", " ")) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [("twelve", 12), ("a hundred and fifty thousand", 150_000), ("half a million", 500_000)],
)
def test_numbers_in_words(words: str, value: int) -> None:
    """Numbers in words have their value."""
    assert spoken(words) == Decimal(value)


def test_other_words_are_no_number() -> None:
    """A word that is no number gives none."""
    assert spoken("plenty") is None

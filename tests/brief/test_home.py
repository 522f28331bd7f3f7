"""Where the customer is at home."""

from collections.abc import Callable

import pytest

from tercet.brief.places import places
from tercet.brief.records import Brief
from tercet.brief.words import Text


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Grocery chain in Hyderabad.", "IN"),
        ("Bottling plant outside Lyon.", "FR"),
        ("Insurer in Hartford, Connecticut.", "US"),
        ("We sell software from London, Ontario.", "CA"),
        ("Bank in London.", "GB"),
        ("A Bavarian brewery.", "DE"),
        ("Swiss private bank.", "CH"),
        ("Norwegian salmon farmer.", "NO"),
        ("Hotel in Bath, England.", "GB"),
        ("Vienna, €280k.", "AT"),
        ("Birmingham, Alabama. Steel.", "US"),
        ("Kraków software house.", "PL"),
        ("Our team in India helps; we are a retailer in Leeds.", "GB"),
        ("Call centre in Manila serving US clients.", "PH"),
        ("BaFin supervises us.", "DE"),
    ],
)
def test_home_is_the_customers_own_place(
    read: Callable[..., Brief], text: str, country: str
) -> None:
    """Cities, regions, adjectives and regulators lead to the country, markets and offices don't."""
    home = read(text).home
    assert home
    assert home.country == country


@pytest.mark.parametrize(
    "text",
    [
        "Reading invoices is slow.",
        "It would be nice to have. Nice Systems sells it.",
        "A mobile app. Mobile first.",
        "Our product Phoenix is old.",
        "We start in March and end in May.",
        "Answer questions in German and French.",
        "Data must stay in the EU.",
    ],
)
def test_other_words_are_no_home(read: Callable[..., Brief], text: str) -> None:
    """Ordinary words, product names, months, languages and blocs are no home."""
    brief = read(text)
    assert brief.home is None
    assert "home" in [q.field for q in brief.questions]


def test_the_largest_town_of_a_name_wins() -> None:
    """Population decides between towns of one name, a place beside it overrules."""
    assert [p.country for p in places(Text("in Birmingham"))] == ["GB"]
    assert places(Text("in Birmingham, Alabama"))[0].country == "US"


def test_currency_breaks_a_tie() -> None:
    """ "Perth" with pounds is still the large one, "Hamilton" with Canadian dollars is Canada's."""
    assert places(Text("in Hamilton"), ("CAD",))[0].country == "CA"


def test_a_country_without_figures_is_a_finding(read: Callable[..., Brief]) -> None:
    """TB051 fires where the catalogue has no pay, and is silent at home in Germany."""
    assert "TB051" in [f.code for f in read("Airline in Doha.").findings]
    assert "TB051" not in [f.code for f in read("Airline in Frankfurt.").findings]


def test_a_currency_without_rate_is_a_finding(read: Callable[..., Brief]) -> None:
    """TB052 fires for a currency outside the table of rates, and is silent for euros."""
    assert "TB052" in [f.code for f in read("Budget QAR 5 million.").findings]
    assert "TB052" not in [f.code for f in read("Budget EUR 5 million.").findings]

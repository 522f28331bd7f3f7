"""The one amount that is a budget."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from tercet.brief.records import Brief

Read = Callable[..., Brief]


def budget(brief: Brief) -> tuple[Decimal, str] | None:
    return (brief.budget.money.amount, brief.budget.money.currency) if brief.budget else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Toronto bank. Budget $1.1m.", "CAD"),
        ("Bank in Sydney. Budget $1.1m.", "AUD"),
        ("Bank in Chicago. Budget $1.1m.", "USD"),
        ("Bank in Oslo. Budget 1.1 million kr.", "NOK"),
        ("Bank in Copenhagen. Budget 1.1 million kr.", "DKK"),
        ("Bank in Warsaw. Budget of 1.1 million.", "PLN"),
    ],
)
def test_home_decides_an_ambiguous_sign(read: Read, text: str, expected: str) -> None:
    """ "$", "kr" and no sign at all mean the money of the customer's country."""
    assert budget(read(text)) == (1_100_000, expected)


@pytest.mark.parametrize(
    "text",
    [
        "We lose about EUR 4m a year to fraud in Amsterdam.",
        "Ask a person above 200 pounds.",
        "Revenue is $30 million. 400,000 customers.",
        "Each stop costs Rs 40 lakh.",
    ],
)
def test_other_money_is_no_budget(read: Read, text: str) -> None:
    """Losses, thresholds, revenue and unit costs are not taken for the budget."""
    assert read(text).budget is None


def test_a_loss_beside_a_budget_is_left_alone(read: Read) -> None:
    """With two amounts, the one that is called a budget wins."""
    assert budget(read("We lose EUR 4m a year. Budget: EUR 750k.")) == (750_000, "EUR")


def test_a_range_gives_its_upper_end(read: Read) -> None:
    """TB012 says that the upper end of a range is the limit."""
    brief = read("Lyon. Budget between 400 and 500k euros.")
    assert budget(brief) == (500_000, "EUR")
    assert "TB012" in [f.code for f in brief.findings]
    assert "TB012" not in [f.code for f in read("Lyon. Budget 500k euros.").findings]


def test_two_budgets_are_a_finding(read: Read) -> None:
    """TB011: the lowest of two budgets is taken, and both are named; one budget is silent."""
    brief = read("Lyon. The budget is €400k. We have a budget of €300k.")
    assert budget(brief) == (300_000, "EUR")
    assert "TB011" in [f.code for f in brief.findings]
    assert "TB011" not in [f.code for f in read("Lyon. The budget is €400k.").findings]
    slip = read("Lyon. We can spend 520.000 € until go-live. Budget: 52000.")
    assert "TB011" in [f.code for f in slip.findings]


def test_no_currency_and_no_country(read: Read) -> None:
    """TB014: without sign and country an amount has no meaning; a country gives it one."""
    text = "Our budget is 600 thousand."
    assert "TB014" in [f.code for f in read(text).findings]
    assert "TB014" not in [f.code for f in read(f"Vienna. {text}").findings]


def test_no_budget_is_assumed_and_asked(read: Read) -> None:
    """A gap is an assumption and a question, never a silent guess."""
    brief = read("A chatbot for our shop in Vienna.")
    assert brief.budget is None
    assert any("budget" in a.text for a in brief.assumptions)
    assert "budget" in [q.field for q in brief.questions]

"""Reasons speak as the reports do: packages by their names, money in the plan's currency."""

from dataclasses import replace

import pytest
from factories import option, package, problem

from tercet.planning import Plan, SearchBudget, plan


def reasons(currency: str) -> str:
    """Reasons of a plan in which the second best is much dearer, searched for as a large one."""
    offers = [option("dear", {"x": 1}, weekly=4000), option("cheap", {"x": 1}, weekly=1000)]
    idle = [option(f"idle {n}", {"y": 1}) for n in range(60)]
    question = problem([package("a", {"x": 4})], [*offers, *idle])
    supply = replace(question.supply, currency=currency)
    answer = plan(replace(question, supply=supply), SearchBudget())
    assert isinstance(answer, Plan)
    return " ".join(e.reason for e in answer.engagements)


@pytest.mark.parametrize(
    ("currency", "shown"), [("EUR", "€12,000 more"), ("CHF", "CHF 12,000 more")]
)
def test_money_is_written_as_in_the_reports(currency: str, shown: str) -> None:
    """What a plan without the engagement costs bears the currency's sign, or its code."""
    assert shown in reasons(currency)


def test_packages_are_called_by_their_names() -> None:
    """A reader sees the package's name in quotes and never its id alone."""
    assert reasons("EUR").startswith("Carries “Package a” (20 days).")

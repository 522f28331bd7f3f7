"""Limits come from the brief, and the settings file has the last word."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from tercet.advice.limits import limits_from, with_settings
from tercet.brief.records import Budget, Deadline, Limit
from tercet.kernel.money import Money


def test_soft_limits_do_not_bind(brief, catalog):
    """What the customer only prefers is no limit of the plan."""
    soft = replace(brief, limits=(Limit("headcount", 3, True, None),))
    hard = replace(brief, limits=(Limit("headcount", 3, False, None),))
    assert limits_from(soft, "USD", catalog.rates).headcount is None
    assert limits_from(hard, "USD", catalog.rates).headcount == 3


def test_the_budget_is_exchanged(brief, catalog):
    """A budget in euros binds a plan in dollars at the dated rate."""
    brief = replace(brief, budget=Budget(Money(Decimal(1000), "EUR"), None))
    budget = limits_from(brief, "USD", catalog.rates).budget
    assert budget == (1000 * catalog.rates.usd["EUR"]).quantize(Decimal("0.01"))


def test_settings_replace_limits_of_the_same_kind(brief):
    """A limit of the settings file stands in place of the brief's of its kind, others stay."""
    kept = Limit("offshore-share", 0.3, False, None)
    brief = replace(
        brief,
        deadline=Deadline(date(2027, 1, 1), None),
        limits=(kept, Limit("headcount", 3, False, None)),
    )
    new = with_settings(brief, {"headcount": 5, "deadline": "2027-10-31", "budget": 90_000}, "EUR")
    assert new.deadline == Deadline(date(2027, 10, 31), None)
    assert new.budget == Budget(Money(Decimal(90_000), "EUR"), None)
    assert new.limits == (kept, Limit("headcount", 5, False, None))
    assert brief.deadline == Deadline(date(2027, 1, 1), None)


def test_words_and_dates_arrive_typed(brief, catalog):
    """Roles that must be at home, the first day and resilience reach the planner."""
    brief = with_settings(
        brief, {"onshore-role": ("ai-engineer",), "start": "2027-02-01", "resilience": None}, "USD"
    )
    limits = limits_from(brief, "USD", catalog.rates)
    assert limits.onshore_roles == ("ai-engineer",)
    assert limits.start == date(2027, 2, 1)
    assert limits.resilience

"""A small brief, its question, and choices with chances to choose among."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from tercet.advice.factcheck import plain_brief
from tercet.advice.pose import pose
from tercet.advice.records import Choice
from tercet.catalog import load_catalog
from tercet.forecast.records import Chance, CostRange, DateRange, Forecast
from tercet.planning import Bound, Plan

DAY = date(2026, 11, 23)


@pytest.fixture(scope="session")
def catalog():
    """The shipped catalogue."""
    return load_catalog()


@pytest.fixture(scope="session")
def brief():
    """A churn project of small size in the United States, with no date and no budget."""
    return replace(plain_brief("churn-propensity", DAY), size="S")


@pytest.fixture(scope="session")
def question(brief, catalog):
    """The planner's problem for the small brief."""
    return pose(brief, catalog)


@pytest.fixture
def choice():
    """A maker of choices that differ only in cost, live date and chances."""

    def make(cost=100, weeks=10, both=None, deadline=None, budget=None, never=0.0):
        live = DAY + timedelta(weeks=weeks, days=4)
        money = Decimal(cost)
        plan = Plan(
            engagements=(), assignments=(), schedule=(), cost=money, currency="USD", live=live,
            finish=live, bound=Bound(money, None, None, None, None, "budget"), findings=(),
        )  # fmt: skip
        forecast = Forecast(
            live=DateRange(live, live, live, live),
            cost=CostRange(money, money, money, money, "USD"),
            chance=Chance(deadline, budget, both), never_live=never, futures=100,
            live_quantiles=(), cost_quantiles=(), four_counts=(0, 0, 0, 100), cost_by_week=(),
            drivers=(),
        )  # fmt: skip
        return Choice(plan, forecast)

    return make

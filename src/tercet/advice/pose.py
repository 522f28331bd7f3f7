"""From a brief to the question that the planner answers."""

from dataclasses import dataclass

from tercet.advice.limits import limits_from
from tercet.brief.project import outline
from tercet.brief.records import Brief
from tercet.catalog.records import Catalog
from tercet.forecast import Uncertainty, uncertainty_from
from tercet.kernel.dates import monday
from tercet.market.records import SupplyOption
from tercet.market.supply import generalist, supply
from tercet.planning import Problem, terms_from

CRITICAL = ("model-deployment", "pipeline-automation", "monitoring", "cloud-infrastructure")
"""What keeps production alive: the framework's line between production and portfolio."""


@dataclass(frozen=True, slots=True)
class Question:
    """The planner's problem for a brief, with what only the comparison needs."""

    problem: Problem
    uncertainty: Uncertainty
    generalist: SupplyOption


def pose(brief: Brief, catalog: Catalog, currency: str) -> Question:
    """Work, supply, limits and terms for `brief`, priced in `currency`.

    The plan begins on the Monday on or after the brief's day.
    """
    return Question(
        Problem(
            project=outline(brief, catalog),
            supply=supply(brief, catalog, currency=currency),
            limits=limits_from(brief, currency, catalog.rates),
            terms=terms_from(catalog),
            origin=monday(brief.today),
            critical=CRITICAL,
        ),
        uncertainty_from(catalog),
        generalist(brief, catalog, currency=currency),
    )


def plan_currency(brief: Brief, catalog: Catalog) -> str:
    """The budget's currency, else that of home, else US dollars."""
    if brief.budget:
        return brief.budget.money.currency
    return catalog.regions[brief.home.country].currency if brief.home else "USD"

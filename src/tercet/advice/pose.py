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


def pose(brief: Brief, catalog: Catalog) -> Question:
    """Work, supply, limits and terms for `brief`, in the budget's currency or that of home.

    The plan begins on the Monday on or after the brief's day.
    """
    offered = supply(brief, catalog)
    return Question(
        Problem(
            project=outline(brief, catalog),
            supply=offered,
            limits=limits_from(brief, offered.currency, catalog.rates),
            terms=terms_from(catalog),
            origin=monday(brief.today),
            critical=CRITICAL,
        ),
        uncertainty_from(catalog),
        generalist(brief, catalog),
    )

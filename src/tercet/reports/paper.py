"""The report on paper, from the same view and charts as the page."""

from importlib import resources

from tercet.advice.records import Advice
from tercet.reports.charts.drawn import draw
from tercet.reports.document import document
from tercet.reports.typeset import typeset
from tercet.reports.views.plan import plan_view


def pdf(advice: Advice) -> bytes:
    """The PDF of an advice, dated the day of the advice: the same advice, the same bytes."""
    view = plan_view(advice)
    source = resources.files(__package__).joinpath("plan.typ")
    return typeset(source, document(view, draw(view, ("mid", "narrow"))), advice.today)

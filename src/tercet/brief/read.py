"""From a customer's words to a brief: each fact with its quote, each gap said aloud."""

from datetime import date

from tercet.brief.amounts import amounts
from tercet.brief.archetype import read_archetype
from tercet.brief.budget import named_currencies, read_budget
from tercet.brief.dates import dates
from tercet.brief.deadline import read_deadline
from tercet.brief.home import read_home
from tercet.brief.limits import read_limits
from tercet.brief.needs import count_languages, read_needs
from tercet.brief.places import places
from tercet.brief.records import Brief
from tercet.brief.team import read_team
from tercet.brief.words import Text
from tercet.catalog.records import Catalog


def read_brief(text: str, catalog: Catalog, *, today: date, place: str = "brief") -> Brief:
    """What `text` says, as facts with verbatim quotes; durations count from `today`.

    Nothing is guessed silently: what is missing becomes an assumption and a question, what
    contradicts itself a finding, whose places begin with `place`.
    """
    words = Text(text)
    sums = amounts(words)
    spots = places(words, named_currencies(sums))
    home = read_home(words, spots)
    country = home.country if home else None
    budget = read_budget(words, country, sums)
    deadline = read_deadline(words, today, country)
    when = dates(words, today, country)
    team = read_team(words, catalog, spots, when)
    limits = read_limits(words, catalog, spots, when, country)
    return Brief(
        text=text,
        title=None,
        today=today,
        archetype=read_archetype(words, catalog),
        size="M",
        size_quote=None,
        deadline=deadline.deadline,
        budget=budget.budget,
        home=home,
        team=team.rows,
        needs=read_needs(words, limits),
        limits=limits,
        languages=count_languages(words),
        assumptions=(*deadline.assumptions, *budget.assumptions, *team.assumptions),
        questions=team.questions,
        findings=(*deadline.findings, *budget.findings, *team.findings),
    )

"""From a customer's words to a brief: each fact with its quote, each gap said aloud."""

import re
from datetime import date

from tercet.brief.amounts import amounts
from tercet.brief.archetype import read_archetype
from tercet.brief.budget import named_currencies, read_budget
from tercet.brief.data import table
from tercet.brief.dates import dates
from tercet.brief.deadline import read_deadline
from tercet.brief.findings import check, located
from tercet.brief.home import read_home
from tercet.brief.limits import read_limits
from tercet.brief.needs import count_languages, read_needs
from tercet.brief.places import places
from tercet.brief.questions import gaps, missing, of_archetype
from tercet.brief.records import Brief
from tercet.brief.size import read_size
from tercet.brief.team import read_team
from tercet.brief.words import Text
from tercet.catalog.records import Catalog
from tercet.kernel.rules import finding

_HEADING = re.compile(r"^#{1,3}\s+(.{3,90}?)\s*#*$", re.MULTILINE)


def read_brief(text: str, catalog: Catalog, *, today: date, place: str = "brief") -> Brief:
    """What `text` says, as facts with verbatim quotes; durations count from `today`.

    Nothing is guessed silently: what is missing becomes an assumption and a question, and what
    contradicts itself a finding, whose place begins with `place`.
    """
    longest = table("words")["longest"]
    words = Text(text[:longest])
    cut = (finding(__package__, "TB003", length=longest),) if len(text) > longest else ()
    sums = amounts(words)
    spots = places(words, named_currencies(sums))
    home = read_home(words, spots, sums)
    country = home.country if home else None
    when = dates(words, today, country)
    budget = read_budget(words, country, sums, catalog.rates)
    deadline = read_deadline(words, today, when)
    team = read_team(words, catalog, spots, when)
    limits = read_limits(words, catalog, spots, when, country)
    needs = read_needs(words, limits, sums)
    archetype = read_archetype(words, catalog)
    size = read_size(words, sums)
    open_fields = missing(archetype, deadline.deadline, budget.budget, home, team.rows, needs, text)
    assumed, asked = gaps(open_fields)
    return Brief(
        text=text,
        title=_title(text),
        today=today,
        archetype=archetype,
        size=size.size,
        size_quote=size.quote,
        deadline=deadline.deadline,
        budget=budget.budget,
        home=home,
        team=team.rows,
        needs=needs,
        limits=limits,
        languages=count_languages(words),
        assumptions=(
            *deadline.assumptions,
            *budget.assumptions,
            *team.assumptions,
            *size.assumptions,
            *assumed,
        ),
        questions=(*asked, *team.questions, *size.questions, of_archetype(archetype.id)),
        findings=(
            *(
                located(row, place)
                for row in (*cut, *deadline.findings, *budget.findings, *team.findings)
            ),
            *check(
                catalog,
                today,
                archetype,
                deadline.deadline,
                budget.budget,
                home,
                team.rows,
                needs,
                limits,
                place,
            ),
        ),
    )


def _title(text: str) -> str | None:
    hit = _HEADING.search(text)
    return hit.group(1) if hit else None

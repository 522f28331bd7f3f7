"""What the text leaves open: an assumption for each gap, and a question to the customer."""

from collections.abc import Iterable

from tercet.brief.data import table
from tercet.brief.records import (
    Archetype,
    Assumption,
    Budget,
    Deadline,
    Home,
    Need,
    Question,
)  # fmt: skip
from tercet.brief.team import nobody
from tercet.brief.words import Text


def gaps(missing: Iterable[str]) -> tuple[tuple[Assumption, ...], tuple[Question, ...]]:
    """Assumptions and questions for the fields in `missing`, most useful first."""
    rows = table("questions")["missing"]
    fields = [field for field in rows if field in set(missing)]
    return (
        tuple(Assumption(rows[field]["assumption"], "J") for field in fields),
        tuple(Question(rows[field]["question"], field) for field in fields),
    )


def of_archetype(id: str) -> Question:
    """The question whose answer changes the work of this kind of project most."""
    return Question(table("questions")["archetypes"][id], "data")


def missing(
    archetype: Archetype, deadline: Deadline | None, budget: Budget | None, home: Home | None,
    team: object, needs: tuple[Need, ...], text: str,
) -> list[str]:  # fmt: skip
    """Fields that a brief leaves open; a team of nobody is no gap where the text says so."""
    known = {
        "deadline": deadline,
        "budget": budget,
        "home": home,
        "team": team or nobody(Text(text)),
    }
    fields = [field for field, value in known.items() if not value]
    if archetype.confidence == 0:
        fields.append("archetype")
    if not {"real-time", "batch"} & {need.id for need in needs}:
        fields.append("needs")
    return fields


def is_gap(text: str) -> bool:
    """Whether an assumption or a question is one of those that `gaps` makes."""
    rows = table("questions")["missing"]
    return any(text in row.values() for field, row in rows.items() if field != "size")

"""Work passing from one person of the team to another."""

from dataclasses import dataclass
from datetime import date

from tercet.advice.records import Advice, Choice
from tercet.catalog.records import ROLES
from tercet.reports.roles import role_look
from tercet.reports.views.people import PersonView
from tercet.reports.words import clean


@dataclass(frozen=True, slots=True)
class HandoffView:
    """Work passing from one person to another."""

    number: int
    day: date
    package: int
    giver: int
    """Row of the timeline."""
    taker: int
    title: str
    what: str
    done_when: str


def handoffs_view(
    advice: Advice, choice: Choice, people: tuple[PersonView, ...]
) -> tuple[HandoffView, ...]:
    """Handoffs of the blueprint between two people of the team, in order of time.

    Work that stays with one role is no handoff, unless the giver leaves before the taker does.
    """
    numbers = {p.id: n for n, p in enumerate(advice.project.packages, 1)}
    ends = {s.package: s.end for s in choice.plan.schedule}
    rows = []
    packages = advice.project.packages
    for p in packages:
        if not p.handoff or p.id not in ends:
            continue
        sides = [_roles(part) for part in p.handoff.split("→")]
        if len(sides) != 2:
            continue
        after = {numbers[q.id] for q in packages if any(e.id == p.id for e in q.after)}
        giver = _busiest(people, sides[0], {numbers[p.id]}, None)
        taker = _busiest(people, sides[1], after, giver)
        if giver is None or taker is None:
            continue
        one, other = people[giver], people[taker]
        if one.role == other.role and one.end >= other.end:
            continue
        what = (clean(p.artefact), clean(p.done_when))
        rows.append((ends[p.id], numbers[p.id], giver, taker, _passing(one, other), *what))
    rows.sort(key=lambda r: r[:2])
    return tuple(HandoffView(n, *row) for n, row in enumerate(rows, 1))


def _roles(side: str) -> set[str]:
    """Ids of the roles that one side of a handoff names; people outside the team have none."""
    words = f" {side.lower()} "
    return {id for id in ROLES if f" {role_look(id).name.lower()} " in words or f" {id} " in words}


def _passing(giver: PersonView, taker: PersonView) -> str:
    """Who hands over to whom; two of one role are told apart by how they came."""
    alike = giver.role == taker.role
    return " to ".join(p.role.name + (f" ({p.how})" if alike else "") for p in (giver, taker))


def _busiest(
    people: tuple[PersonView, ...], roles: set[str], packages: set[int], other_than: int | None
) -> int | None:
    """Row of the person of one of `roles` with most work on `packages`, or None."""

    def work(row: int) -> float:
        return sum(
            s.share * (s.end - s.start).days for s in people[row].stretches if s.package in packages
        )

    rows = [i for i, p in enumerate(people) if p.role.id in roles and i != other_than and work(i)]
    return max(rows, key=lambda i: (work(i), -i)) if rows else None

"""`grow`: what a team could grow into, at what price, and what remains to be hired."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from tercet.catalog.records import Catalog
from tercet.kernel.rules import Finding, finding
from tercet.upskilling.against import Market, rivals
from tercet.upskilling.assigning import assign, in_time
from tercet.upskilling.path import path_for
from tercet.upskilling.records import Growth, Learner, Path, Seat, Team


def grow(
    team: Team, seats: Sequence[Seat], catalog: Catalog, *, today: date,
    findings: tuple[Finding, ...] = (),
) -> Growth:  # fmt: skip
    """A path for each person into each role wanted, and who would take which seat.

    `findings` are remarks on the seats, which are passed on. Prices are in the currency of the
    team's home. Nobody is ranked: the assignment is the cheapest way to fill most seats, and a
    person decides. Raises `InputError` TM003 where pay is unknown.
    """
    currency = catalog.regions[team.home].currency
    market = Market(catalog, team.home, today, currency)
    paths = []
    for learner in team.people:
        for role in dict.fromkeys(seat.role for seat in seats):
            path = path_for(
                learner, role, catalog, home=team.home, day=today, currency=currency
            )  # fmt: skip
            paths.append(replace(path, against=rivals(path, market)))
    assignment, open_seats = assign(paths, seats, today)
    return Growth(
        currency=currency,
        today=today,
        paths=tuple(paths),
        assignment=assignment,
        still_to_hire=open_seats,
        findings=(*team.findings, *findings, *_findings(team, paths, seats, catalog, today)),
    )


def _findings(
    team: Team, paths: Sequence[Path], seats: Sequence[Seat], catalog: Catalog, today: date
) -> list[Finding]:
    found = [_stuck(person, paths, catalog) for person in team.people if _is_stuck(person, paths)]
    for seat in seats:
        ways = [path for path in paths if path.to == seat.role and path.steps]
        found += [_late(path, seat, today) for path in ways if not in_time(path, seat, today)]
        if ways and all(person.role != seat.role for person in team.people):
            names = ", ".join(path.learner.name for path in ways)
            found.append(finding(__package__, "TU016", role=seat.role, names=names))
    return list(dict.fromkeys(found))


def _is_stuck(person: Learner, paths: Sequence[Path]) -> bool:
    """Whether no way is known from the person's role into any that is wanted."""
    return not any(path.known for path in paths if path.learner == person)


def _stuck(person: Learner, paths: Sequence[Path], catalog: Catalog) -> Finding:
    start = f"upskill.path.{person.role}."
    known = [id.removeprefix(start) for id in catalog.figures if id.startswith(start)]
    wanted = " or ".join(path.to for path in paths if path.learner == person)
    return finding(
        __package__, "TU014", name=person.name, from_role=person.role, to=wanted,
        known=", ".join(known) or "none",
    )  # fmt: skip


def _late(path: Path, seat: Seat, today: date) -> Finding:
    assert path.weeks is not None
    assert seat.by is not None
    return finding(
        __package__, "TU015", name=path.learner.name, to=path.to,
        weeks=round(path.weeks.quantile(0.5)), left=(seat.by - today).days // 7,
    )  # fmt: skip

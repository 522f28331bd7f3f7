"""Contradictions between facts, and facts that the catalogue cannot price."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from tercet.brief.data import country_name, table
from tercet.brief.records import Archetype, Budget, Deadline, Home, Limit, Need, TeamRow
from tercet.catalog.records import Catalog
from tercet.kernel.rules import Finding, finding

CHECKED = (
    "TB001", "TB002", "TB021", "TB024", "TB041", "TB042", "TB043", "TB051", "TB052", "TB064",
)  # fmt: skip
"""Rules about facts, applied anew each time a brief is read or edited."""


def check(
    catalog: Catalog, today: date, archetype: Archetype, deadline: Deadline | None,
    budget: Budget | None, home: Home | None, team: tuple[TeamRow, ...],
    needs: tuple[Need, ...], limits: tuple[Limit, ...],
    place: str,
) -> Iterator[Finding]:  # fmt: skip
    """Findings of rules that look at facts however they were given; places begin with `place`."""
    for row in _check(catalog, today, archetype, deadline, budget, home, team, needs, limits):
        yield located(row, place)


def located(row: Finding, place: str) -> Finding:
    """The finding with the brief's own place before its field."""
    return replace(row, place=f"{place}: {row.place}" if row.place else place)


def _check(
    catalog: Catalog, today: date, archetype: Archetype, deadline: Deadline | None,
    budget: Budget | None, home: Home | None, team: tuple[TeamRow, ...],
    needs: tuple[Need, ...], limits: tuple[Limit, ...],
) -> Iterator[Finding]:  # fmt: skip
    second = archetype.others[0][0] if archetype.others else "generic-ml"
    if archetype.id == "generic-ml" and archetype.confidence == 0:
        yield finding(__package__, "TB002", place="archetype")
    elif (
        archetype.quote
        and second != archetype.id
        and archetype.confidence < table("archetype")["unsure"]
    ):
        yield finding(
            __package__,
            "TB001",
            best=archetype.id,
            second=second,
            place="archetype",
        )
    if deadline and deadline.date <= today:
        yield finding(__package__, "TB021", day=deadline.date, today=today, place="deadline")
    if deadline and deadline.date.year - today.year > table("dates")["far"]:
        yield finding(
            __package__, "TB024", day=deadline.date, years=table("dates")["far"], place="deadline"
        )
    if home and home.country not in catalog.regions:
        yield finding(__package__, "TB051", country=country_name(home.country), place="home")
    if budget and budget.money.currency not in catalog.rates.usd:
        yield finding(__package__, "TB052", currency=budget.money.currency, place="budget")
    yield from _speed(needs)
    yield from _abroad(home, team, limits)
    yield from _residency(catalog, limits)


def _speed(needs: tuple[Need, ...]) -> Iterator[Finding]:
    quotes = {need.id: need.quote.text if need.quote else need.id for need in needs}
    if {"real-time", "batch"} <= quotes.keys():
        yield finding(
            __package__, "TB041", first=quotes["real-time"], second=quotes["batch"], place="needs"
        )


def _abroad(
    home: Home | None, team: tuple[TeamRow, ...], limits: tuple[Limit, ...]
) -> Iterator[Finding]:
    regions = {p.region for row in team for p in row.people if p.region}
    for limit in limits:
        if limit.kind == "onshore-only" and home and (abroad := sorted(regions - {home.country})):
            yield finding(
                __package__, "TB042", first=limit.quote.text if limit.quote else "A limit",
                country=country_name(abroad[0]), place="limits",
            )  # fmt: skip


def _residency(catalog: Catalog, limits: tuple[Limit, ...]) -> Iterator[Finding]:
    stay = next((limit.value for limit in limits if limit.kind == "data-residency"), None)
    work = next((limit.value for limit in limits if limit.kind == "regions"), None)
    if not isinstance(stay, tuple) or not isinstance(work, tuple) or not stay:
        return
    outside = [code for code in work if not _inside(catalog, code, stay)]
    if outside:
        yield finding(
            __package__, "TB043", stay=", ".join(stay), work=", ".join(outside), place="limits"
        )


def _inside(catalog: Catalog, code: str, stay: tuple[str, ...]) -> bool:
    region = catalog.regions.get(code)
    return code in stay or bool(region and set(region.blocs) & set(stay))

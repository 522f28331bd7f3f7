"""People already there: as they are, and as what they could learn to be."""

from datetime import date
from decimal import Decimal

from tercet.brief.records import Brief, Person
from tercet.catalog.records import CAPABILITIES, LEVELS, Catalog, Level, Region
from tercet.kernel.money import cents
from tercet.market.leads import AT_ONCE, SETTLED, scaled, trained
from tercet.market.loaded import dollars, loaded
from tercet.market.places import offshore
from tercet.market.records import Member, SupplyOption, Upskilling


def staff(brief: Brief, catalog: Catalog, home: str, currency: str) -> list[SupplyOption]:
    """One option for each person in the brief, at the share of the week that the project gets."""
    return [
        _on_staff(person, catalog, home, brief.today, currency)
        for row in brief.team
        for person in row.people
    ]


def learners(brief: Brief, catalog: Catalog, home: str, currency: str) -> list[SupplyOption]:
    """What people on staff could learn, along the paths of the catalogue; alike people once."""
    found, seen = [], set()
    for row in brief.team:
        for person in row.people:
            kind = (person.role, person.level, person.region, person.share, person.leaves)
            if kind not in seen:
                seen.add(kind)
                found += [
                    _learner(person, role, catalog, home, brief.today, currency)
                    for role in catalog.roles
                    if f"upskill.path.{person.role}.{role}" in catalog.figures
                ]
    return found


def level_of(person: Person, catalog: Catalog) -> Level:
    """The level that the brief states, else the assumed one."""
    return person.level or LEVELS[round(catalog.value("staff.level"))]


def member(catalog: Catalog, role: str, level: Level, share: float = 1.0) -> Member:
    """What one person of `role` and `level` gives in `share` of a week."""
    output = {c: catalog.productivity(role, level, c) * share for c in CAPABILITIES}
    return Member(role, level, {c: round(worth, 4) for c, worth in output.items() if worth})


def _on_staff(
    person: Person, catalog: Catalog, home: str, day: date, currency: str
) -> SupplyOption:
    level = level_of(person, catalog)
    place, weekly, figures = _cost(person, level, catalog, home, day, currency)
    part = "" if person.share == 1 else f", {person.share:.0%} of the week"
    return SupplyOption(
        id=f"on-staff/{person.label}",
        label=f"{person.label}, on staff{part}",
        channel="on-staff",
        region=place.id,
        offshore=offshore(catalog, place.id, home),
        members=(member(catalog, person.role, level, person.share),),
        weekly_cost=weekly,
        one_off_cost=Decimal(0),
        lead=AT_ONCE,
        ramp=SETTLED,
        min_weeks=1,
        max_weeks=None,
        available=1,
        min_share=catalog.value("min-share.on-staff"),
        attrition=catalog.value(place.attrition.id),
        backfill=None,
        person=person.label,
        leaves=person.leaves,
        figures=(*figures, "min-share.on-staff", place.attrition.id),
    )


def _learner(
    person: Person, role: str, catalog: Catalog, home: str, day: date, currency: str
) -> SupplyOption:
    """The person keeps the old pay; a senior colleague of the new role gives time meanwhile."""
    now = level_of(person, catalog)
    highest = round(catalog.value("upskill.level"))
    level = LEVELS[min(LEVELS.index(now), highest)]
    place, weekly, figures = _cost(person, now, catalog, home, day, currency)
    path, weeks_id = f"upskill.path.{person.role}.{role}", f"upskill.weeks.{role}"
    weeks = scaled(catalog.distribution(weeks_id), catalog.value(path))
    mentor = loaded(catalog, "on-staff", role, "senior", home, day=day, currency=currency)
    mentoring = mentor.weekly * Decimal(str(weeks.mean)) * catalog.money("mentor.share")
    courses = dollars(catalog, "cost.upskill", currency)
    timing = trained(catalog, level)
    return SupplyOption(
        id=f"upskill/{person.label}/{role}",
        label=f"{person.label} learns to be {catalog.roles[role].name}",
        channel="upskill",
        region=place.id,
        offshore=offshore(catalog, place.id, home),
        members=(member(catalog, role, level, person.share),),
        weekly_cost=weekly,
        one_off_cost=cents(mentoring + courses),
        lead=timing.lead,
        ramp=timing.ramp,
        min_weeks=1,
        max_weeks=None,
        available=1,
        min_share=1.0,
        attrition=catalog.value(place.attrition.id),
        backfill=None,
        person=person.label,
        leaves=person.leaves,
        upskilling=Upskilling(
            person.label,
            weeks,
            catalog.value("upskill.share"),
            catalog.distribution("upskill.success"),
        ),
        figures=tuple(dict.fromkeys([
            *figures, *mentor.figures, *timing.figures, path, weeks_id, "upskill.share",
            "upskill.success", "upskill.level", "cost.upskill", place.attrition.id,
        ])),
    )  # fmt: skip


def _cost(
    person: Person, level: Level, catalog: Catalog, home: str, day: date, currency: str
) -> tuple[Region, Decimal, tuple[str, ...]]:
    """Place, weekly cost of the project's share, and the figures behind it."""
    region = person.region or home
    cost = loaded(catalog, "on-staff", person.role, level, region, day=day, currency=currency)
    figures = cost.figures if person.level else (*cost.figures, "staff.level")
    weekly = cents(cost.weekly * Decimal(str(person.share)))
    return catalog.regions[region], weekly, figures

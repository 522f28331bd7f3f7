"""Where people may work: home, and the short list of places abroad that the limits leave."""

from tercet.brief.records import Brief, Limit
from tercet.catalog.records import Catalog
from tercet.kernel.rules import broken

_ONE_LABOUR_MARKET = ("EU", "EEA")
"""Blocs whose people may work in every member country."""


def home_of(brief: Brief, catalog: Catalog, currency: str) -> str:
    """The customer's country; where the brief is silent, the usual one for `currency`."""
    if brief.home is None:
        usual = f"home.{currency}."
        named = (id.removeprefix(usual) for id in catalog.figures if id.startswith(usual))
        paying = (id for id, region in catalog.regions.items() if region.currency == currency)
        return next(named, next(paying, "US"))
    country = brief.home.country
    if country not in catalog.regions:
        known = ", ".join(sorted(catalog.regions))
        raise broken(__package__, "TM001", place="home.country", region=country, known=known)
    return country


def places(brief: Brief, catalog: Catalog, home: str) -> tuple[str, ...]:
    """Countries to look in, home first, without those that a hard limit of the brief rules out.

    Everybody whom tercet plans handles data, so where data must stay, people stay too.
    """
    hard = [limit for limit in brief.limits if not limit.soft]
    named = [
        country
        for limit in hard
        if limit.kind in ("regions", "data-residency")
        for country in _values(limit)
        if country in catalog.regions
    ]
    wanted = dict.fromkeys([home, *named, *nearby(catalog, home)])
    resident = any(need.id == "data-residency" for need in brief.needs)
    stated = any(limit.kind == "data-residency" for limit in hard)
    return tuple(
        place
        for place in wanted
        if all(_allowed(limit, place, catalog, home) for limit in hard)
        and (not resident or stated or not offshore(catalog, place, home))
    )


def nearby(catalog: Catalog, home: str) -> tuple[str, ...]:
    """The list of places abroad for `home`: its own, else its first bloc's, else the general."""
    for area in (home, *catalog.regions[home].blocs, "other"):
        start = f"offshore.{area}."
        ranked = sorted(
            (catalog.value(id), id.removeprefix(start))
            for id in catalog.figures
            if id.startswith(start)
        )
        found = tuple(place for rank, place in ranked if rank > 0 and place in catalog.regions)
        if found:
            return tuple(place for place in found if place != home)
    return ()


def offshore(catalog: Catalog, place: str, home: str) -> bool:
    """Whether `place` lies outside the home country and its common labour market, if any."""
    blocs = {bloc for bloc in catalog.regions[home].blocs if bloc in _ONE_LABOUR_MARKET}
    return place != home and not blocs & set(catalog.regions[place].blocs)


def hours_apart(catalog: Catalog, home: str) -> dict[str, float]:
    """By how many hours the clock of each country differs from home's."""
    here = catalog.regions[home].utc_offset
    return {id: abs(region.utc_offset - here) for id, region in catalog.regions.items()}


def ruled_out(brief: Brief) -> frozenset[str]:
    """Channels that a hard limit of the brief forbids."""
    return frozenset(
        channel
        for limit in brief.limits
        if limit.kind == "no-channel" and not limit.soft
        for channel in _values(limit)
    )


def _allowed(limit: Limit, place: str, catalog: Catalog, home: str) -> bool:
    if limit.kind == "onshore-only":
        return place == home
    if limit.kind in ("regions", "data-residency"):
        return bool({place, *catalog.regions[place].blocs} & set(_values(limit)))
    return True


def _values(limit: Limit) -> tuple[str, ...]:
    match limit.value:
        case tuple() as several:
            return several
        case str() as one:
            return (one,)
        case _:
            return ()

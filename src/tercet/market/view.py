"""`market_view`: a role's pay, loaded cost and time to start, at home and abroad."""

from datetime import date
from decimal import Decimal

from tercet.catalog.records import Catalog, Channel, Level
from tercet.kernel.rules import Finding, broken, finding
from tercet.kernel.streams import stream
from tercet.kernel.uncertain import Distribution
from tercet.market.bands import pay_band, premium
from tercet.market.leads import hired, rented
from tercet.market.loaded import WEEKS, loaded
from tercet.market.places import nearby, offshore
from tercet.market.records import LeadTime, Loaded, MarketView, Offer, Row, Wait

CHANNELS: tuple[Channel, ...] = ("fte", "contractor", "pod")
_DRAWS = 20_000
"""Enough for the days shown to be exact to about one day."""


def market_view(
    catalog: Catalog, role: str | None, region: str, level: Level, *, day: date
) -> MarketView:
    """Pay on `day` in the country's own currency; with a `role`, also offers there and abroad.

    `region` is the customer's country: offers abroad are priced for it. Raises `InputError` TM001
    for an unknown country and TM004 for an unknown role.
    """
    if region not in catalog.regions:
        known = ", ".join(sorted(catalog.regions))
        raise broken(__package__, "TM001", region=region, known=known)
    if role is not None and role not in catalog.roles:
        raise broken(__package__, "TM004", role=role, known=", ".join(catalog.roles))
    roles = (role,) if role else tuple(catalog.roles)
    rows = tuple(_row(catalog, one, region, level, day) for one in roles)
    offers = _offers(catalog, role, region, level, day) if role else ()
    used = dict.fromkeys(
        id for offer in offers for id in (*offer.cost.figures, *_waited(offer)) if id[:5] != "band."
    )
    figures = tuple(catalog.figures[id] for id in used)
    bands = [row.band for row in rows if row.band] + [offer.cost.band for offer in offers]
    cited = dict.fromkeys(id for band in bands for id in band.source.split("|"))
    cited |= dict.fromkeys(figure.source for figure in figures)
    return MarketView(
        role=role,
        level=level,
        region=region,
        currency=catalog.regions[region].currency,
        day=day,
        rows=rows,
        offers=offers,
        figures=figures,
        sources=tuple(catalog.sources[id] for id in cited),
        findings=_findings(offers),
    )


def _row(catalog: Catalog, role: str, region: str, level: Level, day: date) -> Row:
    return Row(
        role,
        pay_band(catalog, role, level, region, day=day),
        None if role == "data-scientist" else premium(catalog, role, region, level),
    )


def _offers(catalog: Catalog, role: str, home: str, level: Level, day: date) -> tuple[Offer, ...]:
    """Each channel at home, then abroad; savings are against an employee at home."""
    currency = catalog.regions[home].currency
    found: list[Offer] = []
    for place in (home, *nearby(catalog, home)):
        for channel in CHANNELS:
            cost = loaded(
                catalog, channel, role, level, place, day=day, currency=currency, home=home
            )
            yearly = cost.weekly * WEEKS + cost.one_off
            base = found[0].yearly if found else yearly
            found.append(Offer(
                channel, place, offshore(catalog, place, home), cost, yearly,
                saving(yearly, base), _waits(catalog, channel, role, level, place),
            ))  # fmt: skip
    return tuple(found)


def saving(cost: Decimal, base: Decimal) -> float:
    """Share of `base` that `cost` saves."""
    return round(float(1 - cost / base), 4)


def _waits(
    catalog: Catalog, channel: Channel, role: str, level: Level, place: str
) -> tuple[Wait, ...]:
    """Approval, search, notice, and the whole: its P90 is less than the sum of theirs."""
    if channel == "fte":
        timing = hired(catalog, role, level, catalog.regions[place])
    else:
        timing = rented(catalog, "pod" if channel == "pod" else "contractor")
    parts = {
        "approval": timing.lead.approval,
        "search": timing.lead.search,
        "notice": timing.lead.notice,
    }
    waits = [
        Wait(name, round(part.quantile(0.5), 1), round(part.quantile(0.9), 1), timing.figures)
        for name, part in parts.items()
    ]
    p50, p90 = _whole(timing.lead)
    return (*waits, Wait("start", p50, p90, timing.figures))


def _whole(lead: LeadTime) -> tuple[float, float]:
    """P50 and P90 of the sum of the three parts, which do not depend on one another."""
    import numpy as np

    def drawn(name: str, part: Distribution) -> "np.typing.NDArray[np.float64]":
        return part.sample(stream(0, "market", name), _DRAWS)

    days = (
        drawn("approval", lead.approval) + drawn("search", lead.search)
        + drawn("notice", lead.notice)
    )  # fmt: skip
    p50, p90 = np.quantile(days, (0.5, 0.9))
    return round(float(p50), 1), round(float(p90), 1)


def _waited(offer: Offer) -> tuple[str, ...]:
    return offer.waits[-1].figures


def _findings(offers: tuple[Offer, ...]) -> tuple[Finding, ...]:
    """Where a neighbouring level's pay stands in for a band that is not there."""
    costs: dict[str, Loaded] = {offer.region: offer.cost for offer in offers}
    return tuple(
        finding(
            __package__, "TM005", role=cost.role, level=cost.level, region=region,
            used=cost.band.level,
        )
        for region, cost in costs.items()
        if cost.band.level != cost.level
    )  # fmt: skip

"""Pay of people who work for a customer in another country: mostly more than local firms pay."""

from datetime import date
from decimal import Decimal

from tercet.catalog.records import Catalog
from tercet.kernel.money import Money
from tercet.market.bands import band_id, nearest_band
from tercet.market.records import Band

REMOTE = "pay-factor.remote-LATAM"


def foreign_pay(
    catalog: Catalog, band: Band, home: str, day: date
) -> tuple[Decimal, tuple[str, ...]]:
    """Middle yearly pay in the band's currency for a customer in `home`, and the figures used.

    Where the catalogue knows what foreign firms pay, as a share of pay in the United States, the
    higher of that and local pay counts; elsewhere, and at home, local pay.
    """
    local = (band_id(band), "pay.uprate")
    factor = _factor(catalog, band.region, home)
    yardstick = nearest_band(catalog, band.role, band.level, "US", day=day)
    if factor is None or yardstick is None:
        return band.p50, local
    dollars = yardstick.p50 * catalog.money(factor)
    foreign = catalog.rates.convert(Money(dollars, "USD"), band.currency).amount
    if foreign <= band.p50:
        return band.p50, local
    return foreign, (band_id(yardstick), "pay.uprate", factor)


def _factor(catalog: Catalog, place: str, home: str) -> str | None:
    """The figure for `place` when it works for `home`: its own, or that of Latin America."""
    if place == home:
        return None
    own = f"pay-factor.{place}.global"
    if own in catalog.figures:
        return own
    here, there = catalog.regions[place].blocs, catalog.regions[home].blocs
    remote = "LATAM" in here and "NA" in there and "LATAM" not in there
    return REMOTE if remote else None

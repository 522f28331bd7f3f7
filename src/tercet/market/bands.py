"""Pay bands on a day: the user's own where there are any, else the catalogue's."""

import math
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import cast

from tercet.catalog.records import LEVELS, Catalog, Level
from tercet.market.records import Band, Confidence, Premium

YOURS = "yours"
"""Source of a band that the user gave."""
QUANTILES = ("p10", "p25", "p50", "p75", "p90")
_DAYS_A_YEAR = Decimal("365.25")
_Z90 = 1.6449
"""Half-width of a 90 % interval in standard errors."""


def pay_band(catalog: Catalog, role: str, level: Level, region: str, *, day: date) -> Band | None:
    """Yearly gross base pay uprated to `day`, or None where nothing honest can be said.

    A band from the user's own table wins and is taken as it stands; one from the catalogue grows
    by `pay.uprate` a year from the middle of its year.
    """
    found = _row(catalog, role, level, region)
    if found is None:
        return None
    band = _read(found)
    if band.source == YOURS:
        return band
    years = Decimal((day - date(band.year, 7, 1)).days) / _DAYS_A_YEAR
    growth = (1 + Decimal(str(catalog.value("pay.uprate")))) ** years
    return _with(band, [_whole(amount * growth) for amount in amounts(band)])


def amounts(band: Band) -> list[Decimal]:
    """The five amounts of a band, lowest first."""
    return [band.p10, band.p25, band.p50, band.p75, band.p90]


def nearest_band(
    catalog: Catalog, role: str, level: Level, region: str, *, day: date
) -> Band | None:
    """The band of `level`, else of the nearest level that has one (the lower of two)."""
    here = LEVELS.index(level)
    for other in sorted(LEVELS, key=lambda name: abs(LEVELS.index(name) - here)):
        band = pay_band(catalog, role, other, region, day=day)
        if band is not None:
            return band
    return None


def premium(catalog: Catalog, role: str, region: str, level: Level) -> Premium | None:
    """Middle pay of `role` over that of a data scientist, with a 90 % interval.

    The country's general level of pay cancels, so that only the errors of the two roles within
    the country widen the interval. None where one of the two has no band.
    """
    own = _row(catalog, role, level, region)
    base = _row(catalog, "data-scientist", level, region)
    if own is None or base is None:
        return None
    top, bottom = _read(own), _read(base)
    ratio = float(top.p50 / bottom.p50)
    spread = math.exp(_Z90 * math.hypot(top.error, bottom.error))
    return Premium(role, level, region, ratio, ratio / spread, ratio * spread, min(top.n, bottom.n))


def band_id(band: Band) -> str:
    """Id under which reports cite a band."""
    return f"band.{band.role}.{band.level}.{band.region}"


def _row(catalog: Catalog, role: str, level: str, region: str) -> Mapping[str, str] | None:
    wanted = (role, level, region)
    rows = [r for r in catalog.bands if (r["role"], r["level"], r["region"]) == wanted]
    return next((r for r in rows if r["source"] == YOURS), rows[0] if rows else None)


def _read(row: Mapping[str, str]) -> Band:
    p10, p25, p50, p75, p90 = (Decimal(row[name]) for name in QUANTILES)
    return Band(
        row["role"], cast("Level", row["level"]), row["region"], row["currency"],
        p10, p25, p50, p75, p90, int(row["n"]), int(row["year"]), row["source"],
        cast("Confidence", row["confidence"]), row.get("note", ""), float(row.get("error") or 0),
    )  # fmt: skip


def _with(band: Band, five: list[Decimal]) -> Band:
    p10, p25, p50, p75, p90 = five
    return replace(band, p10=p10, p25=p25, p50=p50, p75=p75, p90=p90)


def _whole(amount: Decimal) -> Decimal:
    return amount.quantize(Decimal(1), ROUND_HALF_UP)

"""Tables of the user's own: exchange rates and pay bands that the settings file names."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from tercet.catalog.records import LEVELS, ROLES, Catalog
from tercet.catalog.tables import Faults, Row, check_range, number, read_rows
from tercet.kernel.provenance import Figure
from tercet.kernel.uncertain import point

YOURS = "yours"
"""Id in sources.csv of what the user overrides."""
NOTE = "assumption: overridden by you"
RATE_COLUMNS = ("currency", "usd_per_unit", "date")
QUANTILES = ("p10", "p25", "p50", "p75", "p90")
BAND_COLUMNS = ("role", "level", "region", "currency", *QUANTILES, "year")


def own_rates(path: Path, *, place: str) -> dict[str, Figure]:
    """Figures `rate.EUR` … from the user's table; `InputError` with its first fault."""
    faults = Faults()
    changed = {}
    for row in _rows(path, RATE_COLUMNS, faults, place):
        value = number(row, "usd_per_unit", faults)
        try:
            date.fromisoformat(row["date"])
        except ValueError:
            faults.add("TC012", row.place, column="date", value=row["date"])
        if value is not None:
            rate, id = point(value), f"rate.{row['currency']}"
            check_range(rate, "USD-per-unit", row.place, faults)
            changed[id] = Figure(id, rate, "USD-per-unit", row["date"], YOURS, "J", NOTE)
    faults.raise_first()
    return changed


def own_bands(path: Path, catalog: Catalog, *, place: str) -> tuple[Mapping[str, str], ...]:
    """The user's bands in the form of the shipped ones; `InputError` with the first fault."""
    faults = Faults()
    rows = _rows(path, BAND_COLUMNS, faults, place)
    for row in rows:
        check_band(row, catalog, faults)
    faults.raise_first()
    extra = {"n": "0", "source": YOURS, "grade": "J", "confidence": "good", "error": "0"}
    return tuple({**row.cells, **extra, "note": "your own band"} for row in rows)


def check_band(row: Row, catalog: Catalog, faults: Faults) -> None:
    """Note ids that nothing defines, and quantiles that do not rise from above zero."""
    faults.refer(row.place, "role", [row["role"]], ROLES, "roles.yaml")
    faults.refer(row.place, "level", [row["level"]], LEVELS, "tercet")
    faults.refer(row.place, "region", [row["region"]], catalog.regions, "regions.csv")
    faults.refer(row.place, "currency", [row["currency"]], catalog.rates.usd, "rates.csv")
    read = [number(row, column, faults) for column in (*QUANTILES, "year")]
    pay = [value for value in read[:-1] if value is not None]
    if pay and (pay[0] <= 0 or pay != sorted(pay)):
        shown = ";".join(row[column] for column in QUANTILES)
        wanted = "p10 to p90 above zero and in rising order"
        faults.add("TC006", row.place, value=shown, kind="band", wanted=wanted)


def _rows(path: Path, columns: tuple[str, ...], faults: Faults, place: str) -> Iterable[Row]:
    rows = read_rows(path, columns, faults, place=place)
    if not rows and not faults.found:
        faults.add("TC063", place)
    return rows

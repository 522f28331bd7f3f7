"""The files of a catalogue folder as typed records; faults are collected, faulty rows left out."""

import csv
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from tercet.catalog.entries import read_capabilities, read_claims, read_pods, read_roles
from tercet.catalog.records import LEVELS, Catalog, Region
from tercet.catalog.tables import (
    FIGURE_COLUMNS,
    Faults,
    Row,
    day,
    number,
    once,
    read_figure,
    read_rows,
)
from tercet.catalog.tools import read_tools
from tercet.kernel.money import Rates
from tercet.kernel.provenance import Figure, Source

SOURCE_COLUMNS = ("id", "title", "url", "date")
REGION_COLUMNS = ("id", "name", "currency", "utc_offset", "blocs")
RATE_COLUMNS = ("currency", "usd_per_unit", "date", "source", "grade", "note")


def read_catalog(folder: Path, faults: Faults) -> Catalog:
    """Everything in `folder` but blueprints and bands, as far as it is free of faults."""
    sources = read_sources(folder, faults)
    figures = read_figures(folder, sources, faults)
    figures |= read_rates(folder / "rates.csv", sources, faults, place="rates.csv")
    regions = read_regions(folder, figures, faults)
    return Catalog(
        capabilities=read_capabilities(folder, faults),
        roles=read_roles(folder, faults),
        tools=read_tools(folder, faults),
        regions=regions,
        rates=rates_from(figures),
        blueprints={},
        added=(),
        figures=figures,
        claims=read_claims(folder, sources, faults),
        sources=sources,
        bands=read_bands(folder),
        pods=read_pods(folder, regions, faults),
    )


def with_figures(catalog: Catalog, changed: Mapping[str, Figure]) -> Catalog:
    """A new catalogue in which `changed` replace the figures of the same ids everywhere."""
    figures = {**catalog.figures, **changed}
    regions = {
        id: replace(region, **_figures_of(id, figures)) for id, region in catalog.regions.items()
    }
    return replace(catalog, figures=figures, regions=regions, rates=rates_from(figures))


def read_sources(folder: Path, faults: Faults) -> dict[str, Source]:
    """Documents that figures cite, by id."""
    sources: dict[str, Source] = {}
    for row in once(read_rows(folder / "sources.csv", SOURCE_COLUMNS, faults), "id", faults):
        if not row["title"]:
            faults.add("TC004", row.place, column="title")
        sources[row["id"]] = Source(row["id"], row["title"], row["url"], row["date"])
    return sources


def read_figures(folder: Path, sources: Mapping[str, Source], faults: Faults) -> dict[str, Figure]:
    """All rows of figures/*.csv by id, in the order of file names and lines."""
    files = sorted((folder / "figures").glob("*.csv"))
    rows = [
        row
        for path in files
        for row in read_rows(path, FIGURE_COLUMNS, faults, place=f"figures/{path.name}")
    ]
    read = (read_figure(row, sources, faults) for row in once(rows, "id", faults))
    return {figure.id: figure for figure in read if figure}


def read_rates(
    path: Path, sources: Mapping[str, Source], faults: Faults, *, place: str
) -> dict[str, Figure]:
    """Exchange rates as figures `rate.EUR` …: US dollars that one unit buys."""
    figures = {}
    for row in once(read_rows(path, RATE_COLUMNS, faults, place=place), "currency", faults):
        cells = {
            **row.cells,
            "id": f"rate.{row['currency']}",
            "kind": "point",
            "values": row["usd_per_unit"],
            "unit": "USD-per-unit",
        }
        figure = read_figure(Row(row.place, cells), sources, faults)
        if figure:
            figures[figure.id] = figure
    return figures


def rates_from(figures: Mapping[str, Figure]) -> Rates:
    """The table of rates that the figures `rate.*` make up, dated by the oldest of them."""
    rows = {id[5:]: figure for id, figure in figures.items() if id.startswith("rate.")}
    days = [day(figure.date) or date.min for figure in rows.values() if figure.date]
    cited = ", ".join(sorted({figure.source for figure in rows.values()}))
    usd = {currency: Decimal(str(row.value.quantile(0.5))) for currency, row in rows.items()}
    return Rates(min(days, default=date.min), cited, usd)


def read_regions(folder: Path, figures: Mapping[str, Figure], faults: Faults) -> dict[str, Region]:
    """Countries with their figures; one that lacks a figure is at fault and left out."""
    regions = {}
    for row in once(read_rows(folder / "regions.csv", REGION_COLUMNS, faults), "id", faults):
        for column in ("name", "currency", "blocs"):
            if not row[column]:
                faults.add("TC004", row.place, column=column)
        there = figures.keys() | faults.spoilt
        if row["currency"] and f"rate.{row['currency']}" not in there:
            faults.add("TC014", row.place, region=row["name"], currency=row["currency"])
        needed = region_figures(row["id"])
        for id in needed:
            if id not in there:
                faults.add("TC015", row.place, value=id)
        offset = number(row, "utc_offset", faults)
        if offset is None or any(id not in figures for id in needed):
            faults.spoilt.add(row["id"])
            continue
        regions[row["id"]] = Region(
            row["id"], row["name"], row["currency"], offset, row.words("blocs"),
            **_figures_of(row["id"], figures),
        )  # fmt: skip
    return regions


def region_figures(id: str) -> tuple[str, ...]:
    """Ids of the figures that the country `id` must have."""
    once = (f"{kind}.{id}" for kind in ("on-cost", "hiring-factor", "pay-factor", "attrition"))
    return (*once, *(f"notice.{id}.{level}" for level in LEVELS))


def _figures_of(id: str, figures: Mapping[str, Figure]) -> dict[str, Any]:
    return {
        "on_cost": figures[f"on-cost.{id}"],
        "hiring_factor": figures[f"hiring-factor.{id}"],
        "pay_factor": figures[f"pay-factor.{id}"],
        "attrition": figures[f"attrition.{id}"],
        "notice": {level: figures[f"notice.{id}.{level}"] for level in LEVELS},
    }


def read_bands(folder: Path) -> tuple[Mapping[str, str], ...]:
    """Rows of the derived pay bands as text, in the order of the file."""
    path = folder / "bands.csv"
    if not path.is_file():
        return ()
    with path.open(encoding="utf-8-sig", newline="") as file:
        return tuple(csv.DictReader(file))

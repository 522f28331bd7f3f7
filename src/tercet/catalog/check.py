"""`check_catalog`: every fault in a folder of data files, for the expert who edits them."""

from pathlib import Path

from tercet.catalog.blueprints import check_blueprints
from tercet.catalog.load import load_catalog
from tercet.catalog.owned import BAND_COLUMNS, check_band
from tercet.catalog.read import read_catalog
from tercet.catalog.records import CAPABILITIES, ROLES, Catalog
from tercet.catalog.tables import Faults, check_provenance, read_rows
from tercet.kernel.errors import InputError
from tercet.kernel.rules import Finding

BAND_FILE = (*BAND_COLUMNS[:-1], "n", "year", "source", "grade", "confidence", "error", "note")
OPTIONAL = (
    "upskill.path.", "buffer.", "offshore.", "rate.", "on-cost.", "notice.", "hiring-factor.",
    "pay-factor.", "attrition.",
)  # fmt: skip
"""Beginnings of ids that may go: paths, trials, and figures of countries and currencies."""


def check_catalog(folder: Path) -> tuple[Finding, ...]:
    """All that is wrong with the data files in `folder`, each with file, line and rule.

    Empty when `load_catalog(folder)` works and every figure that the shipped files have is there.
    """
    faults = Faults()
    catalog = read_catalog(folder, faults)
    _check_matrix(catalog, faults)
    _check_complete(catalog, faults)
    _check_bands(folder, catalog, faults)
    try:
        faults.found += check_blueprints(folder)
    except InputError as error:
        faults.note(error)
    return tuple(faults.found)


def _check_matrix(catalog: Catalog, faults: Faults) -> None:
    for role in (*ROLES, "generalist"):
        for capability in CAPABILITIES:
            id = f"productivity.{role}.{capability}"
            if id not in catalog.figures and id not in faults.spoilt:
                faults.add("TC013", "figures/people.csv", role=role, capability=capability)


def _check_complete(catalog: Catalog, faults: Faults) -> None:
    there = {*catalog.figures, *faults.spoilt}
    for id in load_catalog().figures:
        if id not in there and not id.startswith(("productivity.", *OPTIONAL)):
            faults.add("TC015", "figures", value=id)
    for file, ids, found in (
        ("roles.yaml", ROLES, catalog.roles),
        ("capabilities.yaml", CAPABILITIES, catalog.capabilities),
    ):
        for id in ids:
            if id not in found and f"{file}: {id}" not in faults.spoilt:
                faults.add("TC017", file, entry=file, wanted=f"the entry {id}")


def _check_bands(folder: Path, catalog: Catalog, faults: Faults) -> None:
    seen: dict[tuple[str, str, str], str] = {}
    for row in read_rows(folder / "bands.csv", BAND_FILE, faults):
        check_band(row, catalog, faults)
        check_provenance(row, catalog.sources, faults, column="year")
        key = (row["role"], row["level"], row["region"])
        first = seen.setdefault(key, row.place)
        if first != row.place:
            faults.add("TC010", row.place, value=" ".join(key), first=first)

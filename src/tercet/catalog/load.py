"""`load_catalog`: the data files as one validated, typed record."""

from dataclasses import replace
from functools import cache
from pathlib import Path

from tercet.catalog.blueprints import load_blueprints
from tercet.catalog.read import read_catalog
from tercet.catalog.records import Catalog
from tercet.catalog.tables import SHIPPED, Faults


def load_catalog(folder: Path | None = None) -> Catalog:
    """Everything that tercet knows, from `folder` or as shipped (read once per process).

    Raises `InputError` with the first fault; `check_catalog` names them all.
    """
    return _shipped() if folder is None else _load(folder)


@cache
def _shipped() -> Catalog:
    return _load(SHIPPED)


def _load(folder: Path) -> Catalog:
    faults = Faults()
    catalog = read_catalog(folder, faults)
    faults.raise_first()
    blueprints, added = load_blueprints(folder)
    return replace(catalog, blueprints=blueprints, added=added)

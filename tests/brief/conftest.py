"""What the tests of reading share."""

from collections.abc import Callable
from datetime import date

import pytest

from tercet.brief.read import read_brief
from tercet.brief.records import Brief
from tercet.catalog.load import load_catalog
from tercet.catalog.records import Catalog

TODAY = date(2026, 11, 23)


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    """The catalogue as shipped."""
    return load_catalog()


@pytest.fixture(scope="session")
def read(catalog: Catalog) -> Callable[..., Brief]:
    """Reads a text on 23 November 2026."""
    return lambda text, today=TODAY: read_brief(text, catalog, today=today)

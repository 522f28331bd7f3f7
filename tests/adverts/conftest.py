"""Adverts for tests of reading them."""

from pathlib import Path

import pytest
import yaml

from tercet.catalog import load_catalog
from tercet.catalog.records import Catalog


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    """The catalogue as shipped."""
    return load_catalog()


@pytest.fixture(scope="session")
def gold() -> dict[str, dict[str, object]]:
    """Fictional adverts with what a careful reader takes from them, by name."""
    return yaml.safe_load(Path(__file__).with_name("gold.yaml").read_text("utf-8"))

"""Documents of plain text, and the catalogue, for tests of evidence."""

from collections.abc import Callable
from datetime import date

import pytest

from tercet.catalog import load_catalog
from tercet.documents.records import Document, Page
from tercet.evidence import extract

TODAY = date(2026, 11, 23)
JOB = "Experience\nMachine Learning Engineer | Larkspur Cards | Jan 2020 – present\n"


@pytest.fixture(scope="session")
def catalog():
    """The shipped catalogue."""
    return load_catalog()


@pytest.fixture(scope="session")
def document() -> Callable[[str], Document]:
    """A document of one page of text for each argument."""

    def make(*pages: str) -> Document:
        numbered = tuple(Page(i, text) for i, text in enumerate(pages, 1))
        return Document("cv.txt", "0" * 64, "text", numbered, "full", (), (), ())

    return make


@pytest.fixture(scope="session")
def read(catalog, document):
    """Evidence of a text."""
    return lambda *pages: extract(document(*pages), catalog, today=TODAY)


@pytest.fixture(scope="session")
def bullet(read):
    """Evidence of one list item in a technical job."""
    return lambda text: read(f"Ann Teal\nMachine Learning Engineer\n\n{JOB}• {text}\n")

"""Evidence and criteria for tests of screening."""

from datetime import date

import pytest

from tercet.catalog import load_catalog
from tercet.documents.records import Document, Page
from tercet.screening import criteria_for_role, screen_document

TODAY = date(2026, 11, 23)
STRONG = """Ann Teal
MLOps Engineer

Experience
MLOps Engineer | Larkspur Cards | Jan 2020 – present
• Release and, where needed, roll back 12 scoring models in production
• Run the Kubeflow training pipelines and repair failures before opening
• Wrote drift alerts and answer them on call
• Operate two EKS clusters, upgrades included
• Led the response to the outage of May 2024
• Refund costs fell by 12 %, £300k a year
"""


@pytest.fixture(scope="session")
def catalog():
    """The shipped catalogue."""
    return load_catalog()


@pytest.fixture(scope="session")
def criteria(catalog):
    """What an MLOps engineer is asked."""
    return criteria_for_role(catalog, "mlops-engineer")


@pytest.fixture(scope="session")
def screen(catalog, criteria):
    """A text, screened."""

    def run(text, asked=criteria):
        document = Document("cv.txt", "0" * 64, "text", (Page(1, text),), "full", (), (), ())
        return screen_document(document, catalog, asked, today=TODAY)

    return run


@pytest.fixture(scope="session")
def strong():
    """A résumé that shows all that is asked."""
    return STRONG

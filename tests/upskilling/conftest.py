"""Learners to vary, the shipped catalogue, and team files on the spot."""

from datetime import date

import pytest

from tercet.catalog import load_catalog
from tercet.upskilling import Learner

TODAY = date(2026, 11, 24)
RUNGS = ("none", "listed", "learned", "prototyped", "shipped", "operated")


@pytest.fixture(scope="session")
def catalog():
    return load_catalog()


@pytest.fixture(scope="session")
def learner():
    """A factory: `learner("data-scientist", monitoring="listed")`."""

    def make(role="data-scientist", name="A", level="mid", country="NL", share=0.55, **rungs):
        shown = {capability.replace("_", "-"): rung for capability, rung in rungs.items()}
        return Learner(name, role, level, country, share, shown)

    return make


@pytest.fixture
def written(tmp_path):
    """A factory that puts text into a file and gives its path."""

    def write(text, name="team.yaml"):
        path = tmp_path / name
        path.write_text(text, "utf-8")
        return path

    return write

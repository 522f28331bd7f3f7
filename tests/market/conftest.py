"""A small brief to vary, and the shipped catalogue."""

from datetime import date

import pytest

from tercet.brief.records import Archetype, Brief, Budget, Home, Limit, Need, Person, TeamRow
from tercet.catalog import load_catalog

TODAY = date(2026, 11, 23)


@pytest.fixture(scope="session")
def catalog():
    return load_catalog()


@pytest.fixture
def brief():
    """A factory: `brief("NL", limits=[("no-channel", ("pod",))])`."""

    def make(home="NL", *, budget=None, limits=(), soft=False, needs=(), people=()):
        team = tuple(TeamRow(p.role, 1, None, (p,)) for p in people)
        return Brief(
            text="", title=None, today=TODAY, archetype=Archetype("fraud-detection", 1.0, None),
            size="M", size_quote=None, deadline=None,
            budget=Budget(budget, None) if budget else None,
            home=Home(home, None, None) if home else None, team=team,
            needs=tuple(Need(id, None) for id in needs),
            limits=tuple(Limit(kind, value, soft, None) for kind, value in limits),
            languages=1, assumptions=(), questions=(), findings=(),
        )  # fmt: skip

    return make


@pytest.fixture
def person():
    """A factory of people on staff: `person("data-scientist", level="senior")`."""

    def make(role="data-scientist", label=None, level=None, region=None, share=1.0, leaves=None):
        return Person(label or f"{role} 1", role, level, region, share, leaves)

    return make

"""What the shipped catalogue promises to the stages above it."""

import re
import subprocess
import sys
from decimal import Decimal

import pytest

from tercet.catalog.load import load_catalog
from tercet.catalog.read import read_catalog
from tercet.catalog.records import CAPABILITIES, LEVELS, ROLES, VETTED
from tercet.catalog.tables import SHIPPED, Faults
from tercet.catalog.tools import load_tools
from tercet.kernel.money import Money

CATALOG = load_catalog()
FRAMEWORK = {
    "data-analysis": (1, 0.3, 0.6),
    "model-prototyping": (1, 1, 0),
    "model-deployment": (0.6, 1, 1),
    "pipeline-automation": (0, 0.6, 1),
    "monitoring": (0, 1, 1),
    "api-development": (0.3, 1, 0),
    "cloud-infrastructure": (0.3, 1, 1),
}
"""The skills matrix as decision 0010 reads it: data scientist, AI and MLOps engineer."""


def test_the_shipped_catalogue_is_read_once():
    """Two stages that ask for the catalogue share one record."""
    assert load_catalog() is load_catalog()


def test_tools_can_be_had_alone():
    """Who needs only the tools gets the catalogue's own."""
    assert load_tools() == CATALOG.tools


def test_a_copy_of_the_folder_reads_the_same(folder):
    """The result depends on the files and not on where they lie."""
    assert load_catalog(folder) == CATALOG


def test_roles_and_capabilities_are_those_of_the_framework():
    """Nine roles with distinct codes and three soft skills, eleven capabilities, seven vetted."""
    assert tuple(CATALOG.roles) == ROLES
    assert len({role.code for role in CATALOG.roles.values()}) == 9
    assert all(len(role.soft_skills) == 3 for role in CATALOG.roles.values())
    assert tuple(CATALOG.capabilities) == CAPABILITIES
    assert tuple(id for id, row in CATALOG.capabilities.items() if row.vetted) == VETTED


def test_a_title_belongs_to_one_role():
    """Titles are lower case, and none leads to two roles."""
    titles = [title for role in CATALOG.roles.values() for title in role.titles]
    assert len(titles) == len(set(titles))
    assert all(title == title.lower() for title in titles)
    assert "ml engineer" in CATALOG.roles["ai-engineer"].titles


@pytest.mark.parametrize("capability", VETTED)
def test_the_matrix_is_read_as_decided(capability):
    """The three roles of the framework have the productivity that the decision states."""
    row = tuple(
        CATALOG.productivity(role, "mid", capability)
        for role in ("data-scientist", "ai-engineer", "mlops-engineer")
    )
    assert row == FRAMEWORK[capability]


@pytest.mark.parametrize("role", ROLES)
def test_every_role_is_best_or_equal_best_somewhere(role):
    """A role that nobody would ever need more than another would be a mistake in the matrix."""
    assert any(CATALOG.productivity(role, "mid", capability) == 1 for capability in CAPABILITIES)


def test_more_experience_gives_more():
    """Output rises with level, mid level is the unit."""
    output = [CATALOG.value(f"output.{level}") for level in LEVELS]
    assert output == sorted(output)
    assert output[1] == 1


def test_tools_are_many_and_each_word_leads_to_one():
    """At least 300 tools; spellings are unique without regard to case."""
    words = [word for tool in CATALOG.tools.values() for word in (tool.name, *tool.spellings)]
    assert len(CATALOG.tools) >= 300
    assert len({word.casefold() for word in words}) == len(words)


@pytest.mark.parametrize(
    ("name", "word"),
    [("Go", "Go"), ("R", "R"), ("Ray", "Ray"), ("Dash", "Dash"), ("Apache Spark", "spark"),
     ("NVIDIA Triton Inference Server", "triton"), ("Flux CD", "flux"), ("Chef", "Chef")],
)  # fmt: skip
def test_everyday_words_are_marked(name, word):
    """The names of a tool that are words of everyday use are ambiguous, its other names aren't."""
    assert word in CATALOG.tools[name].ambiguous
    assert "pyspark" not in CATALOG.tools["Apache Spark"].ambiguous
    assert not CATALOG.tools["Kubernetes"].ambiguous


def test_every_country_has_what_a_price_needs():
    """At least 24 countries, each with a rate for its currency."""
    assert len(CATALOG.regions) >= 24
    for region in CATALOG.regions.values():
        assert CATALOG.rates.usd[region.currency] > 0
        assert set(region.notice) == set(LEVELS)
        assert re.fullmatch("[A-Z]{2}", region.id)


def test_the_blocs_of_europe():
    """Norway is in the EEA and not in the EU, Switzerland and the UK in neither."""
    assert "EU" in CATALOG.regions["DE"].blocs
    assert "EU" not in CATALOG.regions["NO"].blocs
    assert "EEA" in CATALOG.regions["NO"].blocs
    assert not {"EU", "EEA"} & {*CATALOG.regions["CH"].blocs, *CATALOG.regions["GB"].blocs}


def test_rates_exchange_money():
    """A thousand euros are what the rate of the euro says in dollars."""
    money = CATALOG.rates.convert(Money(Decimal(1000), "EUR"), "USD")
    assert money.amount == 1000 * CATALOG.rates.usd["EUR"]


def test_figures_are_dated_sourced_and_called_assumptions():
    """No figure without date and a known source; M and J say "assumption"."""
    for figure in CATALOG.figures.values():
        assert figure.date
        assert all(part in CATALOG.sources for part in figure.source.split("|"))
        assert not figure.assumed or "assumption" in figure.note.lower()


def test_pods_are_made_of_known_people():
    """Each pod has at least two members and is sold from somewhere."""
    assert CATALOG.pods
    for pod in CATALOG.pods.values():
        assert len(pod.members) >= 2
        assert pod.regions


def test_the_claims_to_be_tested_are_there():
    """The framework's own numbers are kept as claims, with what they would have to show."""
    assert CATALOG.claims["role-premium"].expects["premium"] == (0.15, 0.4)
    assert CATALOG.claims["offshore-saving"].expects["saving"] == (0.3, 0.5)
    assert len(CATALOG.claims["pay-bands"].expects) == 9


def test_reading_imports_nothing_heavy():
    """Loading the catalogue brings in no arrays, no solver and no validation library."""
    code = (
        "import sys; from tercet.catalog.load import load_catalog; load_catalog();"
        "print([m for m in ('numpy', 'pydantic', 'highspy', 'jinja2') if m in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_reading_is_free_of_faults_and_of_order():
    """Reading twice gives equal records, in the same order."""
    first, second = read_catalog(SHIPPED, Faults()), read_catalog(SHIPPED, Faults())
    assert first == second
    assert list(first.figures) == list(second.figures)

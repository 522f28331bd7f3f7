"""Products of an advert: as spelt, each once, and what is asked for apart from what is wished."""

import pytest

from tercet.adverts import read_job
from tercet.adverts.naming import named_tools
from tercet.adverts.wishes import inside, is_wish, wishes
from tercet.catalog.records import Catalog


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Experience with C/C++ and Azure cloud", ["C", "C++", "Azure"]),
        ("Dockerized services, Bash scripting", ["Docker", "Bash"]),
        ("REST APIs and MCP servers in Python", ["Python"]),
        ("Offices in Washington D.C. and a growth-Mode firm", []),
        ("MS Word, Excel, PowerPoint, Access", ["MS Word", "Excel", "PowerPoint", "Access"]),
        ("Linear algebra and Python, Hong Kong, hybrid mode", ["Python"]),
        ("Access to data is given; a word on Excel", ["Excel"]),
    ],
)
def test_names_as_products(text: str, names: list[str], catalog: Catalog) -> None:
    """Joined names are parted, ideas left out, everyday words count next to a product only."""
    assert [named.spelling for named in named_tools(text, catalog)] == names


@pytest.mark.parametrize(
    ("text", "wished"),
    [
        ("Comfort with SQL; Snowflake is a plus", ["Snowflake"]),
        ("Cloud platforms: Azure (preferred) or AWS", []),
        ("Containers - Docker preferred", []),
        ("Strong programming ability, preferably in Python", []),
        ("Experience with Spark preferred", ["Spark"]),
        ("Python (Rust would be a plus)", ["Rust"]),
    ],
)
def test_wishes_by_clause(text: str, wished: list[str], catalog: Catalog) -> None:
    """A wish reaches over its clause; a preference among what is asked wishes nothing."""
    spans = wishes(text)
    named = named_tools(text, catalog)
    assert [n.spelling for n in named if inside(spans, n.start)] == wished


def test_main_clause_decides_the_sentence() -> None:
    """A sentence is a wish where its first clause is."""
    assert is_wish("Kafka is a plus; Flink too")
    assert not is_wish("Strong SQL; Kafka is a plus")


def test_lists_led_into(catalog: Catalog) -> None:
    """A line that leads into a list decides what is asked, and a stack is only shown."""
    job = read_job(
        "Data Engineer\n\nRequirements:\n- Strong SQL\n\n"
        "It would be a plus if you know some of these:\n- Kafka\n- Flink\n\n"
        "Our tech stack\n- Snowflake, dbt\n",
        catalog,
    )
    assert job.tools.must == ("SQL",)
    assert job.tools.nice == ("Kafka", "Flink", "Snowflake", "dbt")

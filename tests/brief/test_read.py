"""The whole reading: quotes, hostile text, speed."""

import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tercet.brief.records import Brief, Quote

PIECES = [
    "Budget", "€", "1.2m", "Rs 85 lakh", "by", "31 October 2027", "before", "Ramadan", "two",
    "data scientists", "in", "Lyon", "no", "real time", "must not leave", "the EU", "at most",
    "six people", "\n", ".", ",", "(", ")", "fraud", "- ", "# ", "8 months", "0", "-3", "½",
    "\u202f", "İ", "ß", "𝔘", "<b>", "{x}", "%s", "\\d+", "..", "'", '"', "\x00",
]  # fmt: skip


def quotes(brief: Brief) -> Iterator[Quote]:
    facts = [
        brief.archetype,
        brief.deadline,
        brief.budget,
        brief.home,
        *brief.team,
        *brief.needs,
        *brief.limits,
    ]
    yield from (fact.quote for fact in facts if fact and fact.quote)
    if brief.size_quote:
        yield brief.size_quote


@given(
    st.one_of(st.text(max_size=300), st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join))
)
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_text_is_read_and_quotes_are_verbatim(read: Callable[..., Brief], text: str) -> None:
    """No text breaks the reader, and each quote stands in the text at its place."""
    brief = read(text)
    assert brief.text == text
    for quote in quotes(brief):
        assert text[quote.start : quote.end] == quote.text
        assert quote.text


@pytest.mark.parametrize("run", [" \n", "9", "1,2", "€", "by ", "a-", "("])
def test_monotonous_text_takes_time_in_proportion(
    read: Callable[..., Brief], grows: Callable[[Callable[[int], object]], float], run: str
) -> None:
    """Repetition makes no pattern run away."""
    assert grows(lambda size: read(run * (size // len(run)))) < 8


def test_a_very_long_text_is_cut(read: Callable[..., Brief]) -> None:
    """TB003 fires for a text of many pages, which stays whole in the brief; a page is silent."""
    long = "Bank in Lyon. " + "x" * 30_000
    assert read(long).text == long
    assert "TB003" in [f.code for f in read(long).findings]
    assert "TB003" not in [f.code for f in read("Bank in Lyon.").findings]


def test_markup_is_only_text(read: Callable[..., Brief]) -> None:
    """Markup in a brief stays as it was written."""
    brief = read("<script>alert(1)</script> bank in Lyon. {0.__class__} %n")
    assert brief.home
    assert brief.home.quote
    assert brief.home.quote.text == "Lyon"


def test_the_title_is_the_first_heading(read: Callable[..., Brief]) -> None:
    """A Markdown heading gives the title; without one there is none."""
    assert read("# Card fraud\n\nBank in Lyon.").title == "Card fraud"
    assert read("Bank in Lyon.").title is None


def test_findings_name_where_they_are(read: Callable[..., Brief]) -> None:
    """Places begin with the name of the brief."""
    found = {f.code: f.place for f in read("Live by 1 May 2025.").findings}
    assert found["TB021"] == "brief: deadline"


def test_reading_twice_gives_the_same(read: Callable[..., Brief]) -> None:
    """The same text on the same day gives the same brief."""
    text = "Bank in Lyon. Fraud in real time. €1m, 8 months, two data scientists."
    assert read(text) == read(text)


def test_the_reader_imports_nothing_heavy() -> None:
    """Reading code loads neither numpy nor pydantic nor holidays until they are needed."""
    heavy = ("numpy", "pydantic", "holidays", "babel", "polars")
    code = (
        "import sys, tercet.brief.read, tercet.brief.written; "
        f"print([name for name in {heavy} if name in sys.modules])"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"

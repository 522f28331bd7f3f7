"""The deadline among all the times that a brief names."""

import json
import textwrap
from datetime import date
from pathlib import Path

import pytest

from tercet.brief.contract import brief_json

TODAY = date(2026, 11, 23)
ROWS = [
    json.loads(row)
    for row in (Path(__file__).parent / "briefs/development.jsonl").read_text().splitlines()
]


@pytest.mark.parametrize(
    "rate", ["900 questions a week", "30 claims an hour", "5,000 orders a month"]
)
def test_rates_are_no_deadlines(read, rate):
    """ "900 questions a week" says how much, not by when."""
    assert read(f"Our desk answers {rate}.", today=TODAY).deadline is None
    text = f"Our desk answers {rate}. Live within\ntwelve months."
    assert read(text, today=TODAY).deadline.date == date(2027, 11, 23)


@pytest.mark.parametrize("words", ["We have a year.", "It must be live within a year."])
def test_a_year_that_one_has_is_a_deadline(read, words):
    """ "We have a year" is time that one has."""
    assert read(words, today=TODAY).deadline.date == date(2027, 11, 23)


@pytest.mark.parametrize("row", ROWS[::4], ids=lambda row: row["id"])
def test_wrapping_lines_changes_nothing(read, row):
    """A brief reads the same whether its lines are wrapped or not."""
    if "\n" in row["text"]:
        pytest.skip("it has lines of its own")
    wrapped = textwrap.fill(row["text"], 72, break_long_words=False, break_on_hyphens=False)
    facts = [
        brief_json(read(text, today=date.fromisoformat(row["today"])))
        for text in (row["text"], wrapped)
    ]
    for field in ("deadline", "budget", "home", "team", "needs", "limits"):
        one, other = (json.dumps(found[field], default=str) for found in facts)
        assert one.replace("\\n", " ") == other.replace("\\n", " ")


def test_a_day_that_no_month_has_is_a_slip(read):
    """TB025: 31 February is read as the month's last day, and said; the 28th is silent."""
    for words in ("31 February 2027", "31.02.2027", "February 31, 2027"):
        brief = read(f"We need a churn model in production by {words}.", today=TODAY)
        assert brief.deadline.date == date(2027, 2, 28)
        assert [f.code for f in brief.findings if f.code.startswith("TB02")] == ["TB025"]
    brief = read("We need a churn model in production by 28 February 2027.", today=TODAY)
    assert "TB025" not in [f.code for f in brief.findings]


def test_what_is_to_be_there_before_it_begins(read):
    """A date that something else starts on is the deadline where the product comes before it."""
    text = "The winter peak starts in mid-October 2027{}."
    live = read(text.format("; we want to be live before it"), today=TODAY)
    assert live.deadline.date == date(2027, 10, 15)
    assert read(text.format(", and it is always hard"), today=TODAY).deadline is None

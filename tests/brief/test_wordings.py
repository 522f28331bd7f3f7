"""Single wordings of each field: what must be heard, and what must not be taken for it.

A row of `wordings/<field>.txt` holds what is expected, a bar, and a text in which `\n` breaks the
line. `-` expects nothing; a need has `+` or `-` before it.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tercet.brief.contract import brief_json
from tercet.brief.records import Brief

ROWS = Path(__file__).parent / "wordings"


def wordings(field: str) -> list[tuple[str, str]]:
    """(expected, text) of each row of the field."""
    lines = (ROWS / f"{field}.txt").read_text("utf-8").splitlines()
    pairs = (line.split(" | ", 1) for line in lines)
    return [(expected, text.replace("\\n", "\n")) for expected, text in pairs]


@pytest.fixture
def said(read: Callable[..., Brief]) -> Callable[[str], dict[str, Any]]:
    """What the reading of a text says, as the command prints it."""
    return lambda text: brief_json(read(text))


Said = Callable[[str], dict[str, Any]]


@pytest.mark.parametrize(("expected", "text"), wordings("team"))
def test_people_are_on_the_team_or_not(said: Said, expected: str, text: str) -> None:
    """People count who are there; leavers, other people's and hoped-for staff do not."""
    found = " ".join(sorted(f"{row['role']}:{row['count']}" for row in said(text)["team"]))
    assert (found or "-") == " ".join(sorted(expected.split()))


@pytest.mark.parametrize(("expected", "text"), wordings("deadline"))
def test_the_day_to_be_live_is_told_from_other_times(said: Said, expected: str, text: str) -> None:
    """History, horizons, pilots and contracts are no deadlines; each language's forms are read."""
    found = said(text)["deadline"]
    assert (found["date"] if found else "-") == expected


@pytest.mark.parametrize(("expected", "text"), wordings("budget"))
def test_the_budget_is_told_from_other_sums(said: Said, expected: str, text: str) -> None:
    """Losses, revenue, past spending and undecided budgets are no budget."""
    found = said(text)["budget"]
    assert (f"{found['amount']:.0f} {found['currency']}" if found else "-") == expected


@pytest.mark.parametrize(("expected", "text"), wordings("home"))
def test_home_is_told_from_other_places(said: Said, expected: str, text: str) -> None:
    """Customers' towns, languages, greetings and names of senders are not home."""
    found = said(text)["home"]
    assert (found["country"] if found else "-") == expected


@pytest.mark.parametrize(("expected", "text"), wordings("needs"))
def test_needs_are_heard_and_not_imagined(said: Said, expected: str, text: str) -> None:
    """A need is heard in many words, and not where it is denied, put off, or how it goes today."""
    sign, need = expected[0], expected[1:]
    assert (need in {row["id"] for row in said(text)["needs"]}) == (sign == "+")


@pytest.mark.parametrize(("expected", "text"), wordings("archetype"))
def test_kinds_are_told_in_many_trades_and_languages(said: Said, expected: str, text: str) -> None:
    """One sentence tells the kind of project, from whatever trade it comes."""
    assert said(text)["archetype"]["id"] == expected

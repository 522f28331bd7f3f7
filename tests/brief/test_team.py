"""Who is on staff."""

from collections.abc import Callable
from datetime import date

import pytest

from tercet.brief.records import Brief

Read = Callable[..., Brief]


def team(brief: Brief) -> dict[str, int]:
    return {row.role: row.count for row in brief.team}


DS, AI, DE, DA = "data-scientist", "ai-engineer", "data-engineer", "data-analyst"
SW, DO, MR, PM = "software-engineer", "devops-engineer", "ml-researcher", "ai-product-manager"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We have two backend engineers.", {SW: 2}),
        ("Team: 2 data scientists, 1 ML engineer, 1 data engineer.", {DS: 2, AI: 1, DE: 1}),
        ("One data scientist and two backend engineers are on staff.", {DS: 1, SW: 2}),
        ("Data scientist: 1. Software engineers: 3.", {DS: 1, SW: 3}),
        ("People: data scientist x2, data engineer x1", {DS: 2, DE: 1}),
        ("A couple of data analysts work for us.", {DA: 2}),
        ("Two Java developers and a frontend developer are available.", {SW: 3}),
        ("Staff: 1 data engineer; no data scientist.", {DE: 1}),
        ("One volunteer statistician.", {DS: 1}),
        ("1 SRE, 1 product owner, 2 research scientists.", {DO: 1, MR: 2, PM: 1}),
    ],
)
def test_people_by_many_names(read: Read, text: str, expected: dict[str, int]) -> None:
    """Words and digits, old and new titles lead to the nine roles."""
    assert team(read(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "We need two data scientists.",
        "We are looking for an ML engineer.",
        "A tool used by 40 data analysts.",
        "Nobody on staff.",
        "No data scientist.",
        "Doubtful payments go to our eight analysts, who decide.",
    ],
)
def test_people_who_are_not_there(read: Read, text: str) -> None:
    """People wanted, users and reviewers are not on staff."""
    assert team(read(text)) == {}


def test_nobody_is_an_answer(read: Read) -> None:
    """Nobody on staff is no gap; a text without a word on people is one."""
    assert "team" not in [q.field for q in read("Nobody on staff.").questions]
    assert "team" in [q.field for q in read("A chatbot.").questions]


@pytest.mark.parametrize(
    "trade", ["a controls engineer", "two process engineers", "one fraud analyst"]
)
def test_other_trades_are_a_finding(read: Read, trade: str) -> None:
    """TB031: a trade outside the nine roles fills no seat, and a role of the nine is silent."""
    brief = read(f"Our team has {trade}.")
    assert (team(brief), [f.code for f in brief.findings if f.code == "TB031"]) == ({}, ["TB031"])
    assert "TB031" not in [f.code for f in read("Our team has a data engineer.").findings]


def test_a_handful_is_assumed_and_asked(read: Read) -> None:
    """A vague count becomes an assumption and a question."""
    brief = read("We have a handful of developers.")
    assert team(brief) == {"software-engineer": 4}
    assert any("handful" in a.text for a in brief.assumptions)
    assert any("handful" in q.text for q in brief.questions)


def test_people_are_labelled_with_what_is_said(read: Read) -> None:
    """Level, share, place and leaving date go to the person; labels count up."""
    brief = read(
        "Oslo. Team: one senior data scientist half-time, one software engineer in Kraków, "
        "one ML engineer (leaves in June)."
    )
    people = {p.label: p for row in brief.team for p in row.people}
    assert people["data-scientist 1"].level == "senior"
    assert people["data-scientist 1"].share == 0.5
    assert people["software-engineer 1"].region == "PL"
    assert people["ai-engineer 1"].leaves == date(2027, 6, 30)


def test_days_a_week_are_surer_than_part_time(read: Read) -> None:
    """Where both are said, the days count."""
    (row,) = read("One backend developer (part time, 3 days a week) can help.").team
    assert [p.share for p in row.people] == [0.6]


def test_one_of_two_leaves(read: Read) -> None:
    """What is said of one of several people marks one of them."""
    brief = read("Two data scientists (one leaves in March).")
    assert [p.leaves for p in brief.team[0].people] == [date(2027, 3, 31), None]
    assert [p.label for p in brief.team[0].people] == ["data-scientist 1", "data-scientist 2"]

"""A team's file is read as it stands, and what is wrong in it has a code and a place."""

import json

import pytest

from tercet.kernel.errors import InputError
from tercet.upskilling import read_team

GOOD = """home: NL
people:
- {name: A, role: data-scientist, level: mid, share: 0.5, capabilities: {%s}}
"""
ALL = ", ".join(
    f"{c}: shipped"
    for c in (
        "data-analysis", "model-prototyping", "model-deployment", "pipeline-automation",
        "monitoring", "api-development", "cloud-infrastructure",
    )
)  # fmt: skip


def codes(team):
    return [finding.code for finding in team.findings]


def test_a_complete_review_needs_no_remark(written, catalog):
    """A person with everything said is read without a finding."""
    team = read_team(written(GOOD % ALL), catalog)
    (person,) = team.people
    assert (person.name, person.role, person.level, person.country) == (
        "A", "data-scientist", "mid", "NL",
    )  # fmt: skip
    assert person.share == 0.5
    assert person.rungs["monitoring"] == "shipped"
    assert (team.home, team.findings) == ("NL", ())


@pytest.mark.parametrize(
    ("text", "code", "place", "hint"),
    [
        ("people: 3", "TU001", "team.yaml", ""),
        ("people: []", "TU001", "team.yaml", ""),
        ("just words", "TU001", "team.yaml", ""),
        ("people: [{name: [], role: data-scientist}]", "TU001", "people 1", ""),
        ('people: [{name: "A\\nB", role: data-scientist}]', "TU001", "people 1", ""),
        ("people: [{name: A, role: data-scientist, share: 1.5}]", "TU001", "people 1 (A)", ""),
        ("people: [{name: A, role: data-scientist, share: true}]", "TU001", "people 1 (A)", ""),
        ("people: [{name: A, role: data-scientist, share: .nan}]", "TU001", "people 1 (A)", ""),
        ("people: [{name: A, role: data-scientist, share: 0}]", "TU001", "people 1 (A)", ""),
        ("people: [{name: A, role: data-scientst}]", "TU002", "role", "data-scientist"),
        ("people: [{name: A, role: data-scientist, levle: mid}]", "TU002", "people 1", "level"),
        ("people: [{name: A, role: data-scientist, country: XX}]", "TU002", "country", ""),
        ("home: 7\npeople: [{name: A, role: data-scientist}]", "TU002", "country", ""),
        ("people: [{name: A, role: data-scientist, capabilities: {monitorin: shipped}}]",
         "TU002", "capabilities", "monitoring"),
        ("people: [{name: A, role: data-scientist, capabilities: {monitoring: shiped}}]",
         "TU002", "monitoring", "shipped"),
        ("people: [{name: A, role: data-scientist, capabilities: {monitoring: {}}}]",
         "TU001", "capabilities", ""),
        ("people: [{role: data-scientist}]", "TU003", "people 1", ""),
        ("people: [{name: A}]", "TU003", "people 1", ""),
        ("people: [{name: A, role: data-scientist}, {name: A, role: data-scientist}]",
         "TU004", "team.yaml", ""),
        ("people: [{name: A, role: data-scientist, assessment: 4}]", "TU001", "people 1 (A)", ""),
        ("people: [{name: A, role: data-scientist, assessment: no.json}]", "TC094", "no.json", ""),
    ],
)  # fmt: skip
def test_faults_are_named(written, catalog, text, code, place, hint):
    """Each fault raises its code, says where it is, and offers the nearest known word."""
    with pytest.raises(InputError) as caught:
        read_team(written(text), catalog)
    assert caught.value.code == code
    assert place in caught.value.place
    assert hint in caught.value.hint


def test_silence_is_said_to_be_silence(written, catalog):
    """Capabilities that nobody spoke of are named, and never taken as a no."""
    (found,) = read_team(written(GOOD % "monitoring: none"), catalog).findings
    assert found.code == "TU010"
    assert "not the same as not able" in found.message
    assert "monitoring" not in found.message


def test_the_lower_of_two_views_counts(written, catalog):
    """Where self and manager differ the lower rung counts, and both are shown."""
    both = ALL.replace("monitoring: shipped", "monitoring: {self: operated, manager: learned}")
    team = read_team(written(GOOD % both), catalog)
    assert team.people[0].rungs["monitoring"] == "learned"
    assert codes(team) == ["TU013"]
    same = ALL.replace("monitoring: shipped", "monitoring: {self: learned, manager: learned}")
    assert codes(read_team(written(GOOD % same), catalog)) == []


def test_too_little_time_is_said(written, catalog):
    """Less than a day a week for learning is warned of."""
    team = read_team(written((GOOD % ALL).replace("share: 0.5", "share: 0.1")), catalog)
    assert codes(team) == ["TU012"]


def test_a_country_that_nobody_gives_is_assumed_aloud(written, catalog):
    """Without a country and a home one is assumed, with a finding."""
    team = read_team(written((GOOD % ALL).removeprefix("home: NL\n")), catalog)
    assert (team.people[0].country, team.home, codes(team)) == ("US", "US", ["TU011"])


def screened(name, role="data-scientist", **rungs):
    capabilities = {c.replace("_", "-"): {"rung": r, "claims": []} for c, r in rungs.items()}
    return {"file": name, "best_role": role, "capabilities": capabilities}


def test_results_of_screen_are_a_team(written, catalog):
    """The JSON of `tercet screen` is read directly, one person a file."""
    rows = [screened("a.pdf", monitoring="shipped"), screened("b.pdf", "mlops-engineer")]
    team = read_team(written(json.dumps(rows), "screen.json"), catalog)
    assert [p.name for p in team.people] == ["a.pdf", "b.pdf"]
    assert team.people[0].rungs == {"monitoring": "shipped"}
    unread = {"file": "c.pdf", "read": "none", "error": {"code": "TD001"}}
    team = read_team(written(json.dumps([*rows, unread]), "screen.json"), catalog)
    assert [p.name for p in team.people] == ["a.pdf", "b.pdf"]
    assert codes(team)[0] == "TU018"
    with pytest.raises(InputError) as caught:
        read_team(written(json.dumps([screened("c.pdf", "other")]), "screen.json"), catalog)
    assert caught.value.code == "TU005"


def test_an_assessment_is_found_beside_the_team(written, catalog):
    """`assessment` names the JSON, `file` its row; a review overrides what it names itself."""
    rows = [screened("a.pdf", monitoring="shipped"), screened("b.pdf", monitoring="listed")]
    written(json.dumps(rows), "screen.json")
    row = "people: [{name: A, role: data-scientist, country: NL, assessment: screen.json%s}]"
    team = read_team(written(row % ", file: b.pdf"), catalog)
    assert team.people[0].rungs == {"monitoring": "listed"}
    reviewed = ", file: a.pdf, capabilities: {monitoring: operated}"
    assert read_team(written(row % reviewed), catalog).people[0].rungs["monitoring"] == "operated"
    for wrong in ("", ", file: c.pdf"):
        with pytest.raises(InputError) as caught:
            read_team(written(row % wrong), catalog)
        assert caught.value.code == "TU005"

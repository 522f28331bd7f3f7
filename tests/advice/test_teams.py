"""The rivals: each a narrower supply, staff always kept."""

from dataclasses import replace

import pytest

from tercet.advice.pose import pose
from tercet.advice.teams import TEAMS, narrowed, nobody_can
from tercet.brief.records import Person, TeamRow


@pytest.fixture(scope="module")
def staffed(brief, catalog):
    """The small question with one data analyst on staff."""
    person = Person("data-analyst 1", "data-analyst", "mid", None, 1.0, None)
    return pose(replace(brief, team=(TeamRow("data-analyst", 1, None, (person,)),)), catalog)


def test_the_seven_teams_are_those_of_the_contract():
    """The ids are the contract's, each once."""
    assert sorted(team.id for team in TEAMS) == [
        "all-hired", "all-pod", "cheapest", "data-scientists-only", "fastest", "no-offshore",
        "one-generalist",
    ]  # fmt: skip


@pytest.mark.parametrize("team", TEAMS, ids=lambda team: team.id)
def test_staff_stay_in_every_team(team, staffed):
    """Whoever is already there may work in all of them."""
    supply = narrowed(staffed.problem.supply, team, staffed.generalist)
    assert "on-staff/data-analyst 1" in {option.id for option in supply.options}


def test_teams_hold_only_what_they_say(staffed):
    """Hired means employees, pod means pods, home means home, and one generalist means one."""
    kinds = {}
    for team in TEAMS:
        supply = narrowed(staffed.problem.supply, team, staffed.generalist)
        kinds[team.id] = [o for o in supply.options if o.channel != "on-staff"]
    assert {o.channel for o in kinds["all-hired"]} == {"fte"}
    assert {o.channel for o in kinds["all-pod"]} == {"pod"}
    assert {o.region for o in kinds["no-offshore"]} == {"US"}
    assert [o.id for o in kinds["one-generalist"]] == [staffed.generalist.id]
    assert {m.role for o in kinds["data-scientists-only"] for m in o.members} == {"data-scientist"}


def test_what_nobody_can_do_is_named(question):
    """Data scientists alone cannot build pipelines; the first such package is named."""
    team = next(team for team in TEAMS if team.id == "data-scientists-only")
    supply = narrowed(question.problem.supply, team, question.generalist)
    stuck = nobody_can(replace(question.problem, supply=supply))
    assert stuck
    assert nobody_can(question.problem) is None

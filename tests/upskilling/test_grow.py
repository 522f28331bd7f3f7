"""The whole answer: paths, rivals, remarks, contract, and what goes back to the plan."""

import dataclasses
import json
from datetime import date, timedelta

import pytest

from tercet.catalog import load_settings
from tercet.kernel.errors import InputError
from tercet.market import supply
from tercet.upskilling import (
    Seat,
    Team,
    grow,
    read_seats,
    settings_snippet,
    supply_options,
    upskill_json,
)

from .conftest import TODAY

AI = Seat("ai-engineer", 1)


def codes(growth):
    return [finding.code for finding in growth.findings]


def test_the_contract_holds(catalog, learner):
    """The JSON has the keys of the contract, and is plain data."""
    growth = grow(Team((learner(),), "NL"), [Seat("ai-engineer", 2)], catalog, today=TODAY)
    told = json.loads(json.dumps(upskill_json(growth)))
    assert {"people", "assignment", "still_to_hire"} <= told.keys()
    (person,) = told["people"]
    assert {
        "name", "from", "to", "gaps", "steps", "weeks", "cost", "mentor_weeks", "chance", "against",
    } <= person.keys()  # fmt: skip
    assert {"capability", "work", "weeks", "evidence"} <= person["steps"][0].keys()
    assert 0 < person["weeks"]["p10"] < person["weeks"]["p50"] < person["weeks"]["p90"]
    assert 0 < person["chance"]["low"] < person["chance"]["high"] < 1
    assert [row["channel"] for row in person["against"]] == ["upskill", "fte", "contractor", "pod"]
    assert {"channel", "cost", "weeks"} <= person["against"][0].keys()
    assert told["assignment"][0]["name"] == "A"
    assert told["still_to_hire"] == [{"role": "ai-engineer", "count": 1, "by": None}]


def test_every_figure_named_is_a_row(catalog, learner):
    """Whatever a path rests on can be looked up, but for bands of pay."""
    (path,) = grow(Team((learner(),), "NL"), [AI], catalog, today=TODAY).paths
    assert all(id in catalog.figures or id.startswith("band.") for id in path.figures)


def test_rivals_are_paid_until_the_same_week(catalog, learner):
    """Each way costs its weekly price from its start to the common week, and what is paid once."""
    from tercet.market.loaded import loaded

    (path,) = grow(Team((learner(),), "NL"), [AI], catalog, today=TODAY).paths
    last = max(rival.full for rival in path.against)
    fte = next(rival for rival in path.against if rival.channel == "fte")
    price = loaded(catalog, "fte", "ai-engineer", "mid", "NL", day=TODAY, currency="EUR")
    paid = float(price.weekly) * (last - fte.weeks) + float(price.one_off)
    assert float(fte.cost) == pytest.approx(paid, abs=1)
    assert all(rival.weeks <= rival.full <= last for rival in path.against)


def test_whoever_has_the_role_takes_a_seat_first(catalog, learner):
    """Somebody in the role already fills its seat, at no cost and without a step."""
    team = Team((learner(name="A"), learner("ai-engineer", name="B")), "NL")
    growth = grow(team, [AI], catalog, today=TODAY)
    assert [p.learner.name for p in growth.assignment] == ["B"]
    assert growth.still_to_hire == ()
    assert "TU016" not in codes(growth)


def test_remarks_on_paths(catalog, learner):
    """An unknown way, a way that is too slow, and a missing mentor are each said; else silence."""
    analyst = Team((learner("data-analyst"),), "NL")
    assert codes(grow(analyst, [AI], catalog, today=TODAY)) == ["TU014"]
    soon = Seat("ai-engineer", 1, TODAY + timedelta(weeks=8))
    mentored = Team((learner(), learner("ai-engineer", name="B")), "NL")
    assert codes(grow(mentored, [soon], catalog, today=TODAY)) == ["TU015"]
    assert codes(grow(mentored, [AI], catalog, today=TODAY)) == []
    assert codes(grow(Team((learner(),), "NL"), [AI], catalog, today=TODAY)) == ["TU016"]


def test_the_plan_gets_each_persons_own_weeks(catalog, learner):
    """Options of the plan with the person's label and role take over weeks, share and chance."""
    from tercet.brief.records import Archetype, Brief, Home, Person, TeamRow

    people = (Person("data-scientist 1", "data-scientist", "mid", None, 1.0, None),)
    brief = Brief(
        "", None, TODAY, Archetype("fraud-detection", 1.0, None), "M", None, None, None,
        Home("NL", None, None), (TeamRow("data-scientist", 1, None, people),), (), (), 1,
        (), (), (),
    )  # fmt: skip
    offered = supply(brief, catalog)
    team = Team((learner(name="data-scientist 1", share=0.8),), "NL")
    (path,) = grow(team, [AI], catalog, today=TODAY).paths
    options = {option.id: option for option in supply_options([path], offered)}
    fitted = options["upskill/data-scientist 1/ai-engineer"]
    assert fitted.upskilling.weeks == path.weeks
    assert fitted.upskilling.share == 0.8
    assert fitted.upskilling.success == path.success
    assert fitted.one_off_cost == path.besides
    untouched = [o for o in offered.options if o.id != fitted.id]
    assert [o for o in options.values() if o.id != fitted.id] == untouched
    unnamed = dataclasses.replace(path, learner=learner(name="somebody else"))
    assert supply_options([unnamed], offered) == offered.options


def test_the_snippet_is_a_settings_file(catalog, learner, written):
    """What `--out` writes is read by the settings loader and gives the person's own weeks."""
    growth = grow(Team((learner(share=0.8),), "NL"), [AI], catalog, today=TODAY)
    (path,) = growth.paths
    changed, _ = load_settings(written(settings_snippet(growth), "grown.yaml"), catalog)
    factor = changed.value("upskill.path.data-scientist.ai-engineer")
    weeks = factor * changed.value("upskill.weeks.ai-engineer")
    assert weeks == pytest.approx(path.weeks.quantile(0.5), rel=1e-3)
    assert changed.value("upskill.share") == 0.8
    nobody = grow(Team((learner("data-analyst"),), "NL"), [AI], catalog, today=TODAY)
    same, _ = load_settings(written(settings_snippet(nobody), "none.yaml"), catalog)
    assert same.figures == catalog.figures


def test_targets_are_roles_with_numbers(catalog):
    """A role alone is one seat; a number may stand behind it; else the nearest role is named."""
    seats, said = read_seats(["ai-engineer", "mlops-engineer=3"], catalog, today=TODAY, limits={})
    assert seats == (Seat("ai-engineer", 1), Seat("mlops-engineer", 3))
    assert said == ()
    for wrong in ("ai-enginer", "ai-engineer=0", "no-such-file.md"):
        with pytest.raises(InputError) as caught:
            read_seats([wrong], catalog, today=TODAY, limits={})
        assert caught.value.code == "TU006"


BRIEF = """We want card-fraud scoring in real time. Live by 29 October 2027, budget €900,000.
We are in the Netherlands and have one data scientist."""


def test_a_brief_opens_the_seats_of_its_plan(catalog, written, monkeypatch):
    """Seats are the most people of a role at once in a quick plan, and wanted by the deadline."""
    from types import SimpleNamespace as Fake

    from tercet.planning import Conflict, NoPlan

    members = [Fake(role="mlops-engineer"), Fake(role="data-scientist")]
    first, second, third = date(2027, 1, 4), date(2027, 6, 7), date(2027, 9, 6)
    stays = [(members, first, second), (members[:1], first, third), (members, second, third)]
    plan = Fake(engagements=[Fake(members=m, start=a, end=b) for m, a, b in stays])
    monkeypatch.setattr("tercet.upskilling.seats.plan", lambda problem, budget: plan)
    path = str(written(BRIEF, "brief.md"))
    seats, said = read_seats([path], catalog, today=TODAY, limits={})
    by = date(2027, 10, 29)
    assert seats == (Seat("data-scientist", 1, by), Seat("mlops-engineer", 2, by))
    assert said == ()

    none = NoPlan(Conflict(("budget",), True, ""), ())
    asked = []
    monkeypatch.setattr("tercet.upskilling.seats.plan", lambda problem, budget: none)
    monkeypatch.setattr(
        "tercet.upskilling.seats.fastest", lambda problem, budget: asked.append(problem) or plan
    )
    seats, said = read_seats([path], catalog, today=TODAY, limits={})
    assert [finding.code for finding in said] == ["TU017"]
    assert len(seats) == 2
    assert asked[0].limits.deadline is asked[0].limits.budget is None

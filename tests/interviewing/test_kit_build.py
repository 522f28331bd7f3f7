"""Kits keep their promises: time, independence, must-ask questions, reasons, honest findings."""

import json
import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inline_snapshot import snapshot

from tercet.catalog import load_catalog
from tercet.catalog.records import LEVELS, ROLES, VETTED
from tercet.interviewing.kit import (
    Gaps,
    Kit,
    Seat,
    build_kit,
    kit_json,
    kit_settings,
    load_bank,
    seat_for_role,
)
from tercet.interviewing.kit import build as building
from tercet.interviewing.kit.records import RATED, SCALE
from tercet.kernel.errors import InputError

CATALOG, SETTINGS, BANK = load_catalog(), kit_settings(), load_bank()
RUNGS = ("none", "listed", "learned", "prototyped", "shipped", "operated")


def _codes(kit: Kit) -> set[str]:
    return {f.code for f in kit.findings}


def _seat(role: str, level: str | None = None) -> Seat:
    return seat_for_role(CATALOG, SETTINGS, role, level)  # type: ignore[arg-type]


def _check(kit: Kit, seat: Seat) -> None:
    ids = [q.id for s in kit.stages for q in s.questions]
    assert len(ids) == len(set(ids))
    for stage in kit.stages:
        assert sum(q.minutes for q in stage.questions) + SETTINGS.around <= stage.minutes
    assert len({s.interviewer for s in kit.stages}) == len(kit.stages)
    rated = {c: sum(any(q.capability == c for q in s.questions) for s in kit.stages) for c in RATED}
    assert {c: n for c, n in rated.items() if c in kit.coverage} == dict(kit.coverage)
    short = [c for c, need in seat.needs.items() if need == "must" and kit.coverage[c] < 2]
    assert bool(short) == ("TI001" in _codes(kit))
    core = {q.id for q in BANK.questions if seat.role in q.core}
    assert (not core <= set(ids)) == ("TI002" in _codes(kit))
    assert (not any(s.exercise for s in kit.stages)) == ("TI003" in _codes(kit))
    left = [c for c, need in seat.needs.items() if need != "must" and not kit.coverage[c]]
    assert bool(left) == ("TI004" in _codes(kit))


@given(
    st.sampled_from(ROLES), st.sampled_from(LEVELS), st.integers(1, 6), st.integers(20, 75),
    st.dictionaries(st.sampled_from(VETTED), st.sampled_from(RUNGS)),
)  # fmt: skip
@settings(max_examples=15, deadline=None)
def test_every_kit_keeps_its_promises(role, level, stages, minutes, rungs):
    """Time kept, nothing twice, coverage counted by interviewer, and a finding for each lack."""
    seat = _seat(role, level)
    kit = build_kit(seat, BANK, stages=stages, minutes=minutes, candidate=Gaps(rungs))
    _check(kit, seat)


@pytest.mark.parametrize("role", ROLES)
def test_the_usual_kit_lacks_nothing(role):
    """Four stages of 45 minutes cover every need of every role, and are proved best."""
    kit = build_kit(_seat(role), BANK)
    assert kit.findings == ()
    assert kit.proved
    assert all(n >= (2 if kit.needs.get(c) == "must" else 1) for c, n in kit.coverage.items())


@pytest.mark.parametrize("role", ["ai-engineer", "mlops-engineer"])
@pytest.mark.parametrize("level", ["junior", "senior"])
def test_must_ask_questions_are_asked(role, level):
    """The five of the framework stand in every usual kit of the production roles."""
    asked = {q.id for s in build_kit(_seat(role, level), BANK).stages for q in s.questions}
    assert {q.id for q in BANK.questions if role in q.core} <= asked


def test_must_ask_questions_are_asked_whatever_an_advert_says():
    """A seat that does not ask for monitoring still gets the question on it, named as besides."""
    seat = replace(_seat("ai-engineer"), needs={"model-deployment": "must", "learning": "soft"})
    kit = build_kit(seat, BANK, stages=3)
    asked = {q.id: q for s in kit.stages for q in s.questions}
    assert {q.id for q in BANK.questions if "ai-engineer" in q.core} <= set(asked)
    assert "does not ask for it" in asked["mon-tools-and-rollback"].why
    assert kit.coverage["monitoring"] >= 1
    assert "monitoring" not in kit.needs


def test_a_need_beyond_the_role_is_asked_about():
    """Where too few questions suit a role, those of other roles or levels serve."""
    seat = replace(_seat("ai-product-manager", "junior"), needs={"cloud-infrastructure": "must"})
    kit = build_kit(seat, BANK)
    assert kit.coverage["cloud-infrastructure"] >= 2


def test_the_same_kit_each_time():
    """The same seat gives the same bytes."""
    first, second = (kit_json(build_kit(_seat("data-engineer"), BANK)) for _ in range(2))
    assert json.dumps(first) == json.dumps(second)


@pytest.mark.parametrize(("stages", "minutes"), [(1, 45), (2, 45), (3, 30)])
def test_the_smallest_change_is_confirmed(stages, minutes):
    """TI001 to TI003 name a change; made, they fall silent, and a minute less would not do."""
    seat = _seat("ai-engineer")
    kit = build_kit(seat, BANK, stages=stages, minutes=minutes)
    lacks = [f for f in kit.findings if f.code in ("TI001", "TI002", "TI003")]
    assert lacks
    for finding in lacks:
        found = re.search(r"(\d+) stages? of (\d+) minutes$", finding.message)
        assert found
        more, longer = int(found[1]), int(found[2])
        made = build_kit(seat, BANK, stages=more, minutes=longer)
        assert not _codes(made) & {"TI001", "TI002", "TI003"}
        if more == stages:
            less = build_kit(seat, BANK, stages=more, minutes=longer - 1)
            assert _codes(less) & {"TI001", "TI002", "TI003"}


def test_no_change_helps_where_nothing_can():
    """A work sample longer than any stage: the finding says that no change would do."""
    bank = replace(BANK, exercises=tuple(replace(e, minutes=500) for e in BANK.exercises))
    (finding,) = build_kit(_seat("data-scientist"), bank).findings
    assert finding.code == "TI003"
    assert finding.message.endswith("no number of stages or minutes that we allow")


def test_what_papers_leave_open_is_asked_first_and_more():
    """Open capabilities lead each stage, are named as such, and get no fewer ratings."""
    rungs: dict[str, Any] = dict.fromkeys(VETTED, "shipped") | {
        "cloud-infrastructure": "listed",
        "api-development": "none",
    }
    seat = _seat("ai-engineer")
    plain = build_kit(seat, BANK)
    kit = build_kit(seat, BANK, candidate=Gaps(rungs, ("rollback",)))
    for c in ("cloud-infrastructure", "api-development"):
        assert kit.coverage[c] >= plain.coverage[c]
    for stage in kit.stages:
        start = len(stage.exercise.criteria) if stage.exercise else 0
        still = [q.capability in ("cloud-infrastructure", "api-development")
                 for q in stage.questions[start:]]  # fmt: skip
        assert still == sorted(still, reverse=True)
    said = " ".join(q.why for s in kit.stages for q in s.questions)
    assert "The papers only name it." in said
    assert "Nothing in the papers shows it." in said
    assert "a release taken back" in said
    assert "papers" not in " ".join(q.why for s in plain.stages for q in s.questions)


def test_a_kit_for_one_candidate_says_so():
    """TI007 fires with an assessment and is silent without."""
    rungs: dict[str, Any] = dict.fromkeys(VETTED, "shipped")
    assert _codes(build_kit(_seat("data-analyst"), BANK, candidate=Gaps(rungs))) == {"TI007"}
    assert _codes(build_kit(_seat("data-analyst"), BANK)) == set()


def test_a_search_that_stops_early_says_so(monkeypatch):
    """TI006 fires when the choice is not proved best."""
    choose = building.choose
    monkeypatch.setattr(building, "choose", lambda p: replace(choose(p), proved=False))
    kit = build_kit(_seat("data-analyst"), BANK)
    assert not kit.proved
    assert _codes(kit) == {"TI006"}


@pytest.mark.parametrize(
    ("stages", "minutes"), [(0, None), (9, None), (-1, None), (None, 19), (None, 121)]
)
def test_stages_and_minutes_have_limits(stages, minutes):
    """TI015 for what no interview should be; the limits themselves pass."""
    with pytest.raises(InputError) as caught:
        build_kit(_seat("data-analyst"), BANK, stages=stages, minutes=minutes)
    assert caught.value.code == "TI015"
    assert build_kit(_seat("data-analyst"), BANK, stages=8, minutes=120).proved


def test_every_question_says_why_it_is_in():
    """Each reason counts a rating up to the number that its capability has."""
    kit = build_kit(_seat("mlops-engineer", "senior"), BANK)
    for stage in kit.stages:
        for q in stage.questions:
            found = re.search(r"rating (\d) of (\d)\.", q.why)
            assert found
            assert int(found[1]) <= int(found[2]) == kit.coverage[q.capability]


def test_the_contract():
    """The JSON has the parts that the contract names, under their names."""
    kit = kit_json(build_kit(_seat("data-analyst", "junior"), BANK, stages=2))
    assert (kit["role"], kit["level"]) == ("data-analyst", "junior")
    assert list(kit) == snapshot(
        ["role", "level", "stages", "coverage", "needs", "proved", "findings"]
    )
    assert [list(s) for s in kit["stages"]] == snapshot(
        [
            ["name", "minutes", "interviewer", "exercise", "questions"],
            ["name", "minutes", "interviewer", "exercise", "questions"],
        ]
    )
    for stage in kit["stages"]:
        for q in stage["questions"]:
            assert list(q) == snapshot(
                ["id", "text", "capability", "minutes", "tests", "probes", "anchors", "why"]
            )
            assert tuple(q["anchors"]) == SCALE
    assert list(kit["stages"][1]["exercise"]) == snapshot(
        ["id", "title", "minutes", "task", "materials", "look_for"]
    )
    assert kit["coverage"] == snapshot(
        {
            "data-analysis": 2,
            "evaluation": 2,
            "business-value": 2,
            "collaboration": 2,
            "learning": 2,
        }
    )
    assert [[q["id"] for q in s["questions"]] for s in kit["stages"]] == snapshot(
        [
            [
                "ana-leaky-join",
                "eval-test-set",
                "biz-first-question",
                "col-help-others",
                "lea-learned-lately",
            ],
            [
                "ex-too-good-report-comparison",
                "ex-too-good-report-design",
                "ex-too-good-report-telling",
                "col-other-language",
                "lea-new-field",
            ],
        ]
    )

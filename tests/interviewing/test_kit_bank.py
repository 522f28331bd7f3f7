"""The question bank holds enough, says nothing twice, and asks nothing that may not be asked."""

import re
from collections import Counter
from contextlib import suppress
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tercet.catalog import load_catalog
from tercet.catalog.records import LEVELS, ROLES
from tercet.interviewing.kit import (
    check_questions,
    kit_settings,
    load_bank,
    read_questions,
    seat_for_role,
    spoken,
    with_questions,
)
from tercet.interviewing.kit.bank import _FIELDS, _questions
from tercet.interviewing.kit.lawful import wording
from tercet.interviewing.kit.records import SCALE
from tercet.kernel.errors import InputError
from tercet.kernel.yamls import parse_yaml

BANK = load_bank()
OWN = """
- id: our-own
  text: How did you bring our kind of data into shape?
  capability: data-engineering
  levels: [mid]
  minutes: 6
  tests: Whether it was done.
  probes: [What broke?, Who used it?]
  anchors: [nothing, a little, some, much, all of it]
"""


def _words(text: str) -> set[str]:
    return set(re.findall(r"[a-z]{4,}", text.lower()))


def test_the_bank_is_large_enough():
    """At least 120 questions, and no capability without some."""
    assert len(BANK.questions) >= 120
    assert min(Counter(q.capability for q in BANK.questions).values()) >= 5


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("role", ROLES)
def test_every_need_of_every_role_has_three_questions(role, level):
    """At each level at least three questions suit each capability that the role needs."""
    needs = seat_for_role(load_catalog(), kit_settings(), role, level).needs
    suited = Counter(
        q.capability for q in BANK.questions
        if level in q.levels and (not q.roles or role in q.roles)
    )  # fmt: skip
    assert {c: suited[c] for c in needs if suited[c] < 3} == {}


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("role", ROLES)
def test_every_role_has_a_work_sample_that_fits(role, level):
    """At each level one work sample fits a stage of usual length and shows something needed."""
    settings = kit_settings()
    needs = seat_for_role(load_catalog(), settings, role, level).needs
    asking = settings.minutes - settings.around
    fitting = [
        e for e in BANK.exercises
        if role in e.roles and level in e.levels and e.minutes <= asking
        and {c.capability for c in e.criteria} & set(needs)
    ]  # fmt: skip
    assert fitting


@pytest.mark.parametrize("role", ["ai-engineer", "mlops-engineer"])
def test_five_must_ask_questions(role):
    """The framework's five questions are core for both production roles, at every level."""
    core = [q for q in BANK.questions if role in q.core]
    assert len(core) == 5
    assert all(q.levels == LEVELS for q in core)


def test_no_question_is_asked_in_other_words():
    """No two questions share most of their longer words."""
    alike = [
        (a.id, b.id)
        for a, b in combinations(BANK.questions, 2)
        if len(_words(a.text) & _words(b.text)) > 0.5 * len(_words(a.text) | _words(b.text))
    ]
    assert alike == []


def test_anchors_are_written_for_their_question():
    """Hardly a sentence of an anchor serves two questions, and the best say more than the worst."""
    said = Counter(a for q in BANK.questions for a in q.anchors.values() if len(a) > 40)
    assert [a for a, n in said.items() if n > 1] == []
    for q in BANK.questions:
        assert len(q.anchors["5"]) > len(q.anchors["1"]), q.id


def test_probes_are_two_to_four_and_differ():
    """Each question has two to four follow-ups, none of them twice."""
    for q in BANK.questions:
        assert 2 <= len(q.probes) <= 4
        assert len(set(q.probes)) == len(q.probes)


def test_nothing_forbidden_is_asked():
    """Our own questions, follow-ups and tasks pass the check that users' questions meet."""
    assert check_questions(wording(BANK)) == ()


def test_own_questions_are_read_and_preferred(tmp_path):
    """A user's question comes first in the bank, with its anchors by rating."""
    file = tmp_path / "ours.yaml"
    file.write_text(OWN)
    (own,) = read_questions(file)
    assert own.anchors["5"] == "all of it"
    assert with_questions(BANK, (own,), str(file)).questions[0] is own


def test_the_example_of_the_guide_is_a_question(tmp_path):
    """The question shown in docs/guides/interview.md is one that can be used, and lawful."""
    guide = Path(__file__).parents[2] / "docs/guides/interview.md"
    shown = guide.read_text("utf-8").split("```yaml\n")[1].split("```")[0]
    file = tmp_path / "ours.yaml"
    file.write_text(shown)
    own = read_questions(file)
    assert len(own) == 1
    assert check_questions(spoken(own)) == ()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("minutes: 6", "minutes: six", "minutes"),
        ("minutes: 6", "minutes: 600", "minutes"),
        ("minutes: 6", "minutes: true", "minutes"),
        ("id: our-own", "id: Our Own", "id must"),
        ("data-engineering", "juggling", "capability"),
        ("[mid]", "[principal]", "levels"),
        ("[mid]", "mid", "levels"),
        ("probes: [What broke?, Who used it?]", "probes: [What broke?]", "probes"),
        ("all of it]", "much]", "anchors"),
        ("[nothing, a little, some, much, all of it]", "{1: a, 2: b}", "anchors"),
        ("  tests: Whether it was done.\n", "", "missing: tests"),
        ("  minutes: 6", "  minutes: 6\n  colour: red", "unknown: colour"),
        ("text: How did you bring our kind of data into shape?", "text: ''", "text must"),
    ],
)
def test_own_questions_that_cannot_be_used(tmp_path, old, new, said):
    """TI020 names the question and what is wrong with it."""
    file = tmp_path / "ours.yaml"
    assert old in OWN
    file.write_text(OWN.replace(old, new))
    with pytest.raises(InputError, match=re.escape(said)) as caught:
        read_questions(file)
    assert caught.value.code == "TI020"


_ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 99) | st.text("ab: é", max_size=8),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text("ab", max_size=2), inner),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from(sorted(_FIELDS)), _ANYTHING, min_size=1, max_size=3))
@settings(max_examples=60, deadline=None)
def test_any_fields_are_read_or_refused(fields):
    """Whatever stands in the fields, the file is read or refused with a code."""
    row = parse_yaml(OWN, place="ours")[0] | fields
    with suppress(InputError):
        (question,) = _questions({"questions": [row]}, "ours.yaml")
        assert tuple(question.anchors) == SCALE


@pytest.mark.parametrize("text", ["questions: 3", "[]", "- 4", "just words"])
def test_a_file_that_is_no_list_of_questions(tmp_path, text):
    """TI020 also for a file of another shape."""
    file = tmp_path / "ours.yaml"
    file.write_text(text)
    with pytest.raises(InputError) as caught:
        read_questions(file)
    assert caught.value.code == "TI020"


def test_an_id_may_stand_once(tmp_path):
    """TI021 fires for an id twice in a file, and for one of ours; it is silent otherwise."""
    file = tmp_path / "ours.yaml"
    file.write_text(OWN + OWN)
    with pytest.raises(InputError) as twice:
        read_questions(file)
    file.write_text(OWN.replace("our-own", BANK.questions[0].id))
    with pytest.raises(InputError) as ours:
        with_questions(BANK, read_questions(file), str(file))
    assert (twice.value.code, ours.value.code) == ("TI021", "TI021")

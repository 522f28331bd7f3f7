"""The choice is the best there is: compared with every choice on tiny banks."""

from dataclasses import replace
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from tercet.interviewing.kit import kit_settings
from tercet.interviewing.kit.choosing import choose, least_minutes, worth_trying
from tercet.interviewing.kit.problem import (
    Choice,
    Problem,
    exercise_of,
    fits,
    problem,
    ratings,
    worth,
)
from tercet.interviewing.kit.records import Bank, Criterion, Exercise, Gaps, Question, Seat, Slot

ANCHORS = {str(i): f"sounds like {i}" for i in range(1, 6)}
NEEDS = ("monitoring", "evaluation", "learning")


def _question(number: int, capability: str, minutes: int, kind: str, core: bool) -> Question:
    return Question(
        f"q{number}", "What did you do?", capability, kind, (), ("mid",), minutes, "doing",
        ("Why?", "How?"), ANCHORS, "shipped", ("ai-engineer",) if core else (),
    )  # fmt: skip


def _exercise(minutes: int, capabilities: list[str]) -> Exercise:
    criteria = tuple(
        Criterion(f"e-{c}", c, "Is it done?", ("Why?",), ANCHORS) for c in capabilities
    )
    return Exercise(
        "ex", "Task", ("ai-engineer",), ("mid",), minutes, "Do it", "…", ("a fault",), criteria
    )


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    """Two or three interviews, up to six questions, perhaps a work sample."""
    questions = tuple(
        _question(
            i, draw(st.sampled_from(NEEDS)), draw(st.integers(5, 12)),
            draw(st.sampled_from(["past", "case"])), draw(st.booleans()) and i < 2,
        )
        for i in range(draw(st.integers(1, 6)))
    )  # fmt: skip
    exercises = ()
    if draw(st.booleans()):
        shown = draw(st.lists(st.sampled_from(NEEDS), min_size=1, max_size=2, unique=True))
        exercises = (_exercise(draw(st.integers(8, 20)), shown),)
    slots = [
        Slot(f"s{i}", f"Stage {i}", 30, draw(st.integers(8, 26)),
             {"past": draw(st.integers(0, 3)), "monitoring": draw(st.integers(0, 3))}, "…", i == 1)
        for i in range(draw(st.integers(2, 3)))
    ]  # fmt: skip
    needs = dict(zip(NEEDS, ("must", "nice", "soft"), strict=True))
    gaps = Gaps({"monitoring": draw(st.sampled_from(["none", "shipped"]))})
    bank = Bank(questions, exercises)
    return problem(Seat("ai-engineer", "mid", needs), bank, kit_settings(), slots, gaps)


def _every(of: Problem):
    places = range(-1, len(of.slots))
    samples = [None, *((e.id, s) for e in of.exercises for s in range(len(of.slots)))]
    for where in product(places, repeat=len(of.questions)):
        asked = {q.id: s for q, s in zip(of.questions, where, strict=True) if s >= 0}
        for sample in samples:
            if fits(of, Choice(asked, sample)):
                yield Choice(asked, sample)


@given(problems())
@settings(max_examples=40, deadline=None)
def test_no_choice_is_worth_more(of):
    """The solver's choice fits, and its worth is the greatest of all choices that fit."""
    found = choose(of)
    assert found.proved
    assert fits(of, found)
    assert worth(of, found) == max(worth(of, other) for other in _every(of))


def _complete(of: Problem, choice: Choice) -> bool:
    least = of.settings.ratings
    counts = ratings(of, choice)
    return (
        all(counts[c] >= least for c, need in of.seat.needs.items() if need == "must")
        and all(q.id in choice.asked for q in of.questions if of.core(q))
        and (not of.needs_exercise or choice.exercise is not None)
    )


@given(problems())
@settings(max_examples=25, deadline=None)
def test_no_shorter_meeting_would_do(of):
    """The least length is that of the shortest complete choice; None where there is none."""
    roomy = replace(of, slots=tuple(replace(s, asking=1000) for s in of.slots))
    minutes = {q.id: q.minutes for q in of.questions}
    lengths = []
    for choice in _every(roomy):
        if _complete(roomy, choice):
            used = [0] * len(of.slots)
            for id, slot in choice.asked.items():
                used[slot] += minutes[id]
            if choice.exercise:
                used[choice.exercise[1]] += exercise_of(of, choice).minutes
            lengths.append(max(used) + of.settings.around)
    assert least_minutes(of) == min(lengths, default=None)


@given(problems())
@settings(max_examples=25, deadline=None)
def test_leaving_out_like_questions_costs_nothing(of):
    """Questions that are left out of the program are no better than those kept."""
    kept = {q.id for q in worth_trying(of)}
    for left in (q for q in of.questions if q.id not in kept):
        alike = [
            q for q in of.questions
            if q.id in kept
            and (q.capability, q.kind, q.minutes) == (left.capability, left.kind, left.minutes)
        ]  # fmt: skip
        assert len(alike) >= len(of.slots)
        assert all(of.ranks[q.id] <= of.ranks[left.id] for q in alike if not of.core(q))


@given(problems())
@settings(max_examples=10, deadline=None)
def test_the_same_choice_each_time(of):
    """The same problem has the same answer."""
    assert choose(of) == choose(of)

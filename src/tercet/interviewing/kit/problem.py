"""The choice to be made, apart from how it is solved: what may be asked, and what it is worth."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tercet.interviewing.kit.records import Bank, Exercise, Gaps, Question, Seat, Slot
from tercet.interviewing.kit.settings import Settings


@dataclass(frozen=True, slots=True)
class Problem:
    """Questions and exercises that suit the seat, the interviews to fill, and every worth.

    `ranks` is what taking a question costs against the best of its capability; `best_fit` how well
    the best suited question fits its stage.
    """

    seat: Seat
    gaps: Gaps
    settings: Settings
    slots: tuple[Slot, ...]
    questions: tuple[Question, ...]
    exercises: tuple[Exercise, ...]
    ranks: Mapping[str, int]
    best_fit: int

    def rating(self, capability: str, number: int) -> int:
        """Worth of the `number`-th independent rating of `capability`, from 1; 0 for more."""
        need = self.seat.needs.get(capability)
        worths = self.settings.worth[need] if need else ()
        if number > len(worths):
            return 0
        return worths[number - 1] + (self.settings.open if self.gaps.open(capability) else 0)

    def cost(self, question: Question, slot: Slot) -> int:
        """What asking costs, never below 0: a less suited question, or a less suited stage."""
        return self.ranks[question.id] + self.best_fit - _fit(question, slot)

    def core(self, question: Question) -> bool:
        """Whether it is a must-ask question for the seat's role."""
        return self.seat.role in question.core

    @property
    def needs_exercise(self) -> bool:
        """Whether a work sample belongs into the kit."""
        return self.seat.role in self.settings.work_sample_for


@dataclass(frozen=True, slots=True)
class Choice:
    """Which question is asked in which interview (by index), and the work sample with its own."""

    asked: Mapping[str, int]
    exercise: tuple[str, int] | None
    proved: bool = True


def problem(
    seat: Seat, bank: Bank, settings: Settings, slots: Sequence[Slot], gaps: Gaps
) -> Problem:
    """What may be asked for `seat`. Where too few questions suit role and level, others may do.

    Must-ask questions of the role are there even where an advert does not ask for their capability.
    """
    core = [q for q in bank.questions if seat.role in q.core and seat.level in q.levels]
    besides = [q for q in core if q.capability not in seat.needs]
    suited = [q for c in seat.needs for q in _suited(seat, bank.questions, c, settings)]
    questions = (*suited, *besides)
    exercises = tuple(e for e in bank.exercises if seat.role in e.roles and seat.level in e.levels)
    ranks = {q.id: 0 for q in besides}
    for c in seat.needs:
        own = sorted((q for q in questions if q.capability == c), key=lambda q: _order(q, gaps))
        ranks |= {q.id: min(i, settings.rank) for i, q in enumerate(own)}
    best_fit = max((_fit(q, s) for q in questions for s in slots), default=0)
    return Problem(seat, gaps, settings, tuple(slots), questions, exercises, ranks, best_fit)


def ratings(problem: Problem, choice: Choice) -> Mapping[str, int]:
    """Independent ratings of each capability: interviews in which it is rated at all."""
    rated: dict[str, set[int]] = {c: set() for c in problem.seat.needs}
    for q in problem.questions:
        if q.id in choice.asked:
            rated.setdefault(q.capability, set()).add(choice.asked[q.id])
    if choice.exercise:
        for c in exercise_of(problem, choice).criteria:
            rated.setdefault(c.capability, set()).add(choice.exercise[1])
    return {c: len(slots) for c, slots in rated.items()}


def exercise_of(problem: Problem, choice: Choice) -> Exercise:
    """The work sample of a choice that has one."""
    return next(e for e in problem.exercises if choice.exercise and e.id == choice.exercise[0])


def worth(problem: Problem, choice: Choice) -> int:
    """What a choice is worth; the solver maximises exactly this."""
    by_id = {q.id: q for q in problem.questions}
    total = sum(
        problem.rating(c, k) for c, n in ratings(problem, choice).items() for k in range(1, n + 1)
    )
    for id, slot in choice.asked.items():
        total += problem.settings.core if problem.core(by_id[id]) else 0
        total -= problem.cost(by_id[id], problem.slots[slot])
    return total + (problem.settings.work_sample if choice.exercise else 0)


def fits(problem: Problem, choice: Choice) -> bool:
    """Whether every interview keeps its time and the work sample has its place."""
    used = [0] * len(problem.slots)
    for q in problem.questions:
        if q.id in choice.asked:
            used[choice.asked[q.id]] += q.minutes
    if choice.exercise:
        used[choice.exercise[1]] += exercise_of(problem, choice).minutes
        if not problem.slots[choice.exercise[1]].exercise:
            return False
    return all(u <= s.asking for u, s in zip(used, problem.slots, strict=True))


def _suited(
    seat: Seat, questions: Iterable[Question], capability: str, settings: Settings
) -> tuple[Question, ...]:
    own = [q for q in questions if q.capability == capability]
    at_level = [q for q in own if seat.level in q.levels]
    for_role = [q for q in at_level if not q.roles or seat.role in q.roles]
    for found in (for_role, at_level):
        if len(found) >= settings.ratings:
            return tuple(found)
    return tuple(own)


def _order(question: Question, gaps: Gaps) -> tuple[bool, int]:
    """First what fills a gap, then what is made for few levels; sorting keeps the file's order."""
    return (not set(question.marks) & set(gaps.marks), len(question.levels))


def _fit(question: Question, slot: Slot) -> int:
    return slot.fit.get(question.capability, 0) + slot.fit.get(question.kind, 0)

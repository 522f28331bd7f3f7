"""A kit for a seat: the best choice of questions, laid out in stages, with its reasons."""

from collections.abc import Iterator, Mapping, Sequence

from tercet.interviewing.kit.choosing import choose, least_minutes
from tercet.interviewing.kit.problem import Choice, Problem, exercise_of, problem, ratings
from tercet.interviewing.kit.reasons import rating, reason
from tercet.interviewing.kit.records import Asked, Bank, Exercise, Gaps, Kit, Question, Seat, Stage
from tercet.interviewing.kit.settings import Settings, kit_settings, slots
from tercet.kernel.rules import Finding, finding

_PACKAGE = "tercet.interviewing"
_FIRST = {"must": 0, "nice": 1, "soft": 2, None: 3}


def build_kit(
    seat: Seat,
    bank: Bank,
    *,
    stages: int | None = None,
    minutes: int | None = None,
    candidate: Gaps | None = None,
    found: Sequence[Finding] = (),
    settings: Settings | None = None,
) -> Kit:
    """Interviews for `seat`: `stages` meetings of `minutes` each, one interviewer in each.

    The choice is exact: musts rated twice independently, must-ask questions in, a work sample for
    production roles, then wishes and soft skills; no question is asked twice. With a candidate's
    gaps, what the papers leave open weighs more and is asked first. What does not fit in the time
    is a finding, with the smallest change that would make it fit. `found` is what was remarked on
    the questions before; it goes first.
    """
    settings = settings or kit_settings()
    chosen_for = problem(
        seat, bank, settings, slots(settings, stages, minutes), candidate or Gaps()
    )
    choice = choose(chosen_for)
    counts = ratings(chosen_for, choice)
    return Kit(
        role=seat.role, level=seat.level, stages=tuple(_stages(chosen_for, choice, counts)),
        coverage=counts, needs=seat.needs, proved=choice.proved,
        findings=(*found, *_findings(chosen_for, choice, counts, bank)),
    )  # fmt: skip


def _stages(problem: Problem, choice: Choice, counts: Mapping[str, int]) -> Iterator[Stage]:
    seen: dict[str, int] = {}
    for index, slot in enumerate(problem.slots):
        exercise = None
        if choice.exercise and choice.exercise[1] == index:
            exercise = exercise_of(problem, choice)
        own = [q for q in problem.questions if choice.asked.get(q.id) == index]
        own.sort(key=lambda q: _order(problem, q))
        rated = {q.capability for q in own}
        rated |= {c.capability for c in exercise.criteria} if exercise else set()
        seen |= {c: seen.get(c, 0) + 1 for c in rated}
        yield Stage(
            name=slot.name, minutes=slot.minutes, interviewer=f"Interviewer {chr(65 + index)}",
            says=slot.says, exercise=exercise,
            questions=(
                *(_criteria(problem, exercise, seen, counts) if exercise else ()),
                *(_asked(q, reason(problem, q, seen[q.capability], counts)) for q in own),
            ),
        )  # fmt: skip


def _order(problem: Problem, question: Question) -> tuple[bool, bool, int]:
    """First what the papers leave open, then must-ask questions, then musts before wishes."""
    need = problem.seat.needs.get(question.capability)
    gap = problem.gaps.open(question.capability)
    return (not gap, not problem.core(question), _FIRST[need])


def _asked(q: Question, why: str) -> Asked:
    return Asked(q.id, q.text, q.capability, q.minutes, q.tests, q.probes, q.anchors, why)


def _criteria(
    problem: Problem, exercise: Exercise, seen: Mapping[str, int], counts: Mapping[str, int]
) -> Iterator[Asked]:
    share = exercise.minutes // len(exercise.criteria)
    for c in exercise.criteria:
        why = rating(problem, c.capability, seen[c.capability], counts)
        tests = f"The work sample “{exercise.title}”."
        yield Asked(c.id, c.says, c.capability, share, tests, c.probes, c.anchors, why)


def _findings(
    problem: Problem, choice: Choice, counts: Mapping[str, int], bank: Bank
) -> Iterator[Finding]:
    needs, least = problem.seat.needs, problem.settings.ratings
    short = [c for c, need in needs.items() if need == "must" and counts[c] < least]
    core = [q.id for q in problem.questions if problem.core(q) and q.id not in choice.asked]
    sample = problem.needs_exercise and not choice.exercise
    missing = [("TI001", ", ".join(short)), ("TI002", ", ".join(core)), ("TI003", "one" * sample)]
    if short or core or sample:
        size = _size(len(problem.slots), problem.slots[0].minutes)
        change = _change(problem, bank)
        for code, names in missing:
            if names:
                yield finding(_PACKAGE, code, names=names, least=least, size=size, change=change)
    left = [c for c, need in needs.items() if need != "must" and not counts[c]]
    if left:
        yield finding(_PACKAGE, "TI004", names=", ".join(left))
    if not choice.proved:
        yield finding(_PACKAGE, "TI006")
    if problem.gaps.rungs:
        yield finding(_PACKAGE, "TI007")


def _change(first: Problem, bank: Bank) -> str:
    """The change that costs the candidate the fewest minutes, found by solving again."""
    settings, count, now = first.settings, len(first.slots), first.slots[0].minutes
    found: list[tuple[int, str]] = []
    for n in range(count, settings.most + 1):
        more = problem(first.seat, bank, settings, slots(settings, n, None), first.gaps)
        least = least_minutes(more)
        if least is not None and (n == count or least <= now):
            length = max(least, now) if n > count else least
            found.append((n * length, _size(n, length)))
            if n > count:
                break
    return min(found)[1] if found else "no number of stages or minutes that we allow"


def _size(stages: int, minutes: int) -> str:
    return f"{stages} {'stage' if stages == 1 else 'stages'} of {minutes} minutes"


def refused(seat: Seat, findings: Sequence[Finding]) -> Kit:
    """No kit, because of what was found in the questions that a user brought."""
    return Kit(seat.role, seat.level, (), {}, seat.needs, False, tuple(findings))

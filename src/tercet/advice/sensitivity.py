"""What one change would do to the recommended plan, found by solving again."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from tercet.advice.records import Choice, Sensitivity
from tercet.advice.solving import Case
from tercet.planning import Problem

SHIFT = timedelta(weeks=4)
AT_MOST_OPTIONS = 3
EARLIER, LATER = "four-weeks-earlier", "four-weeks-later"


def sensitivity_cases(choice: Choice, solved: Problem) -> dict[str, Case]:
    """The changes worth asking about: the date, and each bought option taken away."""
    cases = {}
    if solved.limits.deadline:
        for id, days in ((EARLIER, -SHIFT), (LATER, SHIFT)):
            limits = replace(solved.limits, deadline=solved.limits.deadline + days)
            cases[id] = replace(solved, limits=limits)
    for option in _bought(choice)[:AT_MOST_OPTIONS]:
        rest = tuple(o for o in solved.supply.options if o.id != option)
        cases[f"without {option}"] = replace(solved, supply=replace(solved.supply, options=rest))
    return {id: Case(id, problem, problem) for id, problem in cases.items()}


def sensitivities(choice: Choice, answers: Mapping[str, Choice | None]) -> tuple[Sensitivity, ...]:
    """Each answer as its difference from the recommended plan."""
    return tuple(_compared(choice, id, answer) for id, answer in answers.items())


def _compared(choice: Choice, id: str, answer: Choice | None) -> Sensitivity:
    label, change = _words(choice)[id]
    if answer is None:
        return Sensitivity(id, label, f"{change}: nothing fits", None, None, None)
    more = answer.plan.cost - choice.plan.cost
    live, lower = answer.plan.live, answer.plan.bound.lower
    if id == LATER and more > 0:
        # The recommended plan holds for a later date too; the quick search overlooked it.
        more, live = Decimal(0), choice.plan.live
    at_least = None if lower is None else min(more, lower - choice.plan.cost)
    return Sensitivity(id, label, change, more, live, at_least)


def _words(choice: Choice) -> dict[str, tuple[str, str]]:
    dates = {
        EARLIER: ("Your date", "four weeks sooner"),
        LATER: ("Your date", "four weeks later"),
    }
    return dates | {
        f"without {e.option}": (e.label, "not to be had") for e in choice.plan.engagements
    }


def _bought(choice: Choice) -> list[str]:
    """Options engaged beyond the staff, dearest first."""
    spent: dict[str, float] = {}
    for e in choice.plan.engagements:
        if e.channel != "on-staff":
            spent[e.option] = spent.get(e.option, 0.0) + float(e.cost)
    return sorted(spent, key=lambda option: (-spent[option], option))

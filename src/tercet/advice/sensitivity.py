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


def sensitivity_cases(choice: Choice, solved: Problem) -> dict[str, Case]:
    """The changes worth asking about: the date, and each bought option taken away."""
    cases = {}
    if solved.limits.deadline:
        for id, days in (("four-weeks-earlier", -SHIFT), ("four-weeks-later", SHIFT)):
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
    label = _labels(choice)[id]
    if answer is None:
        return Sensitivity(id, label, "nothing fits any more", None, None, None)
    more = answer.plan.cost - choice.plan.cost
    change = _change(more, choice.plan.currency, looser=id == "four-weeks-later")
    lower = answer.plan.bound.lower
    at_least = None if lower is None else lower - choice.plan.cost
    return Sensitivity(id, label, change, answer.plan.cost, answer.plan.live, at_least)


def _change(more: Decimal, currency: str, *, looser: bool) -> str:
    """The difference in words; a quick search may overlook cheaper plans, so it is a ceiling.

    Under a looser limit the recommended plan still holds, so nothing can cost more.
    """
    if more < 0:
        return f"{-more:,.0f} {currency} less"
    if looser:
        return "no cheaper plan was found"
    return f"at most {more:,.0f} {currency} more"


def _bought(choice: Choice) -> list[str]:
    """Options engaged beyond the staff, dearest first."""
    spent: dict[str, float] = {}
    for e in choice.plan.engagements:
        if e.channel != "on-staff":
            spent[e.option] = spent.get(e.option, 0.0) + float(e.cost)
    return sorted(spent, key=lambda option: (-spent[option], option))


def _labels(choice: Choice) -> dict[str, str]:
    dates = {
        "four-weeks-earlier": "Live four weeks earlier",
        "four-weeks-later": "Live four weeks later",
    }
    bought = {f"without {e.option}": f"Without {e.label}" for e in choice.plan.engagements}
    return dates | bought

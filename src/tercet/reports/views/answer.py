"""The three lines of the answer, and the strip of facts under them."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tercet.advice.records import Advice, Choice
from tercet.forecast.records import Chance
from tercet.planning.records import Limits
from tercet.reports.roles import head_count, team_sentence
from tercet.reports.words import (
    about,
    brief_money,
    clean,
    day,
    days_apart,
    hundred,
    long_day,
    plural,
    short_day,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Span:
    """Words of a line; `strong` marks the facts in it."""

    text: str
    strong: bool = False


Line = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """One column of the fact strip: a figure with its range and its limit."""

    label: str
    big: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AnswerView:
    """What a leader reads before anything else."""

    title: str
    drawn_up: date
    lines: tuple[Line, Line, Line]
    facts: tuple[Fact, ...]
    roles: tuple[tuple[str, int], ...]
    """(role id, people) of the team."""
    joint: float | None
    """Chance to keep all limits there are; None without a limit."""


def text_of(line: Line) -> str:
    """A line without its marks."""
    return "".join(span.text for span in line)


def promise(limits: Limits) -> str:
    """What is to be kept: "your date and your budget", or the one of them that there is."""
    names = [
        name
        for name, limit in (("your date", limits.deadline), ("your budget", limits.budget))
        if limit is not None
    ]
    return " and ".join(names)


def joint_chance(chance: Chance) -> float | None:
    """Chance to keep all the limits that there are."""
    if chance.both is not None:
        return chance.both
    return chance.deadline if chance.deadline is not None else chance.budget


def title_of(advice: Advice) -> str:
    """Name of what is planned."""
    return clean(advice.brief.title or advice.project.name)


def answer_view(advice: Advice) -> AnswerView:
    """The answer of an advice that recommends a plan."""
    choice = advice.recommended
    if choice is None:
        return _no_answer(advice)
    people = tuple(head_count(choice.plan.engagements).items())
    return AnswerView(
        title=title_of(advice), drawn_up=advice.today,
        lines=(
            (Span(team_sentence(choice.plan.engagements), True),),
            _when_and_how_much(choice),
            _how_sure(choice, advice.limits),
        ),
        facts=(
            Fact("Team", plural(sum(n for _, n in people), "person", "people"), ()),
            _live_fact(choice, advice.limits.deadline),
            _cost_fact(choice, advice.limits.budget),
            *_chance_fact(choice),
        ),
        roles=people, joint=joint_chance(choice.forecast.chance),
    )  # fmt: skip


def _when_and_how_much(choice: Choice) -> Line:
    live, cost = choice.forecast.live, choice.forecast.cost
    money = Span(about(cost.p50, cost.currency), True)
    if choice.forecast.never_live >= 0.5:
        return (
            Span("Not live in "), Span(f"{hundred(choice.forecast.never_live)} of 100", True),
            Span(" futures, for about "), money, Span("."),
        )  # fmt: skip
    when = Span(long_day(live.p50), True)
    return (Span("Live around "), when, Span(", for about "), money, Span("."))


def _how_sure(choice: Choice, limits: Limits) -> Line:
    joint, live = joint_chance(choice.forecast.chance), choice.forecast.live
    if joint is None:
        return (
            Span("You gave no date and no budget; "), Span("8 in 10", True),
            Span(f" futures go live from {days_apart(live.p10, live.p90)}."),
        )  # fmt: skip
    return (
        Span("In "), Span(f"{hundred(joint)} of 100", True),
        Span(f" futures that meets {promise(limits)}."),
    )  # fmt: skip


def _live_fact(choice: Choice, deadline: date | None) -> Fact:
    live = choice.forecast.live
    limit = f"Your date: {day(deadline)}" if deadline else "You gave no date"
    if live.p10.year == live.p90.year == live.p50.year:
        span = f"{short_day(live.p10)} to {short_day(live.p90)}"
    else:
        span = days_apart(live.p10, live.p90)
    return Fact("Live", day(live.p50), (f"8 in 10: {span}", limit))


def _cost_fact(choice: Choice, budget: Decimal | None) -> Fact:
    cost = choice.forecast.cost
    unit = cost.currency
    limit = (
        f"Your budget: {brief_money(budget, unit)}" if budget is not None else "You gave no budget"
    )
    return Fact("Cost", brief_money(cost.p50, unit), (
        f"8 in 10: {brief_money(cost.p10, unit)} to {brief_money(cost.p90, unit)}", limit,
    ))  # fmt: skip


def _chance_fact(choice: Choice) -> tuple[Fact, ...]:
    chance = choice.forecast.chance
    joint = joint_chance(chance)
    if joint is None:
        return ()
    alone = (
        (f"date alone {hundred(chance.deadline)}", f"budget alone {hundred(chance.budget)}")
        if chance.both is not None and chance.deadline is not None and chance.budget is not None
        else ("your date is the only limit",)
        if chance.budget is None
        else ("your budget is the only limit",)
    )
    return (Fact("Chance", f"{hundred(joint)} in 100", alone),)


def _no_answer(advice: Advice) -> AnswerView:
    none, limits = advice.none, advice.limits
    by = f" by {long_day(limits.deadline)}" if limits.deadline else ""
    at_most = ""
    if limits.budget is not None:
        at_most = f" for {about(limits.budget, advice.supply.currency)}"
    why = clean(none.conflict.explanation).rstrip(".") if none else "No plan was found"
    way = _nearest(advice)
    return AnswerView(
        title=title_of(advice), drawn_up=advice.today,
        lines=((Span(f"No team can do this{by}{at_most}.", True),), (Span(f"{why}."),), way),
        facts=(), roles=(), joint=None,
    )  # fmt: skip


def _nearest(advice: Advice) -> Line:
    if advice.none is None or not advice.none.repairs:
        return (Span("No change of a single limit makes it possible."),)
    first = advice.none.repairs[0]
    return (
        Span("Nearest that works: live "), Span(day(first.plan.live), True), Span(" for "),
        Span(about(first.plan.cost, first.plan.currency), True), Span("."),
    )  # fmt: skip

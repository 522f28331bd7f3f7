"""What to do first, by when, and what a week's delay would cost."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from tercet.advice.records import Choice, Do
from tercet.brief.records import Brief
from tercet.planning import Engagement, Plan

AT_MOST = 3
WEEK = timedelta(weeks=1)
VERBS = {
    "fte": ("Approve the post", "Approve {n} posts"),
    "contractor": ("Approve the contract", "Approve {n} contracts"),
    "pod": ("Sign the pod", "Sign {n} pods"),
    "upskill": ("Start the learning", "Start {n} people's learning"),
}


def do_first(choice: Choice, brief: Brief, again: Callable[[Plan], Choice]) -> tuple[Do, ...]:
    """The most urgent decisions of `choice`, earliest first; `again` simulates a changed plan."""
    together: dict[tuple[date, str], list[Engagement]] = {}
    for e in sorted(choice.plan.engagements, key=lambda e: (e.decide_by, e.option, e.id)):
        if e.channel in VERBS:
            together.setdefault((e.decide_by, e.option), []).append(e)
    urgent = list(together.values())[:AT_MOST]
    deeds = [Do(es[0].decide_by, _action(es), _delay(choice, es, again)) for es in urgent]
    if brief.questions:
        count = len(brief.questions)
        what = "the open question" if count == 1 else f"the {count} open questions"
        day = brief.today + WEEK
        deeds.append(Do(day, f"Answer {what}", "Each answer replaces an assumption of ours"))
    return tuple(sorted(deeds, key=lambda deed: deed.by))


def _action(engagements: Sequence[Engagement]) -> str:
    one, many = VERBS[engagements[0].channel]
    n = len(engagements)
    return f"{one if n == 1 else many.format(n=n)}: {engagements[0].label}"


def _delay(choice: Choice, late: Sequence[Engagement], again: Callable[[Plan], Choice]) -> str:
    """What one week's delay of these engagements does, under the same futures."""
    ids = {e.id for e in late}
    shifted = tuple(
        replace(e, start=e.start + WEEK, end=e.end + WEEK, decide_by=e.decide_by + WEEK)
        if e.id in ids
        else e
        for e in choice.plan.engagements
    )
    after = again(replace(choice.plan, engagements=shifted)).forecast
    before = choice.forecast
    days = (after.live.p50 - before.live.p50).days
    if before.chance.both is not None and after.chance.both is not None:
        fewer = round(100 * (before.chance.both - after.chance.both))
        if fewer > 0:
            return f"A week later keeps your limits in {fewer} fewer of 100 futures"
    if days > 0:
        return f"A week later moves the middle live date by {days // 7 or 1} week(s)"
    return "A week later changes little"

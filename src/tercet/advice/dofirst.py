"""What to do first, by when, and what a week's delay would cost."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from tercet.advice.records import Choice, Do
from tercet.brief.records import Brief
from tercet.planning import Engagement, Plan

AT_MOST = 3
WEEK = timedelta(weeks=1)
VERBS = {
    "fte": "Approve the post: {label}",
    "contractor": "Approve the contract: {label}",
    "pod": "Sign the pod: {label}",
    "upskill": "Start the learning: {label}",
}


def do_first(choice: Choice, brief: Brief, again: Callable[[Plan], Choice]) -> tuple[Do, ...]:
    """The most urgent decisions of `choice`, earliest first; `again` simulates a changed plan."""
    waiting = [e for e in choice.plan.engagements if e.channel in VERBS]
    urgent = sorted(waiting, key=lambda e: (e.decide_by, e.id))[:AT_MOST]
    deeds = [
        Do(e.decide_by, VERBS[e.channel].format(label=e.label), _delay(choice, e, again))
        for e in urgent
    ]
    if brief.questions:
        count = len(brief.questions)
        what = "the open question" if count == 1 else f"the {count} open questions"
        day = brief.today + WEEK
        deeds.append(Do(day, f"Answer {what}", "Each answer replaces an assumption of ours"))
    return tuple(sorted(deeds, key=lambda deed: deed.by))


def _delay(choice: Choice, late: Engagement, again: Callable[[Plan], Choice]) -> str:
    """What one week's delay of one engagement does, under the same futures."""
    shifted = tuple(
        replace(e, start=e.start + WEEK, end=e.end + WEEK, decide_by=e.decide_by + WEEK)
        if e.id == late.id
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

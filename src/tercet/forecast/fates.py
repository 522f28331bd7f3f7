"""What happens in each future to the work and to the people of one plan."""

from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np

from tercet.forecast.futures import Futures
from tercet.forecast.luck import Bools, Floats, Luck
from tercet.forecast.team import Seat, Team, week_of, weeks_until
from tercet.market.records import SupplyOption
from tercet.planning.records import Problem

WEEKS_A_YEAR = 52.18
SEARCHES = 3
"""Offers that fall through more often than twice in a row change no quantile that is shown."""


@dataclass(frozen=True, slots=True)
class Fates:
    """Everything that differs between futures. Shapes: K tasks, J packages, M seats, F futures."""

    effort: Floats
    """(K, F): person-weeks of a full mid-level specialist."""
    elapsed: Floats
    """(J, F): weeks that the package lasts at least."""
    rework: Floats
    """(K, F): share of thinly done work that is done again."""
    start: Floats
    """(M, F): week in which the seat is taken."""
    able: Floats
    """(M, F): week from which it gives output; later than `start` for people who learn first."""
    leave: Floats
    """(M, F): week in which its first holder is gone; infinite when never."""
    back: Floats
    """(M, F): week in which somebody else sits there; infinite when nobody does."""
    ramp: Floats
    """(2, M, F): weeks until full output, of the first and of the second holder."""


def fates_of(team: Team, problem: Problem, futures: Futures) -> Fates:
    """One fate a future for all work and all seats of the plan."""
    luck, work = futures.luck, futures.work
    packages = problem.project.packages
    start, able, leave, back, ramp = (
        np.stack(rows)
        for rows in zip(*(_seat(s, team, problem, luck) for s in team.seats), strict=True)
    )
    keys = [(task.id, task.capability) for task in team.tasks]
    return Fates(
        effort=np.stack([work.effort[key] for key in keys]),
        elapsed=np.stack([work.elapsed[package.id] for package in packages]),
        rework=np.stack([work.rework[key] for key in keys]),
        start=start,
        able=able,
        leave=leave,
        back=back,
        ramp=ramp.transpose(1, 0, 2),
    )


def some(fates: Fates, which: Bools) -> Fates:
    """The fates of some of the futures only."""
    return Fates(**{field.name: getattr(fates, field.name)[..., which] for field in fields(Fates)})


def side_by_side(fates: Sequence[Fates]) -> Fates:
    """All futures of several fates of one plan as one, so that they run in one go."""
    return Fates(
        **{
            field.name: np.concatenate([getattr(fate, field.name) for fate in fates], axis=-1)
            for field in fields(Fates)
        }
    )


def _seat(
    seat: Seat, team: Team, problem: Problem, luck: Luck
) -> tuple[Floats, Floats, Floats, Floats, Floats]:
    """Start, able, leave, back and both ramps of one seat; each (F,), the ramps (2, F)."""
    option, slot = seat.option, seat.slot
    engagement = team.engagements[seat.engagement]
    planned = week_of(problem.origin, engagement.start)
    decided = (engagement.decide_by - problem.origin).days
    start = np.maximum(planned, np.ceil((decided + lead_days(option, luck, slot, 0)) / 7))
    years = luck.years_until(
        "attrition", "attrition", option.attrition, option.id, slot, seat.member
    )
    leave = np.floor(start + 1 + years * WEEKS_A_YEAR)
    able = start
    if option.upskilling:
        able = start + luck.draw("upskilling", "learning", option.upskilling.weeks, option.id, slot)
        learnt = luck.happens(
            "upskilling", "success", option.upskilling.success.mean, option.id, slot
        )
        leave = np.where(learnt, leave, np.minimum(leave, np.ceil(able)))
    if option.leaves:
        leave = np.minimum(leave, weeks_until(problem.origin, option.leaves))
    back = leave + np.ceil(_refill_days(seat, luck) / 7)
    ramp = np.stack([
        luck.draw("ramp", "ramp", holder.ramp.weeks, holder.id, slot, seat.member, number)
        for number, holder in enumerate((option, seat.refill or option))
    ])  # fmt: skip
    return start, able, leave, back, ramp


def _refill_days(seat: Seat, luck: Luck) -> Floats:
    if seat.refill is None:
        return np.full(luck.n, np.inf)
    if seat.refill.backfill is not None and seat.refill is seat.option:
        return luck.draw(
            "attrition", "backfill", seat.refill.backfill, seat.option.id, seat.slot, seat.member
        )
    return lead_days(seat.refill, luck, seat.slot, 1 + seat.member)


def lead_days(option: SupplyOption, luck: Luck, slot: int, turn: int) -> Floats:
    """Days from deciding to the first working day; a start that falls through is searched again."""
    lead, name = option.lead, (option.id, slot, turn)
    days = luck.draw("search", "approval", lead.approval, *name)
    searching = np.ones(luck.n, dtype=bool)
    for attempt in range(SEARCHES):
        days = days + searching * (
            luck.draw("search", "search", lead.search, *name, attempt)
            + luck.draw("notice", "notice", lead.notice, *name, attempt)
        )
        searching = searching & luck.happens("search", "dropped", lead.dropped.mean, *name, attempt)
    return days

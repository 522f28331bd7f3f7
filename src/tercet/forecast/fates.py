"""What happens in each future to the work and to the people of one plan."""

from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np

from tercet.brief.records import Triple, WorkPackage
from tercet.forecast.futures import Floats, Futures
from tercet.forecast.team import Seat, Team, week_of, weeks_until
from tercet.kernel.uncertain import Distribution
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
    """(2, M, F): weeks to 90 % of full output, of the first and of the second holder."""


def fates_of(team: Team, problem: Problem, futures: Futures) -> Fates:
    """One fate a future for all work and all seats of the plan."""
    packages = problem.project.packages
    overall = _overall(problem, futures)
    handoff = _handoffs(team, problem)
    start, able, leave, back, ramp = (
        np.stack(rows) if rows else np.zeros((0, futures.n))
        for rows in zip(*(_seat(s, team, problem, futures) for s in team.seats), strict=True)
    )
    return Fates(
        effort=np.stack([
            overall * _effort(packages[t.package], t.capability, futures) + extra
            for t, extra in zip(team.tasks, handoff, strict=True)
        ]),
        elapsed=np.stack([_elapsed(package, futures) for package in packages]),
        rework=np.stack([
            futures.draw("rework", "rework", futures.uncertainty.rework, t.id, t.capability)
            for t in team.tasks
        ]),
        start=start,
        able=able,
        leave=leave,
        back=back,
        ramp=ramp.transpose(1, 0, 2),
    )  # fmt: skip


def side_by_side(fates: Sequence[Fates]) -> Fates:
    """All futures of several fates of one plan as one, so that they run in one go."""
    return Fates(
        **{
            field.name: np.concatenate([getattr(fate, field.name) for fate in fates], axis=-1)
            for field in fields(Fates)
        }
    )


def _overall(problem: Problem, futures: Futures) -> Floats:
    """Factor on every effort of the project: how wrong the whole estimate is."""
    spread = problem.project.spread
    tail = futures.draw("overall", "tail", futures.uncertainty.tail)
    hit = futures.happens("overall", "tail-chance", futures.uncertainty.tail_chance)
    usual = Distribution("lognormal", (1.0, float(np.exp(spread * 1.2815515655446004))))
    return futures.draw("overall", "overall", usual) * np.where(hit, tail, 1.0)


def _effort(package: WorkPackage, capability: str, futures: Futures) -> Floats:
    """The package's own draw is the same for all its capabilities: it is as large as it is."""
    cause = f"effort:{package.id}"
    effort = futures.draw(cause, "effort", _triangle(package.work[capability]), package.id)
    if package.quality:
        effort = effort * futures.draw(cause, "quality", futures.uncertainty.quality, package.id)
    return effort


def _handoffs(team: Team, problem: Problem) -> list[float]:
    """Person-weeks that handing over adds to each task: to the package's largest, as planned."""
    extra = []
    for task in team.tasks:
        package = problem.project.packages[task.package]
        work = {c: triple.mean for c, triple in package.work.items()}
        largest = max(work, key=lambda c: (work[c], c))
        given = package.handoff is not None and task.capability == largest
        extra.append(problem.terms.handoff_effort if given else 0.0)
    return extra


def _elapsed(package: WorkPackage, futures: Futures) -> Floats:
    weeks = np.zeros(futures.n)
    if package.wait:
        weeks = futures.draw("waits", "wait", _triangle(package.wait), package.id)
    for who, triple in package.outside.items():
        given = futures.draw("outside", "outside", _triangle(triple), package.id, who)
        weeks = np.maximum(weeks, given / futures.uncertainty.outside_weekly)
    return weeks


def _triangle(triple: Triple) -> Distribution:
    return Distribution("triangular", (triple.low, triple.likely, triple.high))


def _seat(
    seat: Seat, team: Team, problem: Problem, futures: Futures
) -> tuple[Floats, Floats, Floats, Floats, Floats]:
    """Start, able, leave, back and both ramps of one seat; each (F,), the ramps (2, F)."""
    option, slot = seat.option, seat.slot
    engagement = team.engagements[seat.engagement]
    planned = week_of(problem.origin, engagement.start)
    decided = (engagement.decide_by - problem.origin).days
    start = np.maximum(planned, np.ceil((decided + lead_days(option, futures, slot, 0)) / 7))
    years = futures.years_until(
        "attrition", "attrition", option.attrition, option.id, slot, seat.member
    )
    leave = np.floor(start + 1 + years * WEEKS_A_YEAR)
    able = start
    if option.upskilling:
        able = start + futures.draw(
            "upskilling", "learning", option.upskilling.weeks, option.id, slot
        )
        learnt = futures.happens(
            "upskilling", "success", option.upskilling.success.mean, option.id, slot
        )
        leave = np.where(learnt, leave, np.minimum(leave, np.ceil(able)))
    back = leave + np.ceil(_refill_days(seat, futures) / 7)
    if option.leaves:
        gone = weeks_until(problem.origin, option.leaves)
        back = np.where(gone <= leave, np.inf, back)
        leave = np.minimum(leave, gone)
    ramp = np.stack([
        futures.draw("ramp", "ramp", holder.ramp.weeks, holder.id, slot, seat.member, number)
        for number, holder in enumerate((option, seat.refill or option))
    ])  # fmt: skip
    return start, able, leave, back, ramp


def _refill_days(seat: Seat, futures: Futures) -> Floats:
    if seat.refill is None:
        return np.full(futures.n, np.inf)
    if seat.refill.backfill is not None and seat.refill is seat.option:
        return futures.draw(
            "attrition", "backfill", seat.refill.backfill, seat.option.id, seat.slot, seat.member
        )
    return lead_days(seat.refill, futures, seat.slot, 1 + seat.member)


def lead_days(option: SupplyOption, futures: Futures, slot: int, turn: int) -> Floats:
    """Days from deciding to the first working day; a start that falls through is searched again."""
    lead, name = option.lead, (option.id, slot, turn)
    days = futures.draw("search", "approval", lead.approval, *name)
    searching = np.ones(futures.n, dtype=bool)
    for attempt in range(SEARCHES):
        days = days + searching * (
            futures.draw("search", "search", lead.search, *name, attempt)
            + futures.draw("notice", "notice", lead.notice, *name, attempt)
        )
        searching = searching & futures.happens(
            "search", "dropped", lead.dropped.mean, *name, attempt
        )
    return days

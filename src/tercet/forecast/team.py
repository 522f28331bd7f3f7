"""A plan as arrays: who can do what, who is booked when, and whose work is whose."""

import math
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

import numpy as np

from tercet.forecast.luck import Bools, Floats
from tercet.market.records import Supply, SupplyOption
from tercet.planning.network import effort_of as planned_effort
from tercet.planning.records import Engagement, Plan, Problem

WORKING_DAYS = 5
WHOLE = ("fte", "pod", "upskill")
"""Channels that are only booked in whole weeks."""


@dataclass(frozen=True, slots=True)
class Task:
    """One capability of one package: the unit that people work on."""

    package: int
    capability: str
    id: str
    """Id of the package."""


@dataclass(frozen=True, slots=True)
class Seat:
    """One member of an engagement, with what happens to the seat when the member is gone."""

    id: str
    engagement: int
    option: SupplyOption
    slot: int
    """How many engagements of the same option start before: names the seat's draws."""
    member: int
    """Place among the members of a pod."""
    pupil: int | None
    """Seat that this person on staff grows into, and whose learning takes time from this one."""
    refill: SupplyOption | None
    """Option by which the seat is filled again; None when it stays empty."""


@dataclass(frozen=True, slots=True)
class Share:
    """A seat's own part of a task: `part` of its effort, as the plan assigns it."""

    seat: int
    task: int
    part: float
    due: tuple[float, ...]
    """How much of the part the plan has done at the end of each week."""


@dataclass(frozen=True, slots=True)
class Team:
    """Everything about a plan that is the same in all futures. Weeks count from the origin.

    Shapes: M seats, K tasks, E engagements, H weeks of the horizon.
    """

    tasks: tuple[Task, ...]
    seats: tuple[Seat, ...]
    engagements: tuple[Engagement, ...]
    own: tuple[Share, ...]
    """In the order in which the plan takes them up."""
    help: tuple[tuple[int, int], ...]
    """(seat, task): everything else anybody can do, earliest task and best helper first."""
    output: Floats
    """(M, K): output of a week's work."""
    rate: Floats
    """(K,): most output that a week can add: the best person's, times those who can share in."""
    booked: Floats
    """(M, H): share of each week that is booked."""
    peak: Floats
    """(M,): most of a week that the seat can work."""
    whole: Bools
    """(M,): whether the seat is paid from start to end, and not by what is worked."""
    stays: Bools
    """(M,): whether the seat is paid until the project is finished, whatever the plan says."""
    learns: Floats
    """(M,): share of the week spent learning before the seat gives output."""
    stay: Floats
    """(M,): weeks that are paid at least."""
    until: Floats
    """(M,): week in which the booking ends as planned."""
    horizon: int
    live: int
    """Weeks that the plan takes until the product is live."""


def week_of(origin: date, day: date) -> int:
    """Plan week that `day` falls in."""
    return (day - origin).days // 7


def weeks_until(origin: date, day: date) -> int:
    """Plan week that begins on or after `day`: the first one that an exclusive end leaves out."""
    return math.ceil((day - origin).days / 7)


def team_of(plan: Plan, problem: Problem, horizon_factor: float) -> Team:
    """The plan as arrays."""
    project, origin = problem.project, problem.origin
    tasks = tuple(
        Task(place, capability, package.id)
        for place, package in enumerate(project.packages)
        for capability in planned_effort(package, problem.terms)
    )
    finish = weeks_until(origin, plan.finish)
    horizon = math.ceil(horizon_factor * finish)
    seats = _seats(plan, problem.supply)
    output = np.array(
        [[seat.option.members[seat.member].productivity.get(task.capability, 0.0)
          for task in tasks] for seat in seats]
    ).reshape(len(seats), len(tasks))  # fmt: skip
    booked = np.array(
        [_booked(plan.engagements[s.engagement], origin, horizon) for s in seats]
    ).reshape(len(seats), horizon)
    begins = {scheduled.package: scheduled.start for scheduled in plan.schedule}
    return Team(
        tasks=tasks,
        seats=seats,
        engagements=plan.engagements,
        own=_shares(plan, problem, tasks, seats, output),
        help=_helpers(tasks, output, [begins[task.id] for task in tasks]),
        output=output,
        rate=_rate(problem, tasks),
        booked=booked,
        peak=booked.max(axis=1, initial=0.0),
        whole=np.array(
            [seat.option.min_share >= 1 or seat.option.channel in WHOLE for seat in seats]
        ),
        stays=np.array([seat.option.channel == "fte" for seat in seats]),
        learns=np.array([s.option.upskilling.share if s.option.upskilling else 0.0 for s in seats]),
        stay=np.array([float(seat.option.min_weeks) for seat in seats]),
        until=np.array(
            [float(weeks_until(origin, plan.engagements[s.engagement].end)) for s in seats]
        ),
        horizon=horizon,
        live=weeks_until(origin, plan.live),
    )


def _seats(plan: Plan, supply: Supply) -> tuple[Seat, ...]:
    slots: dict[str, int] = defaultdict(int)
    slot_of = {}
    for engagement in sorted(plan.engagements, key=lambda e: (e.start, e.id)):
        slot_of[engagement.id] = slots[engagement.option]
        slots[engagement.option] += 1
    seats: list[Seat] = []
    for place, engagement in enumerate(plan.engagements):
        option = supply.option(engagement.option)
        for number, member in enumerate(engagement.members):
            refill = _refill(option, number, supply)
            slot = slot_of[engagement.id]
            seats.append(Seat(member.id, place, option, slot, number, None, refill))
    grows = {
        seat.option.upskilling.person: number
        for number, seat in enumerate(seats)
        if seat.option.upskilling
    }
    return tuple(
        replace(seat, pupil=grows.get(seat.option.person or ""))
        if seat.option.upskilling is None
        else seat
        for seat in seats
    )


def _refill(option: SupplyOption, member: int, supply: Supply) -> SupplyOption | None:
    """Who comes after a leaver: the same option, or for staff whoever of the role comes soonest."""
    if option.channel not in ("on-staff", "upskill"):
        return option
    who = option.members[member]
    alike = [
        o
        for o in supply.options
        if o.channel in ("fte", "contractor") and o.members[0].role == who.role
    ]

    def fit(other: SupplyOption) -> tuple[bool, float, Decimal, str]:
        level = other.members[0].level != who.level
        return level, other.lead.planned_days(0.5), other.weekly_cost, other.id

    return min(alike, key=fit, default=None)


def _booked(engagement: Engagement, origin: date, horizon: int) -> list[float]:
    week = [0.0] * horizon
    first, last = week_of(origin, engagement.start), weeks_until(origin, engagement.end)
    for number in range(first, min(last, horizon)):
        week[number] = engagement.share
    for monday, days in engagement.days:
        week[week_of(origin, monday)] = days / WORKING_DAYS
    return week


def _shares(
    plan: Plan, problem: Problem, tasks: tuple[Task, ...], seats: tuple[Seat, ...], output: Floats
) -> tuple[Share, ...]:
    """Own parts in the order in which the plan takes them up."""
    seat_of = {seat.id: number for number, seat in enumerate(seats)}
    task_of = {(task.id, task.capability): number for number, task in enumerate(tasks)}
    weeks = weeks_until(problem.origin, plan.finish)
    given: dict[tuple[int, int], Floats] = defaultdict(lambda: np.zeros(weeks))
    for row in plan.assignments:
        pair = seat_of[row.member], task_of[row.package, row.capability]
        begin, end = week_of(problem.origin, row.start), weeks_until(problem.origin, row.end)
        given[pair][begin:end] += row.days_per_week * output[pair]
    total = np.zeros(len(tasks))
    for (_, task), amount in given.items():
        total[task] += amount.sum()
    first = {pair: int(np.argmax(row > 0)) for pair, row in given.items() if row.any()}
    return tuple(
        Share(
            seat, task, float(given[seat, task].sum() / total[task]),
            tuple((given[seat, task].cumsum() / given[seat, task].sum()).tolist()),
        )
        for seat, task in sorted(first, key=lambda pair: (first[pair], pair[1], pair[0]))
    )  # fmt: skip


def _helpers(
    tasks: tuple[Task, ...], output: Floats, begins: list[date]
) -> tuple[tuple[int, int], ...]:
    return tuple(
        (int(m), k)
        for k in sorted(range(len(tasks)), key=lambda k: (begins[k], k))
        for m in np.argsort(-output[:, k], kind="stable")
        if output[m, k] > 0
    )


def _rate(problem: Problem, tasks: tuple[Task, ...]) -> Floats:
    terms, rates = problem.terms, []
    for task in tasks:
        effort = planned_effort(problem.project.packages[task.package], terms)[task.capability]
        best = max(
            (
                member.productivity.get(task.capability, 0.0)
                for option in problem.supply.options
                for member in option.members
            ),
            default=0.0,
        )
        sharing = max(1, math.ceil(effort / terms.crew_effort - 1e-9))
        rates.append(best * terms.productive_share * sharing)
    return np.array(rates)

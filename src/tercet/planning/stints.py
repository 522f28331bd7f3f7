"""A stint: one engagement as a column of the model, with all of its terms built in.

Start and end fix lead time, ramp, minimum term, leaving and pay exactly, whatever the mix of
people; the model only chooses among stints. Prices of the relaxation say which are worth having.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from tercet.planning.crew import Group, Profile
from tercet.planning.records import Problem

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Stint:
    """One person or pod from week `start` until week `end` (exclusive)."""

    group: Group = field(compare=False, repr=False)
    id: str
    start: int
    end: int
    full: tuple[bool, ...] | None = None
    """Weeks booked in full, the others at the floor; None: whatever the model likes."""

    @property
    def key(self) -> tuple[object, ...]:
        """Name of its column."""
        return "stint", self.id, self.start, self.end, self.full

    def lost(self, week: int) -> float:
        """Share of the time booked in `week` that learning takes."""
        return _at(self.group.lost, week - self.start)

    def mentored(self, week: int) -> float:
        """Share of a colleague's week that this newcomer takes in `week`, if booked in full."""
        return _at(self.group.mentored, week - self.start)

    def paid(self, week: int) -> float:
        """Share of `week` that a whole booking is paid for."""
        return 1.0 - _at(self.group.unpaid, week - self.start)

    @property
    def paid_out(self) -> int:
        """Weeks paid after `end`, because the term runs past the last week of the plan."""
        short = self.start + self.group.stay - self.end
        return max(0, short) if self.group.last is None else 0


@dataclass(frozen=True, slots=True)
class Prices:
    """What the relaxation would pay or ask for, per week (shape (T,) each)."""

    demand: Mapping[str, Floats]
    """One effective person-week of each capability."""
    team: Floats
    """One person-week of the team's time."""
    spared: Mapping[Profile, Floats]
    """One person-week more that talk may take of people of a profile."""
    booked: Floats
    """Charge on each person-week booked: the talk it causes."""
    head: Floats
    """Charge on each person engaged: the headcount limit."""
    person: Mapping[str, Floats]
    """Charge on a week of somebody on staff who could learn another role."""
    offshore: float
    """Charge on each person-week booked, per unit of (offshore - allowed share)."""
    stints: Mapping[str, float]
    """Charge on each engagement of an option: how many there are, roles wanted at home."""
    cost: float
    """Factor on every cost: 1 and the price of the budget."""


def priced(
    problem: Problem, group: Group, prices: Prices, horizon: int, finish: int, most: int
) -> list[tuple[float, Stint]]:
    """The `most` starts of one of `group` with the least reduced cost, each with its best end.

    People hired for good stay until week `finish` at least. A negative reduced cost means that
    the relaxation would gain from the stint; otherwise it is what a plan with it costs more.
    """
    costs, full = _reduced(problem, group, prices, horizon, finish)
    if not costs.size:
        return []
    ends = np.argmin(costs, axis=1)
    best = costs[np.arange(len(costs)), ends]
    found = []
    for i in np.argsort(best, kind="stable")[:most]:
        if np.isinf(best[i]):
            break
        booking = None if group.whole else tuple(full[i, i : ends[i] + 1].tolist())
        start, end = group.first + int(i), group.first + int(ends[i]) + 1
        found.append((float(best[i]), Stint(group, group.id, start, end, booking)))
    return found


def _reduced(
    problem: Problem, group: Group, prices: Prices, horizon: int, finish: int
) -> tuple[Floats, NDArray[np.bool_]]:
    """Reduced cost by first week (rows) and last week (columns), both counted from the group's
    first; infinite where terms forbid. And which weeks, given the first, are booked in full.
    """
    stop = horizon if group.last is None else min(group.last, horizon)
    if stop <= group.first:
        return np.empty((0, 0)), np.empty((0, 0), np.bool_)
    weekly = _Weekly.of(problem, group, prices, slice(group.first, stop))
    week = np.arange(stop - group.first)
    age = week[None, :] - week[:, None]
    lost, unpaid = _by_age(group.lost, age), _by_age(group.unpaid, age)
    gain = weekly.work * (1 - lost) + weekly.spare * (1 - unpaid)
    net = weekly.charge + weekly.mentor * _by_age(group.mentored, age) - gain
    full = net <= 0
    net = net - unpaid * weekly.charge if group.whole else np.where(full, net, net * group.floor)
    fixed = group.one_off * prices.cost + prices.stints.get(group.id, 0.0)
    total = fixed + np.cumsum(np.where(age >= 0, net + weekly.engaged, 0.0), axis=1)
    length, end = age + 1, group.first + week[None, :] + 1
    least = np.minimum(group.stay, (stop - group.first - week)[:, None])
    if group.last is None:
        short = np.maximum(0, group.stay - length)
        total = total + short * (group.floor * group.weekly * prices.cost)
    allowed = (length >= least) & (length <= (group.option.max_weeks or stop)) & (age >= 0)
    if group.until_finish:
        allowed &= end >= min(finish, stop)
    return np.where(allowed, total, np.inf), full


@dataclass(frozen=True, slots=True)
class _Weekly:
    """Gains and charges of a full week of one group, by week."""

    work: Floats
    """Gain from the time that learning leaves."""
    spare: Floats
    """Gain from the part of the booked time that talk and mentoring may take."""
    charge: Floats
    """Charge on booking."""
    mentor: Floats
    """Charge on a newcomer's whole demand for mentoring."""
    engaged: Floats
    """Charge on being there, booked or not."""

    @classmethod
    def of(cls, problem: Problem, group: Group, prices: Prices, weeks: slice) -> "_Weekly":
        terms, team = problem.terms, prices.team[weeks]
        share = terms.productive_share
        work, spare = np.zeros_like(team), np.zeros_like(team)
        for profile, members in group.profiles:
            best = np.zeros_like(team)
            for capability, output in profile:
                if capability in prices.demand:
                    np.maximum(best, output * prices.demand[capability][weeks], out=best)
            room = np.zeros_like(team)
            if terms.talk_most < 1:
                # More than this is never worth paying, but where nobody of the profile is in the
                # model yet, its price is any that is high enough.
                room = np.maximum(0.0, team - best)
                if profile in prices.spared:
                    room = np.minimum(room, prices.spared[profile][weeks])
            work += share * members * np.maximum(best, team - room)
            spare += share * members * terms.talk_most * room
        away = bool(group.option.offshore) - (problem.limits.offshore_share or 0.0)
        charge = group.size * (prices.booked[weeks] + away * prices.offshore)
        charge = charge + group.weekly * prices.cost
        if group.person is not None and group.person in prices.person:
            charge = charge + prices.person[group.person][weeks]
        mentor = team * (share * group.size)
        return cls(work, spare, charge, mentor, group.size * prices.head[weeks])


def _by_age(shares: Sequence[float], age: NDArray[np.int64]) -> Floats:
    """`shares` by weeks since the start; 0 before it and after the last."""
    padded = np.zeros(max(len(shares), age.shape[0]) + 1)
    padded[: len(shares)] = shares
    return np.where(age >= 0, padded[np.maximum(age, 0)], 0.0)


def _at(shares: Sequence[float], age: int) -> float:
    return shares[age] if age < len(shares) else 0.0

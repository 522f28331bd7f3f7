"""A stint: one engagement as a column of the model, with all of its terms built in.

Start and end fix lead time, ramp, minimum term, leaving and pay exactly, whatever the mix of
people; the model only chooses among stints. Prices of the relaxation say which are worth having.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from tercet.planning.crew import Group
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

    def free(self) -> "Stint":
        """The same stint with its booking left open."""
        return replace(self, full=None)

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


def stint(group: Group, start: int, end: int) -> Stint:
    """The stint of one of `group` in these weeks."""
    return Stint(group, group.id, start, end)


@dataclass(frozen=True, slots=True)
class Prices:
    """What the relaxation would pay or ask for, per week (shape (T,) each)."""

    demand: Mapping[str, Floats]
    """One effective person-week of each capability."""
    team: Floats
    """One person-week of the team's time."""
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
    problem: Problem, group: Group, prices: Prices, horizon: int, finish: int
) -> Iterator[tuple[float, Stint]]:
    """For every week in which one of `group` could start, the end of least reduced cost.

    People hired for good stay until week `finish` at least. A negative reduced cost means that
    the relaxation would gain from the stint; otherwise it is what a plan with it costs more.
    """
    for start, ends, costs, full in _reduced(problem, group, prices, horizon, finish):
        best = int(np.argmin(costs))
        end = int(ends[best])
        booking = None if group.whole else tuple(full[: end - start].tolist())
        yield float(costs[best]), Stint(group, group.id, start, end, booking)


def within(
    problem: Problem, group: Group, prices: Prices, horizon: int, finish: int, most: float
) -> Iterator[tuple[float, Stint]]:
    """Every stint of `group` whose reduced cost is at most `most`."""
    for start, ends, costs, _ in _reduced(problem, group, prices, horizon, finish):
        for i in np.flatnonzero(costs <= most):
            yield float(costs[i]), stint(group, start, int(ends[i]))


def _reduced(
    problem: Problem, group: Group, prices: Prices, horizon: int, finish: int
) -> Iterator[tuple[int, NDArray[np.int64], Floats, NDArray[np.bool_]]]:
    stop = horizon if group.last is None else min(group.last, horizon)
    value, charge, engaged = _weekly(problem, group, prices, stop)
    lost = _padded(group.lost, stop)
    unpaid, mentored = _padded(group.unpaid, stop), _padded(group.mentored, stop)
    share = problem.terms.productive_share
    fixed = group.one_off * prices.cost + prices.stints.get(group.id, 0.0)
    for start in range(group.first, stop):
        ages, weeks = stop - start, slice(start, stop)
        gain = value[weeks] * (1 - lost[:ages])
        mentor = prices.team[weeks] * (share * group.size) * mentored[:ages]
        net = charge[weeks] + mentor - gain
        full = net <= 0
        if group.whole:
            net = net - unpaid[:ages] * charge[weeks]
        else:
            net = np.where(full, net, net * group.floor)
        total = fixed + np.cumsum(net + engaged[weeks])
        ends = np.arange(start + 1, stop + 1)
        short = np.maximum(0, start + group.stay - ends) if group.last is None else 0 * ends
        total = total + short * (group.floor * group.weekly * prices.cost)
        allowed = (ends >= min(start + group.stay, stop)) & (
            ends - start <= (group.option.max_weeks or stop)
        )
        if group.until_finish:
            allowed &= ends >= min(finish, stop)
        if allowed.any():
            yield start, ends[allowed], total[allowed], full


def _weekly(
    problem: Problem, group: Group, prices: Prices, stop: int
) -> tuple[Floats, Floats, Floats]:
    """Value of a full week's work, charge on a full week's booking, charge on presence."""
    share = problem.terms.productive_share
    value = np.zeros(stop)
    for profile, members in group.profiles:
        best = prices.team[:stop].copy()
        for capability, output in profile:
            if capability in prices.demand:
                np.maximum(best, output * prices.demand[capability][:stop], out=best)
        value += share * members * best
    away = bool(group.option.offshore) - (problem.limits.offshore_share or 0.0)
    charge: Floats = group.size * (prices.booked[:stop] + away * prices.offshore)
    charge += group.weekly * prices.cost
    if group.person is not None and group.person in prices.person:
        charge += prices.person[group.person][:stop]
    return value, charge, group.size * prices.head[:stop]


def _padded(shares: Sequence[float], length: int) -> Floats:
    padded = np.zeros(length)
    padded[: min(len(shares), length)] = shares[:length]
    return padded


def _at(shares: Sequence[float], age: int) -> float:
    return shares[age] if age < len(shares) else 0.0

"""The weeks of a plan as they really go, in all futures at once.

Each week everybody who is there first does what the plan has done by then, for as much of the week
as it takes. Whoever is paid anyway and has time left goes ahead with their own work, then helps
with anything they can do, so that somebody's late start does not idle the others. What has nobody
left to do it goes to whoever can, paid by the time. Contracts end as planned, or when the work
that is theirs is done.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tercet.forecast.attendance import Attendance, attendance
from tercet.forecast.fates import Fates, some
from tercet.forecast.graph import Graph, graph_of
from tercet.forecast.luck import Bools, Floats
from tercet.forecast.prices import prices_of
from tercet.forecast.team import Team
from tercet.forecast.uncertainty import Uncertainty
from tercet.planning.records import Problem

WORTH_DROPPING = 0.8
"""Finished futures are dropped when fewer than this share goes on."""
DONE = 1e-9
"""Person-weeks: less than this is no work left."""


@dataclass(frozen=True, slots=True)
class Course:
    """How each future went. Shapes: J packages, F futures, W weeks."""

    complete: Floats
    """(J, F): weeks from the origin until the package is complete; infinite when never."""
    spent: Floats
    """(W, F): cost of each week."""


@dataclass(slots=True)
class _Work:
    """What is left to do, as the weeks pass."""

    left: Floats
    quota: list[Floats]
    """Per own share: what of it its seat still has to do."""
    opened: Floats
    """(J, F): week from which the predecessors let the package be worked on."""
    complete: Floats


@dataclass(frozen=True, slots=True)
class _Pair:
    """A seat that works on a task."""

    seat: int
    task: int
    output: Floats | float
    """Of a week's worth; (F,) where it differs between futures."""
    whole: Floats | float = 0.0
    """(F,): person-weeks of the task that are the seat's own."""


@dataclass(frozen=True, slots=True)
class _Pairs:
    """Who works on what: own shares in the order of the plan, then help."""

    own: tuple[_Pair, ...]
    help: tuple[_Pair, ...]


def run(team: Team, problem: Problem, uncertainty: Uncertainty, fates: Fates) -> Course:
    """Every week until the last future is finished, or the horizon."""
    graph, prices = graph_of(problem.project, team.tasks), prices_of(team)
    packages, n = fates.elapsed.shape
    complete, spent = np.full((packages, n), np.inf), np.zeros((team.horizon, n))
    who = np.arange(n)
    pairs, work = _pairs(team, uncertainty, fates), _all_of_it(team, fates)
    for week in range(team.horizon):
        finish = work.complete.max(axis=0)
        mine = _mine(week, team, work)
        there = attendance(week, team, fates, problem.terms, finish, mine, uncertainty.takeover)
        used = _work_a_week(week, team, graph, pairs, fates, work, there)
        spent[week, who] = prices.of(week, fates, there, used)
        complete[:, who] = work.complete
        going = there.booked.any(axis=0) | np.isinf(finish)
        if not going.any():
            return Course(complete, spent[:week])
        if going.mean() < WORTH_DROPPING:
            who, fates = who[going], some(fates, going)
            pairs, work = _pairs(team, uncertainty, fates), _some_of_it(work, going)
    return Course(complete, spent)


def _all_of_it(team: Team, fates: Fates) -> _Work:
    nothing = np.full(fates.elapsed.shape, np.inf)
    quota = [share.part * fates.effort[share.task] for share in team.own]
    return _Work(fates.effort.copy(), quota, nothing, nothing.copy())


def _some_of_it(work: _Work, which: Bools) -> _Work:
    quota = [row[which] for row in work.quota]
    return _Work(work.left[:, which], quota, work.opened[:, which], work.complete[:, which])


def _pairs(team: Team, uncertainty: Uncertainty, fates: Fates) -> _Pairs:
    own = {(share.seat, share.task) for share in team.own}
    thin: Floats = 1.0 / (1.0 + fates.rework)

    def output(seat: int, task: int) -> Floats | float:
        q = float(team.output[seat, task])
        kept = q if (seat, task) in own else q * (1.0 - uncertainty.takeover)
        return thin[task] * kept if q < uncertainty.thin else kept

    return _Pairs(
        tuple(
            _Pair(s.seat, s.task, output(s.seat, s.task), s.part * fates.effort[s.task])
            for s in team.own
        ),
        tuple(_Pair(seat, task, output(seat, task)) for seat, task in team.help),
    )


def _mine(week: int, team: Team, work: _Work) -> Bools:
    """(M, F): whether a seat past its planned end still has work of its own."""
    mine = np.zeros((len(team.seats), work.left.shape[1]), dtype=bool)
    for share, quota in zip(team.own, work.quota, strict=True):
        if week >= team.until[share.seat]:
            mine[share.seat] |= np.minimum(quota, work.left[share.task]) > DONE
    return mine


def _work_a_week(
    week: int, team: Team, graph: Graph, pairs: _Pairs, fates: Fates, work: _Work, there: Attendance
) -> Floats:
    """Let everybody work for a week; returns the share of the week that each worked, (M, F)."""
    _open(week, graph, fates, work)
    room = work.left * (work.opened <= week)[[task.package for task in team.tasks]]
    most = np.minimum(room, team.rate[:, None])
    rate, used = most.copy(), np.zeros_like(there.time)
    early = [1.0 - share.due[week] if week < len(share.due) else 0.0 for share in team.own]
    _turn(pairs.own, there.time, used, rate, there, work.quota, early)
    _turn(pairs.own, there.booked, used, rate, there, work.quota)
    _turn(pairs.help, there.booked, used, rate, there)
    orphaned = _orphaned(week, team, fates, work)
    if orphaned.any():
        rest = rate * orphaned
        rate -= rest
        anybody = team.peak[:, None] * there.here
        there.team[:] += (np.maximum(0.0, anybody - there.time) * there.worth).sum(axis=0)
        _turn(pairs.help, anybody, used, rest, there)
        rate += rest
    work.left -= most - rate
    _close(week, graph, fates, work)
    return used


def _orphaned(week: int, team: Team, fates: Fates, work: _Work) -> Bools:
    """(K, F): tasks with nobody left, here or to come, whose own they are."""
    gone = (fates.leave <= week) & np.isinf(fates.back)
    if not gone.any() and len({share.task for share in team.own}) == len(team.tasks):
        return np.zeros((1, 1), dtype=bool)
    orphaned = np.ones(work.left.shape, dtype=bool)
    for share, quota in zip(team.own, work.quota, strict=True):
        orphaned[share.task] &= gone[share.seat] | (quota <= DONE)
    return orphaned


def _turn(
    pairs: Sequence[_Pair], limit: Floats, used: Floats, rate: Floats, there: Attendance,
    quota: list[Floats] | None = None, early: Sequence[float] | None = None,
) -> None:  # fmt: skip
    """Pair after pair takes what `limit` leaves of its seat's week for what its task can take.

    At most `quota`, less the part of it that is `early` yet, and at most what talking and mentoring
    leave of the team's time. Changes `used`, `rate`, `quota` and `there.team`.
    """
    spare = np.maximum(0.0, limit - used) * there.worth
    able = spare.copy()
    active: Bools = np.any(rate, axis=1)
    free: Bools = np.any(able, axis=1)
    for number, pair in enumerate(pairs):
        if not active[pair.task] or not free[pair.seat] or (early and early[number] >= 1.0):
            continue
        amount = np.minimum(able[pair.seat], there.team)
        amount *= pair.output
        np.minimum(amount, rate[pair.task], out=amount)
        if quota is not None:
            due = quota[number] - early[number] * pair.whole if early else quota[number]
            np.minimum(amount, np.maximum(0.0, due), out=amount)
            quota[number] -= amount
        rate[pair.task] -= amount
        amount /= pair.output
        there.team[:] -= amount
        able[pair.seat] -= amount
    used += (spare - able) / there.worth


def _open(week: int, graph: Graph, fates: Fates, work: _Work) -> None:
    """Note which packages can be worked on from this week; waits count from here."""
    waiting = (work.opened > week).any(axis=1)
    for number in np.flatnonzero(waiting).tolist():
        node, opens = graph.nodes[number], work.opened[number] > week
        for before in node.hard:
            opens &= work.complete[before] <= week
        for before in node.soft:
            opens &= _half(week, before, graph, fates, work)
        work.opened[number][opens] = week


def _half(week: int, package: int, graph: Graph, fates: Fates, work: _Work) -> Bools:
    tasks = list(graph.nodes[package].tasks)
    if not tasks:
        return np.asarray(week - work.opened[package] >= fates.elapsed[package] / 2)
    left, effort = work.left[tasks].sum(axis=0), fates.effort[tasks].sum(axis=0)
    return np.asarray(left <= effort / 2 + DONE)


def _close(week: int, graph: Graph, fates: Fates, work: _Work) -> None:
    """Note which packages are complete when the week is over."""
    work.left[work.left <= DONE] = 0.0
    pending = np.isinf(work.complete).any(axis=1)
    for number in np.flatnonzero(pending).tolist():
        node, done = graph.nodes[number], np.isinf(work.complete[number])
        done &= week + 1 - work.opened[number] >= fates.elapsed[number] - DONE
        done &= ~work.left[list(node.tasks)].any(axis=0)
        for before in (*node.hard, *node.soft):
            done &= work.complete[before] <= week + 1
        work.complete[number][done] = week + 1

"""The weeks of a plan as they really go, in all futures at once.

Each week everybody who is there works first on what the plan gives them, in its order; whoever
is paid and has time left then helps with anything they can do, so that somebody's late start
does not idle the others. What has nobody left to do it goes to whoever can, paid by the time.
Contracts end as planned, or when the work that is theirs is done.
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
class _Pairs:
    """Who works on what, with output per unit of `worth`: own shares first, then help."""

    own: tuple[tuple[int, int], ...]
    own_output: tuple[Floats, ...]
    help: tuple[tuple[int, int], ...]
    help_output: tuple[Floats, ...]


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
    own = tuple((share.seat, share.task) for share in team.own)
    thin: Floats = 1.0 / (1.0 + fates.rework)
    n = thin.shape[1]

    def output(pair: tuple[int, int]) -> Floats:
        q = float(team.output[pair])
        if pair not in own:
            q *= 1.0 - uncertainty.takeover
        return thin[pair[1]] * q if team.output[pair] < uncertainty.thin else np.full(n, q)

    return _Pairs(own, tuple(map(output, own)), team.help, tuple(map(output, team.help)))


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
    rate, time = most.copy(), there.time.copy()
    _allot(pairs.own, pairs.own_output, time, rate, there.worth, work.quota)
    used = there.time - time
    paid = np.where(team.whole[:, None], there.time, team.booked[:, [week]] * there.here)
    spare = np.maximum(0.0, paid - used)
    time = spare.copy()
    _allot(pairs.help, pairs.help_output, time, rate, there.worth, None)
    used += spare - time
    orphaned = _orphaned(week, team, fates, work)
    if orphaned.any():
        spare = np.maximum(0.0, team.peak[:, None] * there.here - used)
        time, rest = spare.copy(), rate * orphaned
        kept = rate - rest
        _allot(pairs.help, pairs.help_output, time, rest, there.worth, None)
        rate, used = kept + rest, used + spare - time
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


def _allot(
    pairs: Sequence[tuple[int, int]], output: Sequence[Floats], time: Floats, rate: Floats,
    worth: Floats, quota: list[Floats] | None,
) -> None:  # fmt: skip
    """Pair after pair takes the time of its seat for what its task can take; in place."""
    active: Bools = np.any(rate, axis=1)
    free: Bools = np.any(time, axis=1)
    for number, (seat, task) in enumerate(pairs):
        if not active[task] or not free[seat]:
            continue
        out = output[number] * worth[seat]
        amount = np.minimum(time[seat] * out, rate[task])
        if quota is not None:
            amount = np.minimum(amount, quota[number])
            quota[number] -= amount
        rate[task] -= amount
        time[seat] -= amount / out


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

"""The same weeks, one future at a time and in plain Python: an oracle, and a peer to measure by.

It shares the records with the product (team, fates), and no code that makes weeks go by.
"""

import math
from dataclasses import dataclass

from tercet.forecast.fates import Fates
from tercet.forecast.team import Team
from tercet.forecast.uncertainty import Uncertainty
from tercet.planning.records import Problem

NEVER = math.inf
DONE = 1e-9


@dataclass
class Seat:
    """One seat in one future."""

    start: float
    able: float
    leave: float
    back: float
    ramps: tuple[float, float]


def one_future(
    team: Team, problem: Problem, uncertainty: Uncertainty, fates: Fates, future: int
) -> tuple[list[float], list[float]]:
    """Completion week of each package, and cost of each week."""
    packages = problem.project.packages
    place = {package.id: number for number, package in enumerate(packages)}
    effort = [float(row[future]) for row in fates.effort]
    rework = [float(row[future]) for row in fates.rework]
    elapsed = [float(row[future]) for row in fates.elapsed]
    seats = [
        Seat(*(float(row[m][future]) for row in (fates.start, fates.able, fates.leave, fates.back)),
             (float(fates.ramp[0][m][future]), float(fates.ramp[1][m][future])))
        for m in range(len(team.seats))
    ]  # fmt: skip
    left = list(effort)
    quota = [share.part * effort[share.task] for share in team.own]
    opened, complete = [NEVER] * len(packages), [NEVER] * len(packages)
    own_pairs = {(share.seat, share.task) for share in team.own}
    spent: list[float] = []

    def output(seat: int, task: int) -> float:
        q = float(team.output[seat, task])
        if q < uncertainty.thin:
            q = q / (1 + rework[task])
        elif q == 0:
            return 0.0
        return q if (seat, task) in own_pairs else q * (1 - uncertainty.takeover)

    for week in range(team.horizon):
        finish = max(complete)
        # What may be worked on.
        for j, package in enumerate(packages):
            if opened[j] <= week:
                continue
            ok = True
            for edge in package.after:
                before = place[edge.id]
                mine = [k for k, t in enumerate(team.tasks) if t.package == before]
                if edge.hard:
                    ok = ok and complete[before] <= week
                elif mine:
                    rest = sum(left[k] for k in mine)
                    ok = ok and rest <= sum(effort[k] for k in mine) / 2 + DONE
                else:
                    ok = ok and week - opened[before] >= elapsed[before] / 2
            if ok:
                opened[j] = week
        # Who is there.
        here, second, bound, most, wanted = [], [], [], [], []
        for m, seat in enumerate(seats):
            one = seat.start <= week < seat.leave and seat.start < finish
            two = seat.back <= week and seat.back < finish
            here.append(one or two)
            second.append(two)
            own_left = week >= team.until[m] and any(
                share.seat == m and min(quota[i], left[share.task]) > DONE
                for i, share in enumerate(team.own)
            )
            goes_on = week < team.until[m] or own_left or bool(team.stays[m])
            wanted.append(goes_on and week < finish)
            bound.append(
                (one or two) and (week < seat.start + team.stay[m] or (goes_on and week < finish))
            )
            cap = 1.0
            if team.seats[m].option.upskilling:
                if week < seat.able:
                    cap = float(team.learns[m])
            elif team.seats[m].pupil is not None:
                pupil = seats[team.seats[m].pupil]
                if pupil.start <= week < pupil.able:
                    cap = 1 - float(team.learns[team.seats[m].pupil])
                elif pupil.able <= week < pupil.leave:
                    cap = 0.0
            most.append(cap)
        # What their week is worth.
        since = [week - (s.back if second[m] else s.able) for m, s in enumerate(seats)]
        ramping = [
            bound[m] and since[m] >= 0 and 2 * since[m] < s.ramps[second[m]]
            for m, s in enumerate(seats)
        ]
        worth = []
        for m, seat in enumerate(seats):
            if since[m] < 0:
                worth.append(1e-6)
                continue
            length = max(seat.ramps[second[m]], 1e-6)
            a, b = min(since[m], length), min(since[m] + 1, length)
            lost = (b - a) - (b * b - a * a) / (2 * length)
            value = problem.terms.productive_share
            value *= 1 - (1 - team.seats[m].option.ramp.start) * lost
            value *= 1 - uncertainty.takeover if second[m] else 1.0
            worth.append(max(value, 1e-6))
        # What they do.
        booked, limit = [], []
        for m in range(len(seats)):
            level = 1.0 if team.whole[m] else float(team.booked[m, week])
            booked.append(min(level, most[m]) if bound[m] else 0.0)
            there = bound[m] if team.whole[m] else here[m] and week < finish
            limit.append(min(team.peak[m], most[m]) if there else 0.0)
        people = sum(booked)
        newcomers = sum(b for b, r in zip(booked, ramping, strict=True) if r)
        talk = problem.terms.communication * people * max(0.0, people - 1)
        talk = problem.terms.productive_share * (talk + problem.terms.mentor_share * newcomers)
        together = [max(0.0, sum(w * x for w, x in zip(worth, limit, strict=True)) - talk)]
        if week and finish < NEVER and not any(booked):
            break
        room = [
            min(left[k], float(team.rate[k])) if opened[t.package] <= week else 0.0
            for k, t in enumerate(team.tasks)
        ]
        used = [0.0] * len(seats)

        def work(m: int, k: int, time: float, most_done: float) -> float:
            q = output(m, k)
            done = min(min(time * worth[m], together[0]) * q, room[k], most_done)  # noqa: B023
            if done > 0:
                together[0] -= done / q  # noqa: B023
                room[k] -= done  # noqa: B023
                left[k] -= done
                used[m] += done / q / worth[m]  # noqa: B023
            return done

        for i, share in enumerate(team.own):
            m, whole = share.seat, share.part * effort[share.task]
            early = (1 - share.due[week]) * whole if week < len(share.due) else 0.0
            due = max(0.0, quota[i] - early)
            quota[i] -= work(m, share.task, limit[m] - used[m], due)
        for i, share in enumerate(team.own):
            m = share.seat
            quota[i] -= work(m, share.task, max(0.0, booked[m] - used[m]), quota[i])
        for m, k in team.help:
            work(m, k, max(0.0, booked[m] - used[m]), NEVER)
        orphans = [
            k
            for k in range(len(left))
            if not any(
                share.task == k
                and quota[i] > DONE
                and not (seats[share.seat].leave <= week and seats[share.seat].back == NEVER)
                for i, share in enumerate(team.own)
            )
        ]
        if orphans:
            for m in range(len(seats)):
                together[0] += max(0.0, team.peak[m] * here[m] - limit[m]) * worth[m]
        for m, k in team.help:
            if k in orphans:
                work(m, k, max(0.0, team.peak[m] * here[m] - used[m]), NEVER)
        # What it costs, and what is complete.
        cost = 0.0
        for m, seat in enumerate(seats):
            option, refill = team.seats[m].option, team.seats[m].refill
            engagement = team.engagements[team.seats[m].engagement]
            size = len(engagement.members)
            week_cost, once = (
                float(engagement.weekly_cost) / size,
                float(engagement.one_off_cost) / size,
            )
            if second[m]:
                week_cost = float(refill.weekly_cost) / len(refill.members)
            cost += max(booked[m], used[m]) * week_cost
            cost += once if here[m] and seat.start == week else 0.0
            if wanted[m] and seat.back == week and not (refill is option and option.backfill):
                cost += float(refill.one_off_cost) / len(refill.members)
        spent.append(cost)
        for k in range(len(left)):
            left[k] = 0.0 if left[k] <= DONE else left[k]
        for j, package in enumerate(packages):
            ready = all(complete[place[e.id]] <= week + 1 for e in package.after)
            worked = not any(left[k] for k, t in enumerate(team.tasks) if t.package == j)
            waited = week + 1 - opened[j] >= elapsed[j] - DONE
            if complete[j] == NEVER and ready and worked and waited:
                complete[j] = week + 1
    return complete, spent

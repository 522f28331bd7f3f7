"""Who is there in a week, who is paid, and what a week of each is worth."""

from dataclasses import dataclass

import numpy as np

from tercet.forecast.fates import Fates
from tercet.forecast.luck import Bools, Floats
from tercet.forecast.team import Team
from tercet.planning.records import Terms

LEAST = 1e-6
"""Output below which nobody is asked to work; keeps divisions finite."""


@dataclass(frozen=True, slots=True)
class Attendance:
    """One week. All shapes (M, F): seats by futures."""

    here: Bools
    second: Bools
    """Whether the seat's second holder sits there."""
    refilled: Bools
    """Whether the second holder comes this week, to work that is still there to do."""
    booked: Floats
    """Share of the week that is paid for whether worked or not."""
    time: Floats
    """Share of the week that the seat can work on what is its own."""
    worth: Floats
    """Output of a full week per unit of productivity: leave, learning, talking, mentoring."""


def attendance(
    week: int, team: Team, fates: Fates, terms: Terms, finish: Floats, mine: Bools, takeover: float
) -> Attendance:
    """Who is there in `week`; `finish` (F,) is infinite until the project is, `mine` (M, F) says
    who has own work left."""
    first = (fates.start <= week) & (week < fates.leave) & (fates.start < finish)
    second = (fates.back <= week) & (fates.back < finish)
    here = first | second
    running = week < finish
    whole = team.whole[:, None]
    least = week < fates.start + team.stay[:, None]
    planned = (week < team.until)[:, None]
    wanted = (planned | mine | team.stays[:, None]) & running
    bound = here & (least | wanted)
    most = _most(week, team, fates)
    level = np.where(team.whole, 1.0, np.minimum(team.floor, team.booked[:, week]))[:, None]
    booked = np.minimum(level, most) * bound
    time = np.minimum(team.peak[:, None], most) * np.where(whole, bound, here & running)
    worth = _worth(week, team, fates, terms, bound, second, takeover)
    return Attendance(here, second, wanted & (fates.back == week), booked, time, worth)


def _most(week: int, team: Team, fates: Fates) -> Floats:
    """Most of the week that learning leaves; what a pupil learns is neither worked nor paid."""
    most = np.ones_like(fates.start)
    for number, seat in enumerate(team.seats):
        if seat.option.upskilling:
            most[number][week < fates.able[number]] = team.learns[number]
        elif seat.pupil is not None:
            start, able = fates.start[seat.pupil], fates.able[seat.pupil]
            most[number][(start <= week) & (week < able)] = 1.0 - team.learns[seat.pupil]
            most[number][(able <= week) & (week < fates.leave[seat.pupil])] = 0.0
    return most


def _worth(
    week: int, team: Team, fates: Fates, terms: Terms, bound: Bools, second: Bools, takeover: float
) -> Floats:
    since = np.where(second, week - fates.back, week - fates.able)
    length = np.where(second, fates.ramp[1], fates.ramp[0])
    begin = np.array([seat.option.ramp.start for seat in team.seats])[:, None]
    ramped = 1.0 - (1.0 - begin) * _lost(since, length)
    ramping = bound & (since >= 0) & (2 * since < length)
    shares = np.where(team.whole, 1.0, team.booked[:, week])
    others = np.maximum(0.0, (bound * shares[:, None]).sum(axis=0) - 1.0)
    talking = np.maximum(0.0, 1.0 - terms.communication * others)
    mentors = np.maximum(1, (bound & ~ramping).sum(axis=0))
    load = np.minimum(1.0, terms.mentor_share * ramping.sum(axis=0) / mentors)
    mentored = np.where(ramping, 1.0, 1.0 - load)
    worth = terms.productive_share * ramped * talking * mentored
    worth = worth * np.where(second, 1.0 - takeover, 1.0)
    return np.where(since >= 0, np.maximum(worth, LEAST), LEAST)


def _lost(since: Floats, length: Floats) -> Floats:
    """Mean, in the week that begins at `since`, of a line from 1 down to 0 over `length` weeks."""
    length = np.maximum(length, LEAST)
    begin = np.clip(since, 0.0, length)
    until = np.minimum(begin + 1.0, length)
    return (until - begin) - (until**2 - begin**2) / (2 * length)

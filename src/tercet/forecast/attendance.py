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
    """One week. Shapes (M, F), seats by futures, but for `team`."""

    here: Bools
    second: Bools
    """Whether the seat's second holder sits there."""
    refilled: Bools
    """Whether the second holder comes this week, to work that is still there to do."""
    booked: Floats
    """Share of the week that is paid for whether worked or not."""
    time: Floats
    """Most of the week that the seat can work."""
    worth: Floats
    """Output of a full week per unit of productivity: leave and learning take the rest."""
    team: Floats
    """(F,): what all of them are worth together, less the time for talking and mentoring."""


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
    level = np.where(team.whole, 1.0, team.booked[:, week])[:, None]
    booked = np.minimum(level, most) * bound
    time = np.minimum(team.peak[:, None], most) * np.where(whole, bound, here & running)
    since = np.where(second, week - fates.back, week - fates.able)
    length = np.where(second, fates.ramp[1], fates.ramp[0])
    worth = terms.productive_share * _ramped(since, length, team)
    worth = np.where(since < 0, LEAST, np.maximum(LEAST, worth - worth * takeover * second))
    ramping = bound & (since >= 0) & (2 * since < length)
    together = (worth * time).sum(axis=0) - _together(booked, ramping, terms)
    refilled = wanted & (fates.back == week)
    return Attendance(here, second, refilled, booked, time, worth, np.maximum(0.0, together))


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


def _ramped(since: Floats, length: Floats, team: Team) -> Floats:
    begin = np.array([seat.option.ramp.start for seat in team.seats])[:, None]
    return 1.0 - (1.0 - begin) * _lost(since, length)


def _together(booked: Floats, ramping: Bools, terms: Terms) -> Floats:
    """(F,): person-weeks for talking, which grow by the square of the team, and for mentoring."""
    people, newcomers = booked.sum(axis=0), (ramping * booked).sum(axis=0)
    talking = terms.communication * people * np.maximum(0.0, people - 1.0)
    spent: Floats = terms.productive_share * (talking + terms.mentor_share * newcomers)
    return spent


def _lost(since: Floats, length: Floats) -> Floats:
    """Mean, in the week that begins at `since`, of a line from 1 down to 0 over `length` weeks."""
    length = np.maximum(length, LEAST)
    begin = np.clip(since, 0.0, length)
    until = np.minimum(begin + 1.0, length)
    return (until - begin) - (until**2 - begin**2) / (2 * length)

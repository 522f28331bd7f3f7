"""What each week of each seat costs."""

from dataclasses import dataclass

import numpy as np

from tercet.forecast.attendance import Attendance
from tercet.forecast.fates import Fates
from tercet.forecast.luck import Floats
from tercet.forecast.team import Seat, Team


@dataclass(frozen=True, slots=True)
class Prices:
    """Per seat, (M,): a full week and the one-off cost of its first and of its second holder."""

    week: Floats
    once: Floats
    later_week: Floats
    later_once: Floats

    def of(self, week: int, fates: Fates, there: Attendance, used: Floats) -> Floats:
        """(F,): cost of all seats in `week`: booked time, or worked time where that is more."""
        rate = np.where(there.second, self.later_week[:, None], self.week[:, None])
        cost = np.maximum(there.booked, used) * rate
        cost += (there.here & (fates.start == week)) * self.once[:, None]
        cost += there.refilled * self.later_once[:, None]
        total: Floats = cost.sum(axis=0)
        return total


def prices_of(team: Team) -> Prices:
    """Prices of a plan's seats; a pod's are divided evenly among its members."""
    rows = [_row(seat, team) for seat in team.seats]
    return Prices(*np.array(rows, float).reshape(len(rows), 4).T)


def _row(seat: Seat, team: Team) -> tuple[float, float, float, float]:
    engagement, refill = team.engagements[seat.engagement], seat.refill
    size = len(engagement.members)
    week = float(engagement.weekly_cost) / size
    once = float(engagement.one_off_cost) / size
    if refill is None:
        return week, once, 0.0, 0.0
    if refill is seat.option:
        return week, once, week, once if refill.backfill is None else 0.0
    later = len(refill.members)
    return week, once, float(refill.weekly_cost) / later, float(refill.one_off_cost) / later

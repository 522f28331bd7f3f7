"""Whole weeks that begin on Mondays: the clock that plans run on."""

from datetime import date, timedelta


def monday(day: date) -> date:
    """The Monday on or after `day`: when something decided on `day` can first begin."""
    return day + timedelta(days=-day.weekday() % 7)


def week_start(origin: date, week: int) -> date:
    """First day (Monday) of plan week `week`, counted from `origin`."""
    return origin + timedelta(weeks=week)


def week_end(origin: date, week: int) -> date:
    """Last working day (Friday) of plan week `week`: the date that is promised."""
    return origin + timedelta(weeks=week, days=4)


def whole_weeks(origin: date, day: date) -> int:
    """How many whole working weeks fit from `origin` until `day`, which counts as worked."""
    return max(0, ((day - origin).days + 3) // 7)

"""Feasts, seasons and months: the days that names of times stand for, and the forms of dates."""

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import cache
from typing import Any

from tercet.brief.data import table


def month_number(name: str) -> int:
    """The number of a month from its name in one of several languages."""
    for number, names in table("dates")["months"].items():
        if name in names:
            return int(number)
    raise KeyError(name)


def plus_months(day: date, months: int) -> date:
    """The same day `months` later, or the last day of a shorter month."""
    from dateutil.relativedelta import relativedelta

    return day + relativedelta(months=months)


def occasion_day(name: str, year: int) -> date | None:
    """The day on which an occasion falls in `year`, or None where no calendar says."""
    fixed = table("dates")["fixed"].get(name)
    if fixed:
        return date(year, fixed["month"], fixed["day"])
    rule = table("dates")["moving"][name]
    shift = timedelta(days=rule.get("days", 0))
    if "easter" in rule:
        from dateutil.easter import easter

        return easter(year) + timedelta(days=rule["easter"])
    if "weekday" in rule:
        return _nth_weekday(year, rule["month"], rule["weekday"], rule["nth"]) + shift
    from holidays import country_holidays

    days = country_holidays(rule["country"], years=year, language="en_US")
    named = [day for day, label in sorted(days.items()) if rule["holiday"] in label]
    return named[0] + shift if named else None


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    if nth < 0:
        last = date(year, month, monthrange(year, month)[1])
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))


@cache
def forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """(reader, pattern) of each form in which dates are written, in their order."""
    rows = table("dates")
    words = {
        "month": _any(name for names in rows["months"].values() for name in names),
        "part": _any(rows["parts"]),
        "season": _any(rows["seasons"]),
        "occasion": _any([*rows["fixed"], *rows["moving"]]),
        "unit": _any(rows["units"]),
        "dayword": _any(word for words in rows["daywords"].values() for word in words),
        "ordinal": _any(word for words in rows["ordinals"].values() for word in words),
    }
    return tuple((reader, _compiled(form, words)) for reader, form in rows["forms"])


@cache
def stated_fiscal_years() -> tuple[tuple[re.Pattern[str], int], ...]:
    """(pattern of a month, months from it to the last) of ways to say when a fiscal year ends."""
    rows = table("dates")
    month = rf"(?P<month>{_any(name for names in rows['months'].values() for name in names)})"
    year, ends, begins = (f"(?:{_any(rows['fiscal'][key])})" for key in ("year", "ends", "begins"))
    near = r"[^.;!?\n]{0,30}?"
    return (
        (
            re.compile(
                rf"(?<!\w){year}\b{near}\b{begins}\b{near}\b(?:to|bis|till|until|-)\s{month}\b"
            ),
            0,
        ),
        (re.compile(rf"(?<!\w){year}\b{near}\b{ends}\b[^.;!?\n]{{0,14}}?\b{month}\b"), 0),
        (re.compile(rf"(?<!\w){year}\b{near}\b{begins}\b[^.;!?\n]{{0,14}}?\b{month}\b"), -1),
        (re.compile(rf"(?<!\w){year}\b\W{{0,3}}\w+\s?(?:to|-|bis)\s?{month}\b"), 0),
    )


def _compiled(form: str, words: dict[str, str]) -> re.Pattern[str]:
    for name, part in table("dates")["parts_of_forms"].items():
        form = _put(form, name, part)
    for name, part in words.items():
        form = _put(form, name, part)
    return re.compile(rf"(?<!\w)(?:{form})")


def _put(form: str, name: str, part: str) -> str:
    """`form` with its part `<name>` filled in; names of groups, `(?P<name>`, stay."""
    return re.sub(rf"(?<!\?P)<{re.escape(name)}>", lambda _: part, form)


def _any(words: Any) -> str:
    ordered = sorted(map(str, words), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word) for word in ordered)

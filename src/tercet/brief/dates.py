"""Dates as people write them: each expression with the day that it means."""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import Literal

from tercet.brief.amounts import spoken
from tercet.brief.calendars import (
    forms,
    month_number,
    occasion_day,
    plus_months,
    stated_fiscal_years,
)
from tercet.brief.data import pattern, table
from tercet.brief.words import Span, Text

Kind = Literal["day", "period", "occasion", "duration"]


@dataclass(frozen=True, slots=True)
class When:
    """A day that the text speaks of, and what was taken for granted in reading it."""

    day: date
    span: Span
    kind: Kind
    assumed: str | None = None
    ambiguous: bool = False
    vague: bool = False
    """Whether a range was written and its later end taken."""
    first: date | None = None
    """First day of a period, which a start date means by it."""
    unreal: bool = False
    """Whether the month written has no such day, and its last was taken."""


def dates(text: Text, today: date, country: str | None) -> list[When]:
    """All expressions of time in `text`, longest first where they overlap, in order."""
    found: list[When] = []
    for form, read in _readers():
        for hit in form.finditer(text.low):
            if any(w.span[0] < hit.end() and hit.start() < w.span[1] for w in found):
                continue
            if (when := read(hit, today, country)) is not None:
                found.append(when)
    return sorted(found, key=lambda when: when.span)


Reader = Callable[[re.Match[str], date, str | None], When | None]


@cache
def _readers() -> tuple[tuple[re.Pattern[str], Reader], ...]:
    known: dict[str, Reader] = {
        "full": _full, "numeric": _numeric, "slashed": _slashed, "month": _month,
        "season_year": _season_year, "occasion": _occasion, "quarter": _quarter, "half": _half,
        "week": _week, "coming": _coming, "season": _season, "year": _year, "year_end": _year_end,
        "duration": _duration,
    }  # fmt: skip
    return tuple((form, known[reader]) for reader, form in forms())


def _groups(hit: re.Match[str]) -> dict[str, str]:
    return {name: value for name, value in hit.groupdict().items() if value}


def _safe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _last_day(year: int, month: int, day: int) -> date | None:
    """The last of a month that is too short for `day`, as 28 February for the 31st."""
    if not (1 <= month <= 12 and 28 < day <= 31):
        return None
    return _safe(year, month, monthrange(year, month)[1])


def _year_of(hit: re.Match[str], today: date) -> int | None:
    rows = _groups(hit)
    if written := rows.get("year") or rows.get("year2"):
        return int(written) % 100 + 2000 if len(written) == 2 else int(written)
    if "short" in rows:
        return 2000 + int(rows["short"])
    if "shift" in rows:
        return today.year + (rows["shift"] in ("next", "the following"))
    if "fy" in rows:
        return 2000 + int(rows["fy"][-2:])
    return None


def _year_near(hit: re.Match[str], today: date) -> int | None:
    """A year to come that stands just before or after: "for Christmas 2027, so the first of
    December", "the January sale of 2028", "next year's Easter".
    """
    before = hit.string[max(0, hit.start() - 30) : hit.start()]
    if re.search(r"\bnext year's\s", before[-14:] + hit.group()):
        return today.year + 1
    near = re.search(r"\b(20\d\d)\b[^.;\d]{0,24}$", before) or re.match(
        r"[^.;,\d]{0,20}\bof (20\d\d)\b", hit.string[hit.end() :]
    )
    year = int(near.group(1)) if near else 0
    return year if year > today.year else None


def _earlier(hit: re.Match[str], day: date) -> date:
    """The day before, where the words say "before" it and not before something ends on it."""
    closing = pattern("dates", "closing").search(hit.group())
    return day - timedelta(days=1) if _groups(hit).get("before") and not closing else day


def _full(hit: re.Match[str], today: date, country: str | None) -> When | None:
    rows = _groups(hit)
    month = int(rows["month"]) if "month" in rows else month_number(rows["name"])
    year = _year_of(hit, today) or _year_near(hit, today)
    number = int(rows["day"]) if "day" in rows else _numbered("daywords", rows["dayword"])
    day = _safe(year or today.year, month, number)
    unreal = day is None
    if day is None:
        day = _last_day(year or today.year, month, number)
    if day is None:
        return None
    assumed = None
    if year is None:
        day = day if day > today else _safe(today.year + 1, month, day.day)
        assumed = f'"{hit.group().strip()}" has no year; we take the next one.'
    return When(_earlier(hit, day), hit.span(), "day", assumed, unreal=unreal) if day else None


def _numeric(hit: re.Match[str], today: date, country: str | None) -> When | None:
    first, second = int(hit.group("first")), int(hit.group("second"))
    year = _year_of(hit, today) or today.year
    american = country in table("dates")["month_first"] and hit.group("mark") != "."
    month, day = (first, second) if american else (second, first)
    if month > 12:
        month, day = day, month
    found = _safe(year, month, day)
    doubtful = hit.group("mark") != "." and first <= 12 and second <= 12 and first != second
    if found is None:
        last = _last_day(year, month, day)
        return When(last, hit.span(), "day", unreal=True) if last else None
    return When(found, hit.span(), "day", ambiguous=doubtful)


def _slashed(hit: re.Match[str], today: date, country: str | None) -> When | None:
    month, year = int(hit.group("months")), int(hit.group("year"))
    if not 1 <= month <= 12:
        return None
    return When(date(year, month, monthrange(year, month)[1]), hit.span(), "period")


def _within(hit: re.Match[str], first: date, months: int) -> When:
    """The day that "early", "mid" or "end of" means in a period of `months` from `first`."""
    rows = _groups(hit)
    after = plus_months(first, months)
    last = after - timedelta(days=1)
    part = rows.get("part")
    if part is None:
        day = first - timedelta(days=1) if rows.get("before") else last
        said = (
            None
            if rows.get("before")
            else f'"{hit.group().strip()}" names no day; we take its last.'
        )
        return When(day, hit.span(), "period", said, first=first)
    share = table("dates")["parts"][part]
    day = (
        last
        if share == 1
        else first + timedelta(days=round((after - first).days * share) - (share > 0))
    )
    if share == 0.5 and months == 1:
        day = first.replace(day=15)
    return When(_earlier(hit, day), hit.span(), "period", first=first)


def _next_period(year: int | None, month: int, months: int, today: date) -> date:
    """First day of the period that begins in `month`, of `year` or the next that isn't over."""
    first = date(year or today.year, month, 1)
    if year is None and plus_months(first, months) <= today + timedelta(days=7):
        first = date(today.year + 1, month, 1)
    return first


def _month(hit: re.Match[str], today: date, country: str | None) -> When | None:
    rows = _groups(hit)
    name = rows["name"]
    year = _year_of(hit, today) or _year_near(hit, today)
    if (
        name in ("may", "mar", "mars", "dec", "jan", "sep", "march")
        and year is None
        and "part" not in rows
    ):
        lead = hit.string[max(0, hit.start() - 9) : hit.start()]
        if not (
            "before" in rows
            or re.search(r"(?:by|in|until|end|till|from|of|before|mid)[\s-]$", lead)
        ):
            return None
    return _within(hit, _next_period(year, month_number(name), 1, today), 1)


def _quarter(hit: re.Match[str], today: date, country: str | None) -> When | None:
    rows = _groups(hit)
    quarter = int(rows["quarter"]) if "quarter" in rows else _numbered("ordinals", rows["nth"])
    year = _year_of(hit, today)
    if "fy" in rows and year:
        return _fiscal(hit, quarter * 3, year, country)
    return _within(hit, _next_period(year, quarter * 3 - 2, 3, today), 3)


def _numbered(names: str, word: str) -> int:
    """1 for "first", and so on, by a table of `dates.yaml`."""
    return next(int(n) for n, words in table("dates")[names].items() if word in words)


def _half(hit: re.Match[str], today: date, country: str | None) -> When | None:
    rows = _groups(hit)
    half = int(rows.get("half") or rows.get("half2") or _numbered("ordinals", rows["nth"]))
    year = _year_of(hit, today)
    if half > 2 or (year is None and "nth" in rows):
        return None
    if "fy" in rows and year:
        return _fiscal(hit, half * 6, year, country)
    return _within(hit, _next_period(year, half * 6 - 5, 6, today), 6)


def _fiscal(hit: re.Match[str], months: int, year: int, country: str | None) -> When:
    end = _fiscal_end(hit.string, country)
    first = plus_months(date(year, end, 1), months - 12)
    day = plus_months(first, 1) - timedelta(days=1)
    said = f'"{hit.group().strip()}": we take a fiscal year that ends in month {end} of {year}.'
    return When(_earlier(hit, day), hit.span(), "period", said)


@lru_cache(maxsize=8)
def _fiscal_end(low: str, country: str | None) -> int:
    """The month in which fiscal years end: as the text says, else as is usual in the country."""
    for form, shift in stated_fiscal_years():
        if hit := form.search(low):
            return (month_number(hit.group("month")) + shift - 1) % 12 + 1
    return int(table("dates")["fiscal_ends"].get(country, 12))


def _week(hit: re.Match[str], today: date, country: str | None) -> When | None:
    try:
        day = date.fromisocalendar(int(hit.group("year")), int(hit.group("week")), 7)
    except ValueError:
        return None
    first = day - timedelta(days=6)
    return When(day, hit.span(), "period", f"{hit.group()}: we take its last day.", first=first)


def _coming(hit: re.Match[str], today: date, country: str | None) -> When | None:
    unit, later = hit.group("unit"), hit.group("next") == "next"
    if unit == "month":
        return _within(hit, plus_months(today.replace(day=1), int(later)), 1)
    if unit == "quarter":
        first = date(today.year, (today.month - 1) // 3 * 3 + 1, 1)
        return _within(hit, plus_months(first, 3 * int(later)), 3)
    if unit in table("dates")["seasons"]:
        return _season_of(hit, unit, None, today)
    return _within(hit, _next_period(None, month_number(unit), 1, today), 1)


def _season(hit: re.Match[str], today: date, country: str | None) -> When | None:
    name, year = hit.group("season"), _year_of(hit, today)
    lead = hit.string[max(0, hit.start() - 10) : hit.start()]
    if year is None and not (
        _groups(hit).get("before")
        or _groups(hit).get("part")
        or re.search(r"(?:by|until|this|next|for) (?:the )?$", lead)
    ):
        return None
    return _season_of(hit, name, year, today)


def _season_of(hit: re.Match[str], name: str, year: int | None, today: date) -> When:
    month, _ = table("dates")["seasons"][name]
    first = _next_period(year, month, 3, today)
    if year is None and plus_months(first, 3) <= today + timedelta(days=table("dates")["soonest"]):
        first = plus_months(first, 12)
    return _within(hit, first, 3)


def _season_year(hit: re.Match[str], today: date, country: str | None) -> When | None:
    rows = _groups(hit)
    year = int(rows.get("year") or rows["year2"])
    name = rows.get("season") or rows["season2"]
    fixed = table("dates")["fixed"]
    row = fixed.get(name) or fixed["season"]
    day = date(year, row["month"], row["day"]) - timedelta(days=1)
    return When(
        day,
        hit.span(),
        "occasion",
        f'"{hit.group().strip()}": we take it that {row["says"]}, and go live the day before.',
    )


def _occasion(hit: re.Match[str], today: date, country: str | None) -> When | None:
    rows = _groups(hit)
    name = rows["occasion"]
    year = _year_of(hit, today) or _year_near(hit, today)
    lead = hit.string[max(0, hit.start() - 12) : hit.start()]
    if name in table("dates")["plain"] and not (
        "before" in rows or year or re.search(r"(?:by|until|for) the $", lead)
    ):
        return None
    fixed = table("dates")["fixed"].get(name)
    day = occasion_day(name, year or today.year)
    if day and year is None and day <= today + timedelta(days=table("dates")["soonest"]):
        day = occasion_day(name, today.year + 1)
    if day is None:
        return None
    begins = bool(fixed and "says" in fixed)
    day = day - timedelta(days=1) if begins or rows.get("before") else day
    said = (
        f"We take it that {fixed['says']}, and go live the day before."
        if begins and fixed
        else None
    )
    if said is None and "country" in table("dates")["moving"].get(name, {}):
        said = f'"{hit.group().strip()}" follows the moon; we take {day.isoformat()}.'
    return When(day, hit.span(), "occasion", said)


def _year(hit: re.Match[str], today: date, country: str | None) -> When | None:
    rows = _groups(hit)
    year = _year_of(hit, today)
    if year is None:
        return None
    if "fy" in rows:
        return _fiscal(hit, 12, year, country)
    return _within(hit, date(year, 1, 1), 12)


def _year_end(hit: re.Match[str], today: date, country: str | None) -> When | None:
    rows = _groups(hit)
    if rows.keys() & {"fiscal", "fiscal2", "fy2"}:
        end = _fiscal_end(hit.string, country)
        first = _next_period(None, end, 1, today)
        day = plus_months(first, 1) - timedelta(days=1)
        said = f"We take a fiscal year that ends in month {end}."
        return When(_earlier(hit, day), hit.span(), "period", said)
    return When(
        _earlier(hit, date(int(rows.get("year", today.year)), 12, 31)), hit.span(), "period"
    )


def _duration(hit: re.Match[str], today: date, country: str | None) -> When | None:
    from dateutil.relativedelta import relativedelta

    rows = _groups(hit)
    count, unit = _count(rows["count"]), table("dates")["units"][rows["unit"]]
    start = hit.start()
    if count is None and len(rows["count"].split()) > 1:
        word = rows["count"].split()[-1]
        count, start = _count(word), hit.start() + rows["count"].rindex(word)
    if count is None or count <= 0:
        return None
    if "half" in rows or "more" in rows:
        count += 0.5
    per, size = next(iter(unit.items()))
    total = count * size
    if total > 600 or (per == "days" and total < 14):
        return None
    whole = int(total)
    gap = (
        relativedelta(months=whole, days=round((total - whole) * 30))
        if per == "months"
        else timedelta(**{per: total})
    )
    return When(today + gap, (start, hit.end()), "duration", vague="low" in rows)


def _count(word: str) -> float | None:
    if word.replace(".", "", 1).isdigit():
        return float(word)
    if word in ("half a", "half an"):
        return 0.5
    value = spoken(word)
    return None if value is None else float(value)

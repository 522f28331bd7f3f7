"""Dates of jobs, in the many ways people write them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from tercet.evidence.cues import data

Month = tuple[int, int]
"""(year, month)."""
_APOSTROPHE = "['’]"


@dataclass(frozen=True, slots=True)
class Span:
    """A period as written: first and last month, both counted, and where it stands in the text."""

    start: Month
    end: Month
    ongoing: bool
    at: tuple[int, int]


@dataclass(frozen=True, slots=True)
class BadSpan:
    """A period that cannot be: it ends before it starts, or lies beyond today."""

    at: tuple[int, int]


def periods(text: str, today: date) -> Iterator[Span | BadSpan]:
    """Every period in `text`, in order; a bare year means the middle of that year.

    A season that stands apart at the end of a text is a period of its own: "Intern, Summer 2024".
    """
    matches = [*_period().finditer(text)]
    if not matches and (season := _season().search(text)):
        first = (int(season["year"]), data("dates")["seasons"][season["season"].lower()])
        yield Span(first, _after(first, 2), False, season.span("when"))
    for match in matches:
        last = match["end"]
        start = _month(_yeared(match["start"] or match["since"], last), ends=False)
        ongoing = last is None or bool(_present().fullmatch(last.strip()))
        now = (today.year, today.month)
        if start is None:
            continue
        end = now if ongoing else _month(_completed(last, start), ends=True)
        if end is None:
            continue
        if not ongoing and end < start and _is_year(match["start"]) and end[0] == start[0]:
            start, end = (start[0], 1), (end[0], 12)
        yield (
            BadSpan(match.span())
            if end < start or start > now or end > _after(now, 12) or start[0] < 1945
            else Span(start, end, ongoing, match.span())
        )


def covered(spans: list[tuple[Month, Month]]) -> int:
    """Months in the union of periods, each month once."""
    months = {n for start, end in spans for n in range(_count(start), _count(end) + 1)}
    return len(months)


def between(first: Month, second: Month) -> int:
    """Whole months from `first` to `second`."""
    return _count(second) - _count(first)


def _count(month: Month) -> int:
    return month[0] * 12 + month[1] - 1


def _after(month: Month, months: int) -> Month:
    year, rest = divmod(_count(month) + months, 12)
    return year, rest + 1


def _is_year(text: str | None) -> bool:
    return bool(text and re.fullmatch(r"\s*\d{4}\s*", text))


def _yeared(first: str, last: str | None) -> str:
    """ "May" in "May–Aug 2019" with the year it shares."""
    return first if last is None or re.search(r"\d", first) else f"{first} {last[-4:]}"


def _completed(last: str, start: Month) -> str:
    """ "19" in "2016–19" as the year it stands for."""
    short = re.fullmatch(rf"\s*{_APOSTROPHE}?(\d\d)\s*", last)
    return f"{start[0] // 100}{short[1]}" if short else last


def _month(text: str, *, ends: bool) -> Month | None:
    """The month that a written date means as the start or the end of a period."""
    text = text.strip().lower().rstrip(".")
    if match := re.fullmatch(r"(\d{4})[-/.](\d{1,2})(?:[-/.]\d{1,2})?", text):
        return _valid(int(match[1]), int(match[2]))
    if match := re.fullmatch(r"(?:(\d{1,2})[-/.])?(\d{1,2})[-/.](\d{4}|\d{2})", text):
        return _valid(_full_year(match[3]), int(match[2]))
    if match := re.fullmatch(r"q([1-4])[ /-]?(\d{4})|(\d{4})[ /-]?q([1-4])", text):
        quarter, year = int(match[1] or match[4]), int(match[2] or match[3])
        return year, quarter * 3 if ends else quarter * 3 - 2
    if re.fullmatch(r"\d{4}", text):
        return int(text), 6 if ends else 7
    last = re.search(r"(\d{4}|\d{2})$", text)
    word = re.search(r"[^\W\d_]+", text.replace(" de ", " "))
    if not last or not word:
        return None
    number = _months().get(word[0]) or data("dates")["seasons"].get(word[0])
    return _valid(_full_year(last[1]), number) if number else None


def _full_year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text) if int(text) < 70 else 1900 + int(text)


def _valid(year: int, month: int) -> Month | None:
    return (year, month) if 1 <= month <= 12 else None


@cache
def _months() -> dict[str, int]:
    return {name: int(n) for n, names in data("dates")["months"].items() for name in names}


@cache
def _present() -> re.Pattern[str]:
    return re.compile(_any(data("dates")["present"]), re.IGNORECASE)


def _any(words: list[str]) -> str:
    return "(?:" + "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True)) + ")"


@cache
def _period() -> re.Pattern[str]:
    facts = data("dates")
    names = _any([*_months(), *facts["seasons"]])
    year = r"(?:19|20)\d\d"
    point = (
        rf"(?:(?:\d{{1,2}}\.? (?:de )?)?{names}\.?,?(?: de)?[ /-]?"
        rf"(?:{year}|{_APOSTROPHE}?\d\d(?!\d))"
        rf"|\d{{1,2}}[./-]\d{{1,2}}[./-]{year}|{year}[./-]\d{{1,2}}(?:[./-]\d{{1,2}})?(?!\d)"
        rf"|\d{{1,2}}[./-]{year}|\d{{1,2}}/\d\d(?!\d)|q[1-4][ /-]?{year}|{year}[ /-]?q[1-4]|{year})"
    )
    until = rf"\s*{_any(facts['between'])}\s*"
    end = rf"{point}|{_any(facts['present'])}|{_APOSTROPHE}?\d\d"
    return re.compile(
        rf"(?<![\w/.])(?:(?P<start>{point}|{names}\.?(?={until}{names}\.? ?{year}))"
        rf"{until}\(?(?P<end>{end})(?![\w%])"
        rf"|{_any(facts['since'])}\s+(?P<since>{point})(?![\w%])(?!{until}(?:{end})(?![\w%]))"
        rf"(?:[,;] {_any(facts['present'])}(?!\w))?)",
        re.IGNORECASE,
    )


@cache
def _season() -> re.Pattern[str]:
    when = rf"(?P<when>(?P<season>{_any([*data('dates')['seasons']])}),? (?P<year>(?:19|20)\d\d))"
    return re.compile(rf"[,|(–—·:\t-]\s*{when}\)?\s*$", re.IGNORECASE)

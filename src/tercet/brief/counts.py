"""Counts of things in a text, and whether they make a high volume."""

import re
from decimal import Decimal
from functools import cache

from tercet.brief.amounts import Amount
from tercet.brief.data import compiled, pattern, table
from tercet.brief.negation import negated
from tercet.brief.words import Span, Text

_SPEED = re.compile(r"[\d.,]+\s?k?m/(?:s|min|h)\b")
"""Metres, not millions: "3 m/s"."""
_REACH = 70
"""Characters after a number in which its time may stand."""


def counted(text: Text, amount: Amount, words: re.Pattern[str]) -> Span | None:
    """Where a number counts one of `words`, at most four words further on; money never does."""
    if amount.currencies or _SPEED.match(text.low[amount.span[0] :]):
        return None
    tail = re.split(r"[.;,](?:\s|$)", text.low[amount.span[1] : amount.span[1] + 60])[0]
    hit = _soon(words).match(tail)
    return (amount.span[0], amount.span[1] + hit.end()) if hit else None


def high_volume(text: Text, found: list[Amount]) -> Span | None:
    """The first number of things, or of things in a time, that is as high as the list says."""
    for amount in found:
        if amount.currencies or _measured(text, amount):
            continue
        span = _many(text, amount)
        if span and not negated(text, span):
            return span
    return None


def _many(text: Text, amount: Amount) -> Span | None:
    """Where people are many at all, things in a time many in a year, or else many at all."""
    rows = table("volume")
    timed = _timed(text, amount)
    for row in rows["people"] if timed else [*rows["people"], *rows["things"]]:
        span = counted(text, amount, compiled(tuple(row["words"])))
        if span and amount.high >= row["least"]:
            return span
    if timed is None:
        return _served(text, amount)
    times, span = timed
    noun = text.low[amount.span[1] : max(span[1], amount.span[1] + 30)]
    kind = "worked on" if compiled(tuple(rows["worked on"])).search(noun) else "any other"
    return span if amount.high * times >= rows["least in a year"][kind] else None


def _measured(text: Text, amount: Amount) -> bool:
    """Whether a number is a speed, a measure, or somebody else's: "a city of 9 million"."""
    start, _ = text.sentence(amount.span[0])
    lead, tail = text.low[start : amount.span[0]], text.low[amount.span[1] :]
    return bool(
        _SPEED.match(text.low[amount.span[0] :])
        or pattern("volume", "measures").match(tail.lstrip(" -"))
        or pattern("volume", "of_others").search(lead[-40:])
        or pattern("volume", "taken_back").search(re.split(r"[.;](?:\s|$)", tail)[0])
    )


def _served(text: Text, amount: Amount) -> Span | None:
    """Where people are only a number: "used by 45 million"."""
    start, _ = text.sentence(amount.span[0])
    row = table("volume")["served"]
    hit = _closing(tuple(row["words"])).search(text.low[start : amount.span[0]])
    return (start + hit.start(), amount.span[1]) if hit and amount.high >= row["least"] else None


Timed = tuple[Decimal, Span]
"""How often a year, and where a number stands with its time."""


def _timed(text: Text, amount: Amount) -> Timed | None:
    tail = re.split(r"[.;](?:\s|$)", text.low[amount.span[1] : amount.span[1] + _REACH])[0]
    return _timed_after(tail, amount) or _timed_before(text, amount)


def _timed_after(tail: str, amount: Amount) -> Timed | None:
    """Where the time follows: "90,000 pages a day", "… every two seconds"."""
    hits = [
        (hit.start(), hit.end(), row["in_a_year"], hit)
        for row in table("volume")["periods"].values()
        for hit in (_follows(tuple(row["words"]), tuple(row["units"])).match(tail),)
        if hit
    ]
    if not hits:
        return None
    _, end, times, hit = min(hits, key=lambda row: row[1])
    numbers = table("words")["numbers"]
    every = hit.group("every")
    every = Decimal(every if every.isdigit() else numbers[every]) if every else Decimal(1)
    return Decimal(times) / max(every, Decimal(1)), (amount.span[0], amount.span[1] + end)


def _timed_before(text: Text, amount: Amount) -> Timed | None:
    """Where the time stands before: "every day about 6 million parcels"."""
    start, _ = text.sentence(amount.span[0])
    start = max(start, amount.span[0] - 40)
    for row in table("volume")["periods"].values():
        if hit := _closing(tuple(row["words"])).search(text.low[start : amount.span[0]]):
            return Decimal(row["in_a_year"]), (start + hit.start(), amount.span[1])
    return None


@cache
def _follows(words: tuple[str, ...], units: tuple[str, ...]) -> re.Pattern[str]:
    """A time at most eight words on, no other number between, or every so many of its units."""
    numbers = "|".join(table("words")["numbers"])
    every = "|".join(map(re.escape, table("volume")["every"]))
    again = rf"(?:{every})\s+(?P<every>\d{{1,3}}|{numbers})\s+(?:{'|'.join(units)})(?!\w)"
    between = r"(?:[\s,(]+[^\W\d][\w'-]*){0,8}?[\s,(]*"
    return re.compile(rf"{between}(?:{again}|{compiled(words).pattern})")


@cache
def _soon(words: re.Pattern[str]) -> re.Pattern[str]:
    """One of `words`, at most four words on."""
    return re.compile(rf"(?:\s+[^\W\d][\w'-]*){{0,4}}?\s*(?:{words.pattern})")


@cache
def _closing(words: tuple[str, ...]) -> re.Pattern[str]:
    """One of `words`, at most three words before the end."""
    return re.compile(rf"(?:{compiled(words).pattern})(?:[\s:,]+[^\W\d][\w'-]*){{0,3}}?[\s:,]*$")

"""Pay as an advert states it: lowest to highest over its zones, currency and period."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import cast

from tercet.adverts.facts import facts
from tercet.adverts.records import Pay, Period

WINDOW = 90
"""How far (characters) a word may stand from an amount that it explains."""
SHORT = 120
"""A line no longer than this (characters) may state pay by an amount alone."""


def pay_of(text: str) -> Pay | None:
    """The range over all that is said about pay, in the currency and period named first."""
    found = [amount for line in text.split("\n") for amount in _amounts(line)]
    if not found:
        return None
    first = found[0]
    same = [a for a in found if (a.currency, a.period) == (first.currency, first.period)]
    ranges = [a for a in same if a.low is not None and a.low < a.high] or same
    lows = [a.low for a in ranges if a.low is not None]
    low = min(lows) if len(lows) == len(ranges) else None
    return Pay(low, max(a.high for a in ranges), first.currency, first.period)


@cache
def _written() -> re.Pattern[str]:
    """One amount or a range, with the currency on any side and thousands as "k"."""
    marks = sorted((m for row in facts("pay")["currencies"].values() for m in row), key=len)[::-1]
    mark = "|".join(
        rf"(?<![A-Za-z]){re.escape(m)}" if m[0].isalpha() else re.escape(m) for m in marks
    )
    decimals = r"(?:[.,]\d{1,2})?"
    number = rf"\d{{1,2}}(?:,\d{{2}})+,\d{{3}}|\d{{1,3}}(?:[.,’' ]\d{{3}})+{decimals}|\d+{decimals}"
    thousand = "[kK](?![a-z])"
    each = r"per (?:year|hour|annum)|/ ?(?:yr|hr|h|hour|year)\b|hr\b|a year|an hour|annually"
    return re.compile(
        rf"(?P<upto>up to|bis zu|bis)?\s*"
        rf"(?P<c1>{mark})?\s?(?P<low>{number})\s?(?P<k1>{thousand})?\s?(?P<c2>{mark})?"
        rf"(?:\s*(?:{each})?\s*(?:-|–|—|to|and|bis|up to|through)+\s*"
        rf"(?P<c3>{mark})?\s?(?P<high>{number})\s?(?P<k2>{thousand})?\s?(?P<c4>{mark})?)?",
        re.IGNORECASE,
    )


def _amounts(line: str) -> Iterator[Pay]:
    for hit in _written().finditer(line):
        before = line[max(0, hit.start() - WINDOW) : hit.start()]
        after = line[hit.end() : hit.end() + WINDOW]
        if pay := _amount(hit, before, after):
            yield pay


def _amount(hit: re.Match[str], before: str, after: str) -> Pay | None:
    """The pay that a number with a currency states; None where it is something else."""
    currency = _currency(next((hit[c] for c in ("c1", "c2", "c3", "c4") if hit[c]), None))
    if currency is None or re.match(facts("pay")["not_pay_before"], after, re.IGNORECASE):
        return None
    ranged, upto = bool(hit["high"]), bool(hit["upto"])
    low, high = _ends(hit)
    period = _period(hit.group() + after[:40], before[-50:], high)
    alone = len(hit.string) <= SHORT and high >= facts("pay")["alone"]
    if period is None or not _is_pay(before, after, ranged=ranged or upto, alone=alone):
        return None
    lowest, highest = facts("pay")["bounds"][period]
    if not lowest <= high <= highest or low > high:
        return None
    return Pay(None if upto and not ranged else low, high, currency, period)


def _ends(hit: re.Match[str]) -> tuple[Decimal, Decimal]:
    """Lower and upper end; "80-100k" means thousands on both sides."""
    first, last = bool(hit["k1"]), bool(hit["k2"])
    if hit["high"] is None:
        return (_value(hit["low"], first),) * 2
    return _value(hit["low"], first or last), _value(hit["high"], last)


def _is_pay(before: str, after: str, *, ranged: bool, alone: bool) -> bool:
    """Whether the words around an amount make it pay.

    A range, an "up to" and an amount in a short line are pay unless the words say otherwise.
    """
    if _search(facts("pay")["others"], before[-30:]):
        return False
    if not ranged and _search(facts("pay")["others_after"], after):
        return False
    return ranged or alone or bool(_search(facts("pay")["cues"], before[-60:] + " " + after[:50]))


def _currency(mark: str | None) -> str | None:
    if mark is None:
        return None
    rows: dict[str, list[str]] = facts("pay")["currencies"]
    return next(code for code, marks in rows.items() if mark.lower() in [m.lower() for m in marks])


def _period(here: str, before: str, amount: Decimal) -> Period | None:
    """The period named nearest after the amount, else before it, else the one it is usual for."""
    rows = facts("pay")["periods"].items()
    for text in (here, before):
        named = [(hit.start(), name) for name, words in rows if (hit := _search(words, text))]
        if named:
            return cast("Period", min(named)[1])
    usual: tuple[Period, ...] = ("year", "hour")
    for name in usual:
        low, high = facts("pay")["bounds"][name]
        if low <= amount <= high:
            return name
    return None


def _search(words: str, text: str) -> re.Match[str] | None:
    return re.search(words, text, re.IGNORECASE)


def _value(number: str, thousands: bool) -> Decimal:
    plain = re.sub(r"[’' ]", "", number)
    decimals = re.search(r"[.,](\d{1,2})$", plain)
    whole = re.sub(r"[.,]", "", plain[: decimals.start()] if decimals else plain)
    value = Decimal(whole + (f".{decimals.group(1)}" if decimals else ""))
    return value * 1000 if thousands else value

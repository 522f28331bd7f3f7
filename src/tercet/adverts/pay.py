"""Pay as an advert states it: lowest to highest over its zones, currency and period."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import cast

from tercet.adverts.facts import facts
from tercet.adverts.records import Pay, Period

WINDOW = 90
"""How far (characters) a word may stand from an amount that it explains."""


@dataclass(frozen=True, slots=True)
class _Amount:
    low: Decimal | None
    high: Decimal
    currency: str
    period: Period


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
    marks = sorted((m for row in facts("pay")["currencies"].values() for m in row), key=len)[::-1]
    mark = "|".join(re.escape(m) for m in marks)
    number = r"\d{1,3}(?:[.,’' ]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?"
    return re.compile(
        rf"(?P<upto>up to|bis zu|bis)?\s*(?P<c1>{mark})?\s?(?P<low>{number})\s?(?P<k1>[kK](?![a-z]))?\s?(?P<c2>{mark})?"
        rf"(?:\s*(?:per (?:year|hour|annum)|/ ?(?:yr|hr|hour|year)|a year|an hour|annually)?\s*(?:-|–|—|to|and|bis|up to|through)+\s*(?P<c3>{mark})?\s?(?P<high>{number})\s?(?P<k2>[kK](?![a-z]))?\s?(?P<c4>{mark})?)?",
        re.IGNORECASE,
    )


def _amounts(line: str) -> Iterator[_Amount]:
    for hit in _written().finditer(line):
        currency = _currency(next((hit[c] for c in ("c1", "c2", "c3", "c4") if hit[c]), None))
        if currency is None:
            continue
        before, after = (
            line[max(0, hit.start() - WINDOW) : hit.start()],
            line[hit.end() : hit.end() + WINDOW],
        )
        thousands = bool(hit["k1"] or hit["k2"])
        high = _value(hit["high"] or hit["low"], bool(hit["k2"]) or (thousands and not hit["high"]))
        low = _value(hit["low"], bool(hit["k1"]) or (thousands and bool(hit["high"])))
        if re.match(
            r"\s*(m|mm|mn|bn|b|million|billion|%|\+? ?(million|billion))\b", after, re.IGNORECASE
        ):
            continue
        period = _period(hit.group() + after[:40], before[-50:], high)
        if period is None or not _is_pay(before, after, ranged=bool(hit["high"])):
            continue
        lowest, highest = facts("pay")["bounds"][period]
        if not lowest <= high <= highest or low > high:
            continue
        alone = (
            None if hit["upto"] or before.lower().rstrip().endswith(("up to", "bis zu")) else low
        )
        yield _Amount(low if hit["high"] else alone, high, currency, period)


def _is_pay(before: str, after: str, *, ranged: bool) -> bool:
    near = before[-60:] + " " + after[:50]
    cue = re.search(facts("pay")["cues"], near, re.IGNORECASE)
    other = re.search(facts("pay")["others"], before[-30:] + " " + after[:10], re.IGNORECASE)
    return bool(cue or ranged) and not other


def _currency(mark: str | None) -> str | None:
    if mark is None:
        return None
    rows = facts("pay")["currencies"].items()
    return next(code for code, marks in rows if mark.lower() in [m.lower() for m in marks])


def _period(here: str, before: str, amount: Decimal) -> Period | None:
    """The period named nearest after the amount, else before it, else the one it is usual for."""
    rows = facts("pay")["periods"].items()
    for text in (here, before):
        named = [(hit.start(), name) for name, words in rows if (hit := _search(words, text))]
        if named:
            return cast("Period", min(named)[1])
    for name in ("year", "hour"):
        low, high = facts("pay")["bounds"][name]
        if low <= amount <= high:
            return cast("Period", name)
    return None


def _search(words: str, text: str) -> re.Match[str] | None:
    return re.search(words, text, re.IGNORECASE)


def _value(number: str, thousands: bool) -> Decimal:
    plain = re.sub(r"[’' ]", "", number)
    decimals = re.search(r"[.,](\d{1,2})$", plain)
    whole = re.sub(r"[.,]", "", plain[: decimals.start()] if decimals else plain)
    value = Decimal(whole + (f".{decimals.group(1)}" if decimals else ""))
    return value * 1000 if thousands else value

"""Amounts of money in running text, however people write them."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from tercet.brief.data import countries, table
from tercet.brief.words import Span, Text

_LIMIT = Decimal(10) ** 15
_DIGITS = (
    r"\d{1,3}(?P<mark>[ ,.'])\d{2,3}(?:(?P=mark)\d{2,3})*(?<=\d{3})(?:[.,]\d{1,2})?(?!\d)"
    r"|\d+(?:[.,]\d+)?"
)
_JOIN = re.compile(r"\s*(?:-|to|and|or|bis|up to)\s*")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its sign or word for a currency, if one was written."""

    low: Decimal
    high: Decimal
    """Differs from `low` only for a range."""
    currencies: tuple[str, ...]
    """What the sign may mean, likeliest first; empty where none was written."""
    scaled: bool
    """Whether a thousand, lakh, million … was written."""
    span: Span


def amounts(text: Text) -> list[Amount]:
    """All amounts in `text`, ranges joined, in order; numbers without a currency included."""
    found: list[Amount] = []
    at = 0
    while hit := _amount().search(text.low, at):
        at = hit.end()
        amount = _read(hit, text)
        if amount is not None:
            found.append(amount)
    return _ranges(found, text.low)


def number(digits: str) -> Decimal:
    """The value of digits with either convention for thousands and decimals.

    "1,5" is one and a half, "1.500" and "1,500" are fifteen hundred, "12,50,000" is Indian.
    """
    digits = digits.replace(" ", "").replace("'", "").replace("\n", "")
    marks = [c for c in digits if c in ".,"]
    if len(set(marks)) == 2:
        decimal = marks[-1]
        digits = digits.replace("," if decimal == "." else ".", "").replace(decimal, ".")
    elif marks and (len(marks) > 1 or len(digits.rpartition(marks[0])[2]) == 3):
        digits = (
            digits.replace(marks[0], "") if not digits.startswith("0") else digits.replace(",", ".")
        )
    else:
        digits = digits.replace(",", ".")
    return Decimal(digits)


def spoken(words: str) -> Decimal | None:
    """The value of a number in words ("six hundred thousand", "half a million"), else None."""
    rows = table("words")
    # Before another number "en" says "in", as in "en ocho meses"; alone it is a Danish one.
    words = " ".join(re.split(r"[\s-]+", words.strip())).removeprefix("en ")
    if " and a half " in words:
        whole, _, rest = words.partition(" and a half ")
        first, second = spoken(whole), spoken("one " + rest)
        return None if first is None or second is None else (first + Decimal("0.5")) * second
    for lead, share in sorted(rows["fractions"].items(), key=lambda row: -len(row[0])):
        if words.startswith(lead + " "):
            of = spoken("one " + words.removeprefix(lead + " "))
            return None if of is None else of * Decimal(str(share))
    total = part = Decimal(0)
    for word in words.split(" "):
        if word in rows["numbers"]:
            part += rows["numbers"][word]
        elif rows["scales"].get(word) == 100:
            part = (part or Decimal(1)) * 100
        elif word in rows["scales"]:
            total += (part or Decimal(1)) * rows["scales"][word]
            part = Decimal(0)
        elif word != "and":
            return None
    return total + part


def _read(hit: re.Match[str], text: Text) -> Amount | None:
    before, digits, words, scale, after = (
        hit.group(name) for name in ("before", "digits", "words", "scale", "after")
    )
    value = number(digits) if digits else spoken(words)
    if value is None or value >= _LIMIT:
        return None
    factor, sign = _scale(scale)
    if (scale or "").strip() == "mill" and not (before or after):
        factor = 1
    plus_half = Decimal("0.5") if hit.group("half") else Decimal(0)
    value = (value + plus_half) * factor
    lead, lead_sign = _scale(hit.group("lead"))
    if lead_sign and not before:
        value, before = value * lead, lead_sign
    mark = (before or after or sign or "").strip()
    at = text.low.find(mark, hit.start())
    if mark in _codes() and mark.upper() != text.plain[at : at + len(mark)]:
        mark = ""
    if (scale or "").strip() == "mil" and _thousands(value / factor, currencies(mark)):
        value /= 1000
    return Amount(
        value,
        value,
        currencies(mark),
        factor > 1 or lead > 1 or bool(words),
        (hit.start(), hit.end()),
    )


def _thousands(value: Decimal, known: tuple[str, ...]) -> bool:
    """Whether "mil" is a thousand, as in Spanish and Portuguese: "350 mil euros"."""
    rule = table("money")["thousand_mil"]
    return value >= rule["least"] and bool(set(known) & set(rule["currencies"]))


def currencies(mark: str) -> tuple[str, ...]:
    """Currencies that a sign, code or word may stand for, likeliest first."""
    shared = table("money")["shared"]
    if mark in shared:
        return tuple(shared[mark])
    for code, words in table("money")["words"].items():
        if mark in words:
            return (code,)
    return (mark.upper(),) if mark in _codes() else ()


@cache
def _codes() -> frozenset[str]:
    """ISO codes, lower case, that no list of words holds: they count only in capitals."""
    listed = {word for words in table("money")["words"].values() for word in words}
    return frozenset(money.lower() for _, money in countries().values()) - listed


def _scale(word: str | None) -> tuple[int, str | None]:
    """Factor, and for the likes of "MNOK" and "kEUR" the currency that is stuck to it."""
    word = (word or "").strip()
    scales = table("money")["scales"]
    if word in scales:
        return int(scales[word]), None
    for length in (1, 2, 3):
        if word[:length] in scales and currencies(word[length:].strip()):
            return int(scales[word[:length]]), word[length:].strip()
    return 1, None


def _ranges(found: list[Amount], low: str) -> list[Amount]:
    joined: list[Amount] = []
    for amount in found:
        last = joined[-1] if joined else None
        if last and last.low == last.high and _joined(last, amount, low):
            currency = amount.currencies or last.currencies
            bottom = last.low
            if amount.scaled and not last.scaled and last.low < 1000 <= amount.high:
                bottom = last.low * _magnitude(amount, low)
            if bottom < amount.high and (
                not last.currencies or currency == amount.currencies or not amount.currencies
            ):
                joined[-1] = Amount(
                    bottom, amount.high, currency, amount.scaled or last.scaled,
                    (last.span[0], amount.span[1]),
                )  # fmt: skip
                continue
        joined.append(amount)
    return joined


def _joined(last: Amount, amount: Amount, low: str) -> bool:
    between = low[last.span[1] : amount.span[0]]
    if not _JOIN.fullmatch(between):
        return False
    return between.strip() != "and" or bool(re.search(r"between\s*$", low[: last.span[0]]))


def _magnitude(amount: Amount, low: str) -> int:
    scales = table("money")["scales"]
    words = re.findall(r"[^\W\d_]+\.?", low[amount.span[0] : amount.span[1]])
    return max((_scale(word)[0] for word in words if word in scales or _scale(word)[1]), default=1)


@cache
def _amount() -> re.Pattern[str]:
    rows = table("money")
    signs = sorted(
        {*rows["shared"], *_codes(), *(w for words in rows["words"].values() for w in words)},
        key=lambda w: (-len(w), w),
    )
    sign = "|".join(re.escape(s).replace(r"\ ", r"\s+") for s in signs)
    scale = "|".join(re.escape(s) for s in sorted(rows["scales"], key=lambda s: (-len(s), s)))
    codes = "|".join(re.escape(s) for s in signs if s.isalpha() and len(s) <= 5)
    words = table("words")
    number_word = "|".join(
        sorted({*words["numbers"], *words["scales"], "and"}, key=lambda w: -len(w))
    )
    starts = "|".join(sorted({*words["numbers"]} - {"zero"}, key=lambda w: -len(w)))
    fraction = "|".join(sorted(words["fractions"], key=lambda w: -len(w)))
    big = "|".join(sorted(words["scales"], key=lambda w: -len(w)))
    return re.compile(
        rf"(?<![\w.,'])(?:(?P<before>{sign})\s{{0,2}})?"
        rf"(?:(?P<lead>[km](?:{codes}))\s?)?"
        rf"(?:(?P<digits>{_DIGITS})"
        rf"|(?P<words>(?:(?:{fraction})\s(?:{big})|(?:{starts})(?:[\s-](?:a\shalf|{number_word})){{0,6}}?[\s-](?:{big}))"
        rf"(?:[\s-](?:{number_word})){{0,6}})(?!\w))"
        rf"(?P<half>\sand\sa\shalf)?"
        rf"(?:[\s-]?(?P<scale>(?:{scale})(?!\w)|[km](?:{codes}|€|£|\$)(?!\w)|(?:k|m|mn|t|mio\.?)(?=\s?(?:{codes})(?!\w))))?"
        rf"(?:\s?(?:of\s|de\s|d'|di\s)?(?P<after>{sign})(?!\w))?"
    )

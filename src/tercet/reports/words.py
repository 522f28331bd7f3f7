"""How dates, money, counts and chances are written, the same in every output.

British spelling, "1 Oct 2027", "€546,000", "83 of 100". No locale is consulted: the same record
reads the same on every machine.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal

from tercet.kernel.money import money as money
from tercet.kernel.money import sign

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
          "October", "November", "December")  # fmt: skip
SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
         "eleven", "twelve")  # fmt: skip


def day(value: date) -> str:
    """ "1 Oct 2027": a date that must carry its year."""
    return f"{short_day(value)} {value.year}"


def short_day(value: date) -> str:
    """ "1 Oct": a date whose year is clear from what stands around it."""
    return f"{value.day} {MONTHS[value.month - 1][:3]}"


def long_day(value: date) -> str:
    """ "1 October 2027": for the answer."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def days_apart(first: date, last: date) -> str:
    """ "27 Aug to 12 Nov 2027"; the year stands twice only where it changes."""
    head = short_day(first) if first.year == last.year else day(first)
    return f"{head} to {day(last)}"


def about(amount: Decimal, currency: str) -> str:
    """An uncertain total as people say it: to three significant figures, written in full."""
    digits = len(str(int(abs(amount))))
    return money(amount, currency, 10 ** max(0, digits - 3))


def brief_money(amount: Decimal | float, currency: str) -> str:
    """ "€546k", "€1.25m": for charts and comparisons."""
    size = abs(Decimal(amount))
    front = "−" if amount < 0 else ""
    for least, unit, letter in ((999_500_000, 10**9, "bn"), (999_500, 10**6, "m")):
        if size >= least:
            text = f"{(size / unit).quantize(Decimal('0.01'), ROUND_HALF_UP):f}"
            return f"{front}{sign(currency)}{text.rstrip('0').rstrip('.')}{letter}"
    if size >= 10_000:
        return f"{front}{sign(currency)}{(size / 1000).quantize(Decimal(1), ROUND_HALF_UP)}k"
    return money(amount, currency)


def that_add(amounts: Sequence[Decimal]) -> list[int]:
    """Whole amounts that add up to the rounded total (largest remainders get the units left)."""
    total = int(sum(amounts, Decimal(0)).quantize(Decimal(1), ROUND_HALF_UP))
    floors = [int(a.quantize(Decimal(1), ROUND_FLOOR)) for a in amounts]
    short = total - sum(floors)
    order = sorted(range(len(amounts)), key=lambda i: (floors[i] - amounts[i], i))
    for i in order[:short]:
        floors[i] += 1
    return floors


def hundred(share: float | None) -> str:
    """A chance as a count of 100 futures; "< 1" and "> 99" where rounding would claim certainty."""
    if share is None:
        return "–"
    count = round(100 * share)
    if share > 0 and count == 0:
        return "< 1"
    if share < 1 and count == 100:
        return "> 99"
    return str(count)


def percent(share: float) -> str:
    """ "60 %": whole, or with one place below ten."""
    value = 100 * share
    return f"{number(value, 1 if abs(value) < 10 else 0)} %"


def number(value: float, places: int = 1) -> str:
    """A number without needless zeros, thousands parted, with a true minus."""
    text = f"{abs(value):,.{places}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return f"−{text}" if value < 0 and text != "0" else text


def count(n: int) -> str:
    """Small numbers as words ("two"), others in figures."""
    return SMALL[n] if 0 <= n < len(SMALL) else f"{n:,}"


def plural(n: int, one: str, many: str | None = None) -> str:
    """ "1 person", "2 people"."""
    return f"{n:,} {one if n == 1 else many or one + 's'}"


def listed(items: Iterable[str]) -> str:
    """ "a, b and c"."""
    *first, last = items
    return f"{', '.join(first)} and {last}" if first else last


def upper_first(text: str) -> str:
    """The text with a capital letter in front, the rest left alone."""
    return text[:1].upper() + text[1:]


_SPELT = {
    "ai": "AI", "api": "API", "ml": "ML", "llm": "LLM", "mlops": "MLOps", "fte": "hire",
    "devops": "DevOps",
}  # fmt: skip


def spelt(id: str) -> str:
    """An id as words: "LLM product" for llm-product."""
    parts = id.replace(".", " ").replace("-", " ").split()
    return upper_first(" ".join(_SPELT.get(part, part) for part in parts))


def weeks_between(first: date, second: date) -> int:
    """Whole weeks from `first` to `second`, rounded; negative when `second` is earlier."""
    return round((second - first).days / 7)


def clean(text: str) -> str:
    """Text of strangers for one line: control and direction-changing characters become spaces."""
    bad = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u2028\u2029\ufeff"
    kept = "".join(" " if c in bad or ord(c) < 32 or 127 <= ord(c) < 160 else c for c in text)
    return " ".join(kept.split())


def sentence(text: str) -> str:
    """A stranger's text with a capital in front and a full stop behind."""
    text = upper_first(clean(text))
    return text if not text or text[-1] in ".!?…" else f"{text}."


def headline(people: int, packages: int, handoffs: int) -> str:
    """ "Six people, ten work packages, three handoffs"."""
    parts = (
        f"{count(people)} {'person' if people == 1 else 'people'}",
        f"{count(packages)} work package{'' if packages == 1 else 's'}",
        f"{count(handoffs)} handoff{'' if handoffs == 1 else 's'}",
    )
    return upper_first(", ".join(parts))

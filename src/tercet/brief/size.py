"""How large the project is, from the counts that a text names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from tercet.brief.amounts import Amount
from tercet.brief.counts import counted
from tercet.brief.data import compiled, table
from tercet.brief.records import Assumption, Question, Quote
from tercet.brief.words import Span, Text
from tercet.catalog.records import Size

ORDER: tuple[Size, ...] = ("S", "M", "L", "XL")


@dataclass(frozen=True, slots=True)
class SizeReading:
    """The size class, and what was assumed where the text names fewer than two drivers."""

    size: Size
    quote: Quote | None
    assumptions: tuple[Assumption, ...] = ()
    questions: tuple[Question, ...] = ()


def read_size(text: Text, found: list[Amount]) -> SizeReading:
    """The largest class that two drivers reach; M where fewer than two are named."""
    drivers = sorted(_drivers(text, found), key=lambda row: -ORDER.index(row[0]))
    if len(drivers) < 2:
        said = Assumption(
            "The text names too few counts to tell the size; we take M, the usual one.", "J"
        )
        asked = Question(table("questions")["missing"]["size"]["question"], "size")
        return SizeReading("M", None, (said,), (asked,))
    size, span = drivers[1]
    return SizeReading(size, text.quote(*span))


def _drivers(text: Text, found: list[Amount]) -> list[tuple[Size, Span]]:
    """Each driver that the text names, with the class that its largest count reaches."""
    rows = []
    found = [*found, *_in_words(text)]
    for row in table("size")["drivers"].values():
        words = compiled(tuple(row["words"]))
        reached = [
            (_class(amount, row), span)
            for amount in found
            if (span := counted(text, amount, words)) and not _others(found, amount, span)
        ]
        if reached:
            rows.append(max(reached, key=lambda pair: (ORDER.index(pair[0]), -pair[1][0])))
    return rows


def _others(found: list[Amount], amount: Amount, span: Span) -> bool:
    """Whether another number stands before the word: 12,000 parts in four warehouses."""
    return any(amount.span[1] <= other.span[0] < span[1] for other in found if other is not amount)


def _in_words(text: Text) -> Iterator[Amount]:
    """Counts such as "two" or "twelve", which no amount of money is."""
    for hit in re.finditer(r"[a-z]+", text.low):
        if (value := table("words")["numbers"].get(hit.group(), 0)) > 1:
            yield Amount(Decimal(value), Decimal(value), (), False, hit.span())


def _class(amount: Amount, row: dict[str, int]) -> Size:
    for size in ORDER[:3]:
        if amount.high <= row[size]:
            return size
    return "XL"

"""Which places a text names, and in which country each of them lies."""

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from typing import Literal

from tercet.brief.data import countries, pattern, table, text_of
from tercet.brief.words import Span, Text

_CAPITAL = re.compile(r"(?<![\w@])[A-ZÀ-ÖØ-Þ][\w.]*(?:'\w+)?")
SURE = 100_000
"""A town of fewer people needs more than a capital letter to be taken for one."""
_MONEY = re.compile(r"\d[km]? ?\($")
_PLAIN = str.maketrans(
    {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "ß": "ss", "-": " ", ".": None, "\n": " "}
)
_LONGEST = 4


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the text. `kind` says how surely the word means a place at all."""

    country: str
    name: str
    kind: Literal["country", "adjective", "city", "bloc"]
    people: int
    span: Span
    located: bool
    """Whether "in", "near", "outside" … stands before it, or a place of its country beside."""


def places(text: Text, currencies: tuple[str, ...] = ()) -> list[Place]:
    """Places in `text` in order; currencies in use break ties between towns of one name."""
    found: list[Place] = []
    at = 0
    while hit := _CAPITAL.search(text.plain, at):
        place = _longest(text, hit.start(), found, currencies)
        if place:
            found.append(place)
            at = place.span[1]
        else:
            at = hit.end()
    signed = _signed(text)
    return [
        place
        for place in found
        if place.kind != "city" or (place.span[0] not in signed and _trusted(place, text))
    ]


def _signed(text: Text) -> range:
    """Where the sender's name begins: the line after "Kind regards", or a line after a dash."""
    hit = _sign_off().search(text.low)
    return range(hit.end(), hit.end() + 3) if hit else range(0)


@cache
def _sign_off() -> re.Pattern[str]:
    closings = pattern("places", "cues", "sign_off").pattern
    return re.compile(
        rf"(?:^|\n)[ ]*(?:(?:{closings})[^\n]{{0,20}}\n\s*|(?:/|-{{1,2}}|~)\s?(?=\w+\s*$))"
    )


def towns(name: str) -> list[tuple[int, str]]:
    """(population, country) of the towns called `name`, one a country, largest first."""
    rows, key = _gazetteer(), f"{bare(name)}\t"
    at = bisect_left(rows, key)
    if at == len(rows) or not rows[at].startswith(key):
        return []
    pairs = (row.split(":") for row in rows[at].removeprefix(key).split())
    return [(int(people), country) for country, people in pairs]


@cache
def _gazetteer() -> list[str]:
    """Lines of cities.tsv, which is sorted by name."""
    return text_of("cities.tsv").splitlines()


@cache
def _named() -> dict[str, tuple[str, Literal["country", "adjective", "bloc"]]]:
    rows = table("places")
    named: dict[str, tuple[str, Literal["country", "adjective", "bloc"]]] = {
        name: (code, "country") for code, (name, _) in countries().items()
    }
    named |= {word: (code, "country") for code, words in rows["names"].items() for word in words}
    named |= {
        word: (code, "adjective") for code, words in rows["adjectives"].items() for word in words
    }
    return named | {word: (code, "bloc") for code, words in rows["blocs"].items() for word in words}


@cache
def _months() -> frozenset[str]:
    return frozenset(name for names in table("dates")["months"].values() for name in names)


@cache
def _ordinary() -> frozenset[str]:
    """Words that are towns too, and the names of kinds of customers, in capitals."""
    rows = table("places")
    kinds = (word.capitalize() for word in rows["cues"]["organisation"])
    return frozenset([*rows["ordinary"], *kinds])


def _longest(
    text: Text, start: int, before: list[Place], currencies: tuple[str, ...]
) -> Place | None:
    words = re.match(r"[\w'.-]+(?:[ \n][\w'.&-]+){0,3}", text.plain[start : start + 60])
    ends = [m.end() for m in re.finditer(r"[\w.]+", words.group())] if words else []
    for end in reversed(ends[: _LONGEST + 2]):
        for stop in (end - 1, end) if text.plain[start + end - 1] == "." else (end,):
            name = re.sub(r"\s", " ", text.plain[start : start + stop])
            if place := _place(text, name, (start, start + stop), before, currencies):
                return place
    return None


def _place(
    text: Text, name: str, span: Span, before: list[Place], currencies: tuple[str, ...]
) -> Place | None:
    located = _located(text, span)
    if text.plain[span[1] : span[1] + 1] == "$" or _MONEY.search(text.plain[: span[0]][-12:]):
        return None
    if name in _named():
        code, kind = _named()[name]
        return Place(code, name, kind, 0, span, located)
    rows = towns(name)
    if not rows or len(name) < 3 or name.isupper() or name.lower().rstrip(".") in _months():
        return None
    beside = _beside(text, span, before)
    people, country = _choose(rows, beside, currencies)
    return Place(country, name, "city", people, span, located or country in beside)


def _choose(
    rows: list[tuple[int, str]], beside: set[str], currencies: tuple[str, ...]
) -> tuple[int, str]:
    for row in rows:
        if row[1] in beside:
            return row
    for row in rows:
        if countries()[row[1]][1] in currencies and row[0] * 30 > rows[0][0]:
            return row
    return rows[0]


def _beside(text: Text, span: Span, before: list[Place]) -> set[str]:
    """Countries that the words next to a town name: "Hartford, Connecticut", "London (ON)"."""
    after = re.match(
        r"[,(]?\s*\(?(?:in\s)?((?:[A-Z][\w.'-]*)(?: [A-Z][\w.'-]*){0,2})",
        text.plain[span[1] : span[1] + 40],
    )
    found = {
        place.country for place in before if place.span[1] + 3 >= span[0] and place.kind != "bloc"
    }
    if not after:
        return found
    words = after.group(1).split(" ")
    for count in range(len(words), 0, -1):
        name = " ".join(words[:count]).rstrip(".")
        if name in _named():
            return found | {_named()[name][0]}
        states = {code for code, short in table("places")["states"].items() if name in short}
        if states:
            return found | states
    return found


def _located(text: Text, span: Span) -> bool:
    lead = text.low[max(0, span[0] - 24) : span[0]]
    after = text.low[span[1] : span[1] + 7]
    return bool(_at().search(lead)) or after.startswith(("-based", " based"))


@cache
def _at() -> re.Pattern[str]:
    return re.compile(
        f"(?:{pattern('places', 'cues', 'at').pattern})" + r"\s+(?:the\s+|downtown\s+|greater\s+)?$"
    )


def _trusted(place: Place, text: Text) -> bool:
    """Whether a word that is also a town's name means the town here."""
    lead = text.low[max(0, place.span[0] - 14) : place.span[0]]
    if _thing().search(lead) and not place.located:
        return False
    if place.located:
        return place.name not in _ordinary() or not _followed_by_name(place, text)
    start, end = text.clause(place.span[0])
    alone = len(text.raw[start:end].strip(" .,;:()\n")) == len(place.name)
    if alone and start and _organisation().search(text.low[slice(*text.clause(start - 1))]):
        return True
    common = re.search(rf"(?<!\w){re.escape(place.name.lower())}(?!\w)", text.plain)
    if place.name in _ordinary() or common or (place.people < SURE and not alone):
        return False
    return not _followed_by_name(place, text) or place.people > 300_000


@cache
def _organisation() -> re.Pattern[str]:
    """The kind of a customer as a whole clause before its town: "Dairy, Cork."."""
    kinds = pattern("places", "cues", "organisation").pattern
    return re.compile(rf"^\W*(?:[\w-]+\s){{0,3}}(?:{kinds}),\s*$")


@cache
def _thing() -> re.Pattern[str]:
    return re.compile(f"(?:{pattern('places', 'cues', 'thing').pattern})" + r"\s+$")


def _followed_by_name(place: Place, text: Text) -> bool:
    """Whether the word is part of a longer name ("Victoria Bank", "Lincoln Financial")."""
    start, end = place.span
    after = re.match(r" [A-Z][a-z]", text.plain[end : end + 3])
    before = re.search(r"[a-z] $", text.plain[max(0, start - 2) : start]) is None
    return bool(after) and before


def bare(name: str) -> str:
    """A town's name without accents, hyphens and full stops, as the gazetteer keeps it."""
    flat = unicodedata.normalize("NFKD", name.translate(_PLAIN))
    return "".join(c for c in flat if not unicodedata.combining(c))

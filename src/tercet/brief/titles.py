"""Job titles in a text, with the number of people before or after them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tercet.brief.amounts import spoken
from tercet.brief.data import table
from tercet.brief.rosters import MOST, in_roster, teams_by_trade
from tercet.brief.words import Span, Text
from tercet.catalog.records import Catalog

_AROUND = " ()\n"
"""What may stand around a count in digits that repeats the one in words."""

_NEXT = 80
"""Characters after a team in which its titles may be told."""
_OF = re.compile(
    r"(?:(?:^|[.:;,(]\s|\bout\s|\n)|(?P<some>\d\d?|[a-z]+)\s)of\s(?:the\s|our\s|these\s|my\s)?$"
)
_FREE = re.compile(
    r"(?:,?\s(?P<some>\d\d?|[a-z]+))??\s(?:of\sthem\s)?"
    r"(?:(?:can|could|may)\s(?!not)|(?:is|are)\s(?:available|free|ours|with|on)\b)"
)
"""After people: some of them can help."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A title with its count; `role` is None for a trade outside the nine roles."""

    role: str | None
    count: int
    counted: bool
    """Whether a count was written."""
    vague: bool
    span: Span


def mentions(text: Text, catalog: Catalog) -> Iterator[Mention]:
    """All titles in `text`, in order, whether or not these people are on staff."""
    roles, pattern = _titles(tuple((role.id, role.titles) for role in catalog.roles.values()))
    named = list(_named(text, roles, pattern))
    groups = [Mention(role, n, True, False, span) for role, n, span in teams_by_trade(text)]
    groups = [group for group in groups if not _spelled_out(group, named)]
    inside = [group.span for group in groups]
    apart = [m for m in named if not any(a < m.span[1] and m.span[0] < b for a, b in inside)]
    yield from sorted([*apart, *groups], key=lambda mention: mention.span)


def _named(text: Text, roles: dict[str, str], pattern: re.Pattern[str]) -> Iterator[Mention]:
    for hit in pattern.finditer(text.low):
        title = re.sub(r"[\s-]+", " ", hit.group("title"))
        role = (
            roles.get(title) or roles.get(hit.group("title")) or roles.get(title.replace(" ", "-"))
        )
        yield from _mention(text, hit, title, role)


def _spelled_out(group: Mention, named: list[Mention]) -> bool:
    """Whether what follows says of which titles the group is made."""
    end = group.span[1] + _NEXT
    return any(
        m.counted and group.span[1] <= m.span[0] < end for m in named if m.role == group.role
    )


def _trade(title: str) -> bool:
    """Whether a title that an advert may count for a role is no seat here: a fraud analyst."""
    first, _, last = title.partition(" ")
    return title in table("team")["trades"] or (
        last == "analyst" and first in table("team")["others"]
    )


@lru_cache(maxsize=4)
def _titles(
    known: tuple[tuple[str, tuple[str, ...]], ...],
) -> tuple[dict[str, str], re.Pattern[str]]:
    """Title → role, from the catalogue's roles and the word list, and what finds any title."""
    roles = {title: id for id, titles in known for title in titles}
    roles |= {title: id for id, titles in table("team")["titles"].items() for title in titles}
    for word, shorts in table("team")["shorts"].items():
        long = {title: id for title, id in roles.items() if title.endswith(" " + word)}
        roles = {t.replace(word, short): id for t, id in long.items() for short in shorts} | roles
    roles = {title: id for title, id in roles.items() if not _trade(title)}
    titles = sorted({*roles, *table("team")["trades"]}, key=lambda t: (-len(t), t))
    return roles, _pattern(titles)


def _pattern(titles: list[str]) -> re.Pattern[str]:
    words = "|".join(
        re.escape(t).replace(r"\ ", r"[\s-]+").replace(r"\-", r"[\s-]?") for t in titles
    )
    spelt = "|".join(table("words")["numbers"])
    number = rf"(?P<after>\d\d?\b(?!\s?%)|(?<=: )(?:{spelt})\b(?=\s*[.,;(\n]|\s*$))"
    sign = r"(?:[:=×x(]|[|,-](?=\s*\d\d?\s*(?:[|,;(.\n]|$)))"
    return re.compile(
        rf"(?<![\w-])(?P<title>{words})(?P<many>s|es)?(?![\w-])(?:\s*{sign}\s*{number}\)?)?"
    )


def _mention(text: Text, hit: re.Match[str], title: str, role: str | None) -> Iterator[Mention]:
    start, lead = _lead(text, hit.start())
    before = text.low[max(0, hit.start() - 40) : hit.start()].split()
    if (
        title in ("engineer", "analyst", "developer", "dev", "architect")
        and before
        and _foreign(before[-1], title)
    ):
        role = None
        start = min(start, hit.start() - len(before[-1]) - 1)
        start, lead = _lead(text, start)
    listed = in_roster(text, hit.span("title"))
    if title in ("ds", "po", "pm", "mle", "dev", "sde") and not (
        lead or hit.group("after") or listed
    ):
        return
    after = hit.group("after")
    count, vague = (
        (int(spoken(after) or 0) if after.isalpha() else int(after), False)
        if after
        else _count(lead)
    )
    if title in table("team")["initials"] and (
        not count or title.upper() not in text.raw[hit.start() : hit.end()]
    ):
        return
    if part := _part(text, start, hit.end()):
        count, vague = part, False
    if count is None and listed and not hit.group("many"):
        count = 1
    counted = count is not None
    if count is None:
        if hit.group("many") and not re.search(r"\b(?:our|my)\b", lead):
            return
        count, vague = (3, True) if hit.group("many") else (1, False)
    if count <= MOST:
        yield Mention(role, count, counted, vague, (start, hit.end()))


def _part(text: Text, start: int, end: int) -> int | None:
    """How many of these people there are: "one of our three developers can help"."""
    before = _OF.search(text.low[max(0, start - 30) : start])
    after = _FREE.match(text.low[end : end + 60])
    word = (before and before.group("some")) or (after and after.group("some"))
    if not (before and after and word):
        return None
    return int(word) if word.isdigit() else int(spoken(word) or 0) or None


def _foreign(word: str, title: str) -> bool:
    """Whether the word before a bare "engineer" makes it another trade."""
    word = word.strip("(*\"'")
    if word in table("team")["others"]:
        return True
    plain = (
        word in table("team")["plain"]
        or not word.isalpha()
        or word in ("and", "or", "plus", "with", "have", "has", "is")
    )
    return title == "engineer" and not plain and not spoken(word)


def _lead(text: Text, at: int) -> tuple[int, str]:
    """Where the count and plain adjectives before a title begin, and these words.

    One adjective that no list holds may follow a count: "one volunteer statistician".
    """
    floor = max(text.sentence(max(0, at - 1))[0], at - 60)
    start = at
    words = [
        (hit.group(), floor + hit.start(), floor + hit.end())
        for hit in re.finditer(r"[\w×%-]+", text.low[floor:at])
    ]
    for i in range(len(words) - 1, -1, -1):
        word, first, last = words[i]
        if text.low[last:start].strip(_AROUND if _small(word) else None):
            break
        counted = (
            bool(i) and _number(words[i - 1][0]) and not text.low[words[i - 1][2] : first].strip()
        )
        if not _plain(word) and not (start == at and counted):
            break
        start = first
        if _number(word) and word not in ("a", "an"):
            break
    return start, text.low[start:at].strip()


def _small(word: str) -> bool:
    """Whether a word is a count in digits, as in "two (2) analysts"."""
    return word.isdigit() and int(word) <= MOST


def _number(word: str) -> bool:
    return word.removesuffix("x").isdigit() or bool(spoken(word))


def _plain(word: str) -> bool:
    return _number(word) or word in table("team")["plain"]


def _count(lead: str) -> tuple[int | None, bool]:
    for phrase, value in sorted(table("words")["vague"].items(), key=lambda row: -len(row[0])):
        if re.search(rf"\b{phrase}\b", lead):
            return int(value), phrase not in ("couple of", "pair of")
    if re.match(r"(?:no|zero|not)\b", lead):
        return 0, False
    for word in re.findall(r"\w+", lead):
        digits = word.removesuffix("x")
        if digits.isdigit():
            return int(digits), False
        value = spoken(word)
        if value is not None:
            return int(value), False
    return None, False

"""Restrictions on team, data and start that a text states."""

import re
from collections.abc import Iterator
from functools import cache

from tercet.brief.amounts import spoken
from tercet.brief.data import compiled, pattern, table
from tercet.brief.dates import When
from tercet.brief.negation import needless, negated
from tercet.brief.places import Place
from tercet.brief.records import Limit, LimitKind
from tercet.brief.titles import mentions
from tercet.brief.words import Span, Text
from tercet.catalog.records import Catalog

_NEAR = 40
"""Characters beyond which a place or a date no longer belongs to the words before it."""
_BETWEEN = re.compile(
    r"[\s,/(:|]*"
    r"(?:(?:and|or|und|oder|et|ou|the|der|la|le|les|of|in|canton of|cloud region in"
    r"|data cent(?:re|er)s? in|our|,)[\s(]*){0,4}"
)
_LINK = re.compile(r"[\s:(]*(?:(?:is|on|in|the|of|about|:)\s*){0,3}")
_SHARES = {"half": 0.5, "a half": 0.5, "a third": 0.33, "one third": 0.33, "a quarter": 0.25}
_SHARE = re.compile(
    r"(?:no more than|at most|not more than|max(?:imum)?(?: of)?|up to|under|below|less than)\s+"
    r"(?:(?P<percent>\d{1,3})\s?(?:%|percent|per cent)"
    r"|(?P<part>half|a half|a third|one third|a quarter))"
    r"(?=[^.;]{0,40}\b(?:off-?shore|abroad|outside|near-?shore))"
    r"|off-?shore(?:\s\w+){0,3}?\s(?:below|under|at most|max(?:imum)?|up to|no more than)\s"
    r"(?P<after>\d{1,3})\s?%"
)


def read_limits(
    text: Text, catalog: Catalog, found: list[Place], when: list[When], home: str | None
) -> tuple[Limit, ...]:
    """The limits in `text`, each with its words; soft where the customer only prefers it."""
    limits: dict[LimitKind, Limit] = {}
    for kind, value, span in _all(text, catalog, found, when, home):
        limits.setdefault(kind, Limit(kind, value, _soft(text, span), text.quote(*span)))
    return tuple(limits.values())


Row = tuple[LimitKind, float | str | tuple[str, ...] | None, Span]


def _all(
    text: Text, catalog: Catalog, found: list[Place], when: list[When], home: str | None
) -> Iterator[Row]:
    yield from _headcount(text)
    yield from _share(text)
    yield from _residency(text, found, home)
    yield from _regions(text, found, home)
    for hit in pattern("limits", "onshore-only").finditer(text.low):
        yield "onshore-only", None, hit.span()
    yield from _channels(text)
    yield from _roles(text, catalog)
    if alone := pattern("limits", "resilience").search(text.low):
        yield "resilience", None, alone.span()
    yield from _start(text, when)


def _soft(text: Text, span: Span) -> bool:
    start, end = text.sentence(span[0])
    return bool(pattern("limits", "soft").search(text.low[start:end]))


def _headcount(text: Text) -> Iterator[Row]:
    for hit in _most_people().finditer(text.low):
        word = hit.group("count")
        value = int(word) if word.isdigit() else spoken(word)
        if value and value <= 99:
            yield "headcount", float(value), hit.span()


@cache
def _most_people() -> re.Pattern[str]:
    most = compiled(tuple(table("limits")["most"])).pattern
    people = compiled(tuple(table("limits")["people"])).pattern
    return re.compile(
        rf"(?:{most})\s+(?:a\s+team\s+of\s+)?(?P<count>\d\d?|[a-z]+)\s(?:\w+\s)?(?:{people})"
    )


def _share(text: Text) -> Iterator[Row]:
    for hit in _SHARE.finditer(text.low):
        number = hit.group("percent") or hit.group("after")
        value = int(number) / 100 if number else _SHARES[hit.group("part")]
        if value <= 1:
            yield "offshore-share", value, hit.span()


def _residency(text: Text, found: list[Place], home: str | None) -> Iterator[Row]:
    for hit in pattern("limits", "stay").finditer(text.low):
        near = _places_after(text, hit.end(), found)
        start, end = text.sentence(hit.start())
        of_data = pattern("limits", "data").search(text.low[start:end])
        if near and of_data and _strict(text, hit) and not _allowed(text, hit.span()):
            span = hit.start(), near[-1].span[1]
            yield "data-residency", tuple(dict.fromkeys(p.country for p in near)), span
    for place in found:
        after = pattern("limits", "stay_after").match(text.low[place.span[1] :].lstrip(" -")[:20])
        if after and pattern("limits", "duty").search(text.low[slice(*text.clause(place.span[0]))]):
            yield (
                "data-residency",
                (place.country,),
                (place.span[0], place.span[1] + after.end() + 1),
            )
    for span in _at_home(text):
        yield "data-residency", (home,) if home else (), span


def _at_home(text: Text) -> Iterator[Span]:
    """Where data must stay in the country, without its name."""
    for hit in pattern("limits", "residency").finditer(text.low):
        if not negated(text, hit.span()):
            yield hit.span()
    for hit in pattern("limits", "abroad").finditer(text.low):
        clause = text.low[slice(*text.clause(hit.start()))]
        sentence = text.low[slice(*text.sentence(hit.start()))]
        bound = pattern("limits", "duty").search(pattern("limits", "abroad").sub(" ", clause))
        of_data = pattern("limits", "data").search(sentence)
        if bound and of_data and not _allowed(text, hit.span()):
            yield hit.span()


def _allowed(text: Text, span: Span) -> bool:
    """Whether data may be where the words at `span` say, or need not."""
    start, end = text.clause(span[0])
    lead = text.low[start : span[1]]
    allowed = pattern("limits", "allowed").search(lead)
    narrowed = pattern("limits", "unless").search(text.low[start:end])
    return needless(lead) or bool(allowed and not narrowed)


def _strict(text: Text, hit: re.Match[str]) -> bool:
    """Whether a bare "in", "outside", "on" stands with words of duty or of staying."""
    if hit.group()[-1] in ":|":
        return True
    if len(hit.group()) > 9 and not pattern("limits", "sites").fullmatch(hit.group()):
        return True
    start, end = text.clause(hit.start())
    return bool(pattern("limits", "duty").search(text.low[start:end]))


def _places_after(text: Text, at: int, found: list[Place]) -> list[Place]:
    """The places that follow `at` directly, joined by "and", "or" or a comma."""
    near: list[Place] = []
    for place in found:
        if place.span[0] < at:
            continue
        between = text.low[(near[-1].span[1] if near else at) : place.span[0]]
        if len(between) > _NEAR or not _BETWEEN.fullmatch(between):
            break
        near.append(place)
    return near


def _regions(text: Text, found: list[Place], home: str | None) -> Iterator[Row]:
    for hit in pattern("limits", "work").finditer(text.low):
        near = _places_after(text, hit.end(), found)
        start, _ = text.clause(hit.start())
        if not near or pattern("limits", "data").search(text.low[start : hit.start()]):
            continue
        codes = tuple(dict.fromkeys(p.country for p in near))
        span = hit.start(), near[-1].span[1]
        if codes == (home,):
            yield "onshore-only", None, span
        elif not re.match(r"(?:developers|hires|everyone|everybody) in", hit.group()) or _strict(
            text, hit
        ):
            yield "regions", codes, span


def _channels(text: Text) -> Iterator[Row]:
    out: dict[str, Span] = {}
    rows = table("limits")
    ruled = compiled(tuple(rows["ruled_out"])).pattern
    for channel, words in [*rows["channels"].items(), ("both", rows["both"])]:
        ban = re.compile(
            rf"(?:{ruled})\s+(?:to\s+|any\s+|an?\s+|more\s+|use\s+|use\s+of\s+|\w+\s+(?:or|and|nor)\s+|\w+,\s)*(?:{compiled(tuple(words)).pattern})"
        )
        if hit := ban.search(text.low):
            for name in ("contractor", "pod") if channel == "both" else (channel,):
                out.setdefault(name, hit.span())
    if hit := pattern("limits", "freeze").search(text.low):
        out.setdefault("fte", hit.span())
    if out:
        yield "no-channel", tuple(sorted(out)), min(out.values())


def _roles(text: Text, catalog: Catalog) -> Iterator[Row]:
    for mention in mentions(text, catalog):
        end = min(text.sentence(mention.span[0])[1], mention.span[1] + 45)
        hit = pattern("limits", "onshore-role").search(text.low[mention.span[1] : end])
        if (
            hit
            and mention.role
            and re.search(
                r"\b(?:must|has to|have to|needs? to|should)\b", text.low[mention.span[1] : end]
            )
        ):
            yield "onshore-role", (mention.role,), (mention.span[0], mention.span[1] + hit.end())


def _start(text: Text, when: list[When]) -> Iterator[Row]:
    for hit in pattern("limits", "start").finditer(text.low):
        for date in when:
            between = text.low[hit.end() : date.span[0]]
            close = date.span[0] >= hit.end() and len(between) < _NEAR and _LINK.fullmatch(between)
            span = hit.start(), date.span[1]
            if close and date.kind != "duration" and not negated(text, span):
                yield "start", _first_day(text, date), span


def _first_day(text: Text, when: When) -> str:
    """For "March 2027" its first day, where a deadline would mean its last."""
    day = when.day
    if when.kind == "period" and not re.search(
        r"\b(?:end|mid|late)\b", text.low[slice(*when.span)]
    ):
        day = when.first or day
    return day.isoformat()

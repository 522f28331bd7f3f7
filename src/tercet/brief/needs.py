"""What the product must be like: needs that add or enlarge work."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from tercet.brief.amounts import Amount, spoken
from tercet.brief.counts import high_volume
from tercet.brief.data import compiled, pattern, table
from tercet.brief.negation import as_things_are, negated
from tercet.brief.phrases import phrases
from tercet.brief.records import Limit, Need, Quote
from tercet.brief.words import END, Span, Text, meets
from tercet.catalog.records import NEEDS


def read_needs(text: Text, limits: tuple[Limit, ...], sums: list[Amount]) -> tuple[Need, ...]:
    """The needs that `text` states, in the catalogue's order, each with its words.

    Data residency is a limit too, so its need is taken from `limits`.
    """
    residency = [row.quote for row in limits if row.kind == "data-residency"]
    quotes: dict[str, Quote | None] = {"data-residency": residency[0]} if residency else {}
    found = {id: span for id, row in table("needs").items() if (span := first_cue(text, row))}
    if "high-volume" not in found and (span := high_volume(text, sums)):
        found["high-volume"] = span
    languages = list(spoken_languages(text).values())
    if "multilingual" not in found and len(languages) > 1:
        found["multilingual"] = _around(languages)
    quotes |= {id: text.quote(*span) for id, span in found.items()}
    return tuple(Need(id, quotes[id]) for id in NEEDS if id in quotes)


def first_cue(text: Text, row: dict[str, Any]) -> Span | None:
    """The first phrase or pair of `row` that stands in the text and isn't turned round."""
    masked = list(_spans(text, row.get("against", ())))
    hits = list(_spans(text, row["cues"]))
    for first, then in row.get("pairs", ()):
        hits += _pairs(text, tuple(first), tuple(then), row.get("gap", 4))
        if row.get("either"):
            hits += _pairs(text, tuple(then), tuple(first), row.get("gap", 4))
    hits += _alone(text, row.get("alone", ()))
    hits += _capitals(text, row)
    turned = [span for span in _spans(text, row.get("negated", ())) if negated(text, span)]
    for span in sorted([*hits, *turned]):
        if meets(span, masked) or (row.get("wanted") and as_things_are(text, span)):
            continue
        if span in turned or not negated(text, span):
            return span
    return None


def _spans(text: Text, rows: Iterable[str]) -> Iterator[Span]:
    spans = text.tokens.spans
    for hit in phrases(tuple(rows)).find(text):
        yield spans[hit.first][0], spans[hit.last][1]


def _pairs(text: Text, first: tuple[str, ...], then: tuple[str, ...], gap: int) -> Iterator[Span]:
    """Where a phrase of `then` follows one of `first` after at most `gap` words, none a number."""
    tokens = text.tokens
    second = list(phrases(then).find(text))
    for one in phrases(first).find(text):
        for two in second:
            between = range(one.last, two.first)
            near = 0 < len(between) <= gap + 1 and all(tokens.links[i] < END for i in between)
            if near and not any(tokens.words[i][0].isdigit() for i in between[1:]):
                yield tokens.spans[one.first][0], tokens.spans[two.last][1]


def _capitals(text: Text, row: dict[str, Any]) -> Iterator[Span]:
    """Where an authority is named as it is written: AVG is a Dutch law, "avg" an average."""
    if "capitals" not in row:
        return
    names, insiders = ("|".join(map(re.escape, row[key])) for key in ("capitals", "insiders"))
    for hit in _compile(rf"(?<!\w)(?:{names})(?!\w)").finditer(text.raw):
        yield hit.span()
    for hit in _compile(rf"(?<!\w)(?!(?:{insiders})\s)[A-Z]{{3,8}}(?=\s)").finditer(text.raw):
        said = compiled(tuple(row["verbs"])).match(text.low[hit.end() :].lstrip())
        if said:
            yield hit.span()


def _alone(text: Text, words: Iterable[str]) -> Iterator[Span]:
    """Where one of `words` is a whole clause: "Forecast demand for 40,000 parts, weekly."."""
    for span in _spans(text, words):
        start, end = text.clause(span[0])
        if not re.sub(r"\W", "", text.low[start : span[0]] + text.low[span[1] : end]):
            yield span


@cache
def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def spoken_languages(text: Text) -> dict[str, Span]:
    """Languages that the product must handle, with where they are named.

    A name counts in a list of languages, or beside a word of speaking and writing; "the Dutch and
    German coast" names countries.
    """
    rows = table("needs")["multilingual"]
    names, shares = "|".join(rows["languages"]), "|".join(rows["shares"])
    joins = "|".join(map(re.escape, rows["joins"]))
    lists = _compile(
        rf"(?<!\w)(?:{names})(?:(?:\s*(?:{joins})\s*)+(?:(?:{shares})\s+){{0,3}}(?:{names}))*(?!\w)"
    )
    found = _coded(text)
    for hit in lists.finditer(text.low):
        spans = [
            (hit.start() + word.start(), hit.start() + word.end())
            for word in re.finditer(rf"(?<!\w)(?:{names})(?!\w)", hit.group())
        ]
        lead, tail = text.low[: hit.start()][-30:], text.low[hit.end() :]
        if (
            pattern("needs", "multilingual", "of_a_person").search(lead)
            or _of_countries().match(tail)
            or not (len(spans) > 1 or _is_spoken(lead, tail))
        ):
            continue
        for span in spans:
            if not negated(text, span):
                found.setdefault(text.low[slice(*span)], span)
    return found


def _is_spoken(lead: str, tail: str) -> bool:
    """Whether the words around one name are of speaking: "in Dutch", "French-speaking"."""
    return bool(
        re.search(
            r"(?:\b(?:in|auf|en|em|på|speaks?|speaking|into|from|handles?|languages?:?))\s+$", lead
        )
        or pattern("needs", "multilingual", "spoken").match(tail.lstrip(" -"))
    )


def _coded(text: Text) -> dict[str, Span]:
    """Languages by their codes, in a field of languages: "Languages: DE, FR, IT"."""
    rows = table("needs")["multilingual"]
    one, names = (f"(?:{'|'.join(rows[key])})" for key in ("codes", "fields"))
    codes = rf"(?P<list>{one}(?:[ ]*[,/|+&][ ]*{one})+)"
    field = _compile(rf"(?<!\w){names}[ ]*[:|][ ]*{codes}(?!\w)")
    return {
        code.group().lower(): (hit.start("list") + code.start(), hit.start("list") + code.end())
        for hit in field.finditer(text.low)
        for code in re.finditer(one, hit.group("list"))
    }


@cache
def _of_countries() -> re.Pattern[str]:
    """Nouns that make the adjective before them one of a country."""
    return re.compile(rf"\s(?:{compiled(tuple(table('needs')['multilingual']['lands'])).pattern})")


def count_languages(text: Text) -> int:
    """How many natural languages the product must handle; 1 where the text doesn't say."""
    counts = [len(spoken_languages(text)), 1]
    for hit in re.finditer(r"(?<!\w)([a-z]{1,12}|\d{1,3})\s+(?:\w{1,20}\s+)?languages", text.low):
        word = hit.group(1)
        value = int(word) if word.isdigit() else spoken(word)
        if value and value < 200:
            counts.append(int(value))
    if re.search(r"\bbilingual\b", text.low):
        counts.append(2)
    return max(counts)


def _around(spans: list[Span]) -> Span:
    """All spans in one where they stand close, else the first."""
    end = max(end for _, end in spans)
    return (spans[0][0], end) if end - spans[0][0] < 120 else spans[0]

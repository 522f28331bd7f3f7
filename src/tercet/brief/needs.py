"""What the product must be like: needs that add or enlarge work."""

import re

from tercet.brief.amounts import amounts, spoken
from tercet.brief.data import compiled, pattern, table
from tercet.brief.records import Need, Quote
from tercet.brief.words import Span, Text
from tercet.catalog.records import NEEDS

_BETWEEN = r"(?:\s+[a-z-]+){0,4}?\s*"


def read_needs(text: Text) -> tuple[Need, ...]:
    """The needs that `text` states, in the catalogue's order, each with its words."""
    found: dict[str, Span] = {}
    for id in NEEDS:
        if span := first_cue(text, table("needs")[id]):
            found[id] = span
    if "high-volume" not in found and (span := _volume(text)):
        found["high-volume"] = span
    if "multilingual" not in found and len(spoken_languages(text)) > 1:
        spans = list(spoken_languages(text).values())
        found["multilingual"] = (
            spans[0][0],
            max(end for _, end in spans) if _near(spans) else spans[0][1],
        )
    return tuple(Need(id, text.quote(*found[id])) for id in NEEDS if id in found)


def first_cue(text: Text, row: dict[str, list[str]]) -> Span | None:
    """The first phrase of `row` that stands in the text and isn't turned round."""
    masked = [hit.span() for hit in compiled(tuple(row.get("against", ()))).finditer(text.low)]
    for hit in compiled(tuple(row["cues"])).finditer(text.low):
        if any(
            start <= hit.start() < end or hit.start() <= start < hit.end() for start, end in masked
        ):
            continue
        if not negated(text, hit.span()):
            return hit.span()
    return None


def negated(text: Text, span: Span) -> bool:
    """Whether "no", "without", "is not needed" … stands close to the words at `span`."""
    start, end = text.clause(span[0])
    if re.match(
        r"(?:no|not|never|nothing|cannot|can't|without|mustn't)\b", text.low[span[0] : span[1]]
    ):
        return False
    words = list(re.finditer(r"\S+", text.low[start : span[0]]))[-4:]
    lead = text.low[start + words[0].start() : span[0]] if words else ""
    if pattern("words", "negations").search(lead):
        return True
    return bool(pattern("words", "negations_after").match(text.low[span[1] : end + 30].lstrip()))


def spoken_languages(text: Text) -> dict[str, Span]:
    """Languages that the product must handle, with where they are named."""
    names = "|".join(table("needs")["multilingual"]["languages"])
    lists = re.compile(
        rf"(?<!\w)(?:{names})(?:(?:\s*(?:,|/|&|\+|-|and|or)\s*)+(?:in\s+|also\s+)?(?:{names}))+(?!\w)"
    )
    found: dict[str, Span] = {}
    for hit in lists.finditer(text.low):
        for word in re.finditer(names, hit.group()):
            found.setdefault(word.group(), (hit.start() + word.start(), hit.start() + word.end()))
    for name in re.finditer(rf"(?<!\w)(?:{names})(?!\w)", text.low):
        lead = text.low[max(0, name.start() - 24) : name.start()]
        tail = text.low[name.end() : name.end() + 12]
        if re.search(
            r"(?:\bin|speaks?|speaking|into|from|handles?|languages?:?)\s+$", lead
        ) or re.match(r"[ -](?:language|speaking|spoken)", tail):
            found.setdefault(name.group(), name.span())
    return found


def count_languages(text: Text) -> int:
    """How many natural languages the product must handle; 1 where the text doesn't say."""
    counts = [len(spoken_languages(text)), 1]
    for hit in re.finditer(r"([a-z]+|\d+)\s+(?:\w+\s+)?languages", text.low):
        word = hit.group(1)
        value = int(word) if word.isdigit() else spoken(word)
        if value and value < 200:
            counts.append(int(value))
    if re.search(r"\bbilingual\b", text.low):
        counts.append(2)
    return max(counts)


def _near(spans: list[Span]) -> bool:
    return max(end for _, end in spans) - spans[0][0] < 120


def _volume(text: Text) -> Span | None:
    for amount in amounts(text):
        if amount.currencies:
            continue
        tail = text.low[amount.span[1] : amount.span[1] + 60]
        tail = re.split(r"[.;,](?:\s|$)", tail)[0]
        for row in table("needs")["high-volume"]["counts"].values():
            hit = re.match(_BETWEEN + "(?:" + compiled(tuple(row["words"])).pattern + ")", tail)
            if hit and amount.high >= row["least"]:
                return amount.span[0], amount.span[1] + hit.end()
    return None


def quote_of(text: Text, span: Span) -> Quote:
    """The words at `span`."""
    return text.quote(*span)

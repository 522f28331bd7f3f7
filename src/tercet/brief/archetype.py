"""Which kind of project a text asks for: a transparent sum of weighted cues."""

import re
from collections.abc import Iterable, Mapping
from itertools import chain

from tercet.brief.data import pattern, table
from tercet.brief.negation import negated
from tercet.brief.phrases import Found, phrases
from tercet.brief.records import Archetype, Quote
from tercet.brief.words import Span, Text
from tercet.catalog.records import Catalog

Hit = tuple[float, Span]
_STEM = 6
"""Words that begin with the same letters count as one word said again."""
_LABEL = re.compile(r"^[ ]*[^\W\d][\w ]{0,20}:", re.MULTILINE)
"""What may name a speaker: it does where it stands before more than one line."""


def read_archetype(text: Text, catalog: Catalog) -> Archetype:
    """The archetype with the heaviest cues, quoted; confidence is its share of the two best."""
    cues = {id: blueprint.cues for id, blueprint in catalog.blueprints.items()}
    found = list(phrases(tuple(dict.fromkeys(chain(*cues.values())))).find(text))
    asides = _asides(text)
    hits = {
        id: _hits(text, weights, found, asides) + _together(text, id, asides)
        for id, weights in cues.items()
    }
    scores = {id: sum(weight for weight, _ in found) for id, found in hits.items()}
    order = sorted(scores, key=lambda id: (-scores[id], id))
    best, second = order[0], order[1]
    settings = table("archetype")
    if scores[best] < settings["least"]:
        return Archetype(
            "generic-ml",
            0.0,
            _quote(text, hits["generic-ml"]),
            _others(scores, order, "generic-ml"),
        )
    share = scores[best] / (scores[best] + scores[second] + settings["doubt"])
    return Archetype(best, round(share, 2), _quote(text, hits[best]), _others(scores, order, best))


def _others(
    scores: Mapping[str, float], order: list[str], best: str
) -> tuple[tuple[str, float], ...]:
    total = sum(scores.values()) or 1.0
    return tuple(
        (id, round(scores[id] / total, 2)) for id in order if id != best and scores[id] > 0
    )[:2]


def _quote(text: Text, found: list[Hit]) -> Quote | None:
    if not found:
        return None
    _, span = max(found, key=lambda hit: (hit[0], -hit[1][0]))
    return text.quote(*span)


def _asides(text: Text) -> list[Span]:
    """Words about the paper itself, and names of speakers: nothing that the product does."""
    labels = [hit.group() for hit in _LABEL.finditer(text.low)]
    said = [hit.span() for hit in _LABEL.finditer(text.low) if labels.count(hit.group()) > 1]
    return said + [hit.span() for hit in pattern("archetype", "asides").finditer(text.low)]


def _hits(
    text: Text, cues: Mapping[str, float], phrases_found: Iterable[Found], asides: list[Span]
) -> list[Hit]:
    """Each cue's weight with its place, heaviest first; words count once, a repetition a little."""
    settings = table("archetype")
    spans = text.tokens.spans
    rows = [
        (cues[hit.phrase], (spans[hit.first][0], spans[hit.last][1]))
        for hit in phrases_found
        if hit.phrase in cues
    ]
    seen: dict[str, int] = {}
    taken: list[Span] = list(asides)
    found: list[Hit] = []
    for weight, span in sorted(rows, key=lambda row: (-row[0], row[1][0] - row[1][1], row[1])):
        if any(start < span[1] and span[0] < end for start, end in taken):
            continue
        taken.append(span)
        stem = text.low[slice(*span)][:_STEM]
        seen[stem] = seen.get(stem, 0) + 1
        if seen[stem] > settings["repeats"] or negated(text, span):
            continue
        value = weight * (1.0 if seen[stem] == 1 else settings["again"])
        found.append((value * (settings["wanted"] if _wanted(text, span[0]) else 1), span))
    return found


def _together(text: Text, id: str, asides: list[Span]) -> list[Hit]:
    """Hits of the kind's words that speak for it only when both stand in one sentence."""
    settings = table("archetype")
    found: list[Hit] = []
    for first, then, weight in settings["together"].get(id, ()):
        ones: dict[Span, list[Span]] = {}
        for one in _spans(text, first, asides):
            ones.setdefault(text.sentence(one[0]), []).append(one)
        pairs: dict[Span, Span] = {}
        for two in _spans(text, then, asides):
            home = text.sentence(two[0])
            if any(one[1] <= two[0] or two[1] <= one[0] for one in ones.get(home, ())):
                pairs.setdefault(home, two)
        for number, span in enumerate(pairs.values()):
            value = weight * (1.0 if number == 0 else settings["again"])
            found.append((value * (settings["wanted"] if _wanted(text, span[0]) else 1), span))
    return found


def _spans(text: Text, words: list[str], asides: list[Span]) -> list[Span]:
    """Where one of `words` stands, is not turned round and is no aside."""
    tokens = text.tokens.spans
    spans = [(tokens[h.first][0], tokens[h.last][1]) for h in phrases(tuple(words)).find(text)]
    return [
        span
        for span in spans
        if not any(start < span[1] and span[0] < end for start, end in asides)
        and not negated(text, span)
    ]


def _wanted(text: Text, at: int) -> bool:
    """Whether the sentence says what is to be made, and not only how things are."""
    return bool(pattern("archetype", "wants").search(text.low[slice(*text.sentence(at))]))

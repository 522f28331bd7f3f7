"""Which kind of project a text asks for: a transparent sum of weighted cues."""

import re
from collections.abc import Mapping
from functools import cache
from itertools import chain

from tercet.brief.data import pattern, table
from tercet.brief.negation import negated
from tercet.brief.phrases import phrases
from tercet.brief.records import Archetype, Quote
from tercet.brief.words import Span, Text, meets
from tercet.catalog.records import Catalog

Hit = tuple[float, Span]
_STEM = 6
"""Words that begin with the same letters count as one word said again."""
_LABEL = re.compile(r"^[ ]*[^\W\d][\w ]{0,20}:", re.MULTILINE)
"""What may name a speaker: it does where it stands before more than one line."""


def read_archetype(text: Text, catalog: Catalog) -> Archetype:
    """The archetype with the heaviest cues, quoted; confidence is its share of the two best."""
    cues = {id: blueprint.cues for id, blueprint in catalog.blueprints.items()}
    spans = _spans(text, tuple(dict.fromkeys(chain(*cues.values(), _paired()))))
    asides = _asides(text)
    hits = {
        id: _hits(text, weights, spans, asides) + _together(text, id, spans, asides)
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


@cache
def _paired() -> tuple[str, ...]:
    """All words that speak for a kind only beside others."""
    rows = chain(*table("archetype")["together"].values())
    return tuple(dict.fromkeys(chain(*(chain(first, then) for first, then, _ in rows))))


def _spans(text: Text, words: tuple[str, ...]) -> dict[str, list[Span]]:
    """Where each phrase stands in the text; one walk finds them all."""
    at = text.tokens.spans
    found: dict[str, list[Span]] = {}
    for hit in phrases(words).find(text):
        found.setdefault(hit.phrase, []).append((at[hit.first][0], at[hit.last][1]))
    return found


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
    text: Text,
    cues: Mapping[str, float],
    spans: Mapping[str, list[Span]],
    asides: list[Span],
) -> list[Hit]:
    """Each cue's weight with its place, heaviest first; words count once, a repetition a little."""
    settings = table("archetype")
    rows = [(cues[cue], span) for cue in cues.keys() & spans.keys() for span in spans[cue]]
    seen: dict[str, int] = {}
    taken: list[Span] = list(asides)
    found: list[Hit] = []
    for weight, span in sorted(rows, key=lambda row: (-row[0], row[1][0] - row[1][1], row[1])):
        if meets(span, taken):
            continue
        taken.append(span)
        stem = text.low[slice(*span)][:_STEM]
        seen[stem] = seen.get(stem, 0) + 1
        if seen[stem] > settings["repeats"] or negated(text, span):
            continue
        value = weight * (1.0 if seen[stem] == 1 else settings["again"])
        found.append((value * _stress(text, span[0]), span))
    return found


def _together(
    text: Text, id: str, spans: Mapping[str, list[Span]], asides: list[Span]
) -> list[Hit]:
    """Hits of the kind's words that speak for it only when both stand in one sentence."""
    settings = table("archetype")
    found: list[Hit] = []
    for first, then, weight in settings["together"].get(id, ()):
        ones: dict[Span, list[Span]] = {}
        for one in _said(text, first, spans, asides):
            ones.setdefault(text.sentence(one[0]), []).append(one)
        if not ones:
            continue
        pairs: dict[Span, Span] = {}
        for two in _said(text, then, spans, asides):
            home = text.sentence(two[0])
            apart = [one for one in ones.get(home, ()) if not meets(two, [one])]
            if apart and home not in pairs:
                one = min(apart, key=lambda one: max(one[0] - two[1], two[0] - one[1]))
                pairs[home] = (min(one[0], two[0]), max(one[1], two[1]))
        for number, span in enumerate(pairs.values()):
            value = weight * (1.0 if number == 0 else settings["again"])
            found.append((value * _stress(text, span[0]), span))
    return found


def _said(
    text: Text, words: list[str], spans: Mapping[str, list[Span]], asides: list[Span]
) -> list[Span]:
    """Where one of `words` stands, is not turned round and is no aside."""
    places = sorted(span for word in dict.fromkeys(words) for span in spans.get(word, ()))
    return [span for span in places if not meets(span, asides) and not negated(text, span)]


def _stress(text: Text, at: int) -> float:
    """How much words count: more where it is said what is to be made, less where by whom."""
    settings = table("archetype")
    wanted = pattern("archetype", "wants").search(text.low[slice(*text.sentence(at))])
    staff = pattern("archetype", "staff").search(text.low[slice(*text.clause(at))])
    return (settings["wanted"] if wanted else 1.0) * (settings["staffed"] if staff else 1.0)

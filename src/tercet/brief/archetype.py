"""Which kind of project a text asks for: a transparent sum of weighted cues."""

import re
from collections.abc import Mapping
from functools import cache

from tercet.brief.data import pattern, phrase, table
from tercet.brief.needs import negated
from tercet.brief.records import Archetype, Quote
from tercet.brief.words import Span, Text
from tercet.catalog.records import Catalog

Hit = tuple[float, Span]


def read_archetype(text: Text, catalog: Catalog) -> Archetype:
    """The archetype with the heaviest cues, quoted; confidence is its share of the two best."""
    hits = {
        id: _hits(text, tuple(blueprint.cues.items()))
        for id, blueprint in catalog.blueprints.items()
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


def _hits(text: Text, cues: tuple[tuple[str, float], ...]) -> list[Hit]:
    """Each cue's weight with its first place; a repetition adds a little, a longer cue covers."""
    weights = {_key(cue): weight for cue, weight in cues}
    settings = table("archetype")
    seen: dict[str, int] = {}
    found: list[Hit] = []
    for hit in _cues(cues).finditer(text.low):
        cue = next(name for name, value in hit.groupdict().items() if value)
        if negated(text, hit.span()):
            continue
        seen[cue] = seen.get(cue, 0) + 1
        if seen[cue] > settings["repeats"]:
            continue
        weight = weights[cue] * (1.0 if seen[cue] == 1 else settings["again"])
        if _wanted(text, hit.start()):
            weight *= settings["wanted"]
        found.append((weight, hit.span()))
    return found


def _wanted(text: Text, at: int) -> bool:
    """Whether the sentence says what is to be made, and not only how things are."""
    return bool(pattern("archetype", "wants").search(text.low[slice(*text.sentence(at))]))


def _key(cue: str) -> str:
    return "c_" + re.sub(r"\W", lambda hit: f"_{ord(hit.group()):x}_", cue)


@cache
def _cues(cues: tuple[tuple[str, float], ...]) -> re.Pattern[str]:
    rows = sorted((cue for cue, _ in cues), key=lambda cue: (-len(cue), cue))
    return re.compile(
        "|".join(f"(?P<{_key(cue)}>{phrase(cue, plural=True)})" for cue in rows) or "(?!)"
    )

"""Where the customer is at home."""

import re
from functools import cache

from tercet.brief.amounts import Amount
from tercet.brief.data import compiled, countries, pattern, table
from tercet.brief.places import Place
from tercet.brief.records import Home
from tercet.brief.words import Text

_SPOKEN = re.compile(
    r"[\w-]*(?:\s*(?:,|and|or|&)\s*[\w-]+)*\s*(?:[\w-]+\s+)?(?:language|speak|text|audio|calls?|e-?mails?|documents?|reviews?|subtitles|dialect|prompts?|contracts?|forms?|versions?|transcri)\w*"
)

_BESIDE = 30
"""Characters around an adjective of a place in which its noun stands."""


def read_home(text: Text, found: list[Place], sums: list[Amount]) -> Home | None:
    """The customer's country, from the place that the text treats as the customer's own.

    Where no place tells, the one currency of the `sums` may.
    """
    best: tuple[float, int, Place] | None = None
    for order, place in enumerate(found):
        if place.kind == "bloc" or is_language(place, text):
            continue
        score = _score(place, text, order)
        if best is None or score > best[0]:
            best = (score, order, place)
    if best is None or best[0] <= 0:
        return _from_demonym(text) or _from_signals(text) or _from_currency(text, sums)
    place = best[2]
    return Home(place.country, place.name, text.quote(*place.span))


def is_language(place: Place, text: Text) -> bool:
    """Whether an adjective such as "German" means the language here."""
    if place.kind != "adjective":
        return False
    start, end = place.span
    lead = text.low[max(0, start - 30) : start]
    if re.search(r"\b(?:in|into|from|to|speaks?|speaking|read|write|and|or|,|&|/)\s*$", lead):
        return not re.match(
            r"[ -](?:\w+ )?(?:" + _organisation().pattern + ")", text.low[end : end + 60]
        )
    tail = text.low[end : end + 60]
    if _no_noun().match(tail) and place.name.lower() in table("needs")["multilingual"]["languages"]:
        return not re.search(r"\b(?:are|is|'re|am)\s*$", lead)
    return bool(_SPOKEN.match(tail.lstrip(" ,-")) or _listed().match(tail))


def _score(place: Place, text: Text, order: int) -> float:
    start, end = text.clause(place.span[0])
    lead, tail = text.low[start : place.span[0]], text.low[place.span[1] : end]
    score = {"country": 2.0, "city": 2.0, "adjective": 1.2, "bloc": 0.0}[place.kind]
    score += max(0.0, 1.5 - 0.35 * order) + (1.0 if place.located else 0.0)
    score += 1.5 if place.span[0] < 160 else 0.0
    if pattern("places", "cues", "home").search(text.low[start:end]):
        score += 2.5
    if _organisation().search(text.low[max(0, place.span[0] - 60) : place.span[1] + 40]):
        score += 1.0
    if re.match(
        r"[ -](?:\w+[ -]){0,3}(?:" + _organisation().pattern + ")",
        text.low[place.span[1] : place.span[1] + 60],
    ):
        score += 1.5
    if not re.sub(r"[^\w]|(?:uk|usa)", "", lead + tail):
        score += 2.0
    around = text.low[max(start, place.span[0] - 45) : place.span[1] + 18]
    if _elsewhere().search(pattern("places", "cues", "seat").sub(" ", around)):
        score -= 5.0
    elif pattern("places", "cues", "elsewhere_after").match(
        text.low[place.span[1] :].lstrip(" -")[:30]
    ):
        score -= 3.0
    return score


@cache
def _no_noun() -> re.Pattern[str]:
    """What follows the name of a language, and no adjective: "English is fine", "only French."."""
    return re.compile(
        r"\s*(?:[.,;:!?)]|$|\n|(?:is|are|only|would|will|must|should|and|or|at|in|for|to|from|with"
        r"|as|please|enough|suffices|speakers?|mails?|letters)\b)"
    )


@cache
def _listed() -> re.Pattern[str]:
    """Another language in a list, as in "English and Tagalog"."""
    names = "|".join(table("needs")["multilingual"]["languages"])
    return re.compile(rf"\s*(?:,|and|or|&|/|\+)\s*(?:{names})(?!\w)")


@cache
def _organisation() -> re.Pattern[str]:
    return compiled(
        tuple(
            word + "*" if " " not in word else word
            for word in table("places")["cues"]["organisation"]
        )
    )


def _elsewhere() -> re.Pattern[str]:
    return pattern("places", "cues", "elsewhere")


def _from_demonym(text: Text) -> Home | None:
    """The country of an adjective beside a kind of organisation: "une mutuelle parisienne"."""
    found: list[tuple[int, Home]] = []
    for country in table("places")["demonyms"]:
        for hit in pattern("places", "demonyms", country).finditer(text.low):
            start, end = text.clause(hit.start())
            around = text.low[max(start, hit.start() - _BESIDE) : min(end, hit.end() + _BESIDE)]
            if _organisation().search(around) or pattern("places", "houses").search(around):
                found.append((hit.start(), Home(country, None, text.quote(*hit.span()))))
    return min(found, key=lambda row: row[0])[1] if found else None


def _from_signals(text: Text) -> Home | None:
    for country in table("places")["signals"]:
        if hit := pattern("places", "signals", country).search(text.low):
            return Home(country, None, text.quote(*hit.span()))
    return None


def _from_currency(text: Text, sums: list[Amount]) -> Home | None:
    """The one country whose money all sums are in, if nearly all who pay with it live there."""
    shared = table("places")["first_of"]
    named = {
        amount.currencies[0]: amount
        for amount in sums
        if len(amount.currencies) == 1 or shared.keys() & amount.currencies[:1]
    }
    if len(named) != 1:
        return None
    ((money, amount),) = named.items()
    lands = shared.get(money, [code for code, (_, own) in countries().items() if own == money])
    return Home(lands[0], None, text.quote(*amount.span)) if len(lands) == 1 else None

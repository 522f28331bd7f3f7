"""Finding orders to a machine that reads: text about the evaluation, addressed to who makes it.

A sentence is such an order when it tells its reader to drop other instructions, or to judge the
candidate at hand well. A person who works on prompt injection writes of such sentences; theirs
are quoted or described, not addressed to anybody, and stay.
"""

import re
from dataclasses import dataclass
from functools import cache

from tercet.documents.facts import facts
from tercet.documents.sentences import Span, merged, sentences

_QUOTED = re.compile(
    r"“[^”\n]{3,200}”|\"[^\"\n]{3,200}\"|«[^»\n]{3,200}»|„[^“”\n]{3,200}[“”]|‘[^’\n]{3,200}’"
)


@dataclass(frozen=True, slots=True)
class _Cues:
    override: re.Pattern[str]
    judge: re.Pattern[str]
    this: re.Pattern[str]
    anyone: re.Pattern[str]
    praise: re.Pattern[str]
    address: re.Pattern[str]
    duty: re.Pattern[str]
    tags: re.Pattern[str]
    defence: re.Pattern[str]


@cache
def _cues() -> _Cues:
    cues = facts("cues")
    start = cues["clause_start"]
    address = "|".join(cues["address"]).replace("{machine}", cues["machine"])

    def compiled(pattern: str) -> re.Pattern[str]:
        return re.compile(pattern, re.IGNORECASE)

    return _Cues(
        override=compiled(start + "(?:" + "|".join(cues["override"]) + ")"),
        judge=compiled(start + cues["judge"]),
        this=compiled(cues["this_candidate"]),
        anyone=compiled(cues["any_candidate"]),
        praise=compiled(cues["praise"]),
        address=compiled(address),
        duty=compiled(cues["duty"]),
        tags=compiled(cues["tags"]),
        defence=compiled(cues["defence"]),
    )


def orders(text: str, *, concealed: bool = False) -> list[Span]:
    """Spans of orders in `text`; concealed text has no honest reason to speak of judgement."""
    spans = list(sentences(text))
    found = [_is_order(text[a:b], concealed) for a, b in spans]
    for i in range(len(spans) - 1):
        pair = text[spans[i][0] : spans[i + 1][1]].replace("\n", " ")
        if not (found[i] or found[i + 1]) and len(pair) < 300 and _overrides(pair):
            found[i] = found[i + 1] = True
    for i in range(1, len(spans)):
        if found[i - 1] and not found[i]:
            found[i] = _goes_on(text[slice(*spans[i])])
    return merged([span for span, hit in zip(spans, found, strict=True) if hit], text)


def _is_order(sentence: str, concealed: bool) -> bool:
    cues = _cues()
    own = _unquoted(sentence)
    if cues.tags.search(own) or _overrides(own):
        return True
    told, this = bool(cues.judge.search(own)), bool(cues.this.search(own))
    praised, person = bool(cues.praise.search(own)), bool(cues.anyone.search(own))
    if told and this and praised:
        return True
    if cues.address.search(own) and not cues.defence.search(own):
        told = told or bool(cues.duty.search(own))
        return concealed or (told and (person or praised)) or (this and praised)
    return concealed and ((told and person) or (this and praised))


def _overrides(sentence: str) -> bool:
    cues = _cues()
    if not cues.override.search(sentence):
        return False
    rest = cues.override.sub(" ", sentence, count=1)
    aimed = cues.this.search(rest) or cues.address.search(sentence)
    return bool(aimed) or not cues.defence.search(rest)


def _goes_on(sentence: str) -> bool:
    """Whether a sentence after an order goes on with it."""
    cues = _cues()
    told, praised = cues.judge.search(sentence), cues.praise.search(sentence)
    person = cues.anyone.search(sentence) or cues.this.search(sentence)
    return bool((told and (praised or person)) or (person and praised))


def _unquoted(sentence: str) -> str:
    """The sentence without what it quotes, unless it is all a quotation."""
    own = _QUOTED.sub(" … ", sentence)
    return own if len(re.findall(r"\w+", own)) >= 4 else sentence

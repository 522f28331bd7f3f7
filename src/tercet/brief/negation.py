"""Words that a text turns round: denied, put off, listed as left out, or told in passing."""

import re
from functools import cache

from tercet.brief.data import pattern
from tercet.brief.words import Span, Text

_DENIAL = re.compile(r"(?:no|not|never|nothing|cannot|can't|without|mustn't|unless|until)\b")
_LEAD = 4
"""Words before a phrase in which a negation turns it round."""
_TAIL = 40
"""Characters after a phrase in which "is not needed" turns it round."""
_NO = re.compile(r"(?:no|nein|non|não|nee|nej|nei)\b")
"""How a question is answered that asks for what is not needed."""
_ITEM = re.compile(r"[ ]*(?:[-*•>|]|\d+[.)])[ ]")


def negated(text: Text, span: Span) -> bool:
    """Whether the words at `span` are denied, only wished for some day, left out, or an aside."""
    return (
        _denied(text, span) or _put_off(text, span) or _left_out(text, span) or _aside(text, span)
    )


def _denied(text: Text, span: Span) -> bool:
    """Whether "no", "without", "is not needed" … stands close to the words."""
    start, _ = text.clause(span[0])
    if _DENIAL.match(text.low[span[0] : span[1]]):
        return False
    if needless(text.low[start : span[1]]):
        return True
    words = list(re.finditer(r"\S+", text.low[start : span[0]]))[-_LEAD:]
    lead = text.low[start + words[0].start() : span[0]] if words else ""
    lead = pattern("words", "comparisons").sub("", lead)
    if pattern("words", "negations").search(lead):
        return True
    tail = re.split(r"[,;(.](?!\d)", text.low[span[1] : text.sentence(span[0])[1]])[0]
    return bool(_after().match(tail[:_TAIL]))


def needless(words: str) -> bool:
    """Whether nobody needs what the words end with, however many stand between.

    "It doesn't have to run in our own data centre", unless they turn to what is wanted.
    """
    hits = list(pattern("words", "needless").finditer(words))
    return bool(hits) and not pattern("words", "turning").search(words[hits[-1].end() :])


@cache
def _after() -> re.Pattern[str]:
    """A negation behind a phrase, with at most two words between: "real-time scoring is not …"."""
    return re.compile(
        rf"[\s:]*(?:[\w-]+\s+){{0,2}}?(?:{pattern('words', 'negations_after').pattern})"
    )


def _put_off(text: Text, span: Span) -> bool:
    return bool(pattern("words", "put_off").search(text.low[slice(*text.clause(span[0]))]))


def _left_out(text: Text, span: Span) -> bool:
    """Whether the line, or the line above a list, says that what follows is not to be made."""
    start = text.low.rfind("\n", 0, span[0]) + 1
    line = text.low[start : span[0]]
    if _excluding().match(line) and not re.search(r"[.!?]\s", line):
        return True
    while start and (not line.strip() or _ITEM.match(line)):
        start, stop = text.low.rfind("\n", 0, start - 1) + 1, start - 1
        line = text.low[start:stop]
        if line.strip() and not _ITEM.match(line):
            return bool(_excluding().match(line.rstrip(" :") + ":"))
    return False


def _aside(text: Text, span: Span) -> bool:
    """Whether the sentence, or one after it that points back, says that it is another matter.

    "Partners sign the accounts, which has nothing to do with this"; "A nightly job runs. It stays."
    """
    start, end = text.sentence(span[0])
    if pattern("words", "asides").search(text.low[start:end]):
        return True
    after = text.low[slice(*text.sentence(end))].lstrip() if end < len(text.low) else ""
    if text.low[start:end].rstrip().endswith("?") and _NO.match(after):
        return True
    return bool(_pointing().match(after) and pattern("words", "asides").search(after))


@cache
def _pointing() -> re.Pattern[str]:
    """How a sentence begins that speaks of the one before."""
    return re.compile(rf"(?:{pattern('words', 'pointing').pattern})")


@cache
def _excluding() -> re.Pattern[str]:
    return re.compile(rf"[\W\d]*(?:{pattern('words', 'left_out').pattern})[^\w\n]*[:|]")


def as_things_are(text: Text, span: Span) -> bool:
    """Whether the sentence tells how things go today, and not what is wanted, at `span`."""
    start, _ = text.sentence(span[0])
    lead = text.low[start : span[1]]
    hits = list(pattern("words", "nowadays").finditer(lead))
    return bool(hits) and not pattern("words", "turning").search(lead[hits[-1].end() :])

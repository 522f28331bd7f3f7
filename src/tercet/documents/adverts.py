"""Finding a pasted job advert: a run of sentences in the voice of an employer."""

import re
from functools import cache

from tercet.documents.facts import facts
from tercet.documents.sentences import Span, merged, sentences

MAX_PAUSE = 2  # sentences without a mark of an advert that may stand inside a run
ENOUGH, STRONG = 3, 2  # distinct marks in a run of shown text, and how many of them strong
ENOUGH_CONCEALED, STRONG_CONCEALED = 2, 1


@cache
def _marks() -> tuple[tuple[re.Pattern[str], ...], tuple[re.Pattern[str], ...]]:
    cues = facts("cues")
    strong, weak = (
        tuple(re.compile(pattern, re.IGNORECASE | re.MULTILINE) for pattern in cues[name])
        for name in ("advert_strong", "advert_weak")
    )
    return strong, weak


def adverts(text: str, *, concealed: bool = False) -> list[Span]:
    """Spans of `text` that read like an advert."""
    spans = list(sentences(text))
    marks = [_marks_in(text[a:b]) for a, b in spans]
    found: list[Span] = []
    run: list[int] = []
    for i, here in enumerate(marks):
        if run and i - run[-1] > MAX_PAUSE + 1:
            found += _judged(run, marks, spans, concealed)
            run = []
        if here:
            run.append(i)
    found += _judged(run, marks, spans, concealed)
    return merged(found, text)


def _marks_in(sentence: str) -> frozenset[tuple[bool, int]]:
    strong, weak = _marks()
    return frozenset(
        (is_strong, number)
        for is_strong, patterns in ((True, strong), (False, weak))
        for number, pattern in enumerate(patterns)
        if pattern.search(sentence)
    )


def _judged(
    run: list[int], marks: list[frozenset[tuple[bool, int]]], spans: list[Span], concealed: bool
) -> list[Span]:
    """The run's span if it holds enough distinct marks, and enough of them speak to applicants."""
    distinct = frozenset().union(*(marks[i] for i in run))
    strong = sum(is_strong for is_strong, _ in distinct)
    least = (ENOUGH_CONCEALED, STRONG_CONCEALED) if concealed else (ENOUGH, STRONG)
    if len(distinct) < least[0] or strong < least[1]:
        return []
    return [(spans[run[0]][0], spans[run[-1]][1])]

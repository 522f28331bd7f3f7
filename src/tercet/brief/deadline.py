"""The day by which the product is to be live: the one date in the text that is a deadline."""

import re
from dataclasses import dataclass
from datetime import date

from tercet.brief.data import pattern, table
from tercet.brief.dates import When
from tercet.brief.records import Assumption, Deadline
from tercet.brief.words import Text
from tercet.kernel.rules import Finding, finding

_LEAD = re.compile(
    r"(?:by|before|until|within|ahead of|in|over|for|no later than)\s+"
    r"(?:(?:the|about|roughly|next|end of)\s+)*$"
)
_GRANTED = re.compile(r"(?:have|has|got|give us|gives us|need|is|only|half)\s+$")
"""Before "a year": time that one has. Elsewhere "a week" is a rate, as in 900 questions a week."""
_OF_A_RATE = re.compile(r"\b\d[\d.,]* [\w-]+ (?:a|an|per|every|each) (?:second|minute|hour|day)\b")
"""Beside a month: when it is busy, as in "in December we see 2,000 payments a second"."""
_TURN = re.compile(r"[,;()](?!\d)|\bbut\b")
"""Where a sentence turns to something else than what it spoke of before."""
_DATED = re.compile(r"20\d\d|'\d\d$|\b(?:next|this) year")
_OF = re.compile(
    r"'?\s+(?:worth\s+)?(?:of|de|d'|di|von|van|an)\s"
    r"(?!today|now|this|signing|signature|award|contract|order|kick|start|approval"
    r"|work|development|build|project|time|delivery|effort|travail|trabajo|lavoro|trabalho)"
)
"""After a duration: what it counts, as in "twenty years of records"."""
_COMING = re.compile(
    r"\b(?:next|coming|following|nächsten|kommenden|prochaine?s|próxim[oa]s|prossim[ie]|komende)\s+$"
)
_SO = re.compile(
    r"\b(?:so|thus|i\.e\.|that is|meaning|(?:(?:we|let's|let us) )?say|d\.h\.|also|sagen wir|donc"
    r"|disons|soit|es decir|digamos|o sea|cioè|diciamo|quindi|ou seja|portanto|dus|oftewel|alltså)"
    r"\W+(?:(?:by|on|the|end|of|am|bis|zum|au|le|fin|el|a|il|o|op|de|den|in)\s+){0,3}$"
)
"""Before a date that says more precisely what was said just before."""
_PRECISE = 2.0
"""How much more an exact date in brackets says than the words before it."""
_STOP = re.compile(r"[.!?\n]")
_START = re.compile(r"\b(?:start|starting date|début|inicio|início|inizio|beginn)\W{1,3}$")


@dataclass(frozen=True, slots=True)
class DeadlineReading:
    """A deadline with what was assumed or doubtful in reading it."""

    deadline: Deadline | None
    assumptions: tuple[Assumption, ...] = ()
    findings: tuple[Finding, ...] = ()


def read_deadline(text: Text, today: date, found: list[When]) -> DeadlineReading:
    """The deadline among the dates `found` in `text`; those after `today` come first."""
    rated = [
        (s, when)
        for when in found
        if not _denied(text, when)
        and (s := _score(text, when, today) + _PRECISE * _in_brackets(text, when, found)) > 0
    ]
    rated = rated or [(1.0, when) for when in found if when.day > today and _starts(text, when)]
    if not rated:
        return DeadlineReading(None)
    best = max(score for score, _ in rated)
    top = [when for score, when in rated if score >= best - 0.5]
    chosen = min(top, key=lambda when: (when.kind == "duration", when.day))
    chosen = _whichever(text, chosen, found)
    quote = text.quote(*chosen.span)
    findings = _findings(text, chosen, top)
    assumed = (Assumption(chosen.assumed, "J"),) if chosen.assumed else ()
    return DeadlineReading(Deadline(chosen.day, quote), assumed, findings)


def _whichever(text: Text, chosen: When, found: list[When]) -> When:
    """The sooner or the later of a sentence's dates, where it says that this one counts."""
    start, end = text.sentence(chosen.span[0])
    together = [when for when in found if start <= when.span[0] < end]
    if pattern("dates", "cues", "sooner").search(text.low, start, end):
        return min(together, key=lambda when: when.day)
    if pattern("dates", "cues", "later").search(text.low, start, end):
        return max(together, key=lambda when: when.day)
    return chosen


def _findings(text: Text, chosen: When, top: list[When]) -> tuple[Finding, ...]:
    quote = text.quote(*chosen.span).text
    found = []
    if chosen.ambiguous:
        found.append(finding(__package__, "TB022", words=quote, day=chosen.day, place="deadline"))
    if chosen.vague:
        found.append(finding(__package__, "TB023", words=quote, day=chosen.day, place="deadline"))
    if chosen.unreal:
        found.append(finding(__package__, "TB025", words=quote, day=chosen.day, place="deadline"))
    days = {when.day for when in top}
    if any(abs((day - chosen.day).days) > 31 for day in days):
        words = " and ".join(f'"{text.quote(*when.span).text}"' for when in top)
        found.append(finding(__package__, "TB020", words=words, day=chosen.day, place="deadline"))
    return tuple(found)


def _score(text: Text, when: When, today: date) -> float:
    start, end = text.clause(when.span[0])
    first, last = text.sentence(when.span[0])
    row = _row(text, when.span[0])
    start, first = min(start, row), min(first, row)
    clause, sentence = text.low[start:end], text.low[first:last]
    around = text.low[start : when.span[0]] + text.low[when.span[1] : end]
    alone = not re.sub(r"[^a-z]", "", around)
    before = _TURN.split(text.low[max(first, when.span[0] - 40) : when.span[0]])[-1]
    near = before + " | " + text.low[when.span[1] : min(max(end, when.span[1]), when.span[1] + 28)]
    score = {"day": 2.5, "occasion": 2.5, "period": 2.0, "duration": 1.5}[when.kind]
    strong = bool(pattern("dates", "cues", "strong").search(clause))
    if strong or pattern("dates", "cues", "live_starts").search(clause):
        score += 3.0
    elif pattern("dates", "cues", "strong").search(sentence):
        score += 1.5
    if _LEAD.search(before):
        score += 1.0
    elif _is_rate(text, when) and not alone and not _GRANTED.search(before):
        score -= 5.0
    if alone:
        score += 1.5
    if when.kind != "duration" and _OF_A_RATE.search(clause):
        score -= 3.0
    if _DATED.search(text.low[slice(*when.span)]):
        score += 0.6
    if _SO.search(text.low[first : when.span[0]]):
        score += 3.0
    if _to_beat(text, when):
        score += 3.0
    elif pattern("dates", "cues", "against").search(_plain(near)):
        score -= 5.0
    if when.kind == "duration" and pattern("dates", "cues", "from_now").match(
        text.low[when.span[1] :].lstrip()
    ):
        score += 3.0
    elif when.kind == "duration":
        score -= _other_span(text, when, today, clause, strong)
    if pattern("dates", "cues", "early").search(
        _TURN.split(text.low[start : when.span[0]])[-1]
    ) or (pattern("dates", "cues", "early").search(near)):
        score -= 2.5
    if text.raw[first:last].rstrip().endswith("?"):
        score -= 4.0
    if when.day <= today:
        score -= 2.0
    return score


def _to_beat(text: Text, when: When) -> bool:
    """Whether the product is to be there before what the date tells: "…; be live before it"."""
    rest = _STOP.split(text.low[when.span[1] :], maxsplit=1)[0]
    early, live = pattern("dates", "cues", "before_it"), pattern("dates", "cues", "strong")
    return bool(early.search(rest) and live.search(rest))


def _row(text: Text, place: int) -> int:
    """Where the row of a table begins that `place` is in, else `place`: its label tells."""
    line = text.low.rfind("\n", 0, place) + 1
    return line if text.low[line:place].lstrip().startswith("|") else place


def _denied(text: Text, when: When) -> bool:
    """Whether the text says that there is no deadline, and the date's own words don't say one."""
    words = text.low[slice(*text.clause(when.span[0]))]
    return not pattern("dates", "cues", "strong").search(words) and bool(
        pattern("dates", "cues", "none").search(text.low)
    )


def _plain(near: str) -> str:
    """Words around a date without those that begin with going live, as "start of service"."""
    return pattern("dates", "cues", "live_starts").sub(" ", near)


def _other_span(text: Text, when: When, today: date, clause: str, strong: bool) -> float:
    """How much speaks for a duration being no time to build: of records, or of a prediction."""
    if when.day.year - today.year > table("dates")["far"]:
        return 8.0
    if _OF.match(text.low[when.span[1] :]):
        return 5.0
    coming = _COMING.search(text.low[: when.span[0]][-24:])
    horizon = pattern("dates", "cues", "horizon").search(clause)
    return 3.0 if not strong and (coming or horizon) else 0.0


def _in_brackets(text: Text, when: When, found: list[When]) -> bool:
    """Whether it says in brackets what was said in words: "the spring campaign (15 March 2028)"."""
    said = [w for w in found if w.kind != "day" and w.span[1] <= when.span[0]]
    between = (text.low[w.span[1] : when.span[0]] for w in said)
    opened = any(re.fullmatch(r"[^.;()]{0,25}\(\s*", words) for words in between)
    return opened and when.kind == "day"


def _starts(text: Text, when: When) -> bool:
    """Whether "start" stands right before a date, which then is the day to be live."""
    return bool(when.kind != "duration" and _START.search(text.low[: when.span[0]][-24:]))


def _is_rate(text: Text, when: When) -> bool:
    return when.kind == "duration" and text.low[slice(*when.span)].startswith(("a ", "an "))

"""Who is already on staff, by role, and what the text says about each person."""

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from tercet.brief.data import compiled, pattern, table
from tercet.brief.dates import When
from tercet.brief.places import Place
from tercet.brief.records import Assumption, Person, Question, Quote, TeamRow
from tercet.brief.rosters import asked_for
from tercet.brief.titles import Mention, mentions
from tercet.brief.words import Span, Text
from tercet.catalog.records import LEVELS, ROLES, Catalog, Level
from tercet.kernel.rules import Finding, finding

_SPEAKS = 90
"""Characters after a mention that may still speak of these people."""
_OF_THEM = re.compile(
    r"\bof (?:the|our|these|them)\b|\b(?:der|des|dei|delle|de los|de las|van de)\b"
)
"""In a count: "one of the developers" is one of those counted before."""
_JOIN = re.compile(r"\s*(?:,|and|or|&|und|et|y|e|en)?\s*(?:the|our|die|der|les|los|las|de)?\s*")

_NAMED = re.compile(r"^, [^\W\d]+(?: [^\W\d]+)?, (?!and\b|und\b|et\b|y\b|e\b|en\b)")
"""A name after a role, in commas: "our data scientist, Fionn, left"."""
_ADVERB = re.compile(
    r"\b(?:all|both|currently|already|now|unfortunately|sadly|completely|still|just|recently|soon|since)\s"
)
"""What may stand before how it is with people: "are all busy"."""


@dataclass(frozen=True, slots=True)
class TeamReading:
    """The team with what was assumed or doubtful in reading it."""

    rows: tuple[TeamRow, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    questions: tuple[Question, ...] = ()
    findings: tuple[Finding, ...] = ()


def read_team(text: Text, catalog: Catalog, found: list[Place], when: list[When]) -> TeamReading:
    """People on staff, one row a role; trades outside the nine roles become findings."""
    named = list(mentions(text, catalog))
    there = [m for m in named if _present(text, m, named)]
    known = [m for m in there if m.role]
    rows: dict[str, TeamRow] = {}
    for mention in known:
        people = _people(text, mention, known, found, when)
        row = rows.get(mention.role or "")
        if row and (not mention.counted or _OF_THEM.search(text.low[slice(*mention.span)])):
            continue
        before = row.people if row else ()
        rows[mention.role or ""] = TeamRow(
            mention.role or "", len(before) + len(people),
            row.quote if row else text.quote(*mention.span),
            tuple(replace(p, label=f"{p.role} {i}") for i, p in enumerate((*before, *people), 1)),
        )  # fmt: skip
    vague = [m for m in known if m.vague]
    return TeamReading(
        tuple(rows[role] for role in ROLES if role in rows),
        tuple(Assumption(f'"{text.quote(*m.span).text}": we take {m.count}.', "J") for m in vague),
        tuple(Question(f'How many people is "{text.quote(*m.span).text}"?', "team") for m in vague),
        tuple(
            finding(__package__, "TB031", words=text.quote(*m.span).text, place="team")
            for m in there if not m.role
        ),
    )  # fmt: skip


def nobody(text: Text) -> Quote | None:
    """The words by which a text says that nobody is on staff, if it does."""
    hit = pattern("team", "cues", "nobody").search(text.low)
    return text.quote(*hit.span()) if hit else None


def _present(text: Text, mention: Mention, there: list[Mention]) -> bool:
    first, last = text.sentence(mention.span[0])
    start, end = text.clause(mention.span[0])
    begin = _begin(text, mention, there)
    lead = text.low[max(first, begin - 38) : begin]
    if mention.count == 0 or asked_for(text, mention.span):
        return False
    if _denied_too(text, mention, there) or _gone(text, mention, there):
        return False
    absent = list(pattern("team", "cues", "absent").finditer(lead))
    present = list(pattern("team", "cues", "present").finditer(lead))
    if absent and not (present and present[-1].start() > absent[-1].start()):
        return False
    if mention.counted and not re.sub(
        r"[^a-z]|and|plus", "", text.low[start : mention.span[0]] + text.low[mention.span[1] : end]
    ):
        return True
    if pattern("team", "cues", "present").search(text.low[first:last]):
        return True
    ours = pattern("team", "cues", "ours").match(text.low[slice(*mention.span)])
    if ours and mention.role and not mention.vague:
        return True
    return mention.counted and bool(mention.role)


def _begin(text: Text, mention: Mention, there: list[Mention]) -> int:
    """Where the list begins in which `mention` stands; what is said before it is of all."""
    begin = mention.span[0]
    for other in reversed([m for m in there if m.span[1] <= begin]):
        if not _JOIN.fullmatch(text.low[other.span[1] : begin]):
            break
        begin = other.span[0]
    return begin


def _denied_too(text: Text, mention: Mention, there: list[Mention]) -> bool:
    """Whether a "no" before the first of a list is said of `mention` too: "no X or Y"."""
    before = [m for m in there if m.span[1] <= mention.span[0]]
    joined = before and _JOIN.fullmatch(text.low[before[-1].span[1] : mention.span[0]])
    return bool(
        joined
        and not mention.counted
        and (before[-1].count == 0 or _denied_too(text, before[-1], there))
    )


def _gone(text: Text, mention: Mention, there: list[Mention]) -> bool:
    """Whether what follows says that they left, or work for others: "the DBA is not available".

    People who are listed as subjects of one sentence share what it says of the last of them.
    """
    first, end = text.sentence(mention.span[0])
    tail_end = min([end, *(m.span[0] for m in there if m.span[0] >= mention.span[1])])
    tail = text.low[mention.span[1] : tail_end]
    if pattern("team", "cues", "lent").search(tail[:_SPEAKS]):
        return False
    plainly = _NAMED.sub("", _ADVERB.sub("", tail)).lstrip(" ,()-")
    if pattern("team", "cues", "gone").match(plainly) or _later().search(plainly[:_SPEAKS]):
        return True
    following = next((m for m in there if m.span[0] == tail_end), None)
    subjects = not pattern("team", "cues", "present").search(text.low[first : mention.span[0]])
    bracketed = text.low.rfind("(", first, mention.span[0]) > text.low.rfind(
        ")", first, mention.span[0]
    )
    joined = following and (subjects or bracketed) and _JOIN.fullmatch(tail)
    return bool(joined and following and _gone(text, following, there))


@cache
def _later() -> re.Pattern[str]:
    """That they are gone, later in the sentence: "who is busy", "she has moved"."""
    gone, later = (pattern("team", "cues", key).pattern for key in ("gone", "gone_later"))
    return re.compile(rf"(?<!\w)(?:who|he|she|they|both)(?:'s|'re)?\s(?:{gone})|{later}")


def _people(
    text: Text, mention: Mention, known: list[Mention], found: list[Place], when: list[When]
) -> tuple[Person, ...]:
    tail = _tail(text, mention, known)
    words = text.low[slice(*mention.span)] + " " + text.low[slice(*tail)]
    level = next(
        (lv for lv in reversed(LEVELS) if pattern("team", "levels", lv).search(words)), None
    )
    share = next(
        (float(s) for s in table("team")["shares"] if pattern("team", "shares", s).search(words)),
        1.0,
    )
    region = next(
        (
            p.country
            for p in found
            if p.kind == "city" or p.kind == "country"
            if tail[0] <= p.span[0] < tail[1] and p.located
        ),
        None,
    )
    leaves = _leaves(text, tail, when)
    one = mention.count > 1 and re.search(r"\b(?:one|1)\b", text.low[slice(*tail)]) is not None
    people = []
    for number in range(1, mention.count + 1):
        marked = not one or number == 1
        people.append(
            Person(
                f"{mention.role} {number}",
                mention.role or "",
                _level(level) if marked else None,
                region if marked else None,
                share if marked else 1.0,
                leaves if marked else None,
            )
        )
    return tuple(people)


def _level(word: str | None) -> Level | None:
    return next((level for level in LEVELS if level == word), None)


def _tail(text: Text, mention: Mention, known: list[Mention]) -> Span:
    """The words after a mention that still speak of it."""
    _, end = text.sentence(mention.span[0])
    following = [m.span[0] for m in known if m.span[0] >= mention.span[1]]
    return mention.span[1], min([end, mention.span[1] + 90, *following])


def _leaves(text: Text, tail: Span, when: list[When]) -> date | None:
    cue = compiled(tuple(table("team")["leaves"])).search(text.low[slice(*tail)])
    if not cue:
        return None
    at = tail[0] + cue.start()
    return next((w.day for w in when if at <= w.span[0] < tail[1]), None)

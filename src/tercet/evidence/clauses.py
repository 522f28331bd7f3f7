"""One clause of a sentence: which cues stand where, who acts, and whether it is affirmed."""

import re
from dataclasses import dataclass
from functools import cache

from tercet.evidence.cues import Cues, cues, data
from tercet.evidence.records import Owner, Polarity
from tercet.evidence.tools import Gazetteer, speaks_for

REACH = 75
"""Characters within which a thing follows its act."""
DENIAL = 12
"""Characters from the start within which a "not" denies the whole clause."""
LEAD = 34
"""Characters from the start within which a cue leads the clause."""
AROUND = frozenset(
    (
        "live",
        "runs",
        "cadence",
        "audience",
        "decision",
        "basis",
        "long",
        "upkeep",
        "repair",
        "rollback",
    )
)
"""Concepts looked for in the whole sentence."""
OPENING = 50
"""Characters from the start within which the thing acted on stands."""
_PASSIVE = re.compile(r"\b(?:is|are|was|were|been|being)\s+$", re.IGNORECASE)
_APPOSED = re.compile(
    r"(?:[,(&+/]|\band\b)\s*(?:(?:now|then|since|later|also|fully|first|both|have|has)\s+){0,2}$",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"\s*(?:$|[,.;:)–—]|(?:to|on|in|into|across|at|with|behind|for|since|via|as|by|from|over|through"
    r"|under|during|live|worldwide|globally|and|without)\b)",
    re.IGNORECASE,
)
"""What follows an act that names no object of its own."""
_SUBORDINATE = re.compile(r"\b(?:that|which|who)\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence with its cues; `inherited` names things said just before."""

    text: str
    whole: str
    """The sentence it stands in: how far a thing went is often said beside it."""
    language: str
    hits: dict[str, list[tuple[int, int]]]
    named: list[tuple[int, int, str, str | None]]
    """(start, end, tool, capability) of tools."""
    owner: Owner
    polarity: Polarity
    team: bool

    def has(self, concept: str) -> bool:
        """Whether the clause speaks of `concept`."""
        found = self.hits.get(concept)
        return bool(self.spans(concept) if found is None else found)

    def spans(self, concept: str) -> list[tuple[int, int]]:
        """Where it does; tools count as `tool.<capability>`, alerts beside duties as `alarm`."""
        if concept in self.hits:
            return self.hits[concept]
        if concept.startswith("tool."):
            found = [(a, b) for a, b, _, capability in self.named if capability == concept[5:]]
        elif concept == "alarm":
            duties = self.spans("duty")
            found = [
                (a, b)
                for a, b in self.spans("alert")
                if not any(a < y and x < b for x, y in duties)
            ]
        else:
            text = self.whole if concept in AROUND else self.text
            found = cues(self.language).spans(concept, text)
        self.hits[concept] = found
        return found

    def near(self, first: str, second: str) -> bool:
        """Whether `second` follows `first` closely, with no word between that turns aside.

        Alerts in between, or before a model released, are what was acted on, and the models
        only what they are about.
        """
        if not self.has(first) or not self.has(second):
            return False
        barrier = cues(self.language).patterns["barrier"]
        alerts = [a for a, _ in self.spans("alert")] if second == "model" else []
        if (first, second) == ("model", "release") and self.leads("alert"):
            return False
        return any(
            (self.team or not _SUBORDINATE.search(self.text[:a]))
            and (a <= c < b or (0 <= c - b <= REACH and _clear(self.text[b:c], barrier)))
            and not any(b <= at < c for at in alerts)
            for a, b in self.spans(first)
            for c, _ in self.spans(second)
        )

    def apposed(self, first: str, second: str) -> bool:
        """Whether `first` opens the clause and `second` is said of it after a comma or bracket.

        "Classifier for castings, deployed in four plants": what stands between only describes.
        """
        opened = [b for a, b in self.spans(first) if a <= LEAD] if self.opens(first) else []
        return bool(opened) and any(
            c >= opened[0] and _APPOSED.search(self.text[:c]) and _BARE.match(self.text, d)
            for c, d in self.spans(second)
        )

    def bare(self, concept: str) -> list[tuple[int, int]]:
        """Where `concept` is the first that the clause tells, without an object of its own."""
        return [(a, b) for a, b in self.spans(concept) if a <= 4 and _BARE.match(self.text, b)]

    def leads(self, concept: str) -> bool:
        """Whether `concept` stands among the first words."""
        return any(a <= LEAD for a, _ in self.spans(concept))

    def opens(self, concept: str) -> bool:
        """Whether `concept` is what the clause's first words are about."""
        barrier = cues(self.language).patterns["barrier"]
        return any(
            a <= OPENING and not barrier.search(self.text, 0, a) for a, _ in self.spans(concept)
        )


def clauses_of(text: str, language: str, gazetteer: Gazetteer) -> list[Clause]:
    """Clauses of a sentence, each with owner and polarity; a part without words is none."""
    lists = cues(language)
    return [
        _clause(piece, text, language, lists, gazetteer)
        for part in _split().split(text)
        if part and any(map(str.isalpha, part))
        for piece in _own_and_others(part, lists)
    ]


def _clause(piece: str, whole: str, language: str, lists: Cues, gazetteer: Gazetteer) -> Clause:
    owner, team = _owner(piece, lists)
    named = [(a, b, tool.name, speaks_for(tool)) for a, b, tool in gazetteer.find(piece)]
    return Clause(piece, whole, language, {}, named, owner, _polarity(piece, lists), team)


def _own_and_others(text: str, lists: Cues) -> list[str]:
    """What the person did, apart from what others then did with it."""
    found = _others(lists, text)
    if not found or found[0][0] <= LEAD or _leads(lists, "support", text):
        return [text]
    own, theirs = text[: found[0][0]], text[found[0][0] :]
    return [text] if _PASSIVE.search(own) or theirs.startswith("by ") else [own, theirs]


def _owner(text: str, lists: Cues) -> tuple[Owner, bool]:
    """Who acts, and whether the person's part in it is a share of a team's."""
    leads = any(text[:a].strip(" ,.(").count(" ") < 2 for a, _ in lists.spans("leads_only", text))
    if leads and not lists.has("incident_sure", text):
        return "others", False
    if _leads(lists, "support", text):
        return "we", True
    if _others(lists, text):
        return "others", False
    return (
        ("we", True) if lists.has("we", text) and not lists.has("i_built", text) else ("I", False)
    )


def _others(lists: Cues, text: str) -> list[tuple[int, int]]:
    """Where others act; those whom the person acted together with do not."""
    return [
        (a, b)
        for a, b in lists.spans("others_act", text)
        if not _company().search(text[:a]) or lists.has("which_others", text[a:b])
    ]


def _leads(lists: Cues, concept: str, text: str) -> bool:
    return any(a <= LEAD for a, _ in lists.spans(concept, text))


def _polarity(text: str, lists: Cues) -> Polarity:
    """Whether the clause affirms; a "not" inside a subordinate part denies only that part.

    "No release leaves without" affirms, and what was "not used" was made all the same.
    """
    apart = [(x, y) for x, y in lists.spans("unused", text) if x > DENIAL]
    apart += lists.spans("double_no", text)
    barrier = lists.patterns["barrier"]
    negated = [a for a, _ in lists.spans("negation", text) if not any(x <= a < y for x, y in apart)]
    if any(a <= LEAD * 2 for a, _ in lists.spans("plan", text)):
        return "plan"
    return "no" if any(a <= DENIAL or not barrier.search(text, 0, a) for a in negated) else "yes"


def _clear(between: str, barrier: re.Pattern[str]) -> bool:
    """Whether nothing turns aside; a colon right after the act ("Shipped: …") opens its object."""
    return ":" not in between[1:] and not barrier.search(between)


@cache
def _company() -> re.Pattern[str]:
    return re.compile(data("shared")["company"], re.IGNORECASE)


@cache
def _split() -> re.Pattern[str]:
    return re.compile("|".join(data("shared")["clause_split"]), re.IGNORECASE)

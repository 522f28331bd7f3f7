"""One clause of a sentence: which cues stand where, who acts, and whether it is affirmed."""

import re
from dataclasses import dataclass
from functools import cache

from tercet.evidence.cues import Cues, cues
from tercet.evidence.records import Owner, Polarity
from tercet.evidence.tools import Gazetteer, speaks_for

REACH = 75
"""Characters within which a thing follows its act."""
LEAD = 34
"""Characters from the start within which a cue leads the clause."""
_BARRIERS = {
    "en": r"\b(?:on|for|with|through|via|under|behind|by|which|that|whose|who|so|where|using|from which|into which)\b",
    "de": r"\b(?:auf|für|mit|durch|über|unter|von|welche|wonach|nach|zur|zum)\b",
    "es": r"\b(?:sobre|para|con|por|bajo|que|cuyo)\b",
    "pt": r"\b(?:sobre|para|com|por|sob|que|cujo)\b",
    "fr": r"\b(?:sur|pour|avec|par|sous|qui|que|dont)\b",
}
_SPLIT = re.compile(
    r";\s+|\s+[—–]\s+|(?<=\w)\. +|,?\s+\bbut\b\s+|,\s+(?:and |so |while |although )?(?=(?:we|the \w+ (?:team|group|squad)|i|it|they)\s)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence with its cues; `inherited` names things said just before."""

    text: str
    language: str
    hits: dict[str, list[tuple[int, int]]]
    named: list[tuple[int, int, str, str | None]]
    """(start, end, tool, capability) of tools."""
    owner: Owner
    polarity: Polarity
    team: bool

    def has(self, concept: str) -> bool:
        """Whether the clause speaks of `concept`."""
        return bool(self.spans(concept))

    def spans(self, concept: str) -> list[tuple[int, int]]:
        """Where it does; tools count as `tool.<capability>`."""
        if concept in self.hits:
            return self.hits[concept]
        if concept.startswith("tool."):
            found = [(a, b) for a, b, _, capability in self.named if capability == concept[5:]]
        else:
            found = cues(self.language).spans(concept, self.text)
        self.hits[concept] = found
        return found

    def near(self, first: str, second: str) -> bool:
        """Whether `second` follows `first` closely, with no word between that turns aside."""
        barrier = _barrier(self.language)
        return any(
            0 <= c - b <= REACH and not barrier.search(self.text, b, c)
            for _, b in self.spans(first)
            for c, _ in self.spans(second)
        )

    def leads(self, concept: str) -> bool:
        """Whether `concept` stands among the first words."""
        return any(a <= LEAD for a, _ in self.spans(concept))


def clauses_of(text: str, language: str, gazetteer: Gazetteer) -> list[Clause]:
    """Clauses of a sentence, each with owner and polarity."""
    lists = cues(language)
    out: list[Clause] = []
    for piece in _SPLIT.split(text):
        if piece and piece.strip():
            owner, team = _owner(piece, lists)
            polarity = _polarity(piece, lists)
            named = [(a, b, t.name, speaks_for(t)) for a, b, t in gazetteer.find(piece)]
            out.append(Clause(piece, language, {}, named, owner, polarity, team))
    return out


def _owner(text: str, lists: Cues) -> tuple[Owner, bool]:
    """Who acts, and whether the person's part in it is a share of a team's."""
    if lists.has("others_act", text):
        return "others", False
    if any(text[:a].strip(" ,.(").count(" ") < 2 for a, _ in lists.spans("leads_only", text)):
        return "others", False
    support = [a for a, _ in lists.spans("support", text)]
    we = lists.spans("we", text)
    first = lists.spans("i_built", text)
    if support and min(support) <= LEAD:
        return "we", True
    if we and not first:
        return "we", True
    return "I", False


def _polarity(text: str, lists: Cues) -> Polarity:
    negated = [a for a, _ in lists.spans("negation", text)]
    planned = [a for a, _ in lists.spans("plan", text)]
    if planned and min(planned) <= LEAD * 2:
        return "plan"
    if negated and min(negated) <= LEAD:
        return "no"
    return "yes"


@cache
def _barrier(language: str) -> re.Pattern[str]:
    return re.compile(_BARRIERS.get(language, _BARRIERS["en"]), re.IGNORECASE)

"""How far a clause goes for each capability, by the lines of `claims.yaml`."""

from collections.abc import Iterator
from functools import cache
from typing import cast

from tercet.catalog.records import VETTED
from tercet.evidence.clauses import Clause
from tercet.evidence.cues import data
from tercet.evidence.records import RUNGS, Rung

Line = tuple[str, ...]
LOWER = {rung: RUNGS[max(0, i - 1)] for i, rung in enumerate(RUNGS)}
ABOUT = {
    "data-analysis": ("study", "study_verb", "tool.data-analysis"),
    "model-prototyping": ("model", "ml_topic", "contest", "tool.model-prototyping"),
    "model-deployment": ("serve_topic", "tool.model-deployment"),
    "pipeline-automation": ("pipeline", "tool.pipeline-automation"),
    "monitoring": ("alert", "tool.monitoring"),
    "api-development": ("api", "tool.api-development"),
    "cloud-infrastructure": ("cloud", "iac", "tool.cloud-infrastructure"),
}
"""Things of each capability: what a course, a negation or a mention is about."""


def lower(rung: Rung, cap: Rung) -> Rung:
    """The lower of two rungs."""
    return min(rung, cap, key=RUNGS.index)


def higher(rungs: Iterator[Rung]) -> Rung:
    """The highest of several rungs; none of none."""
    return max(rungs, key=RUNGS.index, default="none")


def rungs_of(clause: Clause, *, technical: bool) -> dict[str, Rung]:
    """The rung of each capability that the clause's acts reach, before any cap."""
    found: dict[str, Rung] = {}
    if clause.has("staff_watch") or clause.has("foreign"):
        return found
    if not (technical or clause.has("ml_topic") or any(cap for *_, cap in clause.named)):
        return found
    for capability in VETTED:
        if capability == "data-analysis" and not technical:
            continue
        rung = _rung(clause, capability, technical)
        if rung != "none":
            found[capability] = rung
    return found


def about(clause: Clause) -> tuple[str, ...]:
    """Capabilities that the clause speaks of, whatever it says of them."""
    return tuple(
        c for c, concepts in ABOUT.items() if any(clause.has(concept) for concept in concepts)
    )


def _rung(clause: Clause, capability: str, technical: bool) -> Rung:
    for rung, lines in _rules()[capability].items():
        for line in lines:
            if all(_fits(clause, word, technical) for word in line):
                return rung
    return "none"


def _fits(clause: Clause, word: str, technical: bool) -> bool:
    if word.startswith("!"):
        return not clause.has(word[1:])
    if word.startswith("^"):
        if ">" in word:
            first, second = word[1:].split(">")
            return clause.leads(first) and clause.near(first, second)
        return clause.leads(word[1:])
    if word.startswith("@"):
        return clause.opens(word[1:])
    if ">" in word:
        firsts, seconds = (part.split("|") for part in word.split(">"))
        return any(clause.near(a, b) for a in firsts for b in seconds)
    if word == "technical" and technical:
        return True
    return any(clause.has(concept) for concept in word.split("|"))


@cache
def _rules() -> dict[str, dict[Rung, list[Line]]]:
    return {
        capability: {
            cast("Rung", rung): [tuple(line.split()) for line in lines]
            for rung, lines in by_rung.items()
        }
        for capability, by_rung in data("claims").items()
    }

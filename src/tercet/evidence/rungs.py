"""How far a clause goes for each capability, by the lines of `claims.yaml`."""

from collections.abc import Callable
from functools import cache
from typing import cast

from tercet.catalog.records import VETTED
from tercet.evidence.clauses import Clause
from tercet.evidence.cues import data
from tercet.evidence.records import RUNGS, Rung

Condition = Callable[[Clause, bool], bool]
Line = tuple[Condition, ...]
LOWER = {rung: RUNGS[max(0, i - 1)] for i, rung in enumerate(RUNGS)}
MODELS = ("model-prototyping", "model-deployment")
"""Capabilities of which a table of figures, however it is called, shows nothing."""
ABOUT = {
    "data-analysis": ("study", "study_verb", "tool.data-analysis"),
    "model-prototyping": ("model", "ml_topic", "contest", "tool.model-prototyping"),
    "model-deployment": ("serve_topic", "tool.model-deployment"),
    "pipeline-automation": ("pipeline", "tool.pipeline-automation"),
    "monitoring": ("alert", "tool.monitoring"),
    "api-development": ("api", "tool.api-development"),
    "cloud-infrastructure": ("cloud", "iac", "cloud_topic", "tool.cloud-infrastructure"),
}
"""Things of each capability: what a course, a negation or a mention is about."""


def lower(rung: Rung, cap: Rung) -> Rung:
    """The lower of two rungs."""
    return min(rung, cap, key=RUNGS.index)


def rungs_of(clause: Clause, *, technical: bool) -> dict[str, Rung]:
    """The rung of each capability that the clause's acts reach, before any cap."""
    found: dict[str, Rung] = {}
    named = any(capability for *_, capability in clause.named)
    ours = named or clause.has("model") or clause.has("study")
    if clause.has("staff_watch") or (clause.has("foreign") and not (technical and ours)):
        return found
    used = clause.has("controlled") or (clause.has("study") and clause.has("basis"))
    others = technical or named or clause.has("ml_topic")
    for capability in VETTED:
        if not ((technical or used) if capability == "data-analysis" else others):
            continue
        if capability in MODELS and clause.has("office"):
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
    for rung, lines in _rules()[capability]:
        for line in lines:
            # A plain loop, here and below: this is where most of the time of reading goes.
            for fits in line:
                if not fits(clause, technical):
                    break
            else:
                return rung
    return "none"


def _condition(word: str) -> Condition:
    """What one word of a line of `claims.yaml` asks of a clause."""
    mark, rest = word[0], word[1:]
    if mark == "!":
        return lambda clause, _: not clause.has(rest)
    if mark == "@":
        return lambda clause, _: clause.opens(rest)
    if mark == "^" and ">" not in rest:
        return lambda clause, _: clause.leads(rest)
    if ">" in word:
        firsts, seconds = (tuple(part.split("|")) for part in word.lstrip("^").split(">"))
        return _pair(firsts, seconds, leads=mark == "^")
    if "," in word:
        firsts, seconds = (tuple(part.split("|")) for part in word.split(","))
        return lambda clause, _: any(clause.apposed(a, b) for a in firsts for b in seconds)
    if word == "technical":
        return lambda clause, technical: technical or clause.has(word)
    concepts = tuple(word.split("|"))
    if len(concepts) == 1:
        return lambda clause, _: clause.has(word)
    return lambda clause, _: any(map(clause.has, concepts))


def _pair(firsts: tuple[str, ...], seconds: tuple[str, ...], *, leads: bool) -> Condition:
    """Whether one of `firsts` stands near before one of `seconds`, and, if asked, leads."""

    def fits(clause: Clause, _: bool) -> bool:
        for first in firsts:
            if clause.has(first) and (not leads or clause.leads(first)):
                for second in seconds:
                    if clause.near(first, second):
                        return True
        return False

    return fits


@cache
def _rules() -> dict[str, list[tuple[Rung, list[Line]]]]:
    return {
        capability: [
            (cast("Rung", rung), [tuple(map(_condition, line.split())) for line in lines])
            for rung, lines in by_rung.items()
        ]
        for capability, by_rung in data("claims").items()
    }

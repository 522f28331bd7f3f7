"""Business impact, incident response, rollback and soft skills: shown or not, with quotes."""

import re
from collections.abc import Callable
from functools import cache

from tercet.evidence.claims import ACTS, Reading
from tercet.evidence.clauses import Clause
from tercet.evidence.cues import data
from tercet.evidence.records import Quote, Shown

_MONEY = re.compile(r"[€$£₹¥]|\b(?:[A-Z]{3}|R\$|Rs\.?) ?\d")


def impact(readings: list[Reading]) -> Shown:
    """Outcomes of business with a figure, in a technical job; measures of models do not count."""
    return _shown(readings, _is_impact)


def incidents(readings: list[Reading]) -> Shown:
    """Incidents that the person took part in or led; one text may tell them in two sentences."""
    told = {
        (r.sentence.page, r.sentence.line)
        for r in readings
        if any(c.has("incident") and not c.has("incident_not") for c in r.clauses)
    }
    return _shown(
        readings,
        lambda clause, r: _is_incident(clause, r, (r.sentence.page, r.sentence.line) in told),
    )


def rollbacks(readings: list[Reading]) -> Shown:
    """Releases that the person, or a mechanism of theirs, took back."""
    return _shown(readings, _is_rollback)


def soft_skills(readings: list[Reading]) -> dict[str, Shown]:
    """The three soft skills of every role, with what shows them."""
    kinds = {
        "translating technical output into business value": "soft_business",
        "collaborating across product, data and infrastructure": "soft_collaboration",
        "continuous learning": "soft_learning",
    }
    return {name: _shown(readings, _speaks_of(concept)) for name, concept in kinds.items()}


def _speaks_of(concept: str) -> Callable[[Clause, Reading], bool]:
    return lambda clause, _: clause.has(concept)


@cache
def _figure() -> re.Pattern[str]:
    return re.compile("|".join(data("shared")["figures"]), re.IGNORECASE)


def ml_metrics(readings: list[Reading]) -> tuple[Quote, ...]:
    """Sentences whose only outcome is a measure of a model."""
    return tuple(
        r.quote for r in readings
        if any(c.has("score_metric") and re.search(r"\d", c.text) for c in r.clauses)
    )  # fmt: skip


def _shown(readings: list[Reading], test: Callable[[Clause, Reading], bool]) -> Shown:
    quotes = [
        reading.quote
        for reading in readings
        if reading.sentence.section
        in ("experience", "assignments", "profile", "header", "projects", "courses", "education")
        and any(
            c.owner != "others" and c.polarity == "yes" and test(c, reading)
            for c in reading.clauses
        )
    ]
    return Shown(bool(quotes), tuple(quotes))


def _is_impact(clause: Clause, reading: Reading) -> bool:
    if not reading.technical or reading.sentence.section in ("courses", "education", "projects"):
        return False
    if not (clause.has("impact_change") and _figure().search(clause.text)):
        return False
    money = _MONEY.search(clause.text)
    technical = any(part.has("alert") or part.has("duty") for part in reading.clauses)
    if not money and (clause.has("ml_metric") or (technical and not clause.has("impact_noun"))):
        return False
    acts = any(clause.leads(act) for act in ACTS) or clause.has("release")
    outcome = clause.has("impact_noun") or not acts
    return (outcome or bool(money)) and not (clause.has("trial") or clause.has("harm"))


def _is_incident(clause: Clause, reading: Reading, told: bool) -> bool:
    if reading.sentence.section in ("courses", "education", "projects"):
        return False
    if not reading.technical and not clause.has("technical"):
        return False
    if clause.has("incident_not"):
        return False
    return clause.has("incident_sure") or (told and clause.has("incident_act"))


def _is_rollback(clause: Clause, reading: Reading) -> bool:
    if reading.sentence.section in ("courses", "education", "projects") or not reading.technical:
        return False
    return clause.has("rollback") and not clause.has("learn_soft") and not clause.has("trial")

"""Sentences → claims: each clause read for what it shows, then capped by how and by whom."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tercet.evidence.clauses import Clause, clauses_of
from tercet.evidence.cues import Cues, cues, data, listed
from tercet.evidence.records import RUNGS, Claim, Job, Polarity, Quote, Rung
from tercet.evidence.rungs import LOWER, about, lower, rungs_of
from tercet.evidence.sentences import Sentence
from tercet.evidence.tools import Gazetteer

ACTS = (
    "release",
    "run",
    "refit",
    "setup",
    "provision",
    "build",
    "watch_verb",
    "pipe_verb",
    "study_verb",
)
FEW = 3
"""Tools that make a row of names, and words beside them that make it more."""
TOLD = ("alert", "pipeline", "cloud")
"""Things that a later clause may speak of without naming them; models are told apart."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence with its clauses and the job it stands in."""

    sentence: Sentence
    quote: Quote
    clauses: tuple[Clause, ...]
    job: Job | None
    technical: bool
    told: frozenset[str]
    """What sentences of this job up to here have spoken of: "model", "alert"."""


def read_sentence(
    sentence: Sentence, quote: Quote, job: Job | None, language: str, gazetteer: Gazetteer,
    *, technical: bool, before: "Reading | None",
) -> Reading:  # fmt: skip
    """The sentence's clauses; what "it" stands for was told before in the same job.

    Any earlier sentence will do, not only the last: so a sentence taken away can never give
    another a meaning that it had not.
    """
    told = before.told if before is not None and before.job == job else frozenset()
    clauses = clauses_of(sentence.text, language, gazetteer)
    just = False
    for clause in clauses:
        clause.hits["just_model"] = [(0, 0)] if just else []
        clause.hits["bare_release"] = clause.bare("release")
        just = _tells_model(clause) and clause.owner != "others" and clause.polarity == "yes"
        for thing in TOLD:
            if clause.has(thing):
                told |= {thing}
            clause.hits[f"told_{thing}"] = [(0, 0)] if thing in told else []
        for thing in ("model", "own_model"):
            clause.hits[f"told_{thing}"] = [(0, 0)] if thing in told else []
        if "model" not in told or _tells_model(clause):
            clause.hits["inherited"] = []
        if _tells_model(clause):
            told |= {"model"}
        if clause.owner == "I" and clause.polarity == "yes" and clause.near("build", "model"):
            told |= {"own_model"}
    return Reading(sentence, quote, tuple(clauses), job, technical, told)


def _tells_model(clause: Clause) -> bool:
    return clause.has("model") or clause.has("model_use") or clause.has("artefact")


def claims_of(reading: Reading) -> Iterator[Claim]:
    """Claims of one sentence, the best of each capability for each stance."""
    if reading.sentence.section == "aside":
        return
    if reading.sentence.section == "skills" or _only_names(reading):
        yield from _listed(reading)
        return
    cap = _section_cap(reading)
    others_release = any(c.owner == "others" and c.has("release") for c in reading.clauses)
    others_rebuild = any(c.owner == "others" and c.has("rebuild") for c in reading.clauses)
    seen: dict[tuple[str, str, Polarity], Claim] = {}
    for clause in reading.clauses:
        for capability, rung in _judged(clause, reading, cap).items():
            if others_release and capability == "model-deployment" and clause.owner != "others":
                continue
            if others_rebuild and capability == "model-prototyping":
                rung = lower(rung, "prototyped")
            claim = _claim(capability, rung, clause, reading)
            key = (capability, claim.owner, claim.polarity)
            if key not in seen or RUNGS.index(rung) > RUNGS.index(seen[key].rung):
                seen[key] = claim
    yield from seen.values()


def _judged(clause: Clause, reading: Reading, cap: Rung) -> dict[str, Rung]:
    """Rungs of one clause after the caps of learning, trying, mere adjectives and teams."""
    lists = cues(clause.language)
    whole = reading.sentence.text
    found = rungs_of(clause, technical=reading.technical)
    if clause.owner == "others" or clause.polarity != "yes":
        return {**dict.fromkeys(about(clause), "none"), **found}
    if cap == "learned" or _is_learning(clause, lists, bool(found)):
        return dict.fromkeys(about(clause), "learned")
    if clause.has("puff") or (clause.has("adjective") and not _acts_first(clause)):
        return dict.fromkeys(about(clause), "listed")
    if any(a <= 3 for a, _ in clause.spans("bystander_lead")) and not clause.leads("support"):
        read = any(a <= 3 for a, _ in clause.spans("consumed"))
        studied = {c: rung for c, rung in found.items() if c == "data-analysis" and not read}
        return {**dict.fromkeys(about(clause), "listed"), **studied}
    if _is_trial(clause, lists, whole):
        cap = lower(cap, "prototyped")
    if clause.team:
        found = {c: rung if _is_own(c, clause) else LOWER[rung] for c, rung in found.items()}
    return {capability: lower(rung, cap) for capability, rung in found.items()}


def _is_own(capability: str, clause: Clause) -> bool:
    """Whether the person's own part is clear: a turn on call is theirs, so is a contest entry."""
    entered = capability == "model-prototyping" and clause.has("contest")
    return entered or (capability == "monitoring" and clause.has("own_duty"))


def _is_trial(clause: Clause, lists: Cues, whole: str) -> bool:
    """Whether it stayed a trial: it says so, or says that nobody used it."""
    tried = clause.has("trial") or (clause.has("tool_trial") and bool(clause.named))
    return lists.has("unused", whole) or (tried and not clause.has("graduate"))


def _is_learning(clause: Clause, lists: Cues, acts: bool) -> bool:
    if clause.has("learn_soft") and any(a <= 40 for a, _ in clause.spans("learn_soft")):
        return not (acts and _acts_first(clause))
    return clause.has("learn_hard") and not (acts and _acts_first(clause))


def _acts_first(clause: Clause) -> bool:
    """Whether the clause starts with something done."""
    return any(a <= 12 for concept in ACTS for a, _ in clause.spans(concept))


def _section_cap(reading: Reading) -> Rung:
    section = reading.sentence.section
    if section == "courses":
        done = any(clause.has("capstone") for clause in reading.clauses)
        return "prototyped" if done else "learned"
    if section == "education":
        thesis = any(clause.has("trial") for clause in reading.clauses)
        return "prototyped" if thesis else "learned"
    if section == "projects":
        used = any(
            c.has("live") and c.has("release") and not c.has("trial") for c in reading.clauses
        )
        return "shipped" if used else "prototyped"
    return "operated"


def _only_names(reading: Reading) -> bool:
    """Whether a sentence is a row of tools and hardly a word more."""
    if sum(len(clause.named) for clause in reading.clauses) < FEW:
        return False
    rest = " ".join(
        "".join(c if not any(a <= i < b for a, b, *_ in clause.named) else " "
                for i, c in enumerate(clause.text))
        for clause in reading.clauses
    )  # fmt: skip
    return len(re.findall(r"\w+", rest)) < FEW


def _listed(reading: Reading) -> Iterator[Claim]:
    """A skills list names things; that is all it shows."""
    lists = cues(reading.clauses[0].language) if reading.clauses else None
    for clause in reading.clauses:
        rung: Rung = "none" if clause.polarity != "yes" else "listed"
        if lists and (lists.has("learn_soft", clause.text) or lists.has("learn_hard", clause.text)):
            rung = lower(rung, "learned") if rung == "none" else "learned"
        named = {cap for _, _, _, cap in clause.named if cap} | set(_words_listed(clause.text))
        for capability in sorted(named):
            yield _claim(capability, rung, clause, reading)


def _words_listed(text: str) -> Iterator[str]:
    for capability in data("tools")["listed_words"]:
        if listed("tools", "listed_words", capability).search(text):
            yield capability


def _claim(capability: str, rung: Rung, clause: Clause, reading: Reading) -> Claim:
    tools = [tool for _, _, tool, cap in clause.named if cap == capability]
    verbs = sorted((a, b) for concept in ACTS for a, b in clause.spans(concept))
    verb = clause.text[verbs[0][0] : verbs[0][1]] if verbs else None
    return Claim(
        capability, rung, reading.quote, clause.owner, clause.polarity, _day(reading.job),
        tools[0] if tools else None, verb,
    )  # fmt: skip


def _day(job: Job | None) -> date | None:
    """The first of the month in which the job ended or stands."""
    return date(job.end[0], job.end[1], 1) if job else None

"""Evidence against criteria: a verdict for each, with the reason and the passages."""

from collections.abc import Iterable

from tercet.evidence.records import RUNGS, Claim, Evidence, Quote, Rung, Shown
from tercet.screening.records import Assessment, Criterion, Judged, Verdict

MOST_QUOTES = 3
_REACHED: dict[Rung, str] = {
    "none": "nothing shows it",
    "listed": "it is only named",
    "learned": "it was only learned",
    "prototyped": "it was tried but not shown in real use",
    "shipped": "it was put to real use",
    "operated": "it was run in production over time",
}


def assess(evidence: Evidence, criteria: Iterable[Criterion]) -> Assessment:
    """A verdict on each criterion.

    "Partly met" is at least a prototype, or one rung short of what is asked. "Contradicted" is
    a criterion not met that the person also denies; it stands no lower than "not shown".
    """
    return Assessment(tuple(_judge(criterion, evidence) for criterion in criteria))


def _judge(criterion: Criterion, evidence: Evidence) -> Judged:
    if criterion.kind == "capability" and criterion.capability and criterion.rung:
        return _capability(criterion, criterion.capability, criterion.rung, evidence)
    if criterion.kind == "tool":
        return _tool(criterion, evidence)
    if criterion.kind == "months":
        return _months(criterion, evidence)
    shown = {
        "business-impact": evidence.business_impact,
        "incident-response": evidence.incident_response,
        "rollback": evidence.rollback,
    }[criterion.kind]
    return _mark(criterion, shown)


def _capability(criterion: Criterion, name: str, asked: Rung, evidence: Evidence) -> Judged:
    found = evidence.capabilities[name]
    have, need = RUNGS.index(found.rung), RUNGS.index(asked)
    quotes = _quotes(c for c in found.claims if c.rung == found.rung)
    if have >= need:
        return Judged(criterion, "met", _sentence(_REACHED[found.rung]), quotes)
    denied = _denials(name, evidence)
    if denied and have <= RUNGS.index("listed"):
        return Judged(criterion, "contradicted", "The résumé says that this was not done.", denied)
    verdict: Verdict = "partly met" if have and have >= min(need - 1, 3) else "not shown"
    return Judged(criterion, verdict, _sentence(_REACHED[found.rung]), quotes)


def _denials(name: str, evidence: Evidence) -> tuple[Quote, ...]:
    return _quotes(
        c for c in evidence.discarded
        if c.capability == name and c.polarity == "no" and c.owner == "I"
    )  # fmt: skip


def _tool(criterion: Criterion, evidence: Evidence) -> Judged:
    quotes = tuple(m.quote for m in evidence.tools if m.tool == criterion.tool)[:MOST_QUOTES]
    used = _quotes(
        claim for capability in evidence.capabilities.values() for claim in capability.claims
        if RUNGS.index(claim.rung) >= RUNGS.index("prototyped")
        and any(_inside(quote, claim.quote) for quote in quotes)
    )  # fmt: skip
    if used:
        return Judged(criterion, "met", "It was used in work that is described.", used)
    if quotes:
        return Judged(
            criterion, "partly met", "It is named, but no use of it is described.", quotes
        )
    return Judged(criterion, "not shown", "It is not named.", ())


def _months(criterion: Criterion, evidence: Evidence) -> Judged:
    have, need = evidence.months_experience, criterion.months or 0
    verdict: Verdict = "met" if have >= need else "partly met" if have else "not shown"
    why = f"Dated jobs cover {have} months; {need} are asked."
    return Judged(criterion, verdict, why, tuple(job.quote for job in evidence.jobs)[:MOST_QUOTES])


def _mark(criterion: Criterion, shown: Shown) -> Judged:
    if shown.shown:
        return Judged(criterion, "met", "The résumé shows it.", shown.quotes[:MOST_QUOTES])
    return Judged(criterion, "not shown", "Nothing shows it.", ())


def _quotes(claims: Iterable[Claim]) -> tuple[Quote, ...]:
    return tuple(dict.fromkeys(c.quote for c in claims))[:MOST_QUOTES]


def _inside(inner: Quote, outer: Quote) -> bool:
    return inner.page == outer.page and outer.start <= inner.start and inner.end <= outer.end


def _sentence(words: str) -> str:
    return words[0].upper() + words[1:] + "."

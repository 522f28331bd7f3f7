"""Results as the JSON that the contract of `tercet screen` names."""

from collections.abc import Mapping, Sequence
from typing import Any

from tercet.evidence.records import Capability, Claim, Evidence, Quote, Shown
from tercet.kernel.jsonable import jsonable
from tercet.kernel.rules import finding
from tercet.screening.ordering import rank
from tercet.screening.records import Assessment, Screened


def screen_json(
    screened: Sequence[Screened], weights: Mapping[str, float] | None = None
) -> list[dict[str, Any]]:
    """One object a file, in the order given; `order` is each one's place among them."""
    places = rank([item.assessment for item in screened], weights)
    return [
        row if place is None else ordered(row, place)
        for row, place in zip(map(file_json, screened), places, strict=True)
    ]


def ordered(row: dict[str, Any], place: int) -> dict[str, Any]:
    """The object of a file with its place among the others."""
    return {key: place if key == "order" else value for key, value in row.items()}


def file_json(item: Screened) -> dict[str, Any]:
    """The object of one file, its place among others still open."""
    document = item.document
    head: dict[str, Any] = {"file": document.name, "sha256": document.sha256, "read": document.read}
    if item.evidence is None or item.assessment is None:
        return head | {"error": _error(item), "findings": jsonable(item.findings)}
    return (
        head
        | _evidence(item.evidence)
        | {
            "integrity": _integrity(item),
            "criteria": _criteria(item.assessment),
            "order": None,
            "findings": jsonable(item.findings),
        }
    )


def _error(item: Screened) -> dict[str, Any]:
    why = next((found for found in item.findings if found.severity == "error"), None)
    if why is None:
        why = finding(__package__, "TS002", place=item.document.name)
    return {"code": why.code, "message": why.message, "hint": why.fix}


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "language": evidence.language,
        "capabilities": {name: _capability(c) for name, c in evidence.capabilities.items()},
        "business_impact": _shown(evidence.business_impact),
        "incident_response": _shown(evidence.incident_response),
        "rollback": _shown(evidence.rollback),
        "red_flags": [{"id": f.id, "quotes": _texts(f.quotes)} for f in evidence.red_flags],
        "months_experience": evidence.months_experience,
        "best_role": evidence.best_role,
        "production_ready": evidence.production_ready,
    }


def _capability(capability: Capability) -> dict[str, Any]:
    return {"rung": capability.rung, "claims": [_claim(claim) for claim in capability.claims]}


def _claim(claim: Claim) -> dict[str, Any]:
    return {
        "quote": claim.quote.text, "page": claim.quote.page, "start": claim.quote.start,
        "end": claim.quote.end, "rung": claim.rung, "owner": claim.owner,
        "date": jsonable(claim.date),
    }  # fmt: skip


def _shown(shown: Shown) -> dict[str, Any]:
    return {"shown": shown.shown, "quotes": _texts(shown.quotes)}


def _texts(quotes: Sequence[Quote]) -> list[str]:
    return [quote.text for quote in quotes]


def _integrity(item: Screened) -> list[dict[str, Any]]:
    by_id: dict[str, list[str]] = {}
    for found in item.document.integrity:
        by_id.setdefault(found.id, []).append(found.quote)
    return [{"id": name, "quotes": quotes} for name, quotes in by_id.items()]


def _criteria(assessment: Assessment) -> list[dict[str, Any]]:
    return [
        {"id": j.criterion.id, "verdict": j.verdict, "why": j.why, "quotes": _texts(j.quotes)}
        for j in assessment.judged
    ]  # fmt: skip

"""A brief as the JSON document that `tercet brief --format json` prints."""

from typing import Any

from tercet.brief.records import Brief, Quote
from tercet.kernel.jsonable import jsonable


def brief_json(brief: Brief) -> dict[str, Any]:
    """Facts with the words that they rest on, in the order of the published contract."""
    return {
        "archetype": {
            "id": brief.archetype.id,
            "confidence": brief.archetype.confidence,
            "quote": _words(brief.archetype.quote),
        },
        "deadline": brief.deadline
        and {"date": jsonable(brief.deadline.date), "quote": _words(brief.deadline.quote)},
        "budget": brief.budget
        and {**jsonable(brief.budget.money), "quote": _words(brief.budget.quote)},
        "home": brief.home and {"country": brief.home.country, "quote": _words(brief.home.quote)},
        "team": [
            {
                "role": row.role,
                "count": row.count,
                "quote": _words(row.quote),
                "people": [
                    {"level": p.level, "region": p.region, "leaves": jsonable(p.leaves)}
                    for p in row.people
                ],
            }
            for row in brief.team
        ],
        "needs": [{"id": need.id, "quote": _words(need.quote)} for need in brief.needs],
        "limits": [{**jsonable(limit), "quote": _words(limit.quote)} for limit in brief.limits],
        "assumptions": [{"text": a.text, "grade": a.grade} for a in brief.assumptions],
        "questions": jsonable(brief.questions),
        "findings": jsonable(brief.findings),
    }


def _words(quote: Quote | None) -> str | None:
    return quote.text if quote else None

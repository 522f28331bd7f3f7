"""Limits of a plan in words, for sentences that say which cannot hold together."""

from tercet.reports.words import clean

_NAMES = {
    "deadline": "your date",
    "budget": "your budget",
    "headcount": "the number of people",
    "offshore-share": "the share offshore",
    "onshore-roles": "roles in the home country",
    "resilience": "two people for each critical job",
    "start": "the first day",
}


def limit_name(id: str) -> str:
    """A limit in words; an id that is not known is shown as words of its own."""
    key = id.replace("_", "-")
    return _NAMES.get(key, clean(key.replace("-", " ")))

"""Whole briefs are read no worse than before; `benchmarks/briefs.py` prints the same for people.

No set is cold any more, so this says nothing about briefs that are new (decision 0030).
"""

import json
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tercet.brief.contract import brief_json
from tercet.brief.records import Brief

BRIEFS = Path(__file__).parent / "briefs"
FIELDS = ("archetype", "deadline", "budget", "home", "team", "needs")
SETS = ("development", "holdout", "wider-seen", "wider-kept", "styles", "short")


@pytest.mark.parametrize("name", SETS)
def test_nine_of_ten_briefs_are_read_rightly(read: Callable[..., Brief], name: str) -> None:
    """In each set of briefs each field is right in at least nine of ten."""
    rows = [json.loads(row) for row in (BRIEFS / f"{name}.jsonl").read_text("utf-8").splitlines()]
    right: Counter[str] = Counter()
    for row in rows:
        found = brief_json(read(row["text"], today=date.fromisoformat(row["today"])))
        money, day, home = found["budget"], found["deadline"], found["home"]
        facts = {
            "archetype": found["archetype"]["id"],
            "deadline": day and day["date"],
            "budget": money and [money["amount"], money["currency"]],
            "home": home and home["country"],
            "team": {person["role"]: person["count"] for person in found["team"]},
            "needs": sorted(need["id"] for need in found["needs"]),
        }
        for field, value in facts.items():
            wanted = [row["expected"][field], *row.get("accept", {}).get(field, ())]
            right[field] += value in (map(sorted, wanted) if field == "needs" else wanted)
    shares = {field: right[field] / len(rows) for field in FIELDS}
    assert min(shares.values()) >= 0.9, shares

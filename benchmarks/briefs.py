"""How many briefs are read rightly, field by field, with 95 % Wilson intervals.

python benchmarks/briefs.py            development briefs, and ../shared/briefs where present
python benchmarks/briefs.py --holdout  briefs that no rule was written for: looked at once
"""

import json
import math
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from tercet.brief.contract import brief_json
from tercet.brief.read import read_brief
from tercet.catalog.load import load_catalog

ROOT = Path(__file__).resolve().parents[1]
OWN = ROOT / "tests/brief/briefs"
SHARED = ROOT.parent / "shared/briefs/briefs.jsonl"
FIELDS = ("archetype", "deadline", "budget", "home", "team", "needs")


def facts(document: dict[str, Any]) -> dict[str, Any]:
    """What a reading says, in the shape of the expected values."""
    budget, deadline, home = document["budget"], document["deadline"], document["home"]
    return {
        "archetype": document["archetype"]["id"],
        "deadline": deadline and deadline["date"],
        "budget": budget and [budget["amount"], budget["currency"]],
        "home": home and home["country"],
        "team": {row["role"]: row["count"] for row in document["team"]},
        "needs": sorted(need["id"] for need in document["needs"]),
    }


def misses(path: Path) -> Iterator[tuple[str, str, Any, Any]]:
    """(brief, field, read, expected) of each field that is read wrongly."""
    catalog = load_catalog()
    for row in map(json.loads, path.read_text("utf-8").splitlines()):
        brief = read_brief(row["text"], catalog, today=date.fromisoformat(row["today"]))
        found, expected = facts(brief_json(brief)), row["expected"]
        expected["needs"] = sorted(expected["needs"])
        for field in FIELDS:
            if found[field] != expected[field]:
                yield row["id"], field, found[field], expected[field]


def wilson(right: int, of: int) -> tuple[float, float]:
    """95 % Wilson interval of a proportion."""
    z = 1.96
    share, scale = right / of, 1 + z * z / of
    middle = (share + z * z / (2 * of)) / scale
    half = z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of)) / scale
    return middle - half, middle + half


def report(path: Path) -> None:
    """Print one set: a line a field, then each miss."""
    total = len(path.read_text("utf-8").splitlines())
    wrong = list(misses(path))
    print(f"{path.name}: {total} briefs")
    for field in FIELDS:
        right = total - sum(1 for row in wrong if row[1] == field)
        low, high = wilson(right, total)
        print(
            f"  {field:<10} {right:>3} of {total}  {right / total:4.0%}  ({low:.0%} to {high:.0%})"
        )
    for id, field, found, expected in wrong:
        print(f"  {id} {field}: read {found}, expected {expected}")


if __name__ == "__main__":
    paths = (
        [OWN / "holdout.jsonl"] if "--holdout" in sys.argv else [OWN / "development.jsonl", SHARED]
    )
    for path in paths:
        if path.exists():
            report(path)

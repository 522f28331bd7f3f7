"""How many briefs are read rightly, field by field, with 95 % Wilson intervals.

No set is cold any more: each was measured, and rules were changed after it. See decision 0030 for
what briefs gave that the rules had not met.
"""

import json
import math
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from tercet.brief.contract import brief_json
from tercet.brief.read import read_brief
from tercet.catalog.load import load_catalog

ROOT = Path(__file__).resolve().parents[1]
OWN = ROOT / "tests/brief/briefs"
SETS = (
    (OWN / "development.jsonl", "rules were written for these"),
    (OWN / "wider-seen.jsonl", "rules were widened for these"),
    (OWN / "styles.jsonl", "speech, notices, minutes, tables; rules were widened for these"),
    (OWN / "short.jsonl", "terse, in three lots, each cold once; rules widened after each"),
    (ROOT.parent / "shared/briefs/briefs.jsonl", "known while building"),
    (OWN / "holdout.jsonl", "held out once; faults it showed were mended"),
    (OWN / "wider-kept.jsonl", "kept back while rules were widened, measured more than once"),
)
APART = ("holdout.jsonl", "wider-kept.jsonl")
"""Sets of which only sums are printed, so that nobody writes a rule for one of their briefs."""
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


def right(row: dict[str, Any], field: str) -> list[Any]:
    """The expected value of a field, and those under `accept` that one may defend as well."""
    values = [row["expected"][field], *row.get("accept", {}).get(field, ())]
    return [sorted(value) for value in values] if field == "needs" else values


def misses(path: Path) -> Iterator[tuple[str, str, Any, Any]]:
    """(brief, field, read, expected) of each field that is read wrongly."""
    catalog = load_catalog()
    for row in map(json.loads, path.read_text("utf-8").splitlines()):
        brief = read_brief(row["text"], catalog, today=date.fromisoformat(row["today"]))
        found = facts(brief_json(brief))
        for field in FIELDS:
            if found[field] not in right(row, field):
                yield row["id"], field, found[field], right(row, field)[0]


def wilson(good: int, of: int) -> tuple[float, float]:
    """95 % Wilson interval of a proportion."""
    z = 1.96
    share, scale = good / of, 1 + z * z / of
    middle = (share + z * z / (2 * of)) / scale
    half = z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of)) / scale
    return middle - half, middle + half


def report(path: Path, history: str) -> None:
    """Print one set: what it was used for, a line a field, then each miss unless kept apart."""
    total = len(path.read_text("utf-8").splitlines())
    wrong = list(misses(path))
    print(f"{path.name}: {total} briefs; {history}")
    for field in FIELDS:
        good = total - sum(1 for row in wrong if row[1] == field)
        low, high = wilson(good, total)
        print(f"  {field:<10} {good:>3} of {total}  {good / total:4.0%}  ({low:.0%} to {high:.0%})")
    for id, field, found, expected in () if path.name in APART else wrong:
        print(f"  {id} {field}: read {found}, expected {expected}")


def main(given: Sequence[str] = ()) -> None:
    """Every set that is there, or the files `given`, which may hold briefs of your own."""
    for path, history in [(Path(name), "given") for name in given] or SETS:
        if path.exists():
            report(path, history)


if __name__ == "__main__":
    main(sys.argv[1:])

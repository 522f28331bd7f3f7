"""The JSON document."""

import json
from collections.abc import Callable
from typing import Any

from tercet.advice.records import Advice
from tercet.kernel.jsonable import to_json
from tercet.reports import plan_json


def _shape(value: Any, depth: int = 0) -> list[str]:
    """Keys of a document as an indented list; of a list only its first item."""
    pad = "  " * depth
    if isinstance(value, dict):
        return [
            line
            for key, item in value.items()
            for line in (f"{pad}{key}: {type(item).__name__}", *_shape(item, depth + 1))
        ]
    if isinstance(value, list) and value:
        return _shape(value[0], depth)
    return []


def test_keys_of_the_contract(larkspur: Advice, snapshot: Callable[[str, str], None]) -> None:
    """Every key of the published document is there, under its name."""
    snapshot("plan-keys.txt", "\n".join(_shape(plan_json(larkspur))) + "\n")


def test_keys_when_nothing_fits(nothing_fits: Advice, snapshot: Callable[[str, str], None]) -> None:
    """Without a plan the document says null, the conflict and the repairs, cheapest first."""
    document = plan_json(nothing_fits)
    assert document["recommended"] is None
    assert document["conflict"]["confirmed"] is True
    assert [r["id"] for r in document["repairs"]] == ["deadline", "both"]
    snapshot("none-keys.txt", "\n".join(_shape(document)) + "\n")


def test_all_seven_alternatives_with_nulls(larkspur: Advice) -> None:
    """The seven ids are always there; one that can never go live has nulls and a reason."""
    rows = {a["id"]: a for a in plan_json(larkspur)["alternatives"]}
    assert sorted(rows) == [
        "all-hired", "all-pod", "cheapest", "data-scientists-only", "fastest", "no-offshore",
        "one-generalist",
    ]  # fmt: skip
    never = rows["data-scientists-only"]
    assert never["feasible"] is False
    assert (never["live"], never["cost"], never["chance"]) == (None, None, None)
    assert "Release and rollback" in never["why"]


def test_it_is_json_that_reads_back(larkspur: Advice, hostile: Advice) -> None:
    """The document survives a round trip through JSON, whatever strangers wrote."""
    for advice in (larkspur, hostile):
        assert json.loads(to_json(plan_json(advice)))["seed"] == 11


def test_one_member_unless_a_pod_and_ends_are_exclusive(larkspur: Advice) -> None:
    """Members are labelled, never named; weeks end on the Monday after."""
    engagements = plan_json(larkspur)["recommended"]["engagements"]
    assert {e["id"]: len(e["members"]) for e in engagements} == {
        "e1": 1, "e2": 1, "e3": 2, "e4": 1, "e5": 1,
    }  # fmt: skip
    assert engagements[2]["end"] == "2027-09-13"

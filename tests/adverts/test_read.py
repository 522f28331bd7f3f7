"""Fictional adverts read whole: every field that a careful reader gave."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tercet.adverts import job_json, read_job
from tercet.catalog.records import Catalog

GOLD: dict[str, dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("gold.yaml").read_text("utf-8")
)


@pytest.mark.parametrize("name", GOLD)
def test_fields(name: str, catalog: Catalog) -> None:
    """Role, level, years, pay, site, tools, capabilities and unicorn are those of the reader."""
    want = GOLD[name]
    got = job_json(read_job(want["text"], catalog))
    pay = got["pay"] and [got["pay"][key] for key in ("low", "high", "currency", "period")]
    tools = {key: sorted(word.casefold() for word in got["tools"][key]) for key in got["tools"]}
    split = [seat["role"] for seat in got["unicorn"]["split"]]
    seen = {
        "role": got["primary_role"],
        "any_role": got["primary_role"] in want.get("any_role", ()),
        "level": got["level"],
        "years": got["years"],
        "pay": pay,
        "site": got["work_site"],
        "must_tools": tools["must"],
        "nice_tools": tools["nice"],
        "must": [id for id in want.get("must", ()) if got["capabilities"][id] == "must"],
        "absent": [id for id in want.get("absent", ()) if got["capabilities"][id] == "absent"],
        "unicorn": got["unicorn"]["verdict"],
        "split_roles": [role for role in want.get("split_roles", ()) if role in split],
    }
    expected = {key: value for key, value in want.items() if key != "text"}
    if "any_role" in expected:
        expected["any_role"] = True
        del expected["role"]
    for key in ("must_tools", "nice_tools"):
        if key in expected:
            expected[key] = sorted(word.casefold() for word in expected[key])
    assert {key: seen[key] for key in expected} == expected

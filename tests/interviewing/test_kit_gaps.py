"""What a candidate's papers leave open comes from an assessment, and from nothing else."""

import json
from typing import Any

import pytest

from tercet.catalog.records import VETTED
from tercet.interviewing.kit import read_assessment
from tercet.kernel.errors import InputError


def _assessment(**changes: Any) -> dict[str, Any]:
    shown = {"shown": True, "quotes": ["…"]}
    return {
        "file": "cv.pdf", "read": "full",
        "capabilities": {c: {"rung": "shipped", "claims": []} for c in VETTED},
        "business_impact": shown, "incident_response": shown,
        "rollback": {"shown": False, "quotes": []},
    } | changes  # fmt: skip


@pytest.fixture
def written(tmp_path):
    """A file with the JSON given; its path."""

    def write(value: Any) -> str:
        file = tmp_path / "assessment.json"
        file.write_text(value if isinstance(value, str) else json.dumps(value))
        return str(file)

    return write


@pytest.mark.parametrize("listed", [True, False])
def test_rungs_and_marks_are_read(written, listed):
    """One candidate, in a list or alone: rungs by capability, and the marks not shown."""
    one = _assessment()
    one["capabilities"]["monitoring"]["rung"] = "listed"
    gaps = read_assessment(written([one] if listed else one))
    assert gaps.open("monitoring")
    assert not gaps.open("api-development")
    assert gaps.marks == ("rollback",)


@pytest.mark.parametrize(
    "value",
    [
        "{", "[" * 100_000, "[1]", "[{}]", json.dumps({"file": "x"}),
        json.dumps(_assessment(capabilities={})), json.dumps(_assessment(capabilities=[])),
        json.dumps(_assessment(capabilities={c: {"rung": "guru"} for c in VETTED})),
    ],
)  # fmt: skip
def test_what_is_no_assessment_is_refused(written, value):
    """TI010 for broken JSON, for other JSON, and for a rung that does not exist."""
    with pytest.raises(InputError) as caught:
        read_assessment(written(value))
    assert caught.value.code == "TI010"


@pytest.mark.parametrize("count", [0, 2])
def test_a_kit_is_for_one_candidate(written, count):
    """TI011 when the file holds none or several."""
    with pytest.raises(InputError) as caught:
        read_assessment(written([_assessment()] * count))
    assert caught.value.code == "TI011"


def test_not_read_is_not_empty(written):
    """TI012 when the résumé could not be read: nothing is known of it."""
    with pytest.raises(InputError) as caught:
        read_assessment(written([{"file": "cv.pdf", "read": "none", "error": {}}]))
    assert caught.value.code == "TI012"

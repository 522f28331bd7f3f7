"""A person decides, with reasons; notices have dates and no gaps."""

from datetime import date

import pytest

from tercet.auditing.ledger import append, export
from tercet.decisions import decide, fill, load_notices, standing, to_record
from tercet.kernel.errors import InputError

GOOD = {
    "person": "0117",
    "by": "Marit de Boer",
    "decision": "invite",
    "reasons": ["five of five musts, quotes read"],
    "when": "2027-01-11",
}


def test_a_decision_goes_into_the_ledger_as_it_was_made(tmp_path):
    """Person, decider, reasons, advice and whether it was followed can be had again."""
    made = decide(**GOOD, advice="Invite")
    assert made.followed is True
    append(tmp_path / "l.jsonl", [to_record(made)], ["00" * 16])
    (entry,) = export(tmp_path / "l.jsonl", "0117").entries
    assert (entry["who"], entry["what"], entry["decision"]) == (
        "Marit de Boer",
        "decision",
        "invite",
    )
    assert (entry["reasons"], entry["followed"]) == (["five of five musts, quotes read"], True)


@pytest.mark.parametrize(
    ("code", "change"),
    [
        ("TA050", {"by": ""}),
        ("TA050", {"by": "tercet"}),
        ("TA050", {"by": "The AI system"}),
        ("TA050", {"by": "panel"}),
        ("TA051", {"reasons": []}),
        ("TA051", {"reasons": ["  "]}),
        ("TA052", {"advice": "hold"}),
        ("TA053", {"person": " "}),
        ("TA053", {"decision": ""}),
    ],
)
def test_decisions_that_cannot_be_defended_are_refused(code, change):
    """No person, no reason, or no word on why the advice was left."""
    with pytest.raises(InputError, match=code):
        decide(**(GOOD | change))


def test_going_against_advice_is_a_right_with_a_reason():
    """With the reason given it is recorded as not followed."""
    made = decide(**GOOD, advice="hold", differs_because="page 2 names the service")
    assert made.followed is False
    assert decide(**GOOD).followed is None


@pytest.mark.parametrize("notice", load_notices(), ids=lambda n: n.id)
def test_every_notice_fills_and_claims_nothing_it_is_not(notice):
    """Each names its law and date, and says that it is neither advice nor an independent audit."""
    values = {name: f"<{name}> {{x}}" for name in notice.fields}
    text = fill(notice.id, values)
    assert all(f"<{name}>" in text for name in notice.fields)
    assert notice.law in text
    assert notice.since in text
    assert "no legal advice" in text
    assert "nobody's independent auditor" in text


def test_a_notice_with_gaps_is_refused():
    """Missing fields are named; an unknown notice too."""
    with pytest.raises(InputError, match="TA054") as caught:
        fill("eu-workers", {"employer": "Larkspur Cards", "tool": ""})
    assert "tool" in str(caught.value)
    with pytest.raises(InputError, match="TA055"):
        fill("mars", {})


@pytest.mark.parametrize(
    ("id", "today", "state"),
    [
        ("eu-person", date(2026, 8, 2), "not yet"),  # the superseded date
        ("eu-person", date(2027, 12, 2), "in force"),
        ("colorado-candidate", date(2026, 12, 31), "not yet"),
        ("illinois-candidate", date(2026, 1, 1), "in force"),
        ("california-record", date(2025, 10, 1), "in force"),
        ("nyc-candidate", date(2023, 7, 4), "not yet"),
    ],
)
def test_duties_hold_from_their_dates(id, today, state):
    """The dates are those of the law as it stands, not as it was once announced."""
    (notice,) = [n for n in load_notices() if n.id == id]
    assert standing(notice, today) == state


def test_the_repealed_colorado_act_is_gone():
    """SB 24-205 appears only as what was replaced."""
    laws = {n.law for n in load_notices()}
    assert "Colorado SB 26-189" in laws
    assert not any("24-205" in law for law in laws)

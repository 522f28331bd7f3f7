"""Every rule on selecting people is tested, and a faultless input breaks none of them."""

from datetime import date
from pathlib import Path

import pytest

from tercet.auditing import Columns, audit, audit_limits, read_sample
from tercet.auditing.ledger import append, retention, verify
from tercet.catalog import load_catalog
from tercet.decisions import decide, to_record
from tercet.interviewing.kit import build_kit, kit_settings, load_bank, seat_for_role
from tercet.interviewing.panel import panel, read_ratings
from tercet.kernel.rules import rulebook
from tercet.upskilling import grow, read_seats, read_team

ROOT = Path(__file__).resolve().parents[1]
TODAY = date(2026, 11, 24)
STAGES = ("interviewing", "auditing", "decisions", "upskilling")


@pytest.mark.parametrize("stage", STAGES)
def test_every_code_is_named_by_a_test(stage):
    """A rule that no test names may never have fired."""
    tests = "\n".join(p.read_text("utf-8") for p in (ROOT / "tests").rglob("test_*.py"))
    assert [code for code in rulebook(f"tercet.{stage}") if code not in tests] == []


def test_a_kit_for_every_role_breaks_no_rule():
    """Musts rated twice, core questions asked, a work sample, the time kept: nothing to say."""
    catalog, settings, bank = load_catalog(), kit_settings(), load_bank()
    for role in ("ai-engineer", "mlops-engineer", "data-scientist"):
        kit = build_kit(seat_for_role(catalog, settings, role, "senior"), bank)
        assert kit.findings == (), role


def test_the_shipped_panel_breaks_no_rule():
    """Raters who share candidates on a known scale are adjusted without a word."""
    ratings = read_ratings(ROOT / "examples/ratings.csv")
    assert panel(ratings, load_catalog(), scale=(1, 5)).findings == ()


def test_outcomes_alike_break_no_rule(tmp_path):
    """Two large groups, everybody known, one comparison: nothing to say."""
    file = tmp_path / "people.csv"
    rows = (f"{'yes' if n % 4 < 2 else 'no'},{'a' if n % 2 else 'b'},{n % 9}" for n in range(800))
    file.write_text("hired,group,points\n" + "\n".join(rows))
    limits = audit_limits(load_catalog())
    assert (
        audit(read_sample(file, Columns("hired", ("group",), "points"), limits), limits).findings
        == ()
    )


def test_a_decision_on_record_breaks_no_rule(tmp_path):
    """A person decides with a reason, one law holds, and the ledger is whole."""
    made = decide(
        person="0117", by="Marit", decision="invite", reasons=["quotes read"], when="2026-11-20"
    )
    file = tmp_path / "acts.jsonl"
    head = append(file, [to_record(made)], ["00" * 16]).head
    assert verify(file, head).ok
    assert retention(file, ("DE",), today=TODAY).findings == ()


def test_a_team_described_in_full_breaks_no_rule(tmp_path):
    """Every capability spoken of, by both alike, with a mentor on the team: nothing to say."""
    rungs = ("data-analysis", "model-prototyping", "model-deployment", "pipeline-automation",
             "monitoring", "api-development", "cloud-infrastructure")  # fmt: skip
    people = "".join(
        f"  - name: {name}\n    role: {role}\n    level: mid\n    country: NL\n    share: 0.6\n"
        f"    capabilities: {{{', '.join(f'{c}: {rung}' for c in rungs)}}}\n"
        for name, role, rung in (
            ("A", "data-scientist", "shipped"),
            ("B", "ai-engineer", "operated"),
        )
    )
    file = tmp_path / "team.yaml"
    file.write_text(f"home: NL\npeople:\n{people}")
    catalog = load_catalog()
    seats, said = read_seats(("ai-engineer",), catalog, today=TODAY, limits=())
    assert said == ()
    assert grow(read_team(file, catalog), seats, catalog, today=TODAY).findings == ()

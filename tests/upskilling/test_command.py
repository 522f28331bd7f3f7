"""`tercet upskill` on the shipped example: text that fits, JSON that parses, files that load."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from tercet.catalog import load_settings
from tercet.cli.upskill import command

ROOT = Path(__file__).resolve().parents[2]
TEAM = str(ROOT / "examples/team.yaml")


@pytest.fixture
def run():
    def call(*args):
        return CliRunner().invoke(command, [*args, "--today", "2026-11-24"])

    return call


@pytest.mark.parametrize(
    "to", [("ai-engineer",), ("ai-engineer=2", "mlops-engineer"), ("data-engineer",)]
)
def test_the_text_fits_and_says_that_it_is_advice(run, to):
    """No line is wider than 88 columns, plain text is ASCII, and people decide."""
    ran = run(TEAM, "--plain", *(word for one in to for word in ("--to", one)))
    assert ran.exit_code == 0, ran.output
    assert max(map(len, ran.stdout.splitlines())) <= 88
    assert ran.stdout.isascii()
    assert "a person decides" in ran.stdout


def test_the_same_input_gives_the_same_json(run):
    """One JSON document, twice in the same bytes."""
    first, second = (run(TEAM, "--to", "mlops-engineer", "--format", "json") for _ in range(2))
    assert json.loads(first.stdout)["people"]
    assert first.stdout == second.stdout


def test_out_writes_settings(run, tmp_path, catalog):
    """`--out` leaves a settings file that the loader takes."""
    out = tmp_path / "grown.yaml"
    assert run(TEAM, "--to", "mlops-engineer", "--out", str(out)).exit_code == 0
    changed, _ = load_settings(out, catalog)
    assert changed.figures != catalog.figures


def test_gaps_of_those_in_the_role_are_shown(run, written):
    """Whoever has the role already gets no steps, but sees what is asked and was not shown."""
    team = (
        "people: [{name: B, role: ai-engineer, country: NL, capabilities: {monitoring: shipped}}]"
    )
    ran = run(str(written(team)), "--to", "ai-engineer")
    assert "In the role already: B." in ran.stdout
    assert "asked and not yet shown are" in ran.stdout
    assert "monitoring (operated)" in ran.stdout.replace("\n  ", " ")


@pytest.mark.parametrize("args", [("--to", "nobody"), ("--to", "ai-engineer", "--share", "1")])
def test_bad_usage_is_refused(run, args):
    """A target or an option that is not known ends with an error and no answer."""
    ran = run(TEAM, *args)
    assert ran.exit_code != 0
    assert ran.stdout == ""

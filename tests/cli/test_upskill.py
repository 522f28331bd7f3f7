"""`tercet upskill` as a user meets it."""

from pathlib import Path

TEAM = Path(__file__).resolve().parents[2] / "examples" / "team.yaml"


def test_paths_keep_to_eighty_columns(run):
    """The shipped team's paths into a role fit a terminal of the usual width."""
    ran = run("upskill", str(TEAM), "--to", "mlops-engineer", "--today", "2026-11-23")
    assert ran.code == 0
    assert max(map(len, ran.out.splitlines())) <= 80


def test_a_file_of_another_kind_is_refused_in_a_line(run):
    """What is no team is named, shortened, with a hint; the file is not poured out."""
    ran = run("upskill", str(TEAM.with_name("ratings.csv")), "--to", "mlops-engineer")
    assert ran.code == 2
    assert "TU001" in ran.err
    assert len(ran.err) < 300

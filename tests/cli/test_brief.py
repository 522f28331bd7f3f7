"""The written brief from the command line, with and without its packages of work."""

TEXT = b"""Larkspur Cards in Austin, Texas. Predict which members will cancel, once a week.
On staff: 1 data scientist. $400,000. Live within ten months.
"""
DAY = ("--today", "2026-11-23")


def test_packages_are_written_on_demand_and_read_back(run, tmp_path):
    """`--packages` saves the work for editing, and the file is taken back; else it is left out."""
    plain, full = tmp_path / "plain.yaml", tmp_path / "full.yaml"
    assert run("brief", "-", *DAY, "--write", str(plain), stdin=TEXT).code == 0
    assert run("brief", "-", *DAY, "--write", str(full), "--packages", stdin=TEXT).code == 0
    assert "packages:" not in plain.read_text("utf-8")
    assert "- id: C01" in full.read_text("utf-8")
    again = run("brief", str(full), *DAY)
    assert again.code == 0
    assert "TB064" in again.out


def test_packages_need_a_file(run):
    """`--packages` without a file to write to is bad usage."""
    ran = run("brief", "-", *DAY, "--packages", stdin=TEXT)
    assert ran.code == 2
    assert "--write" in ran.err

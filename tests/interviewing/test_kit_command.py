"""`tercet kit` as a user runs it."""

import json

import pytest
from click.testing import CliRunner

from tercet.catalog.records import VETTED
from tercet.cli.kit import command
from tercet.kernel.errors import InputError

OWN = """
- id: our-own
  text: {text}
  capability: learning
  levels: [mid]
  minutes: 6
  tests: Something.
  probes: [Why?, How?]
  anchors: [nothing, a little, some, much, all of it]
"""


def _run(*args):
    return CliRunner().invoke(command, [*args, "--today", "2026-11-23"])


def test_one_json_document():
    """`--format json` prints exactly one document, for the role and level asked."""
    done = _run("--role", "data-analyst", "--level", "senior", "--format", "json")
    kit = json.loads(done.stdout)
    assert done.exit_code == 0
    assert (kit["role"], kit["level"], len(kit["stages"])) == ("data-analyst", "senior", 4)


def test_text_stays_within_80_columns():
    """The text opens with the answer and never gets wider than a terminal."""
    done = _run("--role", "ml-researcher", "--plain")
    lines = done.stdout.splitlines()
    assert lines[0].strip().startswith("ML Researcher, mid level: 4 interviews")
    assert max(map(len, lines)) <= 80


def test_an_advert_and_a_candidate(tmp_path):
    """`--job` takes an advert, `--candidate` an assessment; open things are asked about."""
    advert = tmp_path / "advert.md"
    advert.write_text("# Data Analyst\nYou will analyse sales with SQL and build dashboards.\n")
    assessment = tmp_path / "cv.json"
    rungs = {c: {"rung": "none", "claims": []} for c in VETTED}
    assessment.write_text(json.dumps([{"read": "full", "capabilities": rungs}]))
    done = _run("--job", str(advert), "--candidate", str(assessment), "--stages", "2")
    assert done.exit_code == 0
    assert "Nothing in the papers shows it." in done.stdout


def test_out_writes_papers_and_scorecards(tmp_path):
    """`--out` fills a folder; stdout stays the answer, the folder's name goes to stderr."""
    done = _run("--role", "data-analyst", "--stages", "2", "--out", str(tmp_path / "kit"))
    names = {f.name for f in (tmp_path / "kit").iterdir()}
    assert {"1-past-work.pdf", "candidate.html", "scorecards.csv", "kit.json"} <= names
    assert done.stderr.startswith("written: ")
    assert "written to" not in done.stdout


def test_own_questions_are_asked(tmp_path):
    """A lawful question of the user's comes before ours; nothing is remarked."""
    file = tmp_path / "ours.yaml"
    file.write_text(OWN.format(text="What did you learn from our product?"))
    done = _run("--role", "data-analyst", "--questions", str(file), "--format", "json")
    kit = json.loads(done.stdout)
    assert "our-own" in [q["id"] for s in kit["stages"] for q in s["questions"]]
    assert kit["findings"] == []


def test_forbidden_questions_are_refused(tmp_path):
    """TI030 ends with exit 1, no stages, the whole document, and nothing written."""
    file = tmp_path / "ours.yaml"
    file.write_text(OWN.format(text="Are you married?"))
    out = tmp_path / "kit"
    done = _run("--role", "data-analyst", "--questions", str(file), "--format", "json",
                "--out", str(out))  # fmt: skip
    assert json.loads(done.stdout)["stages"] == []
    assert [f["code"] for f in json.loads(done.stdout)["findings"]] == ["TI030"]
    assert not out.exists()


def test_a_remark_is_no_refusal(tmp_path):
    """TI031, where we know of no law, comes with the kit."""
    file = tmp_path / "ours.yaml"
    file.write_text(OWN.format(text="What is your current salary?"))
    done = _run("--role", "data-analyst", "--questions", str(file), "--jurisdiction", "US-TX",
                "--format", "json")  # fmt: skip
    kit = json.loads(done.stdout)
    assert [f["code"] for f in kit["findings"]] == ["TI031"]
    assert len(kit["stages"]) == 4


@pytest.mark.parametrize("args", [(), ("--role", "data-analyst", "--job", "x.md")])
def test_role_or_job_and_not_both(args):
    """One of the two says what the seat is."""
    done = _run(*args)
    assert done.exit_code == 2
    assert "Give either --role ID or --job FILE" in done.stderr


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (("--role", "wizard"), "TI014"),
        (("--role", "data-analyst", "--stages", "99"), "TI015"),
        (("--role", "data-analyst", "--candidate", "missing.json"), "TC094"),
        (("--role", "data-analyst", "--questions", "missing.yaml"), "TC094"),
        (("--role", "data-analyst", "--jurisdiction", "XX"), "TI032"),
        (("--job", "missing.md"), "TC094"),
    ],
)
def test_bad_input_has_a_code(args, code):
    """What the user got wrong is an input error with its code."""
    done = _run(*args)
    assert isinstance(done.exception, InputError)
    assert done.exception.code == code

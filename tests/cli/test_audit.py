"""`tercet audit`: exit codes, one document, files, and the record of it."""

import json

import pytest

TABLE = "sex,points,hired\n" + "m,3,1\n" * 60 + "m,1,0\n" * 40 + "w,3,1\n" * 30 + "w,1,0\n" * 70


@pytest.fixture
def table(tmp_path):
    """A table in which women are selected half as often as men."""
    file = tmp_path / "t.csv"
    file.write_text(TABLE)
    return str(file)


def test_a_row_below_ends_with_one(run, table):
    """One JSON document with the contract's keys; exit 1 says that the audit fails."""
    ran = run(
        "audit",
        table,
        "--outcome",
        "hired",
        "--category",
        "sex",
        "--score",
        "points",
        "--format",
        "json",
    )
    assert ran.code == 1
    told = json.loads(ran.out)
    assert {"categories", "sweep", "unknown", "verdict", "sentences", "findings"} <= set(told)
    rows = told["categories"]["sex"]["rows"]
    assert set(rows[0]) == {"value", "n", "selected", "rate", "ratio", "low", "high", "p_fisher",
                            "p_midp", "flips", "scoring", "verdict"}  # fmt: skip
    assert [row["verdict"] for row in rows] == ["reference", "below"]
    assert rows[1]["ratio"] == 0.5


def test_a_fair_table_ends_with_nought(run, tmp_path):
    """No row below: exit 0, and text for people."""
    file = tmp_path / "t.csv"
    file.write_text("sex,hired\n" + "m,1\nm,0\nw,1\nw,0\n" * 50)
    ran = run("audit", str(file), "--outcome", "hired", "--category", "sex", "--plain")
    assert ran.code == 0
    assert "No group was both under four fifths" in ran.out
    assert ran.out.isascii()


def test_files_and_record(run, table, tmp_path):
    """`--out` writes three files, `--ledger` one entry with the hash of the table."""
    out, ledger = tmp_path / "out", tmp_path / "l.jsonl"
    ran = run("audit", table, "--outcome", "hired", "--category", "sex", "--out", str(out),
              "--ledger", str(ledger), "--today", "2027-01-11")  # fmt: skip
    assert ran.code == 1
    assert sorted(p.name for p in out.iterdir()) == ["audit.html", "audit.json", "audit.pdf"]
    act = json.loads(ledger.read_text())
    assert (act["open"]["who"], act["open"]["when"]) == ("tercet", "2027-01-11")
    assert len(act["open"]["input"]) == 64
    assert run("ledger", "verify", "--ledger", str(ledger)).code == 0


@pytest.mark.parametrize(
    "args",
    [("--outcome", "nope", "--category", "sex"), ("--outcome", "points", "--category", "sex")],
)
def test_bad_columns_end_with_two(run, table, args):
    """A column that is not there or holds no outcomes: a code, a hint, nothing on stdout."""
    ran = run("audit", table, *args)
    assert (ran.code, ran.out) == (2, "")
    assert "hint:" in ran.err


def test_the_self_test_reads_a_folder(run, tmp_path):
    """Swapped names change no verdict: exit 0, and the count is told."""
    (tmp_path / "cvs").mkdir()
    (tmp_path / "cvs" / "a.md").write_text(
        "# Anna Berg\n\nOslo · anna@example.org\n\n## Work\n\n- Ran models in production\n", "utf-8"
    )
    ran = run("audit", str(tmp_path / "cvs"), "--self-test", "ai-engineer", "--format", "json")
    told = json.loads(ran.out)
    assert (ran.code, told["resumes"], told["changed"]) == (0, 1, 0)
    assert told["verdicts"] > 0
    assert run("audit", str(tmp_path)).code == 2
    assert "TC094" in run("audit", str(tmp_path / "none"), "--self-test", "ai-engineer").err
    nameless = tmp_path / "nameless.csv"
    nameless.write_text("a,b\n1,2\n")
    assert "TA006" in run("audit", str(nameless), "--self-test", "ai-engineer").err


@pytest.mark.parametrize("more", [("--out", "audit"), ("--outcome", "invited")])
def test_a_self_test_takes_no_other_options(run, tmp_path, more):
    """What the self-test would pass over in silence is refused."""
    (tmp_path / "cv.txt").write_text("Ann Teal\nMLOps Engineer\n")
    ran = run("audit", str(tmp_path), "--self-test", "ai-engineer", *more)
    assert ran.code == 2
    assert "--self-test takes no columns" in ran.err

"""`tercet ledger`: append, verify, export, erase, retention, decide, notice."""

import json

import pytest


@pytest.fixture
def acts(run, tmp_path):
    """A ledger of three acts, and the head of the last."""
    path = str(tmp_path / "acts.jsonl")
    for n in (1, 2, 3):
        text = json.dumps(
            {"who": "Marit", "what": "invited", "person": f"p{n}", "reasons": ["read"]}
        )
        ran = run(
            "ledger", "append", "--ledger", path, "--today", "2027-01-11", stdin=text.encode()
        )
        assert ran.code == 0
    return path, json.loads(ran.out)["head"]


def test_append_says_count_and_head(acts, run):
    """The third record is entry 3, and verify agrees on the head."""
    path, head = acts
    ran = run("ledger", "verify", "--ledger", path, "--head", head, "--format", "json")
    told = json.loads(ran.out)
    assert ran.code == 0
    assert (told["ok"], told["count"], told["head"], told["bad"]) == (True, 3, head, None)


def test_a_changed_ledger_ends_with_one(acts, run, tmp_path):
    """The first bad record is named; a cut needs the head to be seen."""
    path, head = acts
    lines = (tmp_path / "acts.jsonl").read_text().splitlines(keepends=True)
    (tmp_path / "acts.jsonl").write_text("".join(lines[:2]))
    assert run("ledger", "verify", "--ledger", path).code == 0
    assert run("ledger", "verify", "--ledger", path, "--head", head).code == 1
    (tmp_path / "acts.jsonl").write_text(
        "".join([lines[0], lines[1].replace("read", "seen"), lines[2]])
    )
    ran = run("ledger", "verify", "--ledger", path)
    assert (ran.code, ran.out.split(":")[0]) == (1, "entry 2")


def test_a_person_sees_and_is_erased(acts, run):
    """Export shows the entry; after erasing it is gone, and the old head still holds."""
    path, head = acts
    told = json.loads(run("ledger", "export", "--ledger", path, "--person", "p2").out)
    assert [e["n"] for e in told["entries"]] == [2]
    ran = run("ledger", "erase", "--ledger", path, "--person", "p2", "--who", "Teun")
    assert json.loads(ran.out)["erased"] == [2]
    assert (
        json.loads(run("ledger", "export", "--ledger", path, "--person", "p2").out)["entries"] == []
    )
    assert run("ledger", "verify", "--ledger", path, "--head", head).code == 0


def test_decisions_need_a_person(acts, run):
    """A tool cannot decide; Marit can."""
    path, _ = acts
    args = ("--ledger", path, "--person", "p1", "--decision", "invite", "--reason", "read")
    assert "TA050" in run("ledger", "decide", *args, "--by", "tercet").err
    assert json.loads(run("ledger", "decide", *args, "--by", "Marit").out)["count"] == 4


def test_retention_shows_clashes(acts, run):
    """California and Germany together."""
    ran = run("ledger", "retention", "--ledger", acts[0], "--jurisdiction", "US-CA",
              "--jurisdiction", "DE", "--today", "2027-08-01")  # fmt: skip
    assert ran.code == 0
    assert "TA030" in ran.out
    assert "clash" in ran.out


def test_notices_are_listed_and_filled(run, tmp_path):
    """The list has dates; a filled notice has its values."""
    assert "2027-12-02" in run("ledger", "notice", "--today", "2026-11-24").out
    values = tmp_path / "v.yaml"
    values.write_text("employer: Larkspur Cards\nuse_date: 1 March\ntool: tercet\n"
                      "purpose: reading\naffected: applicants\ncontact: HR\n")  # fmt: skip
    assert "Larkspur Cards" in run("ledger", "notice", "eu-workers", "--values", str(values)).out


@pytest.mark.parametrize(
    "text", [b"not json", b"[1]", b'{"what": "x"}', b'{"who": "a", "what": "b", "when": "soon"}']
)
def test_bad_records_end_with_two(run, tmp_path, text):
    """Nothing is written for a record that says too little."""
    path = tmp_path / "l.jsonl"
    ran = run("ledger", "append", "--ledger", str(path), stdin=text)
    assert (ran.code, ran.out) == (2, "")
    assert not path.exists() or path.read_bytes() == b""

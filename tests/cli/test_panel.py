"""`tercet panel`: the contract, the text, the record."""

import json

import pytest


@pytest.fixture
def table(tmp_path):
    """Nine candidates, two raters of whom one is a point stricter, two questions."""
    file = tmp_path / "p.csv"
    rows = [
        f"c{i},{rater},{q},{i % 3 + (2 if rater == 'mild' else 1) + (q == 'q2' and i % 2)}"
        for i in range(9)
        for rater in ("mild", "strict")
        for q in ("q1", "q2")
    ]
    file.write_text("\n".join(["candidate,rater,question,score", *rows]) + "\n")
    return str(file)


def test_the_contract(run, table):
    """Keys of the document; the strict rater is the severe one."""
    ran = run("panel", table, "--format", "json")
    told = json.loads(ran.out)
    assert ran.code == 0
    assert {"candidates", "raters", "reliability", "adjusted_by", "pairs", "findings"} <= set(told)
    assert set(told["candidates"][0]) == {"id", "raw", "adjusted", "low", "high", "ratings"}
    assert {"icc", "alpha"} <= set(told["reliability"])
    assert len(told["pairs"]) == 36
    severity = {r["id"]: r["severity"] for r in told["raters"]}
    assert severity["strict"] - severity["mild"] == pytest.approx(1, abs=0.25)


def test_the_same_table_gives_the_same_bytes(run, table):
    """No clock, no chance."""
    assert (
        run("panel", table, "--format", "json").out == run("panel", table, "--format", "json").out
    )


def test_text_and_record(run, table, tmp_path):
    """Text says that the order is advice; the ledger has one entry a candidate."""
    ledger = tmp_path / "l.jsonl"
    ran = run("panel", table, "--ledger", str(ledger), "--today", "2027-01-11", "--plain")
    assert "A person decides" in ran.out
    assert "by structured" in ran.out
    assert ran.out.isascii()
    acts = [json.loads(line) for line in ledger.read_text().splitlines()]
    assert sorted(act["personal"]["person"] for act in acts) == [f"c{i}" for i in range(9)]


def test_too_few_is_said(run, tmp_path):
    """Two candidates and two ratings each: plain means, null adjusted, and why."""
    file = tmp_path / "p.csv"
    file.write_text("candidate,rater,question,score\na,r,q,3\na,s,q,4\nb,r,q,2\nb,s,q,2\n")
    told = json.loads(run("panel", str(file), "--format", "json").out)
    assert told["adjusted_by"] is None
    assert [c["adjusted"] for c in told["candidates"]] == [None, None]
    assert "TI062" in [f["code"] for f in told["findings"]]
    assert "Too few ratings" in run("panel", str(file)).out


@pytest.mark.parametrize("args", [("--scale", "5", "1"), ("--openings", "0")])
def test_bad_options_end_with_two(run, table, args):
    """A scale upside down, no opening."""
    assert run("panel", table, *args).code == 2

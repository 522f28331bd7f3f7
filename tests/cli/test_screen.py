"""`tercet screen`: one JSON document, exit codes, text with verdicts and quotes."""

import json
import os
import sys
from hashlib import sha256

import pytest
from click.testing import CliRunner

from tercet import __version__
from tercet.cli.recording import digest_of
from tercet.cli.screen import command
from tercet.kernel.errors import InputError

TEXT = """Ann Teal
MLOps Engineer

Experience
MLOps Engineer | Larkspur Cards | Jan 2020 – present
• Release and, where needed, roll back 12 scoring models in production
• Set up drift alerts on the ranking models
"""


@pytest.fixture
def cv(tmp_path):
    """A résumé in a file."""
    path = tmp_path / "cv.txt"
    path.write_text(TEXT)
    return str(path)


def _run(*arguments):
    return CliRunner().invoke(command, [*arguments, "--today", "2026-11-23"], standalone_mode=False)


def test_json_is_one_document(cv):
    """One array, one object a file."""
    done = _run(cv, "--role", "mlops-engineer", "--format", "json")
    (row,) = json.loads(done.stdout)
    assert row["file"] == "cv.txt"
    assert row["capabilities"]["model-deployment"]["rung"] == "operated"
    assert done.return_value == 0


def test_text_shows_verdict_reason_and_quote(cv):
    """A word with each glyph, and the passage itself."""
    shown = _run(cv, "--role", "mlops-engineer", "--plain").stdout
    assert "met" in shown
    assert "Release and, where needed, roll back 12 scoring models" in shown
    assert all(len(line) <= 88 for line in shown.splitlines())


def test_an_advert_gives_the_criteria(cv, tmp_path):
    """With --job the advert's own demands are asked."""
    advert = tmp_path / "ad.md"
    advert.write_text(
        "MLOps Engineer\n\nRequirements\n- Deploy models to production\n- Kubernetes\n"
    )
    done = _run(cv, "--job", str(advert), "--format", "json")
    asked = {c["id"]: c["verdict"] for c in json.loads(done.stdout)[0]["criteria"]}
    assert asked["tool:Kubernetes"] == "not shown"


def test_a_file_that_cannot_be_read_does_not_stop_the_others(cv, tmp_path):
    """The unread file has its error; the exit code is 2 only when none was read."""
    broken = tmp_path / "x.pdf"
    broken.write_bytes(b"%PDF-1.4 no")
    both = _run(cv, str(broken), "--role", "mlops-engineer", "--format", "json")
    alone = _run(str(broken), "--role", "mlops-engineer", "--format", "json")
    assert [row["read"] for row in json.loads(both.stdout)] == ["full", "none"]
    assert both.return_value == 0
    assert json.loads(alone.stdout)[0]["error"]["code"].startswith("TD")
    assert alone.return_value == 2


def test_role_or_job_but_not_both(cv):
    """Neither or both is a usage error."""
    from click import UsageError

    assert isinstance(_run(cv).exception, UsageError)
    assert isinstance(_run(cv, "--role", "x", "--job", "y").exception, UsageError)


@pytest.mark.parametrize("out", [None, "o.json", "o.parquet"])
def test_the_ledger_holds_an_entry_for_each_file(cv, tmp_path, out):
    """Who, what, when, version, the file's digest, what was asked and each verdict, read or not."""
    broken = tmp_path / "x.pdf"
    broken.write_bytes(b"%PDF-1.4 no")
    ledger = tmp_path / "l.jsonl"
    where = ("--out", str(tmp_path / out)) if out else ("--format", "json")
    done = _run(cv, str(broken), "--role", "mlops-engineer", "--ledger", str(ledger), *where)
    assert done.return_value == 0
    good, bad = map(json.loads, ledger.read_text().splitlines())
    assert good["open"] == {
        "who": "tercet", "what": "screened a résumé", "when": "2026-11-23",
        "version": __version__, "input": sha256(TEXT.encode()).hexdigest(),
    }  # fmt: skip
    assert bad["open"]["input"] == sha256(broken.read_bytes()).hexdigest()
    told = good["personal"]
    assert told["person"] == "cv.txt"
    assert [c["id"] for c in told["criteria"]] == [c["id"] for c in told["asked"]]
    assert {c["verdict"] for c in told["criteria"]} > {"met"}
    assert bad["personal"]["error"]["code"].startswith("TD")


def test_without_a_ledger_nothing_is_recorded(cv, tmp_path):
    """The only files are those that were there."""
    _run(cv, "--role", "mlops-engineer")
    assert [path.name for path in tmp_path.iterdir()] == ["cv.txt"]


def test_an_engine_that_is_not_there_is_named(cv, tmp_path, monkeypatch):
    """--engine daft without the extra is TS006."""
    monkeypatch.setitem(sys.modules, "daft", None)
    asked = (cv, "--role", "mlops-engineer", "--out", str(tmp_path / "o.json"))
    with pytest.raises(InputError) as caught:
        CliRunner().invoke(
            command, [*asked, "--engine", "daft"], standalone_mode=False, catch_exceptions=False
        )
    assert caught.value.code == "TS006"


def test_a_folder_with_odd_names_has_a_digest(tmp_path):
    """The digest of a folder's names and files is that of their bytes, whatever these are."""
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_bytes(b"x")
    line = b"caf\xe9.txt " + sha256(b"x").hexdigest().encode() + b"\n"
    assert digest_of(tmp_path) == sha256(line).hexdigest()


@pytest.mark.parametrize("name", ["out", "out.parquet"])
def test_results_do_not_go_into_a_folder(cv, tmp_path, name):
    """A folder given as the file of results is refused before anything is read or written."""
    (tmp_path / name).mkdir()
    done = _run(cv, "--role", "mlops-engineer", "--out", str(tmp_path / name))
    assert isinstance(done.exception, InputError)
    assert done.exception.code == "TC099"
    assert {p.name for p in tmp_path.iterdir()} == {"cv.txt", name}

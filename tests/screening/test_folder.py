"""Many files: the contract, unread files, resuming, copies, any number of processes."""

import json
import os
import random
import sys
import tracemalloc
from datetime import date

import polars
import pytest

from tercet.kernel.errors import InputError
from tercet.screening import (
    ENGINES,
    batch,
    folder,
    read_results,
    screen_folder,
    screen_json,
    screen_tasks,
    tasks_of,
)
from tercet.screening.batch import screen_batch
from tercet.screening.results import write_results

TODAY = date(2026, 11, 23)


@pytest.fixture
def resumes(tmp_path, strong):
    """Five files: two the same, one nearly the same, one weak, one that cannot be read."""
    place = tmp_path / "in"
    place.mkdir()
    (place / "a.txt").write_text(strong)
    (place / "b.txt").write_text(strong)
    (place / "c.txt").write_text(strong.replace("Ann Teal", "Bo Reed"))
    (place / "d.txt").write_text("Cy Lund\nData Scientist\n\nSkills\nPython, Airflow\n")
    (place / "e.pdf").write_bytes(b"%PDF-1.7 broken")
    return place


def test_the_contract_of_each_file(resumes, catalog, criteria):
    """Every key of the contract is there; a file not read has an error and is not assessed."""
    rows = screen_json(screen_tasks(tasks_of([resumes]), catalog, criteria, TODAY))
    good, bad = rows[0], rows[-1]
    assert list(good) == [
        "file", "sha256", "read", "language", "capabilities", "business_impact",
        "incident_response", "rollback", "red_flags", "months_experience", "best_role",
        "production_ready", "integrity", "criteria", "order", "findings",
    ]  # fmt: skip
    claim = good["capabilities"]["monitoring"]["claims"][0]
    assert list(claim) == ["quote", "page", "start", "end", "rung", "owner", "date"]
    assert set(bad) == {"file", "sha256", "read", "error", "findings"}
    assert set(bad["error"]) == {"code", "message", "hint"}
    assert [row.get("order") for row in rows] == [1, 1, 1, 4, None]


def test_files_come_a_folder_at_a_time(tmp_path):
    """The order is that of the parts of paths; hidden files and folders are passed over."""
    for name in ("b.txt", "b/z.txt", "b/a/c.txt", "a-b.txt", "a/x.txt", ".git/y", "b/.hidden"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    tasks = tasks_of([tmp_path])
    shown = ["a/x.txt", "a-b.txt", "b/a/c.txt", "b/z.txt", "b.txt"]
    assert [task.name for task in tasks] == shown
    assert [task.path for task in tasks] == [tmp_path / name for name in shown]


def test_little_is_held_of_each_file(tmp_path):
    """While results are put together memory grows by a few hundred bytes a file."""
    numbers = random.Random(1)
    row = {"read": "full", "criteria": [{"id": "monitoring"}], "order": None, "findings": []}

    def peak(count):
        shard, out = tmp_path / f"{count}.jsonl", tmp_path / f"{count}.json"
        with shard.open("w") as lines:
            for number in range(count):
                sha = f"{numbers.getrandbits(256):064x}"
                item = {"file": f"{number}.txt", "sha256": sha, **row}
                print_ = numbers.getrandbits(64)
                lines.write(json.dumps({"json": item, "key": [1, 0, 2, 0], "print": print_}) + "\n")
        tracemalloc.start()
        write_results([shard], out)
        held = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return held

    assert (peak(1600) - peak(600)) / 1000 < 300


def test_copies_are_found(resumes, criteria, tmp_path):
    """The same bytes (TS004) and nearly the same text (TS005) are said; others are not."""
    out = tmp_path / "out.json"
    summary = screen_folder([resumes], criteria, out, today=TODAY)
    codes = {
        row["file"]: [f["code"] for f in row["findings"]] for row in json.loads(out.read_text())
    }
    assert codes["a.txt"] == codes["d.txt"] == []
    assert codes["b.txt"] == ["TS004"]
    assert codes["c.txt"] == ["TS005"]
    assert (summary.files, summary.unread, summary.copies, summary.near_copies) == (5, 1, 1, 1)


def test_a_stopped_run_goes_on(resumes, criteria, tmp_path, monkeypatch):
    """What was done before a stop is taken up, and the result is that of one run."""
    monkeypatch.setattr(folder, "BATCH", 2)
    whole, resumed = tmp_path / "whole.json", tmp_path / "resumed.json"
    screen_folder([resumes], criteria, whole, today=TODAY)

    def stop(state):
        if state.done >= 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        screen_folder([resumes], criteria, resumed, today=TODAY, progress=stop)
    seen = []
    screen_folder([resumes], criteria, resumed, today=TODAY, progress=seen.append)
    assert seen[0].resumed == 4
    assert resumed.read_bytes() == whole.read_bytes()
    assert not resumed.with_name("resumed.json.parts").exists()


def test_two_processes_give_the_same_bytes(resumes, criteria, tmp_path, monkeypatch):
    """The number of processes changes nothing in the result."""
    monkeypatch.setattr(folder, "BATCH", 2)
    one, two = tmp_path / "one.json", tmp_path / "two.json"
    screen_folder([resumes], criteria, one, today=TODAY, workers=1)
    screen_folder([resumes], criteria, two, today=TODAY, workers=2)
    assert one.read_bytes() == two.read_bytes()


def test_batches_of_a_process_share_its_guarded_child(resumes, criteria):
    """A child is not started anew for each batch, and answers all the same."""
    tasks = tasks_of([resumes])
    first = screen_batch(tasks[:2], criteria, TODAY)
    child = batch._reader()._child.pid
    assert first + screen_batch(tasks[2:], criteria, TODAY) == screen_batch(tasks, criteria, TODAY)
    assert batch._reader()._child.pid == child


def test_daft_gives_the_same_bytes(resumes, criteria, tmp_path, monkeypatch):
    """Two workers of the distributed engine give what the pool gives."""
    pytest.importorskip("daft", reason="the extra “distributed” is not installed")
    monkeypatch.setattr(folder, "BATCH", 2)
    one, two = tmp_path / "one.json", tmp_path / "two.json"
    batch._reader().close()
    batch._reader.cache_clear()
    screen_folder([resumes], criteria, two, today=TODAY, workers=2, engine=ENGINES["daft"])
    assert batch._reader.cache_info().currsize == 0, "its workers are processes of their own"
    screen_folder([resumes], criteria, one, today=TODAY)
    assert one.read_bytes() == two.read_bytes()


def test_without_daft_the_extra_is_named(resumes, criteria, tmp_path, monkeypatch):
    """TS006 with the way to install it, and no result file; the pool needs nothing."""
    monkeypatch.setitem(sys.modules, "daft", None)
    out = tmp_path / "out.json"
    with pytest.raises(InputError) as caught:
        screen_folder([resumes], criteria, out, today=TODAY, engine=ENGINES["daft"])
    assert caught.value.code == "TS006"
    assert "tercet[distributed]" in (caught.value.hint or "")
    assert not out.exists()
    assert screen_folder([resumes], criteria, out, today=TODAY).files == 5


def test_parquet_holds_columns_and_the_whole(resumes, criteria, tmp_path):
    """A table to filter by, with each file's object beside."""
    out = tmp_path / "out.parquet"
    screen_folder([resumes], criteria, out, today=TODAY)
    table = polars.read_parquet(out)
    assert table["file"].to_list() == ["a.txt", "b.txt", "c.txt", "d.txt", "e.pdf"]
    assert table["rung.monitoring"].to_list()[0] == "operated"
    assert json.loads(table["json"][0])["order"] == 1
    assert table["error"].to_list()[:4] == [None] * 4


def test_an_empty_folder_is_refused(tmp_path, resumes):
    """TS003 where there is nothing to screen; a folder with files passes."""
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(InputError) as caught:
        tasks_of([empty])
    assert caught.value.code == "TS003"
    assert len(tasks_of([resumes])) == 5


@pytest.mark.parametrize("name", ["out.json", "out.parquet"])
def test_results_are_read_back_one_by_one(resumes, criteria, tmp_path, name):
    """What is read back from either kind of file is what was written, and never held whole."""
    whole = tmp_path / "whole.json"
    screen_folder([resumes], criteria, whole, today=TODAY)
    screen_folder([resumes], criteria, tmp_path / name, today=TODAY)
    rows = read_results(tmp_path / name)
    assert iter(rows) is rows
    assert list(rows) == json.loads(whole.read_text("utf-8"))


@pytest.mark.parametrize("name", ["out.json", "out.parquet"])
def test_names_that_are_not_utf8_are_escaped(resumes, criteria, tmp_path, monkeypatch, name):
    """Such a file is screened like the others, shown with escapes, and taken up in a new run."""
    (resumes / os.fsdecode(b"caf\xe9.txt")).write_text("Di Moss\nData Scientist\n")
    out = tmp_path / name

    def unwritable(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as stopped:
        stopped.setattr(folder, "write_results", unwritable)
        with pytest.raises(KeyboardInterrupt):
            screen_folder([resumes], criteria, out, today=TODAY)
    seen = []
    screen_folder([resumes], criteria, out, today=TODAY, progress=seen.append)
    assert seen[0].resumed == 6
    assert "caf\\xe9.txt" in [row["file"] for row in read_results(out)]


@pytest.mark.parametrize("name", ["out.json", "out.parquet"])
def test_a_failed_write_leaves_no_scrap(resumes, criteria, tmp_path, monkeypatch, name):
    """Where results cannot be written, only the batches that a new run takes up are left."""
    monkeypatch.setattr("pathlib.Path.replace", lambda *_: (_ for _ in ()).throw(OSError("full")))
    monkeypatch.setattr(folder, "write_atomically", _written)
    with pytest.raises(InputError, match="full"):
        screen_folder([resumes], criteria, tmp_path / name, today=TODAY)
    assert {p.name for p in tmp_path.iterdir()} == {"in", f"{name}.parts"}


def _written(path, data):
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)

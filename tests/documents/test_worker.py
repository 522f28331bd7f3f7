"""The guarded child: same answers, and one bad file costs only itself."""

import zlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from tercet.documents import worker
from tercet.documents.reading import read_document
from tercet.documents.records import USUAL
from tercet.documents.worker import Reader, read_safely


@pytest.fixture(scope="module")
def reader():
    with Reader() as one:
        yield one


def test_the_child_answers_as_reading_here_does(make, reader) -> None:
    """A document read in the child equals one read in this process."""
    for name, data in {
        "a.pdf": make.pdf(make.body() + make.show(60, 300, "white words here", 11, "1 g")),
        "a.docx": make.docx(make.docx_body()),
        "a.md": "# Mira Holt\n\nŁódź\n".encode(),
        "a.bin": bytes(range(256)),
    }.items():
        assert reader.read(data, name) == read_document(data, name)


def test_a_path_that_is_not_there_is_td010(reader, tmp_path) -> None:
    """A missing file and a folder are findings, not tracebacks."""
    assert [f.code for f in reader.read(tmp_path / "none.pdf").findings] == ["TD010"]
    assert [f.code for f in reader.read(tmp_path).findings] == ["TD010"]


def test_a_file_that_takes_too_long_is_td009_and_the_next_is_read(make) -> None:
    """Over the wall-clock bound the child is replaced; the file after is read."""
    with Reader(replace(USUAL, wall_seconds=0.01)) as hasty:
        assert [f.code for f in hasty.read(make.pdf(make.body()), "a.pdf").findings] == ["TD009"]
    with Reader() as patient:
        first = patient.read(b"Mira Holt", "a.txt")
        child = patient._child
        assert child is not None
        child.kill()
        child.wait()
        assert patient.read(b"Mira Holt", "a.txt") == first


def test_a_child_reads_some_files_and_then_another_takes_over(monkeypatch) -> None:
    """What a parser fails to give back is given back with its process."""
    monkeypatch.setattr(worker, "LASTS", 2)
    children = []
    with Reader() as reader:
        for number in range(5):
            assert reader.read(b"Mira Holt %d" % number, "a.txt").text == f"Mira Holt {number}"
            children.append(reader._child.pid)
    assert [children.index(child) for child in children] == [0, 0, 2, 2, 4]


def test_an_answer_that_nobody_waited_for_is_not_the_next_ones(monkeypatch) -> None:
    """After Ctrl-C in the middle of a file, the next file gets its own answer."""
    with Reader() as reader, monkeypatch.context() as patch:

        def interrupted(*_):
            raise KeyboardInterrupt

        reader.read(b"Mira Holt", "a.txt")
        patch.setattr(worker, "_line", interrupted)
        with pytest.raises(KeyboardInterrupt):
            reader.read(b"Bo Reed", "b.txt")
        patch.undo()
        assert reader.read(b"Cy Lund", "c.txt").text == "Cy Lund"


def test_threads_that_share_a_child_get_their_own_answers(reader) -> None:
    """Whoever asks gets the answer to what was asked."""
    texts = [f"Mira Holt {number}" for number in range(40)]
    with ThreadPoolExecutor(4) as threads:
        read = threads.map(lambda text: reader.read(text.encode(), "a.txt").text, texts)
        assert [*read] == texts


def test_a_file_that_takes_too_much_time_costs_only_itself(make) -> None:
    """Over the bound on processor time the child ends; the next file is read by another."""
    with Reader(replace(USUAL, cpu_seconds=1)) as reader:
        slow = b"{\\rtf1 " + b"{\\b}" * 1_500_000 + b"}"
        assert [f.code for f in reader.read(slow, "a.rtf").findings] == ["TD009"]
        assert reader.read(make.pdf(make.body()), "a.pdf").read == "full"


def test_a_file_that_takes_too_much_memory_costs_only_itself(make) -> None:
    """Over the bound on memory the file is given up; the next one is read."""
    with Reader(replace(USUAL, memory_bytes=320_000_000, max_unpacked_bytes=10**9)) as reader:
        data = zlib.compress(b"0 0 m " * 30_000_000, 1)
        bomb = make.pdf("x").replace(b"<</Length 1>>stream\nx", b"<</Length %d/Filter/FlateDecode>>"
                                     b"stream\n%s" % (len(data), data))  # fmt: skip
        assert reader.read(bomb, "a.pdf").read == "none"
        assert reader.read(make.pdf(make.body()), "a.pdf").read == "full"


def test_the_child_has_no_network_and_starts_nothing() -> None:
    """Inside the child, connecting and starting programs fail."""
    import subprocess
    import sys

    script = (
        "from tercet.documents.child import confine\nfrom tercet.documents.records import USUAL\n"
        "import socket, subprocess\nconfine(USUAL)\n"
        "def connect(): socket.create_connection(('127.0.0.1', 9))\n"
        "def start(): subprocess.run(['true'])\n"
        "for act in (connect, start):\n"
        "    try:\n        act()\n"
        "    except PermissionError as error:\n        print(str(error)[:36])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert done.stdout.splitlines() == ["a reader of documents may not do this"[:36]] * 2


def test_one_file_is_read_safely_by_path(make, tmp_path) -> None:
    """The short way: a path in, a document out."""
    path = tmp_path / "cv.docx"
    path.write_bytes(make.docx(make.docx_body()))
    assert read_safely(path).text == make.BODY

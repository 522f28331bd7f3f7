"""Reading strangers' files in a child process with bounds on memory, time, files and network."""

import base64
import json
import os
import selectors
import subprocess
import sys
import time
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import IO, Any, Self

from tercet.documents.reading import PACKAGE, read_document, unread
from tercet.documents.records import USUAL, Document, Guard, IntegrityFinding, Page
from tercet.kernel.errors import InputError
from tercet.kernel.files import shown_name
from tercet.kernel.jsonable import jsonable
from tercet.kernel.rules import Finding, broken

LASTS = 500  # files that one child reads: what its parsers fail to give back stays bounded
MAX_ANSWER = 64_000_000  # bytes of one answer; a Document within its guard is far smaller


def read_safely(
    source: Path | str | bytes, name: str | None = None, *, guard: Guard = USUAL
) -> Document:
    """One file (a path, or its bytes with a name) read in a guarded child; never raises for it."""
    with Reader(guard) as reader:
        return reader.read(source, name)


class Reader:
    """A guarded child process that reads one file after another; start it with `with`.

    A child that dies or overruns is replaced, and only the file it was reading is lost: its
    Document says TD009. The child has no network and can start nothing but `tesseract`.
    """

    def __init__(self, guard: Guard = USUAL) -> None:
        self._guard = guard
        self._child: subprocess.Popen[bytes] | None = None
        self._files = 0  # read by this child
        self._asking = Lock()  # threads that share a child wait for one another

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the child; a later `read` starts another."""
        child, self._child = self._child, None
        if child is None:
            return
        child.kill()
        child.wait()
        for pipe in (child.stdin, child.stdout):
            if pipe is not None:
                _close(pipe)

    def read(self, source: Path | str | bytes, name: str | None = None) -> Document:
        """The Document of one file; whatever is wrong with the file is in its findings."""
        name = name or (Path(source).name if not isinstance(source, bytes) else "document")
        name = shown_name(name)
        try:
            data = source if isinstance(source, bytes) else self._load(Path(source), name)
        except InputError as error:
            return unread(name, error)
        if not data:
            return read_document(data, name)
        with self._asking:
            return self._ask(data, name)

    def _load(self, path: Path, name: str) -> bytes:
        try:
            with path.open("rb") as file:
                return file.read(self._guard.max_bytes + 1)
        except OSError as error:
            reason = error.strerror or str(error)
            raise broken(PACKAGE, "TD010", place=name, reason=reason) from error

    def _ask(self, data: bytes, name: str) -> Document:
        question = {"name": name, "data": base64.b64encode(data).decode("ascii")}
        try:
            child = self._fit() or self._start()
            self._files += 1
            _tell(child, question)
            answer = _line(child, time.monotonic() + self._guard.wall_seconds)
        except (BrokenPipeError, TimeoutError, EOFError) as error:
            self.close()
            slow = isinstance(error, TimeoutError)
            reason = (
                "it took too long"
                if slow
                else "it used too much memory or time, or broke the reader"
            )
            return unread(name, broken(PACKAGE, "TD009", place=name, reason=reason), data)
        except BaseException:  # such as Ctrl-C: its answer would be taken for the next file's
            self.close()
            raise
        return _document(json.loads(answer))

    def _fit(self) -> subprocess.Popen[bytes] | None:
        """The child, if it lives and has not read too many files."""
        fit = self._child and self._child.poll() is None and self._files < LASTS
        return self._child if fit else None

    def _start(self) -> subprocess.Popen[bytes]:
        self.close()
        self._files = 0
        kept = ("PATH", "LANG", "LC_ALL", "PYTHONPATH", "LD_LIBRARY_PATH", "TESSDATA_PREFIX")
        self._child = subprocess.Popen(
            [sys.executable, "-P", "-m", "tercet.documents.child"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            env={key: os.environ[key] for key in kept if key in os.environ}, close_fds=True,
        )  # fmt: skip
        _tell(self._child, jsonable(self._guard))
        return self._child


def _close(pipe: IO[bytes]) -> None:
    try:
        pipe.close()
    except BrokenPipeError:
        return  # what was still to be written died with the child


def _tell(child: subprocess.Popen[bytes], row: Any) -> None:
    """One line of JSON to the child; BrokenPipeError when it is gone."""
    if child.stdin is None:
        raise BrokenPipeError
    child.stdin.write(json.dumps(row).encode() + b"\n")
    child.stdin.flush()


def _line(child: subprocess.Popen[bytes], deadline: float) -> bytes:
    """One line from the child; TimeoutError after `deadline`, EOFError when the child is gone."""
    pipe = child.stdout
    if pipe is None:
        raise EOFError
    parts: list[bytes] = []
    size = 0
    with selectors.DefaultSelector() as waiting:
        waiting.register(pipe, selectors.EVENT_READ)
        while not (parts and parts[-1].endswith(b"\n")):
            if not waiting.select(max(0.0, deadline - time.monotonic())):
                raise TimeoutError
            part = os.read(pipe.fileno(), 1 << 16)
            size += len(part)
            if not part or size > MAX_ANSWER:
                raise EOFError
            parts.append(part)
    return b"".join(parts)


def _document(row: dict[str, Any]) -> Document:
    """The Document in the child's answer; its text is data, and nothing in it is run."""
    return Document(
        row["name"], row["sha256"], row["kind"],
        tuple(Page(**page) for page in row["pages"]),
        row["read"], tuple(row["unread_pages"]),
        tuple(IntegrityFinding(**found) for found in row["integrity"]),
        tuple(Finding(**found) for found in row["findings"]),
    )  # fmt: skip

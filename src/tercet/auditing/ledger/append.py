"""Adding to a ledger: one writer at a time, whole lines, on disk before anybody is told."""

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from filelock import FileLock

from tercet.auditing.ledger.chain import fault_of, line, parse, sealed
from tercet.auditing.ledger.record import split
from tercet.auditing.ledger.records import START, Entry, Head
from tercet.kernel.errors import InputError
from tercet.kernel.rules import broken

_BLOCK = 65_536
_PACKAGE = "tercet.auditing"


def append(
    path: Path,
    records: Iterable[Mapping[str, Any]],
    salts: Iterable[str],
    *,
    head: str | None = None,
) -> Head:
    """Add acts to the ledger at `path`, made when missing; all of them, or none when one is bad.

    Each act has `who`, `what` and `when` (ISO 8601) and whatever else was the case; `salts` gives
    an unguessable hex text for each, as the caller's `secrets.token_hex(16)`. Both are taken one
    by one, so that a long run is never held. The file is synced before this returns.

    Raises `InputError` TA021 to TA023 for an act, TA024 where the ledger's last line is cut short
    or broken, TA025 where it is about an entry that is not there.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_open(path, error) from error
    with writing(path):
        new = not os.path.exists(path)
        try:
            return _added(path, records, salts, head)
        except BaseException:
            if new:
                path.unlink(missing_ok=True)
            raise


def _added(
    path: Path, records: Iterable[Mapping[str, Any]], salts: Iterable[str], head: str | None
) -> Head:
    with opened(path) as file:
        last = last_entry(file, str(path))
        found = last.hash if last else START
        if head not in (None, found):
            raise broken(_PACKAGE, "TA031", place=str(path), found=found)
        size = file.seek(0, os.SEEK_END)
        try:
            for i, (record, salt) in enumerate(zip(records, salts, strict=False), start=1):
                open_, personal = split(record, place=f"record {i}")
                n, prev = (last.n + 1, last.hash) if last else (1, START)
                _check_about(open_.get("about"), n, str(path))
                last = sealed(n, prev, open_, personal, salt)
                file.write(line(last))
        except BaseException:
            file.truncate(size)
            raise
        file.flush()
        os.fsync(file.fileno())
    return Head(last.n, last.hash) if last else Head(0, START)


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Hold the lock that a writer holds; it stands beside a ledger, and never without one."""
    if os.path.exists(path) and not os.path.isfile(path):
        raise cannot_open(path, OSError("it is not a plain file"))
    if not path.parent.is_dir():
        raise cannot_open(path, OSError("its folder is not there"))
    lock = Path(f"{path}.lock")
    try:
        held = FileLock(lock).acquire()
    except OSError as error:
        raise cannot_open(path, error) from error
    with held:
        try:
            yield
        finally:
            if not os.path.exists(path):
                # Whoever waits for this lock sees that its file is gone and makes another.
                lock.unlink(missing_ok=True)


def opened(path: Path) -> BinaryIO:
    """The ledger, to read and add to."""
    try:
        return path.open("a+b")
    except OSError as error:
        raise cannot_open(path, error) from error


def cannot_open(path: Path, error: OSError) -> InputError:
    """The error of a ledger that may not be read or written."""
    return InputError(
        "TC094", f"Cannot open the file: {error.strerror or error}", place=str(path),
        hint="Check the name and the rights to read and write it",
    )  # fmt: skip


def last_entry(file: BinaryIO, place: str) -> Entry | None:
    """The last entry, which must be whole and fit its own seal; None for an empty ledger."""
    end = file.seek(0, os.SEEK_END)
    if end == 0:
        return None
    tail, start = b"", end
    while start > 0 and tail.count(b"\n", 0, -1) == 0:
        start = max(0, start - _BLOCK)
        file.seek(start)
        tail = file.read(end - start)
    text = tail[tail.rfind(b"\n", 0, -1) + 1 :]
    entry = parse(text) if text.endswith(b"\n") else None
    if entry is None or fault_of(entry, entry.n, entry.prev):
        raise broken(_PACKAGE, "TA024", place=place)
    return entry


def _check_about(about: Any, n: int, place: str) -> None:
    if about is not None and not (isinstance(about, int) and 0 < about < n):
        raise broken(_PACKAGE, "TA025", place=place, about=about, count=n - 1)

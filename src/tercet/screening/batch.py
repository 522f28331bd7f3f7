"""A batch of files to lines: the unit that worker processes, here or elsewhere, take."""

import atexit
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from tercet.catalog import load_catalog
from tercet.catalog.records import Catalog
from tercet.documents.worker import Reader
from tercet.evidence.masking import mask
from tercet.screening.contract import file_json
from tercet.screening.likeness import fingerprint
from tercet.screening.ordering import order_key
from tercet.screening.records import Criterion, Screened
from tercet.screening.screen import screen_document


@dataclass(frozen=True, slots=True)
class Task:
    """One file to screen: a folder, and the path within it by which the file is reported."""

    root: str
    name: str

    @property
    def path(self) -> Path:
        """Where the file is."""
        return Path(self.root, self.name)


def screen_tasks(
    tasks: Iterable[Task], catalog: Catalog, criteria: Sequence[Criterion], today: date
) -> list[Screened]:
    """Files one after the other, read by one guarded child process."""
    with Reader() as reader:
        return [*_screened(reader, tasks, catalog, criteria, today)]


def screen_batch(tasks: Sequence[Task], criteria: Sequence[Criterion], today: date) -> bytes:
    """A line of JSON for each of `tasks`; depends on nothing but files, criteria and day.

    It holds the file's object but for its place, and what orders it and compares it with others.
    """
    found = _screened(_reader(), tasks, load_catalog(), criteria, today)
    return b"".join(_line(item) for item in found)


@cache
def _reader() -> Reader:
    """The guarded child of this process, kept from batch to batch: its start takes a while."""
    reader = Reader()
    atexit.register(reader.close)
    return reader


def _screened(
    reader: Reader, tasks: Iterable[Task], catalog: Catalog, criteria: Sequence[Criterion],
    today: date,
) -> Iterator[Screened]:  # fmt: skip
    for task in tasks:
        document = reader.read(task.path, task.name)
        yield screen_document(document, catalog, criteria, today=today)


def _line(item: Screened) -> bytes:
    row = {
        "json": file_json(item),
        "key": None if item.assessment is None else order_key(item.assessment),
        "print": fingerprint("\n".join(mask(page.text for page in item.document.pages))),
    }
    return json.dumps(row, ensure_ascii=False).encode() + b"\n"

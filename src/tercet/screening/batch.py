"""A batch of files to rows: the unit that worker processes, here or elsewhere, take."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from tercet.catalog import load_catalog
from tercet.catalog.records import Catalog
from tercet.documents.worker import Reader
from tercet.evidence.masking import mask
from tercet.screening.contract import file_json
from tercet.screening.likeness import fingerprint
from tercet.screening.ordering import Key, order_key
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


@dataclass(frozen=True, slots=True)
class Row:
    """One file screened: its contract object but for the order, and what orders and compares it."""

    json: dict[str, Any]
    key: Key | None
    print: int | None


def screen_tasks(
    tasks: Iterable[Task], catalog: Catalog, criteria: Sequence[Criterion], today: date
) -> list[Screened]:
    """Files one after the other, read by one guarded child process."""
    with Reader() as reader:
        return [
            screen_document(reader.read(task.path, task.name), catalog, criteria, today=today)
            for task in tasks
        ]


def screen_batch(tasks: Sequence[Task], criteria: Sequence[Criterion], today: date) -> list[Row]:
    """Rows of `tasks`, in their order; depends on nothing but files, criteria and day."""
    return [_row(item) for item in screen_tasks(tasks, load_catalog(), criteria, today)]


def _row(item: Screened) -> Row:
    key = None if item.assessment is None else order_key(item.assessment)
    return Row(
        file_json(item),
        key,
        fingerprint("\n".join(mask(page.text for page in item.document.pages))),
    )

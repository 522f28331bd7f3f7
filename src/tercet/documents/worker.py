"""Reading in a guarded child process."""

from pathlib import Path

from tercet.documents.reading import read_document
from tercet.documents.records import Document, Guard


def read_safely(path: str | Path, *, guard: Guard = Guard()) -> Document:
    """As `read_document`, in a child process with limits on memory, time and network."""
    path = Path(path)
    return read_document(path.read_bytes(), path.name, guard=guard)

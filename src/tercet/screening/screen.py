"""One file from bytes to verdicts."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from tercet.catalog.records import Catalog
from tercet.documents.records import Document
from tercet.documents.worker import read_safely
from tercet.evidence import extract
from tercet.screening.assess import assess
from tercet.screening.records import Criterion, Screened


def screen_document(
    document: Document, catalog: Catalog, criteria: Sequence[Criterion], *, today: date
) -> Screened:
    """Evidence and verdicts of a document; one without text is never assessed as if empty."""
    if document.read == "none":
        return Screened(document, None, None, document.findings)
    evidence = extract(document, catalog, today=today)
    return Screened(
        document, evidence, assess(evidence, criteria), document.findings + evidence.findings
    )


def screen_file(
    path: str | Path, catalog: Catalog, criteria: Sequence[Criterion], *, today: date
) -> Screened:
    """The file at `path`, read in a guarded process, screened."""
    return screen_document(read_safely(path), catalog, criteria, today=today)

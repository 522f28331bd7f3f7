"""The papers of a kit as PDFs."""

from datetime import date
from importlib import resources

from tercet.reports.kit.sheets import Paper
from tercet.reports.typeset import typeset


def paper_pdf(paper: Paper, day: date) -> bytes:
    """The PDF of one paper; the same paper and day give the same bytes."""
    source = resources.files(__package__).joinpath("kit.typ")
    return typeset(source, {**paper.data, "kind": paper.kind}, day)

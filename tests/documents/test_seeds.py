"""Files written by real programs are read whole: text, order and hidden words."""

from pathlib import Path

import pytest

from tercet.documents.reading import read_document

SEEDS = Path(__file__).parent / "seeds"
DONE = [
    "• Operated the nightly settlement loads, answered their alarms and cut late runs from nine a "
    "month to one",
    "• Specified, built and shipped the refund-forecast service in real time with Docker",
    "• Wrote the weekly offer report that the office still plans by",
    "• Tested claims forms",
]


def read(name: str):
    return read_document((SEEDS / name).read_bytes(), name)


@pytest.mark.parametrize("path", sorted(SEEDS.iterdir()), ids=lambda path: path.name)
def test_every_item_is_one_whole_line_in_order(path) -> None:
    """In each format, ligatures, hyphens and wraps gone, the items stand in order."""
    document = read(path.name)
    items = [line for line in document.text.split("\n") if line.startswith("• ")]
    assert items == DONE
    assert document.read == "full"


@pytest.mark.parametrize("name", ["word.docx", "open.odt", "rich.rtf", "page.html"])
def test_hidden_words_are_found_where_there_are_some(ids, name) -> None:
    """The hidden line is reported and not read."""
    document = read(name)
    assert "hidden-text" in ids(document)
    assert "Kubernetes" not in document.text


@pytest.mark.parametrize("name", ["columns.pdf", "table.pdf", "notes.md", "resume.json"])
def test_honest_files_are_accused_of_nothing(name) -> None:
    """Banners, justified columns and plain notes are clean."""
    assert read(name).integrity == ()


def test_the_side_column_comes_after_the_main_one() -> None:
    """Columns are not mixed: skills follow the last job."""
    text = read("columns.pdf").text
    assert text.index("Tested claims forms") < text.index("Skills") < text.index("Education")


def test_dates_stand_with_their_jobs() -> None:
    """A date in a first column is on the line of its job."""
    text = read("table.pdf").text
    assert "2018 – 2021\tData Analyst, Acorn Travel\n• Wrote" in text

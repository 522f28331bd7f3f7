"""How large the project is."""

from collections.abc import Callable

import pytest

from tercet.brief.records import Brief


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("Two source systems and 2,000 documents.", "S"),
        ("4 systems, 20,000 documents.", "M"),
        ("8 systems and 600,000 documents.", "L"),
        ("20 systems, 3 million documents.", "XL"),
        ("20 systems, 20,000 documents.", "M"),
        ("A chatbot.", "M"),
        ("3 million documents.", "M"),
        ("12,000 spare parts in four warehouses.", "M"),
    ],
)
def test_two_drivers_make_the_size(read: Callable[..., Brief], text: str, size: str) -> None:
    """The class is the largest that two drivers reach; one driver alone leaves M."""
    assert read(text).size == size


def test_the_size_is_quoted_or_assumed(read: Callable[..., Brief]) -> None:
    """With two drivers the second is quoted, else the size is an assumption and a question."""
    told, untold = read("8 systems and 600,000 documents."), read("A chatbot.")
    assert told.size_quote
    assert "size" not in [q.field for q in told.questions]
    assert untold.size_quote is None
    assert "size" in [q.field for q in untold.questions]


def test_money_is_no_driver(read: Callable[..., Brief]) -> None:
    """€8 systems of money count nothing."""
    assert read("Budget €800,000 for documents, 8 systems.").size_quote is None

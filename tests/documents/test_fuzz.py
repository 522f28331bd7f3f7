"""Broken files: reading always ends in a Document, and what it says of itself holds."""

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tercet.documents.reading import read_document
from tercet.documents.records import Document

SEEDS = sorted((Path(__file__).parent / "seeds").iterdir())
ROUNDS = 12


def broken(data: bytes, rng: random.Random) -> bytes:
    """`data` with a few bytes changed, a piece cut out, doubled or swapped, or its end gone."""
    out = bytearray(data)
    for _ in range(rng.randint(1, 4)):
        at = rng.randrange(len(out) + 1)
        to = min(len(out), at + rng.randint(1, 60))
        what = rng.randrange(5)
        if what == 0:
            out[at:to] = rng.randbytes(to - at)
        elif what == 1:
            del out[at:to]
        elif what == 2:
            out[at:at] = out[at:to] * rng.randint(1, 8)
        elif what == 3:
            out[at:at] = rng.choice([b"<<", b">>", b"\x00", b"\\u9", b"<w:p>", b"{", b"}", b"]]>"])
        elif len(out) > 20:
            del out[rng.randrange(len(out) // 2, len(out)) :]
    return bytes(out)


def holds(document: Document) -> None:
    """What every Document says of itself."""
    errors = [finding for finding in document.findings if finding.severity == "error"]
    assert (document.read == "none") is bool(errors)
    assert [page.number for page in document.pages] == list(range(1, len(document.pages) + 1))
    assert set(document.unread_pages) <= {page.number for page in document.pages}
    assert all(found.quote.strip() and found.why for found in document.integrity)
    assert "\x00" not in document.text


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name)
def test_broken_copies_of_a_file_are_read_or_refused(path) -> None:
    """No change to a file makes reading fail otherwise than by its own codes."""
    data = path.read_bytes()
    rng = random.Random(path.name)
    for _ in range(ROUNDS):
        holds(read_document(broken(data, rng), path.name))


STARTS = [
    b"",
    b"%PDF-1.7\n",
    b"PK\x03\x04",
    b"{\\rtf1 ",
    b"<html>",
    b'{"basics":',
    b"\x89PNG\r\n\x1a\n",
]


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    st.sampled_from(STARTS),
    st.binary(max_size=300),
    st.sampled_from(["a", "a.md", "a.html", "a.json"]),
)
def test_any_bytes_are_read_or_refused(start, rest, name) -> None:
    """Bytes of no format at all end in a Document too."""
    holds(read_document(start + rest, name))

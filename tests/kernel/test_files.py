"""Strangers' files in, whole files out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tercet.kernel.errors import InputError
from tercet.kernel.files import decode_text, read_text, write_atomically, write_together


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "TC093"),  # empty
        (b" \n\t", "TC093"),  # nothing but white space
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00", "TC092"),  # binary with zero bytes
        (bytes(range(1, 32)) * 20, "TC092"),  # binary without zero bytes
        (b"x" * 2_000_001, "TC091"),  # too large
    ],
)
def test_unreadable_data_is_refused(data, code):
    """Empty, binary and oversized files each have their own code."""
    with pytest.raises(InputError) as caught:
        decode_text(data, place="b.md")
    assert caught.value.code == code
    assert caught.value.place == "b.md"
    assert caught.value.hint


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1))
def test_utf8_and_utf16_read_the_same(text):
    """The encoding of a file does not change what it says."""
    if text.strip() and not text.startswith("\ufeff"):
        assert decode_text(text.encode(), place="x") == text
        assert decode_text(text.encode("utf-16"), place="x") == text


def test_windows_text_is_understood():
    """A euro sign in Windows-1252 is a euro sign."""
    assert decode_text("Budget €600,000 – café".encode("cp1252"), place="x") == (
        "Budget €600,000 – café"
    )


def test_missing_file_has_a_code(tmp_path):
    """A file that is not there is an input error with its place."""
    with pytest.raises(InputError, match="TC094"):
        read_text(tmp_path / "none.md")


def test_large_file_is_not_read_whole(tmp_path):
    """A 50 MB file is refused with its size."""
    path = tmp_path / "big.md"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(InputError, match="50,000,000"):
        read_text(path)


def test_a_failed_write_leaves_the_old_file(tmp_path, monkeypatch):
    """When writing fails, the old file stands and no scrap is left."""
    path = tmp_path / "plan.json"
    write_atomically(path, b"old")
    monkeypatch.setattr("pathlib.Path.replace", lambda *_: (_ for _ in ()).throw(OSError("full")))
    with pytest.raises(InputError, match="full") as caught:
        write_atomically(path, b"new")
    assert caught.value.code == "TC099"
    assert path.read_bytes() == b"old"
    assert [item.name for item in tmp_path.iterdir()] == ["plan.json"]
    with pytest.raises(InputError, match="Cannot write"):
        write_atomically(path / "in a file", b"new")


def test_files_are_written_together_or_not_at_all(tmp_path):
    """One name that a folder has taken keeps all of them from being written."""
    (tmp_path / "b").mkdir()
    with pytest.raises(InputError) as caught:
        write_together({tmp_path / "a": b"1", tmp_path / "b": b"2", tmp_path / "c": b"3"})
    assert caught.value.code == "TC099"
    assert [one.name for one in tmp_path.iterdir()] == ["b"]
    write_together({tmp_path / "a": b"1", tmp_path / "c": b"3"})
    assert (tmp_path / "a").read_bytes() + (tmp_path / "c").read_bytes() == b"13"

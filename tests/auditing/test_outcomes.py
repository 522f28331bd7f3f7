"""Tables that cannot be audited are refused with a code, the value and the place."""

import pytest

from tercet.auditing import Columns, read_sample
from tercet.kernel.errors import InputError


def refused(tmp_path, limits, text, columns):
    file = tmp_path / "t.csv"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(InputError) as caught:
        read_sample(file, columns, limits)
    return caught.value


PLAIN = Columns("out", ("g",))


@pytest.mark.parametrize(
    ("code", "text", "columns", "line"),
    [
        ("TA001", "g,out\nA,yes\nB,hired\n", PLAIN, ":3"),
        ("TA002", "g,out,s\nA,1,3\nB,0,high\n", Columns("out", ("g",), "s"), ":3"),
        ("TA002", "g,out,s\nA,1,inf\n", Columns("out", ("g",), "s"), ":2"),
        ("TA003", "g,out\n" + "".join(f"p{i},1\n" for i in range(201)), PLAIN, ""),
        ("TA004", "g,out\nA,\n", PLAIN, ""),
        ("TA004", "g,out\n", PLAIN, ""),
        ("TA005", "g,out\nA,no\n", Columns("out", ("g",), None, "hired"), ""),
        ("TC093", "", PLAIN, ""),
        ("TC097", "g,out\nA,1\nB,1,2,3\n", PLAIN, ":3"),
        ("TC097", b"PAR1 and then nothing", PLAIN, ""),
        ("TC097", b"g,out\nM\xe9n,1\n", PLAIN, ""),
        ("TC097", "g,g,out\nA,B,1\n", PLAIN, ":1"),
        ("TC092", b"\x00\x01", PLAIN, ""),
        ("TC093", "\n\n", PLAIN, ""),
        ("TC098", "group,out\nA,1\n", PLAIN, ""),
    ],
)
def test_bad_tables_are_refused(tmp_path, limits, code, text, columns, line):
    """Code, place with the line where there is one, and a hint."""
    error = refused(tmp_path, limits, text, columns)
    assert error.code == code
    assert error.place.endswith(f"t.csv{line}")
    assert error.hint


def test_a_missing_file_is_named(tmp_path, limits):
    """A file that is not there is an input error."""
    with pytest.raises(InputError) as caught:
        read_sample(tmp_path / "no.csv", PLAIN, limits)
    assert caught.value.code == "TC094"


def test_good_tables_are_not_refused(tmp_path, limits):
    """Yes and no in any case, a mark in front, semicolons, and a value chosen by the user."""
    file = tmp_path / "t.csv"
    file.write_bytes(b"\xef\xbb\xbfg;out\nA;TRUE\nB;No\nB; 1 \n")
    sample = read_sample(file, PLAIN, limits)
    assert {value: (t.selected, t.n) for (value,), t in sample.cells.items()} == {
        "A": (1, 1),
        "B": (1, 2),
    }
    file.write_text("g,out\nA,hired\nB,left\n")
    sample = read_sample(file, Columns("out", ("g",), None, "hired"), limits)
    assert sum(t.selected for t in sample.cells.values()) == 1

"""Plain YAML in, clear refusals out."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tercet.kernel.errors import InputError
from tercet.kernel.jsonable import to_json
from tercet.kernel.yamls import parse_yaml

plain = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(st.characters(codec="ascii", exclude_categories=["Cc"]), max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text("abcxyz", min_size=1, max_size=4), inner, max_size=3)
    ),
    max_leaves=8,
)


def test_norway_and_dates_stay_text():
    """The country NO is not false, and a date is text until a stage reads it."""
    assert parse_yaml("a: NO\nb: 2027-10-31\nc: true", place="x") == {
        "a": "NO", "b": "2027-10-31", "c": True,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("a: 1\na: 2", 2, "stands twice"),  # repeated key
        ("a: &x [1]\nb: *x", 2, "aliases"),  # the seed of a YAML bomb
        ("[" * 60, 1, "nested deeper"),  # depth bomb
        ("a: !!python/object:os.system x", 1, "constructor"),  # code in data
        ("a: [1", 2, "expected"),  # cut off
        ("? [1, 2]\n: x", 1, "key"),  # a list as key
    ],
)
def test_refusals_name_line_and_rule(text, line, says):
    """What is refused names its line and the rule that it breaks."""
    with pytest.raises(InputError) as caught:
        parse_yaml(text, place="f.yaml")
    assert caught.value.code == "TC090"
    assert says in caught.value.message
    assert caught.value.place.startswith(f"f.yaml:{line}")


@given(plain)
def test_json_is_read_back(value):
    """Every JSON document that tercet writes is YAML that it reads."""
    assert parse_yaml(to_json(value), place="x") == value


@given(st.text(max_size=60))
def test_no_text_breaks_the_reader(text):
    """Any text is either plain data or an `InputError`, never another failure."""
    with contextlib.suppress(InputError):
        parse_yaml(text, place="x")

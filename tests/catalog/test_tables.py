"""Tables that strangers edit are read or faulted, row by row, and never crash."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tercet.catalog.owned import RATE_COLUMNS
from tercet.catalog.read import read_figures, read_rates
from tercet.catalog.tables import FIGURE_COLUMNS, Faults, day, nearest, read_rows

CELL = st.sampled_from(
    ["", "a", "point", "beta", "lognormal", "1", "0.5;9", "nan", "1e999", "-3", "days", "share",
     "2024", "2024-13", "2024-02-30", "tercet", "J", "assumption", '"', "x,y", "é", "\x00"]
)  # fmt: skip
ROWS = st.lists(st.lists(CELL, min_size=6, max_size=9).map(",".join), max_size=6)


@settings(max_examples=150, deadline=None)
@given(rows=ROWS)
def test_any_figures_are_read_or_faulted(tmp_path_factory, rows):
    """Each row of a table of figures gives a figure or at least one fault."""
    folder = tmp_path_factory.mktemp("any")
    (folder / "figures").mkdir()
    text = "\n".join([",".join(FIGURE_COLUMNS), *rows])
    (folder / "figures" / "some.csv").write_text(text, "utf-8")
    faults = Faults()
    figures = read_figures(folder, {"tercet": None}, faults)
    whole = [row for row in rows if row.strip()]
    assert len(figures) + len(faults.found) >= min(1, len(whole))
    assert all(figure.source == "tercet" for figure in figures.values())


@given(
    st.lists(
        st.tuples(
            st.text("ABCDEFGH", min_size=3, max_size=3),
            st.floats(1e-6, 999, allow_nan=False),
            st.dates().map(str),
        ),
        max_size=8,
        unique_by=lambda row: row[0],
    )
)
def test_sound_rates_are_all_read(tmp_path_factory, rows):
    """A sound table comes back whole, value by value."""
    path = tmp_path_factory.mktemp("rates") / "rates.csv"
    head = "currency,usd_per_unit,date,source,grade,note"
    lines = [f"{code},{value!r},{when},tercet,X," for code, value, when in rows]
    path.write_text("\n".join([head, *lines]), "utf-8")
    faults = Faults()
    figures = read_rates(path, {"tercet": None}, faults, place="rates.csv")
    assert faults.found == []
    assert {id[5:]: figure.value.values[0] for id, figure in figures.items()} == {
        code: value for code, value, _ in rows
    }


def test_a_spreadsheet_of_windows_is_read(tmp_path):
    """Line ends and marks of other systems don't matter."""
    path = tmp_path / "own.csv"
    path.write_bytes(b"\xef\xbb\xbfcurrency,usd_per_unit,date\r\nEUR,1.1,2026-01-02\r\n")
    faults = Faults()
    (row,) = read_rows(path, RATE_COLUMNS, faults)
    assert row["currency"] == "EUR"
    assert row.place == "own.csv:2"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024", date(2024, 1, 1)),
        ("2024-07", date(2024, 7, 1)),
        ("2024-07-31", date(2024, 7, 31)),
        ("2024-13", None),
        ("2024-02-30", None),
        ("24", None),
        ("", None),
    ],
)
def test_dates_are_as_precise_as_their_source(text, expected):
    """A year or a month stands for its first day; what is no date is none."""
    assert day(text) == expected


def test_the_nearest_word_is_a_hint_only_when_it_is_near():
    """A slip gets a suggestion, nonsense gets none."""
    assert "ramp.mid" in nearest("ramp.mdi", ["ramp.mid", "pod.margin"])
    assert nearest("xyz", ["ramp.mid"]) == ""

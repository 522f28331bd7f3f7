"""A linear program begun at the corner of a similar one has the same answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tercet.planning.solver import Model, solve_lp

PRICES = st.lists(st.integers(1, 50), min_size=2, max_size=6)


def cover(prices: list[int], *, weeks: int = 3, spare: bool = False) -> Model:
    """Each week needs one of the options; every option serves two weeks in a row."""
    model = Model()
    for i, price in enumerate(prices):
        model.add_column(("option", i), price, upper=2)
    for week in range(weeks):
        serving = [(i, 1.0) for i in range(len(prices)) if week in (i % weeks, (i + 1) % weeks)]
        short = model.add_column(("short", week), 100)
        model.add_row([*serving, (short, 1.0)], lower=1, key=("week", week))
    if spare:
        model.add_row([(0, 1.0), (1, 1.0)], upper=3)
    return model


@given(PRICES, st.integers(1, 6), st.booleans())
def test_a_known_corner_changes_no_answer(prices: list[int], fewer: int, spare: bool) -> None:
    """With columns and rows more than the model that it was the corner of, or the other way."""
    whole = cover(prices, spare=spare)
    part = cover(prices[: max(2, len(prices) - fewer)])
    for model, other in ((whole, part), (part, whole)):
        begun = solve_lp(model, start=solve_lp(other).basis)
        assert begun.objective == pytest.approx(solve_lp(model).objective)
        assert begun.bound == pytest.approx(begun.objective, abs=1e-6)


def test_rows_without_a_key_keep_their_name_when_columns_are_added() -> None:
    """A row is found again by its first column and its turn among the rows of that column."""
    model, more = Model(), Model()
    for built, keys in ((model, "ab"), (more, "xab")):
        for key in keys:
            built.add_column(key)
        for _ in range(2):
            built.add_row([(built.column["a"], 1.0), (built.column["b"], 1.0)], upper=1)
    assert model.row_names() == more.row_names() == [("a", 0), ("a", 1)]

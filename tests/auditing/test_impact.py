"""Impact ratios: who is compared with whom, who is not, and what is said about it."""

import csv
import statistics

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tercet.auditing import Columns, Sample, Tally, audit, read_sample
from tercet.auditing.judging import flips_of, verdict_of


def people(value, n, selected):
    """`n` rows of a group, `selected` of them with a yes."""
    return [(value, "yes" if i < selected else "no") for i in range(n)]


def rows_of(result, category):
    return {row.value: row for row in result.categories[category].rows}


def codes(result):
    return [finding.code for finding in result.findings]


def test_field_experiment_of_callbacks(shared, limits):
    """Bertrand and Mullainathan: 157 against 235 of 2,435 called back is no chance."""
    file = shared / "data" / "hiring" / "ResumeNames_bertrand_mullainathan.csv"
    result = audit(read_sample(file, Columns("call", ("ethnicity", "gender")), limits), limits)
    row = rows_of(result, "ethnicity")["afam"]
    assert (row.selected, row.n) == (157, 2435)
    assert round(row.ratio, 3) == 0.668
    assert row.p_fisher < 1e-4
    assert row.verdict == result.verdict == "below"
    assert result.categories["ethnicity"].reference == "cauc"
    assert rows_of(result, "gender")["male"].verdict == "ok"
    assert "ethnicity x gender" in result.categories


def test_a_tiny_group_is_never_the_reference(audited):
    """A group of under 2 % has no ratio and sets none, however often it is selected."""
    rows = people("A", 500, 50) + people("B", 500, 45) + people("Tiny", 5, 4)
    result = audited(rows, "g")
    seen = rows_of(result, "g")
    assert result.categories["g"].reference == "A"
    assert seen["B"].ratio == pytest.approx(0.9)
    assert (seen["Tiny"].ratio, seen["Tiny"].verdict) == (None, "too-few")
    assert (seen["Tiny"].n, seen["Tiny"].rate) == (5, 0.8)
    assert result.verdict == "ok"
    assert "TA013" in codes(result)


def test_two_percent_exactly_is_compared(audited):
    """The rule is under 2 %: 2 of 100 stay in."""
    rows = people("A", 98, 40) + people("B", 2, 1)
    assert rows_of(audited(rows, "g"), "g")["A"].ratio == pytest.approx(40 / 98 / 0.5)


def test_a_large_gap_between_few_people_is_too_few_to_say(audited):
    """3 of 38 against 23 of 131 is under four fifths, and chance explains it."""
    result = audited(people("30 to 44", 131, 23) + people("45 and over", 38, 3), "age")
    row = rows_of(result, "age")["45 and over"]
    assert row.ratio < 0.8
    assert row.p_midp > 0.05
    assert row.verdict == "too-few"


def test_equal_rates_are_ok_only_where_a_gap_could_show(audited):
    """With four people even none selected would not be a sign, so equality is none either."""
    result = audited(people("A", 40, 10) + people("B", 4, 1), "g")
    assert rows_of(result, "g")["B"].verdict == "too-few"
    result = audited(people("A", 40, 20) + people("B", 40, 20), "g")
    assert {row.verdict for row in rows_of(result, "g").values()} == {"ok", "reference"}


@given(st.integers(0, 60), st.integers(10, 60), st.integers(1, 80))
@settings(max_examples=60, deadline=None)
def test_flips_are_the_least_number_of_changed_decisions(limits, x, n, y):
    """Counting one decision after another finds the same number."""
    group, reference = Tally(n, min(x, n)), Tally(80, y)
    below = verdict_of(group, reference, limits) == "below"
    step, room = (1, n - group.selected) if below else (-1, group.selected)
    changed = [
        k for k in range(1, room + 1)
        if (verdict_of(Tally(n, group.selected + step * k), reference, limits) == "below") != below
    ]  # fmt: skip
    assert flips_of(group, reference, limits) == (changed[0] if changed else None)


def test_scoring_rate_uses_the_middle_of_the_whole_sample(audited):
    """Above the median of everybody, people of unknown group included."""
    rows = [("A", 1, s) for s in (1, 2, 8, 9)] + [("B", 1, s) for s in (3, 4, 5, 10)]
    rows += [("", 1, s) for s in (20, 21)]
    result = audited(rows, "g", score=True)
    assert result.median == statistics.median([1, 2, 8, 9, 3, 4, 5, 10, 20, 21]) == 6.5
    seen = rows_of(result, "g")
    assert (seen["A"].scoring.rate, seen["A"].scoring.ratio) == (0.5, 1.0)
    assert (seen["B"].scoring.rate, seen["B"].scoring.ratio) == (0.25, 0.5)


def test_sweep_is_the_ratio_at_each_cut_off(audited):
    """Each score that occurs is tried as the line; the lowest, which takes all, is not."""
    rows = [("A", 1, s) for s in (1, 2, 3, 3)] + [("B", 1, s) for s in (1, 1, 2, 3)]
    sweep = {(p.cutoff, p.value): p.ratio for p in audited(rows, "g", score=True).sweep}
    assert sweep == {(2, "A"): 1, (2, "B"): pytest.approx(2 / 3), (3, "A"): 1, (3, "B"): 0.5}


def test_crossed_groups_have_both_names_and_unknown_in_either_is_unknown(audited):
    """Pairs of categories are audited under "a x b"."""
    rows = [("w", "x", 1), ("w", "", 1), ("m", "y", 0), ("?", "y", 1)]
    result = audited(rows, "sex", "origin")
    assert set(result.categories) == {"sex", "origin", "sex x origin"}
    assert set(rows_of(result, "sex x origin")) == {"w x x", "m x y"}
    assert result.unknown == {"sex": 1, "origin": 1, "sex x origin": 2}


def test_everybody_unknown_and_nobody_selected(audited):
    """No group and no selection are answers, not errors."""
    result = audited([("", "no"), ("unknown", "no")], "g")
    assert result.categories["g"].rows == ()
    assert result.verdict == "too-few"
    result = audited(people("A", 30, 0) + people("B", 30, 0), "g")
    assert result.categories["g"].reference is None
    assert {row.ratio for row in rows_of(result, "g").values()} == {None}
    assert "TA012" in codes(result)


@given(
    st.lists(st.tuples(st.sampled_from("AB?"), st.sampled_from("xy"), st.booleans()), min_size=1)
)
@settings(max_examples=40, deadline=None)
def test_counts_are_those_of_the_table(limits, rows):
    """Rates of single categories are those that counting row by row gives."""
    cells = {}
    for g, h, chosen in rows:
        key = ("unknown" if g == "?" else g, h)
        cells[key] = cells.get(key, Tally()) + Tally(1, int(chosen))
    result = audit(Sample(("g", "h"), cells), limits)
    for row in result.categories["g"].rows:
        mine = [chosen for g, _, chosen in rows if g == row.value]
        assert (row.n, row.selected, row.rate) == (len(mine), sum(mine), sum(mine) / len(mine))
    assert result.unknown["g"] == sum(g == "?" for g, _, _ in rows)
    assert result.selected == sum(chosen for *_, chosen in rows)


@pytest.mark.parametrize(
    ("code", "rows"),
    [
        ("TA011", people("A", 100, 60) + people("B", 100, 30)),
        ("TA014", people("A", 100, 60)),
        ("TA015", people("A", 40, 6) + people("B", 40, 6) + people("", 20, 3)),
        ("TA016", [*people("A", 40, 6), *people("B", 40, 6), ("B", "")]),
        ("TA018", people("A", 90, 60) + people("B", 90, 55) + people("C", 90, 58)),
        ("TA010", [*people("A", 40, 6), *people("a ", 40, 6), *people("B", 40, 6)]),
    ],
)
def test_each_finding_fires_and_stays_silent(audited, code, rows):
    """A finding is made where its rule holds, and not on a fair table."""
    assert code in codes(audited(rows, "g"))
    assert code not in codes(audited(people("A", 100, 50) + people("B", 100, 50), "g"))


def test_missing_scores_are_said(audited):
    """People with an outcome and no score are counted in a finding."""
    rows = [("A", 1, 3), ("A", 0, ""), ("B", 1, 4)]
    assert "TA017" in codes(audited(rows, "g", score=True))
    assert "TA017" not in codes(audited([("A", 1, 3), ("B", 0, 4)], "g", score=True))


def test_sentences_say_what_is_not_meant(audited):
    """The last sentence claims neither independence nor advice; each compared group has one."""
    result = audited(people("A", 100, 60) + people("B", 100, 30), "g")
    assert "not an independent audit" in result.sentences[-1]
    assert any(
        s.startswith("g, B: 30 in 100 were selected, against 60 in 100 of")
        for s in result.sentences
    )


def test_a_small_gap_in_large_groups_is_not_called_chance(audited):
    """At or above four fifths is no alarm, and yet it is said that chance seldom does this."""
    large = audited(people("A", 2000, 1000) + people("B", 2000, 900), "g")
    assert rows_of(large, "g")["B"].verdict == "ok"
    assert any("Chance alone makes such a gap only in 1 of" in s for s in large.sentences)
    small = audited(people("A", 200, 100) + people("B", 200, 90), "g")
    assert rows_of(small, "g")["B"].verdict == "ok"
    assert not any("Chance alone makes such a gap only" in s for s in small.sentences)


def test_a_table_is_read_the_same_from_parquet(tmp_path, limits):
    """CSV and Parquet of the same people, typed or not, give the same audit."""
    pl = pytest.importorskip("polars")
    frame = pl.DataFrame({"g": ["A", "A", "B", None] * 20, "hired": [True, False, True, True] * 20,
                          "s": [1.5, 2.0, None, 4.0] * 20})  # fmt: skip
    frame.write_parquet(tmp_path / "t.parquet")
    with (tmp_path / "t.csv").open("w", newline="") as file:
        out = csv.writer(file, delimiter=";")
        out.writerow(frame.columns)
        out.writerows([["" if v is None else v for v in row] for row in frame.iter_rows()])
    columns = Columns("hired", ("g",), "s")
    one, two = (
        audit(read_sample(tmp_path / name, columns, limits), limits)
        for name in ("t.csv", "t.parquet")
    )
    assert one == two
    assert one.unknown == {"g": 20}


@given(st.integers(1, 200), st.integers(1, 2000), st.integers(1, 200))
@settings(max_examples=60, deadline=None)
def test_exactly_four_fifths_is_not_under(limits, a, b, scale):
    """4a of 10b against 5a of 10b is four fifths, whatever a and b; one fewer is under."""
    n = 10 * b * scale
    assert not limits.under(4 * a, n, 5 * a, n)
    assert limits.under(4 * a - 1, n, 5 * a, n)
    assert not limits.small(2 * a, 100 * a)
    assert limits.small(2 * a - 1, 100 * a)

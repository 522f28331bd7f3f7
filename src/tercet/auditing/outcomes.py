"""From a user's table, CSV or Parquet, to counts by group; nothing about one person is kept."""

from collections import defaultdict
from pathlib import Path

import numpy as np
import polars as pl
from numpy.typing import NDArray

from tercet.auditing.records import UNKNOWN, Columns, Limits, Sample, Tally
from tercet.kernel.frames import read_frame
from tercet.kernel.rules import Finding, broken, finding

YES, NO = ("1", "true", "yes", "1.0"), ("0", "false", "no", "0.0")
NOT_STATED = frozenset(
    ("", "unknown", "not stated", "not disclosed", "undisclosed", "prefer not to say", "n/a",
     "na", "null", "none", "nan", "missing", "?", "-", "declined", "decline to state",
     "prefer not to answer", "decline to answer", "not specified", "unspecified", "withheld")
)  # fmt: skip
"""Words for a value that a person did not give, in lower case."""
_OUTCOME, _SCORE = "·outcome", "·score"


def read_sample(path: str | Path, columns: Columns, limits: Limits) -> Sample:
    """Counts by combination of category values, from a table with one row a person.

    Raises `InputError`: no such column or file, an outcome that is neither yes nor no (TA001), a
    score that is no number (TA002), a category with too many values (TA003), or nobody with an
    outcome (TA004).
    """
    place = str(path)
    frame = _named(path, columns)
    scored = columns.score is not None
    if scored:
        frame = frame.with_columns(_numbers(frame, columns, place))
    outcomes = _outcomes(frame, columns, place)
    decided = frame.filter(pl.col(_OUTCOME).is_in(list(outcomes)))
    if decided.is_empty():
        raise broken(__package__, "TA004", place=place, column=columns.outcome)
    scores = np.sort(decided[_SCORE].drop_nulls().to_numpy()) if scored else np.array([])
    median = float(np.median(scores)) if len(scores) else None
    cutoffs = _cutoffs(scores, limits.sweep_steps)
    counted = _count(decided, columns.categories, outcomes, median, cutoffs)
    cells, merged = _cells(counted, columns.categories, len(cutoffs), limits, place)
    return Sample(
        categories=columns.categories, cells=cells, cutoffs=cutoffs,
        median=median,
        undecided=len(frame) - len(decided),
        unscored=len(decided) - len(scores) if scored else 0,
        findings=tuple(merged),
    )  # fmt: skip


def _named(path: str | Path, columns: Columns) -> pl.DataFrame:
    """The columns that matter, categories and outcome as trimmed text, under fixed names."""
    wanted = [columns.outcome, *columns.categories, *([columns.score] if columns.score else [])]
    frame = read_frame(path, wanted)
    text = [pl.col(columns.outcome).alias(_OUTCOME)]
    text += [pl.col(name).alias(f"{i}") for i, name in enumerate(columns.categories)]
    parts = [c.cast(pl.String).str.strip_chars().fill_null("") for c in text]
    if columns.score:
        parts.append(pl.col(columns.score).alias(_SCORE))
    return frame.select(parts)


def _numbers(frame: pl.DataFrame, columns: Columns, place: str) -> pl.Expr:
    """Scores as numbers; blank ones are missing, others must be finite."""
    given = frame[_SCORE]
    values = given.cast(pl.Float64, strict=False)
    doubtful = (~(values.is_finite() & values.is_not_null()).fill_null(False)).arg_true()
    for row, cell in zip(doubtful, given.gather(doubtful).cast(pl.String), strict=True):
        if (cell or "").strip().lower() in NOT_STATED:
            continue
        raise broken(__package__, "TA002", place=f"{place}:{row + 2}", value=cell,
                     column=columns.score)  # fmt: skip
    values = values.set(~values.is_finite().fill_null(True), None)
    return pl.lit(values).alias(_SCORE)


def _outcomes(frame: pl.DataFrame, columns: Columns, place: str) -> dict[str, bool]:
    """Which of the outcomes that occur mean selected; blank ones mean nothing."""
    seen = sorted(value for value in frame[_OUTCOME].unique().to_list() if value)
    if columns.selected is not None:
        if seen and columns.selected not in seen:
            raise broken(__package__, "TA005", place=place, value=columns.selected,
                         column=columns.outcome, seen=_some(seen))  # fmt: skip
        return {value: value == columns.selected for value in seen}
    for value in seen:
        if value.lower() not in (*YES, *NO):
            row = int((frame[_OUTCOME] == value).arg_true()[0])
            raise broken(__package__, "TA001", place=f"{place}:{row + 2}", value=value,
                         column=columns.outcome)  # fmt: skip
    return {value: value.lower() in YES for value in seen}


def _some(values: list[str]) -> str:
    return ", ".join(values[:5]) + (" …" if len(values) > 5 else "")


def _cutoffs(scores: NDArray[np.float64], steps: int) -> tuple[float, ...]:
    """Every one of the sorted scores, or `steps` evenly spread ones; the lowest rejects nobody."""
    distinct = scores[np.flatnonzero(np.diff(scores)) + 1]
    if len(distinct) <= steps:
        return tuple(map(float, distinct))
    at = [round(i / (steps + 1) * (len(scores) - 1)) for i in range(1, steps + 1)]
    return tuple(sorted({float(scores[i]) for i in at}))


def _count(
    decided: pl.DataFrame, categories: tuple[str, ...], outcomes: dict[str, bool],
    median: float | None, cutoffs: tuple[float, ...],
) -> pl.DataFrame:  # fmt: skip
    """One row for each combination of values as they are written."""
    yes = [value for value, selected in outcomes.items() if selected]
    sums = [pl.len().alias("n"), pl.col(_OUTCOME).is_in(yes).sum().alias("selected")]
    score = pl.col(_SCORE) if median is not None else pl.lit(None, pl.Float64)
    sums.append(score.is_not_null().sum().alias("scored"))
    sums.append((score > pl.lit(median, pl.Float64)).sum().alias("above"))
    sums += [(score >= cutoff).sum().alias(f"reach{i}") for i, cutoff in enumerate(cutoffs)]
    return decided.group_by([f"{i}" for i in range(len(categories))]).agg(sums)


def _cells(
    counted: pl.DataFrame, categories: tuple[str, ...], steps: int, limits: Limits, place: str
) -> tuple[dict[tuple[str, ...], Tally], list[Finding]]:
    """Tallies by values, where spellings that differ in case or blanks only are one."""
    width, found = len(categories), []
    spellings: list[dict[str, str]] = []
    for i, name in enumerate(categories):
        sizes: dict[str, int] = defaultdict(int)
        for value, n in counted.group_by(f"{i}").agg(pl.col("n").sum()).iter_rows():
            sizes[value] += n
        if len(sizes) > limits.most_values:
            raise broken(__package__, "TA003", place=place, column=name, count=len(sizes),
                         most=limits.most_values)  # fmt: skip
        names, merged = _one_spelling(sizes)
        spellings.append(names)
        if merged:
            found.append(finding(__package__, "TA010", place=name, values="; ".join(merged)))
    cells: dict[tuple[str, ...], Tally] = {}
    for row in counted.sort([f"{i}" for i in range(width)]).iter_rows():
        key = tuple(spellings[i][row[i]] for i in range(width))
        n, selected, scored, above, *reaching = row[width:]
        tally = Tally(n, selected, scored, above, tuple(reaching))
        cells[key] = cells[key] + tally if key in cells else tally
    return cells, found


def _one_spelling(sizes: dict[str, int]) -> tuple[dict[str, str], list[str]]:
    """The commonest spelling of each value, and which spellings were merged."""
    alike: dict[str, list[str]] = defaultdict(list)
    for value in sorted(sizes, key=lambda v: (-sizes[v], v)):
        alike[" ".join(value.lower().split())].append(value)
    names: dict[str, str] = {}
    merged = []
    for key, values in alike.items():
        chosen = UNKNOWN if key in NOT_STATED else values[0]
        names |= dict.fromkeys(values, chosen)
        if len(values) > 1 and chosen != UNKNOWN:
            merged.append(", ".join(values))
    return names, merged

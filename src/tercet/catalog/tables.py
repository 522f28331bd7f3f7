"""Reading the catalogue's tables: every fault is noted with its line, and none is fatal."""

import csv
import difflib
import io
import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import get_args

from tercet.kernel.errors import InputError
from tercet.kernel.files import read_text
from tercet.kernel.provenance import Figure, Grade
from tercet.kernel.rules import Finding, finding
from tercet.kernel.uncertain import Distribution, Kind

SHIPPED = Path(__file__).parent / "data"
FIGURE_COLUMNS = ("id", "kind", "values", "unit", "date", "source", "grade", "note")
UNITS: Mapping[str, tuple[float, float]] = {
    "share": (0, 1),
    "share-per-year": (0, 1),
    "fraction": (0, 10),
    "factor": (0.001, 100),
    "productivity": (0, 2),
    "sigma": (0, 2),
    "quantile": (0.01, 0.99),
    "count": (0, 1_000_000),
    "hours": (0, 10_000),
    "days": (0, 2000),
    "weeks": (0, 520),
    "person-weeks": (0, 10_000),
    "months": (0, 120),
    "log-odds": (-10, 10),
    "USD": (0, 1e9),
    "USD-per-unit": (1e-9, 1000),
}
"""Units of figures with the smallest and largest value that is not a slip of the pen."""
SHARES = ("share", "share-per-year")
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_SHAPES = {
    "point": "one value",
    "triangular": "low, likely and high in rising order",
    "lognormal": "a median above zero and a 90th percentile not below it",
    "beta": "a mean between 0 and 1 and a sample size above zero",
    "discrete": "pairs of value and weight, weights above zero",
}


@dataclass(slots=True)
class Faults:
    """Collects what is wrong with a folder of files, in the order in which it is met."""

    found: list[Finding] = field(default_factory=list)
    spoilt: set[str] = field(default_factory=set)
    """Ids that have a row which is at fault, so that nobody calls them missing as well."""

    def add(self, code: str, place: str, **values: object) -> None:
        """Note that rule `code` is broken at `place`."""
        self.found.append(finding(__package__, code, place=place, **values))

    def note(self, error: InputError, place: str | None = None) -> None:
        """Note an error that reading a file raised."""
        where = place or error.place
        self.found.append(Finding(error.code, "error", error.message, where, error.hint))

    def raise_first(self) -> None:
        """Raise the first fault, if there is any, as an `InputError`."""
        if self.found:
            first = self.found[0]
            raise InputError(first.code, first.message, place=first.place, hint=first.fix)

    def refer(
        self, place: str, column: str, ids: Iterable[str], known: Iterable[str], file: str
    ) -> None:
        """Note each of `ids` that is not among the `known` ones, which `file` defines."""
        for id in ids:
            if id not in known and id not in self.spoilt:
                near = nearest(id, known)
                self.add("TC009", place, column=column, value=id, file=file, nearest=near)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table, with the place that a person would look it up at."""

    place: str
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def words(self, column: str) -> tuple[str, ...]:
        """The parts of a cell that are separated by bars."""
        return tuple(part.strip() for part in self.cells[column].split("|") if part.strip())


def nearest(word: str, known: Iterable[str]) -> str:
    """A hint such as `; did you mean "ramp.mid"?`, or nothing where nothing is near."""
    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f'; did you mean "{close[0]}"?' if close else ""


def read_rows(
    path: Path, columns: tuple[str, ...], faults: Faults, *, place: str | None = None
) -> list[Row]:
    """Rows of a comma-separated table whose first line names exactly `columns`."""
    place = place or path.name
    rows: list[Row] = []
    try:
        reader = csv.reader(io.StringIO(read_text(path)))
        head = tuple(next(reader))
        if head != columns:
            faults.add("TC002", f"{place}:1", found=", ".join(head), wanted=", ".join(columns))
            return rows
        for cells in reader:
            where = f"{place}:{reader.line_num}"
            if cells and len(cells) != len(columns):
                faults.add("TC003", where, found=len(cells), wanted=len(columns))
            elif cells:
                rows.append(Row(where, dict(zip(columns, map(str.strip, cells), strict=True))))
    except InputError as error:
        faults.note(error, place)
    except csv.Error as error:
        faults.add("TC019", f"{place}:{reader.line_num}", what=error)
    return rows


def read_figure(row: Row, sources: Iterable[str], faults: Faults) -> Figure | None:
    """The figure that a row states, or None where the row is at fault."""
    before = len(faults.found)
    for column in ("id", "unit", "date", "source", "grade"):
        if not row[column]:
            faults.add("TC004", row.place, column=column)
    for column, known in (("grade", get_args(Grade)), ("unit", tuple(UNITS))):
        if row[column] and row[column] not in known:
            faults.add("TC008", row.place, column=column, value=row[column], known=", ".join(known))
    check_provenance(row, sources, faults)
    value = distribution(row, faults)
    if value is not None and row["unit"] in UNITS:
        check_range(value, row["unit"], row.place, faults)
        if row["id"].startswith("notice."):
            for days in _support(value):
                if not 0 <= days <= 200:
                    faults.add("TC016", row.place, value=days)
    if value is None or len(faults.found) > before:
        faults.spoilt.add(row["id"])
        return None
    grade: Grade = row["grade"]  # type: ignore[assignment]  # checked against the list above
    return Figure(row["id"], value, row["unit"], row["date"], row["source"], grade, row["note"])


def check_provenance(
    row: Row, sources: Iterable[str], faults: Faults, *, column: str = "date"
) -> None:
    """Note a date that cannot be read, a source nobody defines, an assumption not called so."""
    if row[column] and day(row[column]) is None:
        faults.add("TC012", row.place, column=column, value=row[column])
    faults.refer(row.place, "source", row.words("source"), sources, "sources.csv")
    if row["grade"] in ("M", "J") and "assumption" not in row["note"].lower():
        faults.add("TC011", row.place, grade=row["grade"])


def day(text: str) -> date | None:
    """The first day of a date that is written as YYYY, YYYY-MM or YYYY-MM-DD."""
    if not _DATE.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text + "-01-01"[len(text) - 4 :])
    except ValueError:
        return None


def number(row: Row, column: str, faults: Faults) -> float | None:
    """The finite number in a cell, or None where it is none."""
    return _number(row[column], column, row.place, faults)


def _number(text: str, column: str, place: str, faults: Faults) -> float | None:
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        faults.add("TC005", place, column=column, value=text)
        return None
    return value


def distribution(row: Row, faults: Faults) -> Distribution | None:
    """The distribution that the cells `kind` and `values` describe."""
    kind, text = row["kind"], row["values"]
    if kind not in get_args(Kind):
        known = ", ".join(get_args(Kind))
        faults.add("TC008", row.place, column="kind", value=kind, known=known)
        return None
    numbers = [_number(part.strip(), "values", row.place, faults) for part in text.split(";")]
    values = tuple(value for value in numbers if value is not None)
    if len(values) < len(numbers):
        return None
    try:
        return Distribution(kind, values)  # type: ignore[arg-type]  # checked just above
    except ValueError:
        faults.add("TC006", row.place, value=text, kind=kind, wanted=_SHAPES[kind])
        return None


def _support(value: Distribution) -> tuple[float, ...]:
    """The numbers that say how far a distribution reaches."""
    match value.kind:
        case "beta":
            return value.values[:1]
        case "discrete":
            return value.values[::2]
        case _:
            return value.values


def check_range(value: Distribution, unit: str, place: str, faults: Faults) -> None:
    """Note a kind, or the first number of `value`, that its unit does not allow.

    A share needs a kind that ends at one, and only shares have a beta.
    """
    if value.kind == ("lognormal" if unit in SHARES else "beta"):
        faults.add("TC020", place, kind=value.kind, unit=unit)
    low, high = UNITS[unit]
    for number in _support(value):
        if not low <= number <= high:
            faults.add("TC007", place, value=f"{number:g}", low=low, high=f"{high:g}", unit=unit)
            return


def once(rows: list[Row], column: str, faults: Faults) -> Iterator[Row]:
    """Those rows whose id did not stand before."""
    first: dict[str, str] = {}
    for row in rows:
        id = row[column]
        if not id:
            faults.add("TC004", row.place, column=column)
        elif id in first:
            faults.add("TC010", row.place, value=id, first=first[id])
        else:
            first[id] = row.place
            yield row

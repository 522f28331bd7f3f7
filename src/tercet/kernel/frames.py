"""Reading tables that strangers hand over, CSV or Parquet, as data frames."""

import csv
import difflib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tercet.kernel.errors import InputError

if TYPE_CHECKING:
    import polars as pl

_MARK = b"PAR1"
_SEPARATORS = ",;\t|"


def read_frame(
    path: str | Path, columns: Sequence[str], *, optional: Sequence[str] = ()
) -> "pl.DataFrame":
    """The named columns of a table; of `optional` ones those that it has.

    CSV (comma, semicolon, tab or bar; UTF-8) gives text with nothing guessed; Parquet, told by
    its content, gives its own types. Raises `InputError` TC092 to TC094 (not text, empty, not
    opened), TC097 (not such a table) or TC098 (no such column).
    """
    import polars as pl

    place = str(path)
    head = _head(place)
    if not head.startswith(_MARK):
        _refuse_repeated(head, columns, place)
    try:
        if head.startswith(_MARK):
            frame = pl.scan_parquet(place)
        else:
            frame = pl.scan_csv(
                place, separator=_separator(head), infer_schema=False, try_parse_dates=False
            )
        names = frame.collect_schema().names()
        _refuse_missing(columns, names, place)
        wanted = dict.fromkeys([*columns, *(name for name in optional if name in names)])
        return frame.select(list(wanted)).collect()
    except (pl.exceptions.PolarsError, OSError) as error:
        line = None if head.startswith(_MARK) else _uneven_line(place, _separator(head))
        what = str(error).splitlines()[0] if line is None else "the line has too many cells"
        raise InputError(
            "TC097", f"Cannot read the table: {what}", place=f"{place}:{line}" if line else place,
            hint="Give CSV in UTF-8 whose first line names the columns, or Parquet",
        ) from error  # fmt: skip


def _head(place: str) -> bytes:
    try:
        with open(place, "rb") as file:
            head = file.read(4096)
    except OSError as error:
        raise InputError(
            "TC094", f"Cannot open the file: {error.strerror or error}", place=place,
            hint="Check the name and the rights to read it",
        ) from error  # fmt: skip
    if b"\x00" in head and not head.startswith(_MARK):
        raise InputError(
            "TC092", "This is not text", place=place, hint="Give CSV in UTF-8, or Parquet"
        )
    if not head.strip():
        raise InputError("TC093", "The file is empty", place=place, hint="Give a table with rows")
    return head


def _separator(head: bytes) -> str:
    """The mark that stands most often in the first line."""
    first = head.splitlines()[0].decode("utf-8", "replace")
    return max(_SEPARATORS, key=first.count)


def _refuse_repeated(head: bytes, columns: Sequence[str], place: str) -> None:
    """Two columns of one name: nobody can say which is meant."""
    first = head.decode("utf-8-sig", "replace").splitlines()[0]
    names = next(csv.reader([first], delimiter=_separator(head)), [])
    twice = next((name for name in columns if names.count(name) > 1), None)
    if twice is not None:
        raise InputError(
            "TC097", f"Cannot read the table: two columns are called {twice!r}",
            place=f"{place}:1", hint="Give each column a name of its own",
        )  # fmt: skip


def _refuse_missing(columns: Sequence[str], names: Sequence[str], place: str) -> None:
    for column in columns:
        if column not in names:
            near = difflib.get_close_matches(column, names, n=1)
            raise InputError(
                "TC098", f"There is no column {column!r}", place=place,
                hint=f"Did you mean {near[0]!r}?" if near else f"There are: {', '.join(names)}",
            )  # fmt: skip


def _uneven_line(place: str, separator: str) -> int | None:
    """The first line with more cells than the first one has."""
    with open(place, encoding="utf-8", errors="replace", newline="") as file:
        rows = csv.reader(file, delimiter=separator)
        try:
            width = len(next(rows))
            return next((rows.line_num for row in rows if len(row) > width), None)
        except (csv.Error, StopIteration):
            return None

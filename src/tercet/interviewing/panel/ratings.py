"""Ratings from a user's table: CSV or Parquet, one row a rating."""

import math
from pathlib import Path

from tercet.interviewing.panel.records import Rating
from tercet.kernel.frames import read_frame
from tercet.kernel.rules import broken

_PACKAGE = "tercet.interviewing"
COLUMNS = ("candidate", "rater", "question", "score")
OPTIONAL = ("note", "criterion")
MOST = 20_000


def read_ratings(path: str | Path) -> tuple[Rating, ...]:
    """Every rating of a table with candidate, rater, question, score and perhaps note, criterion.

    A blank score is a rating not given. Raises `InputError` TC093 to TC098 for the file, TI050
    (a cell is blank), TI051 (no number), TI052 (rated twice), TI053 (nothing), TI054 (too many).
    """
    frame = read_frame(path, COLUMNS, optional=OPTIONAL)
    if len(frame) > MOST:
        raise broken(_PACKAGE, "TI054", place=str(path), count=len(frame), most=MOST)
    ratings: list[Rating] = []
    seen: dict[tuple[str, str, str], int] = {}
    for line, row in enumerate(frame.iter_rows(named=True), start=2):
        place = f"{path}:{line}"
        cells = {name: _text(value) for name, value in row.items()}
        score = _score(cells["score"], place)
        if score is None:
            continue
        for name in COLUMNS[:3]:
            if not cells[name]:
                raise broken(_PACKAGE, "TI050", place=place, column=name)
        key = cells["candidate"], cells["rater"], cells["question"]
        if key in seen:
            raise broken(_PACKAGE, "TI052", place=place, candidate=key[0], rater=key[1],
                         question=key[2], line=seen[key])  # fmt: skip
        seen[key] = line
        ratings.append(Rating(*key, score, cells.get("note", ""), cells.get("criterion", "")))
    if not ratings:
        raise broken(_PACKAGE, "TI053", place=str(path))
    return tuple(ratings)


def _text(value: object) -> str:
    return "" if value is None else str(value).strip()


def _score(text: str, place: str) -> float | None:
    if not text:
        return None
    try:
        score = float(text)
    except ValueError:
        score = math.nan
    if not math.isfinite(score) or abs(score) > 1e9:
        raise broken(_PACKAGE, "TI051", place=place, value=text)
    return score

"""Kept batches → one result file: places among all, copies found, nothing held but keys."""

import json
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tercet.catalog.records import VETTED
from tercet.kernel.files import replacing
from tercet.kernel.jsonable import jsonable
from tercet.kernel.rules import finding
from tercet.screening.contract import ordered
from tercet.screening.likeness import copies, near_copies
from tercet.screening.ordering import Key, places


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run over many files came to, by numbers of files."""

    files: int
    unread: int
    copies: int
    near_copies: int
    best: tuple[tuple[int, str], ...]
    """(place, file) of the first, in order."""


@dataclass(frozen=True, slots=True)
class _Index:
    """What is held of each file: name, place, and which file it is a copy of."""

    names: list[str]
    places: list[int | None]
    same: dict[int, int]
    near: dict[int, int]
    criteria: tuple[str, ...]
    """Ids of all criteria, as columns of a table need them."""


BEST = 20
DIGEST = 16
"""Bytes of a file's hash that are compared; half of it tells files apart as surely."""
PIECE = 2_000
"""Rows of a table that are held at once."""


def write_results(shards: Sequence[Path], out: Path) -> Summary:
    """Write `out` from the shards: Parquet where its name ends so, else JSON."""
    index = _index(shards)
    if out.suffix == ".parquet":
        _write_parquet(shards, index, out)
    else:
        _write_json(shards, index, out)
    known = sorted((p, name) for p, name in zip(index.places, index.names, strict=True) if p)
    unread = sum(place is None for place in index.places)
    return Summary(
        len(index.names), unread, len(index.same), len(index.near), tuple(known[:BEST])
    )  # fmt: skip


def read_results(out: Path) -> Iterator[dict[str, Any]]:
    """Objects of the files in `out`, as `write_results` wrote them, a few held at a time."""
    if out.suffix == ".parquet":
        import polars

        table = polars.scan_parquet(out).select("json")
        start = 0
        while texts := table.slice(start, PIECE).collect()["json"].to_list():
            yield from map(json.loads, texts)
            start += PIECE
    else:
        with out.open(encoding="utf-8") as lines:
            yield from (json.loads(line.rstrip(",\n")) for line in lines if line[0] == "{")


def _index(shards: Sequence[Path]) -> _Index:
    names: list[str] = []
    keys: list[Key | None] = []
    known: dict[Key, Key] = {}
    digests, prints = bytearray(), array("Q")
    criteria: dict[str, None] = {}
    for row in _rows(shards):
        item = row["json"]
        names.append(item["file"])
        key = None if row["key"] is None else tuple(row["key"])
        keys.append(None if key is None else known.setdefault(key, key))
        criteria |= dict.fromkeys(c["id"] for c in item.get("criteria", ()))
        digests += bytes.fromhex(item["sha256"])[:DIGEST].ljust(DIGEST, b"\0")
        prints.append(row["print"] or 0)
    same = copies(_digests(digests))
    return _Index(names, places(keys), same, near_copies(prints, same), tuple(criteria))


def _digests(packed: bytearray) -> Iterator[tuple[int, int]]:
    """(number, digest) of each file that could be opened."""
    for number in range(len(packed) // DIGEST):
        value = int.from_bytes(packed[number * DIGEST : (number + 1) * DIGEST])
        if value:
            yield number, value


def _rows(shards: Sequence[Path]) -> Iterator[dict[str, Any]]:
    for shard in shards:
        with shard.open(encoding="utf-8") as lines:
            for line in lines:
                yield json.loads(line)


def _final(shards: Sequence[Path], index: _Index) -> Iterator[dict[str, Any]]:
    """Each file's object with its place, and a finding where it copies another."""
    for number, row in enumerate(_rows(shards)):
        place, item = index.places[number], row["json"]
        item = item if place is None else ordered(item, place)
        for code, first in (("TS004", index.same), ("TS005", index.near)):
            if number in first:
                other = index.names[first[number]]
                found = finding(__package__, code, place=item["file"], other=other)
                item = item | {"findings": [*item["findings"], jsonable(found)]}
        yield item


def _write_json(shards: Sequence[Path], index: _Index, out: Path) -> None:
    """A JSON array, written object by object."""
    with replacing(out) as partial, partial.open("w", encoding="utf-8") as file:
        for number, item in enumerate(_final(shards, index)):
            file.write("[\n" if number == 0 else ",\n")
            file.write(json.dumps(item, ensure_ascii=False))
        file.write("\n]\n")


def _write_parquet(shards: Sequence[Path], index: _Index, out: Path) -> None:
    """Columns that people filter by, and the whole object as JSON; a shard at a time."""
    import polars

    pieces: list[Path] = []
    rows: list[dict[str, Any]] = []
    with replacing(out) as partial, TemporaryDirectory(dir=out.parent, prefix=".") as folder:
        for item in _final(shards, index):
            rows.append(_columns(item, index.criteria))
            if len(rows) == PIECE:
                pieces.append(_piece(rows, Path(folder, f"{len(pieces):06d}")))
                rows = []
        if rows:
            pieces.append(_piece(rows, Path(folder, f"{len(pieces):06d}")))
        polars.scan_parquet(pieces).sink_parquet(partial)


def _piece(rows: list[dict[str, Any]], piece: Path) -> Path:
    import polars

    polars.DataFrame(rows, schema=_schema(rows)).write_parquet(piece)
    return piece


def _schema(rows: list[dict[str, Any]]) -> dict[str, Any]:
    import polars

    numbers = ("order", "months_experience")
    kinds = dict.fromkeys(numbers, polars.Int64) | {"production_ready": polars.Boolean}
    lists = ("red_flags", "integrity", "findings")
    return {
        name: polars.List(polars.String) if name in lists else kinds.get(name, polars.String)
        for name in rows[0]
    }


def _columns(item: dict[str, Any], criteria: Sequence[str]) -> dict[str, Any]:
    """One row: file, place, rungs by capability, verdicts by criterion, marks, the whole."""
    plain = (
        "file", "sha256", "read", "language", "order", "best_role", "months_experience",
        "production_ready",
    )  # fmt: skip
    row = {name: item.get(name) for name in plain}
    capabilities = item.get("capabilities", {})
    row |= {f"rung.{name}": capabilities.get(name, {}).get("rung") for name in VETTED}
    verdicts = {c["id"]: c["verdict"] for c in item.get("criteria", ())}
    row |= {f"verdict.{name}": verdicts.get(name) for name in criteria}
    row |= {name: [f["id"] for f in item.get(name, ())] for name in ("red_flags", "integrity")}
    row["findings"] = [found["code"] for found in item["findings"]]
    row["error"] = item.get("error", {}).get("code")
    row["json"] = json.dumps(item, ensure_ascii=False)
    return row

"""A million decisions audited: time and agreement next to independent packages.

fairlearn and glassbox-hiring run in an environment of their own, whose Python is named in
TERCET_AUDIT_PEERS: `uv venv DIR && uv pip install -p DIR pandas fairlearn glassbox-hiring`.
"""

import importlib.util
import json
import os
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import polars as pl

from tercet.auditing import Audit, Columns, audit, audit_limits, read_sample
from tercet.catalog import load_catalog
from tercet.kernel.streams import stream

PEOPLE, RUNS = 1_000_000, 5
CATEGORIES = ("sex", "ethnicity")


def main() -> None:
    """From a file to rates, ratios and tests by two categories and crossed, with scores."""
    with tempfile.TemporaryDirectory() as folder:
        csv, parquet = Path(folder, "people.csv"), Path(folder, "people.parquet")
        frame = _people()
        frame.write_csv(csv)
        frame.write_parquet(parquet)
        limits = audit_limits(load_catalog())
        columns = Columns("hired", CATEGORIES, "score")

        def ours(path: Path) -> Audit:
            return audit(read_sample(path, columns, limits), limits)

        print(f"{PEOPLE:,} people, {csv.stat().st_size / 1e6:.0f} MB of CSV; median of {RUNS} runs")
        _line("tercet, CSV (with exact tests, intervals, flips, sweep)", _time(lambda: ours(csv)))
        _line("tercet, Parquet", _time(lambda: ours(parquet)))
        alone = Columns("hired", CATEGORIES)
        _line(
            "tercet, CSV, selection only (exact tests, intervals, flips)",
            _time(lambda: audit(read_sample(csv, alone, limits), limits)),
        )
        result = ours(csv)
        if importlib.util.find_spec("aedt_audit") is None:
            print("  aedt-audit: not measured, it is not installed")
        else:
            _line("aedt-audit, CSV by pandas (ratios, z-tests)", _time(lambda: _theirs(csv)))
            _agree(_difference(result, _theirs(csv)))
        _others(csv, result)


def _people() -> pl.DataFrame:
    rng = stream(1, "benchmarks", "audit")
    sex = rng.choice(["female", "male", ""], PEOPLE, p=[0.46, 0.5, 0.04])
    origin = rng.choice(["a", "b", "c", "d", "e"], PEOPLE, p=[0.5, 0.2, 0.15, 0.14, 0.01])
    score = rng.normal(60, 12, PEOPLE).round(2)
    hired = score + 2 * (sex == "male") + rng.normal(0, 8, PEOPLE) > 75
    return pl.DataFrame(
        {"sex": sex, "ethnicity": origin, "score": score, "hired": hired.astype(int)}
    )


def _others(csv: Path, result: Audit) -> None:
    """Packages in their own environment: time, and difference of any rate or ratio."""
    python = os.environ.get("TERCET_AUDIT_PEERS")
    if not python:
        print("  fairlearn, glassbox-hiring: not measured, TERCET_AUDIT_PEERS names no Python")
        return
    code = Path(__file__).with_name("_audit_peers.py")
    done = subprocess.run([python, str(code), str(csv)], capture_output=True, text=True, check=True)
    for one in map(json.loads, done.stdout.splitlines()):
        if "missing" in one:
            print(f"  {one['package']}: not measured, {one['missing']}")
            continue
        _line(f"{one['package']}, CSV by pandas (selection only)", one["seconds"])
        found = {(name, "selected"): groups for name, groups in one["found"].items()}
        _agree(_difference(result, found))


def _theirs(path: Path) -> dict[tuple[str, str], dict[str, tuple[float, float]]]:
    """Rates and ratios of the other package by category and kind, those it compares only."""
    import aedt_audit as peer
    import pandas as pd

    frame = pd.read_csv(path, keep_default_na=False, na_values=[""])
    found = {}
    for by in (["sex"], ["ethnicity"], ["sex", "ethnicity"]):
        for kind, rates in (
            ("selected", peer.selection_rates(frame, by=by, outcome="hired")),
            ("scored", peer.scoring_rates(frame, by=by, score="score")),
        ):
            table = peer.significance(peer.four_fifths(peer.impact_ratios(rates)))
            found[" x ".join(by), kind] = {
                " x ".join(row[name] for name in by): (row["rate"], row["impact_ratio"])
                for _, row in table.iterrows()
                if not row["excluded"] and row["impact_ratio"] == row["impact_ratio"]
            }
    return found


def _difference(
    ours: Audit, theirs: dict[tuple[str, str], dict[str, tuple[float, float]]]
) -> float:
    gaps = []
    for (name, kind), groups in theirs.items():
        rows = {row.value: row for row in ours.categories[name].rows}
        for value, (rate, ratio) in groups.items():
            row = rows.get(value)  # it compares the unknown too, which we only count
            if row is None:
                continue
            mine = row if kind == "selected" else row.scoring
            if mine is not None and mine.ratio is not None:
                gaps += [abs(mine.rate - rate), abs(mine.ratio - ratio)]
    return max(gaps)


def _time(run: Callable[[], object]) -> float:
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def _agree(difference: float) -> None:
    print(f"    largest difference of any rate or ratio: {difference:.1e}")


def _line(name: str, seconds: float) -> None:
    print(f"  {name:<58} {seconds:6.2f} s")

"""Runs in the environment of the other packages: a CSV in, times, rates and ratios out as JSON.

Neither reads files nor counts by itself, so the counting that each needs is part of its time.
"""

import json
import statistics
import sys
import time
from collections.abc import Callable
from typing import Any

import pandas as pd

RUNS, ENOUGH = 5, 10.0
"""Runs of each package, and seconds after which no further one is begun."""
CATEGORIES = (["sex"], ["ethnicity"], ["sex", "ethnicity"])
Found = dict[str, dict[str, tuple[float, float]]]


def main(path: str) -> None:
    """One JSON object a package: name, version, seconds (median), found; or why it is missing."""
    for package, run in (("fairlearn", _fairlearn), ("glassbox-hiring", _glassbox)):
        try:
            seconds, found = _time(run, path)
        except ImportError as error:
            print(json.dumps({"package": package, "missing": str(error)}))
        else:
            print(json.dumps({"package": package, "seconds": seconds, "found": found}))


def _fairlearn(path: str) -> Found:
    """Selection rates by its MetricFrame, and their ratios to the highest: no tests."""
    from fairlearn.metrics import MetricFrame, selection_rate

    frame = _read(path)
    found = {}
    for by in CATEGORIES:
        known = frame.dropna(subset=by)
        rates = MetricFrame(
            metrics=selection_rate, y_true=known["hired"], y_pred=known["hired"],
            sensitive_features=known[by],
        ).by_group  # fmt: skip
        shares = known.groupby(by).size() / len(known)
        top = rates[shares >= 0.02].max()
        found[" x ".join(by)] = {_value(v): (float(r), float(r / top)) for v, r in rates.items()}
    return found


def _glassbox(path: str) -> Found:
    """Counts by pandas; ratios, tests and intervals by its adverse_impact."""
    from glassbox.audit.impact import adverse_impact

    frame = _read(path)
    found = {}
    for by in CATEGORIES:
        counts = frame.dropna(subset=by).groupby(by)["hired"].agg(["sum", "count"])
        outcomes = {_value(v): (int(row["sum"]), int(row["count"])) for v, row in counts.iterrows()}
        report = adverse_impact(outcomes, category=" x ".join(by), min_share=0.02)
        found[" x ".join(by)] = {
            g.name: (g.selection_rate, 1.0 if g.is_reference else g.impact_ratio)
            for g in report.groups
            if g.is_reference or g.impact_ratio is not None
        }
    return found


def _read(path: str) -> pd.DataFrame:
    return pd.read_csv(path, usecols=["sex", "ethnicity", "hired"])


def _value(value: Any) -> str:
    return value if isinstance(value, str) else " x ".join(value)


def _time(run: Callable[[str], Found], path: str) -> tuple[float, Found]:
    times: list[float] = []
    for _ in range(RUNS):
        start = time.perf_counter()
        found = run(path)
        times.append(time.perf_counter() - start)
        if sum(times) > ENOUGH:
            break
    return statistics.median(times), found


if __name__ == "__main__":
    main(sys.argv[1])

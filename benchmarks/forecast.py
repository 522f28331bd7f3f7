"""Futures a second of one plan, next to two loops over futures in the same run."""

import importlib.util
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import numpy as np

from tercet.forecast import draw_futures, simulate
from tercet.forecast.course import run
from tercet.forecast.fates import fates_of, some
from tercet.forecast.team import team_of

TESTS = Path(__file__).parents[1] / "tests" / "forecast"
FUTURES, LOOPED, RUNS = 1000, 20, 5


def main() -> None:
    """The same weeks of the same plan: all futures at once, and one by one in NumPy and in Python.

    The NumPy loop is the product's own code on arrays of one future; the Python loop is the oracle
    of the tests.
    """
    by_hand, slow = _module("factories"), _module("slow")
    problem, plan = by_hand.large_project()
    storm = by_hand.STORMY
    futures = draw_futures(problem, seed=1, n=FUTURES, uncertainty=storm)
    team = team_of(plan, problem, storm.horizon)
    fates = fates_of(team, problem, futures)
    course = run(team, problem, storm, fates)
    for future in range(LOOPED):
        complete, _ = slow.one_future(team, problem, storm, fates, future)
        assert course.complete[:, future].tolist() == complete

    def loop() -> None:
        for future in range(LOOPED):
            slow.one_future(team, problem, storm, fates, future)

    one = np.eye(FUTURES, dtype=bool)[:LOOPED]

    def numpy_loop() -> None:
        for future in range(LOOPED):
            run(team, problem, storm, some(fates, one[future]))

    whole, weeks, one_by_one, by_numpy = [], [], [], []
    for _ in range(RUNS):  # in turn, so that all meet the same load
        whole.append(_seconds(lambda: simulate(plan, problem, futures)))
        weeks.append(_seconds(lambda: run(team, problem, storm, fates)) / FUTURES)
        one_by_one.append(_seconds(loop) / LOOPED)
        by_numpy.append(_seconds(numpy_loop) / LOOPED)
    print(f"{len(problem.project.packages)} packages, {len(team.tasks)} tasks, "
          f"{len(team.seats)} people, {FUTURES:,} futures, {len(course.spent)} weeks")  # fmt: skip
    print(f"all futures at once             {1 / statistics.median(weeks):9,.0f} futures a second")
    for name, times in (("NumPy", by_numpy), ("Python", one_by_one)):
        ratio = statistics.median(b / a for a, b in zip(weeks, times, strict=True))
        each = 1 / statistics.median(times)
        print(f"one future at a time, {name:8}  {each:9,.0f} futures a second, ratio {ratio:.0f}")
    print(f"whole forecast with drivers: {statistics.median(whole):.2f} s")


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _module(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, TESTS / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module

"""One person's work as bars: runs of weeks on a package, stacked where they overlap."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from tercet.planning.records import Assignment

DAYS = 5
"""Working days of a week."""
WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Consecutive weeks of one person on one package."""

    package: int
    """Number of the package in the project, from 1."""
    start: date
    end: date
    share: float
    """Part of a full week."""
    below: float
    """Part of the week that other packages take, drawn underneath."""


def stretches(work: list[Assignment], numbers: Mapping[str, int]) -> tuple[Stretch, ...]:
    """One bar per run of weeks on a package, with its mean share, stacked where runs overlap."""
    placed: list[Stretch] = []
    for package, start, end, share in sorted(
        _runs(work, numbers), key=lambda run: (run[1], run[0])
    ):
        beside = sorted(
            (s.below, s.below + s.share) for s in placed if s.start < end and start < s.end
        )
        below = 0.0
        for low, high in beside:
            if low - below >= share - 1e-9:
                break
            below = max(below, high)
        placed.append(Stretch(package, start, end, share, below))
    return tuple(placed)


def _runs(
    work: list[Assignment], numbers: Mapping[str, int]
) -> list[tuple[int, date, date, float]]:
    """(package, first Monday, Monday after, mean share of the week); a free week ends no run."""
    days: dict[int, dict[date, float]] = defaultdict(lambda: defaultdict(float))
    for a in work:
        monday = a.start
        while monday < a.end:
            days[numbers[a.package]][monday] += a.days_per_week
            monday += WEEK
    runs = []
    for package, weeks in days.items():
        parts: list[list[date]] = []
        for monday in sorted(weeks):
            if parts and monday - parts[-1][-1] <= 2 * WEEK:
                parts[-1].append(monday)
            else:
                parts.append([monday])
        for part in parts:
            end = part[-1] + WEEK
            mean = sum(weeks[m] for m in part) / DAYS / ((end - part[0]) / WEEK)
            runs.append((package, part[0], end, mean))
    return runs

"""Each criterion for each candidate: met, partly, not shown or contradicted, with its ratings."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from tercet.interviewing.panel.records import Met, Rating, Settings, Shown


def criteria(
    ratings: Sequence[Rating],
    scale: tuple[float, float],
    settings: Settings,
    severity: Mapping[str, float] | None,
) -> tuple[Shown, ...]:
    """Ratings that name a criterion, brought together.

    `severity` is added to each rater's scores before a verdict, so that a strict and a mild rater
    don't look like a contradiction. Contradicted: one rater still finds it met and another finds
    nothing. `scale` has the lowest and highest score that can be given.
    """
    found: dict[tuple[str, str], list[Rating]] = defaultdict(list)
    for rating in ratings:
        if rating.criterion:
            found[rating.candidate, rating.criterion].append(rating)
    return tuple(
        _shown(*key, rows, scale, settings, severity) for key, rows in sorted(found.items())
    )


def _shown(
    candidate: str,
    criterion: str,
    rows: Sequence[Rating],
    scale: tuple[float, float],
    settings: Settings,
    severity: Mapping[str, float] | None,
) -> Shown:
    by_rater: dict[str, list[float]] = defaultdict(list)
    for r in rows:
        by_rater[r.rater].append(r.score + (severity[r.rater] if severity else 0.0))
    levels = [min(max(sum(s) / len(s), scale[0]), scale[1]) for s in by_rater.values()]
    level = sum(levels) / len(levels)
    return Shown(
        candidate, criterion, _verdict(levels, level, scale, settings),
        sum(r.score for r in rows) / len(rows), level if severity else None, tuple(rows),
    )  # fmt: skip


def _verdict(
    levels: Sequence[float], level: float, scale: tuple[float, float], settings: Settings
) -> Met:
    """Of one level a rater; a hair under a threshold for rounding counts as on it."""
    low, high = scale
    met = low + settings.met * (high - low) - 1e-9
    nothing = low + settings.not_shown * (high - low) + 1e-9
    if max(levels) >= met and min(levels) <= nothing:
        return "contradicted"
    if level >= met:
        return "met"
    return "not-shown" if level <= nothing else "partly"

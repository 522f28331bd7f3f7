"""Each criterion for each candidate: met, partly, not shown or contradicted, with its ratings."""

from collections import defaultdict
from collections.abc import Sequence

from tercet.interviewing.panel.records import Met, Rating, Settings, Shown


def criteria(
    ratings: Sequence[Rating], scale: tuple[float, float], settings: Settings
) -> tuple[Shown, ...]:
    """Ratings that name a criterion, brought together; plain means, since notes stand beside them.

    Contradicted: one rater finds it met and another finds nothing. `scale` has the lowest and
    highest score that can be given.
    """
    found: dict[tuple[str, str], list[Rating]] = defaultdict(list)
    for rating in ratings:
        if rating.criterion:
            found[rating.candidate, rating.criterion].append(rating)
    return tuple(
        Shown(candidate, criterion, _verdict(rows, scale, settings),
              sum(r.score for r in rows) / len(rows), tuple(rows))
        for (candidate, criterion), rows in sorted(found.items())
    )  # fmt: skip


def _verdict(rows: Sequence[Rating], scale: tuple[float, float], settings: Settings) -> Met:
    low, high = scale
    by_rater: dict[str, list[float]] = defaultdict(list)
    for r in rows:
        by_rater[r.rater].append((r.score - low) / (high - low))
    shares = [sum(s) / len(s) for s in by_rater.values()]
    if max(shares) >= settings.met and min(shares) <= settings.not_shown:
        return "contradicted"
    mean = sum(shares) / len(shares)
    if mean >= settings.met:
        return "met"
    return "not-shown" if mean <= settings.not_shown else "partly"

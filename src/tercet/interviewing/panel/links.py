"""Whether raters can be compared: only those who rated the same people can."""

from collections import defaultdict
from collections.abc import Sequence

from tercet.interviewing.panel.records import Rating


def linked_ratings(ratings: Sequence[Rating]) -> dict[str, int]:
    """For each rater, the ratings of candidates whom somebody else rated too."""
    who = _raters_of(ratings)
    counts = dict.fromkeys(sorted({r.rater for r in ratings}), 0)
    for r in ratings:
        counts[r.rater] += len(who[r.candidate]) > 1
    return counts


def groups(ratings: Sequence[Rating]) -> list[tuple[str, ...]]:
    """Raters in groups that share candidates, directly or through others; one group is good."""
    sets: list[set[str]] = []
    for raters in _raters_of(ratings).values():
        touching = [s for s in sets if s & raters]
        sets = [s for s in sets if not s & raters] + [raters.union(*touching)]
    return sorted(tuple(sorted(s)) for s in sets)


def _raters_of(ratings: Sequence[Rating]) -> dict[str, set[str]]:
    who: dict[str, set[str]] = defaultdict(set)
    for r in ratings:
        who[r.candidate].add(r.rater)
    return who

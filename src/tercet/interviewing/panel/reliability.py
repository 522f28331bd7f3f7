"""How far raters agree, what a panel of them gives, and what would raise it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from tercet.interviewing.panel.agreement import alpha
from tercet.interviewing.panel.records import Rating, Reliability, WithRaters


def reliability(
    ratings: Sequence[Rating], variances: Mapping[str, float] | None, most: int
) -> Reliability:
    """Agreement of one rater and of the panel; `icc` and what follows need the model's spreads."""
    raters = raters_each(ratings)
    if variances is None:
        return Reliability(None, alpha(ratings), raters, None, ())
    own = variances["candidate"]
    icc = own / (own + one_interview(ratings, variances))
    more = tuple(WithRaters(k, with_raters(icc, k)) for k in range(1, most + 1))
    return Reliability(icc, alpha(ratings), raters, with_raters(icc, raters), more)


def with_raters(icc: float, raters: float) -> float:
    """Reliability of the mean of so many raters (Spearman-Brown)."""
    return raters * icc / (1 + (raters - 1) * icc)


def raters_each(ratings: Sequence[Rating]) -> float:
    """Raters a candidate has: the harmonic mean, which the least seen candidates weigh down."""
    seen: dict[str, set[str]] = defaultdict(set)
    for r in ratings:
        seen[r.candidate].add(r.rater)
    return len(seen) / sum(1 / len(s) for s in seen.values())


def one_interview(ratings: Sequence[Rating], variances: Mapping[str, float]) -> float:
    """Variance of one rater's mean for a candidate around the truth, in squared points.

    A rater asks as many questions as raters here do on average.
    """
    pairs = {(r.candidate, r.rater) for r in ratings}
    asked = len(ratings) / len(pairs)
    whole = variances.get("rater", 0.0) + variances.get("candidate-rater", 0.0)
    return whole + (variances.get("candidate-question", 0.0) + variances["noise"]) / asked

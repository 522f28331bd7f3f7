"""Panels with known truth: how well ranks are recovered and whether intervals hold 90 %."""

import time

import numpy as np

from tercet.catalog import load_catalog
from tercet.interviewing.panel import Rating, panel
from tercet.kernel.streams import stream

PANELS = 25
CASES = (
    # raters, candidates, raters a candidate, spread of severity, of a rater's liking
    (3, 8, 3, 0.5, 0.0), (3, 8, 2, 0.5, 0.0), (3, 20, 2, 0.5, 0.0), (4, 12, 2, 0.8, 0.0),
    (4, 20, 2, 0.5, 0.0), (5, 20, 2, 0.8, 0.0), (6, 40, 2, 0.5, 0.0), (6, 40, 2, 0.8, 0.0),
    (6, 20, 3, 0.5, 0.4), (4, 20, 2, 0.1, 0.0),
)  # fmt: skip
QUESTIONS, MERIT, DIFFICULTY, NOISE = 4, 0.8, 0.4, 0.7


def main() -> None:
    """Rank correlation with the truth, adjusted and plain; coverage; seconds a panel.

    The plain mean's interval is the usual one: mean, plus and minus 1.645 standard errors.
    """
    catalog = load_catalog()
    print(f"{PANELS} panels a row, {QUESTIONS} questions; spreads: merit {MERIT}, noise {NOISE}")
    print(
        "raters cand. each severity liking | rank adj.  plain | holds adj.  plain"
        " | withheld | seconds"
    )
    for case in CASES:
        start = time.perf_counter()
        rows = np.array([_one(seed, catalog, *case) for seed in range(PANELS)])
        withheld = int(np.isnan(rows[:, 2]).sum())
        seconds = (time.perf_counter() - start) / PANELS
        a, b, c, d = np.nanmean(rows, axis=0)
        raters, candidates, each, severity, liking = case
        print(
            f"{raters:>6} {candidates:>5} {each:>4} {severity:>8.1f} {liking:>6.1f} |"
            f" {a:>9.3f} {b:>6.3f} | {c:>10.0%} {d:>6.0%} | {withheld:>8} | {seconds:>6.2f}"
        )


def _one(seed, catalog, raters, candidates, each, severity, liking):  # type: ignore[no-untyped-def]
    """Rank correlations and coverages of one panel: adjusted, plain, adjusted, plain."""
    rng = stream(seed, "benchmarks", "panel", raters, candidates, each)
    merit = rng.normal(3, MERIT, candidates)
    strict = rng.normal(0, severity, raters)
    hard = rng.normal(0, DIFFICULTY, QUESTIONS)
    taste = rng.normal(0, 1, (candidates, raters)) * liking
    ratings = [
        Rating(str(c), str(r), str(q),
               float(merit[c] - strict[r] - hard[q] + taste[c, r] + rng.normal(0, NOISE)))
        for c in range(candidates)
        for r in sorted(rng.choice(raters, each, replace=False))
        for q in range(QUESTIONS)
    ]  # fmt: skip
    found = sorted(panel(ratings, catalog).candidates, key=lambda c: int(c.id))
    scores = [[r.score for r in ratings if r.candidate == c.id] for c in found]
    errors = np.array([1.645 * np.std(s, ddof=1) / len(s) ** 0.5 for s in scores])
    plain = np.array([c.raw for c in found])
    adjusted = np.array(
        [plain[i] if c.adjusted is None else c.adjusted for i, c in enumerate(found)]
    )
    held = [c.low <= t <= c.high for c, t in zip(found, merit, strict=True) if c.low is not None]
    return (
        _ranks(adjusted, merit), _ranks(plain, merit), np.mean(held) if held else np.nan,
        np.mean(np.abs(plain - merit) <= errors),
    )  # fmt: skip


def _ranks(one, other):  # type: ignore[no-untyped-def]
    return np.corrcoef(np.argsort(np.argsort(one)), np.argsort(np.argsort(other)))[0, 1]


if __name__ == "__main__":
    main()

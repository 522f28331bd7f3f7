"""Panels made by the model's own story, from seeds."""

import pytest

from tercet.catalog import load_catalog
from tercet.interviewing.panel import Rating
from tercet.kernel.streams import stream


@pytest.fixture(scope="session")
def catalog():
    """The shipped catalogue."""
    return load_catalog()


@pytest.fixture(scope="session")
def simulated():
    """`simulated(seed, …)`: ratings, true scores by candidate, true severities by rater."""

    def call(seed, *, raters=3, candidates=12, questions=4, each=None, spread=0.8, severity=0.6,
             difficulty=0.4, halo=0.0, noise=0.6):  # fmt: skip
        rng = stream(seed, "tests", "panel")
        merit = rng.normal(3, spread, candidates)
        strict = rng.normal(0, severity, raters)
        hard = rng.normal(0, difficulty, questions)
        liking = rng.normal(0, 1, (candidates, raters)) * halo
        rows = []
        for c in range(candidates):
            seen = (
                range(raters) if each is None else sorted(rng.choice(raters, each, replace=False))
            )
            for r in seen:
                for q in range(questions):
                    score = merit[c] - strict[r] - hard[q] + liking[c, r] + rng.normal(0, noise)
                    rows.append(Rating(f"c{c:02}", f"r{r}", f"q{q}", float(score)))
        return (
            rows,
            {f"c{c:02}": float(m) for c, m in enumerate(merit)},
            {f"r{r}": float(s) for r, s in enumerate(strict)},
        )

    return call

"""Ratings of a panel, and what can be made of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from tercet.kernel.rules import Finding

Met = Literal["met", "partly", "not-shown", "contradicted"]


@dataclass(frozen=True, slots=True)
class Rating:
    """One rater's score of one answer, on the scale of the interview, higher is better."""

    candidate: str
    rater: str
    question: str
    score: float
    note: str = ""
    criterion: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """Thresholds and spreads expected before seeing ratings, from the catalogue's figures.

    `expected` gives for each source of differences the spread (as a share of the standard
    deviation of all ratings) that would not surprise.
    """

    least_linked: int
    most_raters: int
    share: float
    expected: Mapping[str, float]
    met: float
    not_shown: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """Plain mean and adjusted score with its interval; `ratings` counts what they rest on."""

    id: str
    raw: float
    adjusted: float | None
    low: float | None
    high: float | None
    ratings: int


@dataclass(frozen=True, slots=True)
class Rater:
    """How many points a rater stays below an average rater (negative: is above)."""

    id: str
    severity: float | None
    low: float | None
    high: float | None
    ratings: int


@dataclass(frozen=True, slots=True)
class Pair:
    """The chance that `a` is really better than `b`."""

    a: str
    b: str
    probability: float


@dataclass(frozen=True, slots=True)
class WithRaters:
    """Reliability of the mean of so many independent raters."""

    raters: int
    reliability: float


@dataclass(frozen=True, slots=True)
class Reliability:
    """Agreement of one rater with another, and of the mean of a panel.

    `icc` is for one rater with the questions one rater asks (absolute agreement, from the model's
    spreads); `alpha` is Krippendorff's for intervals. `panel` is for as many raters as a candidate
    has here, `raters`; `more` says what others would give (Spearman-Brown).
    """

    icc: float | None
    alpha: float | None
    raters: float
    panel: float | None
    more: tuple[WithRaters, ...]


@dataclass(frozen=True, slots=True)
class NextInterview:
    """What one more interview of this candidate is worth: gain in points, chance of a change."""

    candidate: str
    gain: float
    changes: float


@dataclass(frozen=True, slots=True)
class Shown:
    """A criterion for a candidate: what the panel's ratings and notes add up to.

    `mean` is of the ratings as given; `adjusted` of the same with each rater's severity taken
    out, and the verdict rests on it where there is one.
    """

    candidate: str
    criterion: str
    verdict: Met
    mean: float
    adjusted: float | None
    ratings: tuple[Rating, ...]


@dataclass(frozen=True, slots=True)
class Process:
    """A way to select: gain per hire in standard deviations, and the share that succeed."""

    id: str
    validity: float
    gain: float
    success: float
    grade: str


@dataclass(frozen=True, slots=True)
class Panel:
    """The answer. `adjusted_by` names the method, or is None when there are too few ratings."""

    candidates: tuple[Candidate, ...]
    raters: tuple[Rater, ...]
    reliability: Reliability
    adjusted_by: str | None
    pairs: tuple[Pair, ...]
    criteria: tuple[Shown, ...]
    next_interview: tuple[NextInterview, ...]
    utility: tuple[Process, ...]
    findings: tuple[Finding, ...]

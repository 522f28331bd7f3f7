"""What an audit of outcomes holds: groups, ratios, tests and what may be said about them."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import zip_longest
from typing import Literal

from tercet.kernel.rules import Finding

Verdict = Literal["ok", "below", "too-few", "reference"]
UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Limits:
    """Thresholds of an audit, all shares but the last two, from the catalogue's figures."""

    four_fifths: float
    level: float
    interval: float
    small_share: float
    many_unknown: float
    most_values: int
    sweep_steps: int

    def small(self, n: int, total: int) -> bool:
        """Whether `n` of `total` people are too few to compare; exactly two of a hundred stay."""
        return n < Fraction(str(self.small_share)) * total

    def under(self, x: int, n: int, y: int, m: int) -> bool:
        """Whether x of n is under four fifths of y of m; exactly four fifths is not."""
        return x * m < Fraction(str(self.four_fifths)) * (y * n)


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns of the user's table say what; `selected` is the outcome that counts."""

    outcome: str
    categories: tuple[str, ...]
    score: str | None = None
    selected: str | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of people: decided, selected, with a score, above the sample's median score.

    `reaching[i]` counts those whose score is at or above the i-th cut-off.
    """

    n: int = 0
    selected: int = 0
    scored: int = 0
    above: int = 0
    reaching: tuple[int, ...] = ()

    def __add__(self, other: "Tally") -> "Tally":
        pairs = zip_longest(self.reaching, other.reaching, fillvalue=0)
        return Tally(
            self.n + other.n, self.selected + other.selected, self.scored + other.scored,
            self.above + other.above, tuple(a + b for a, b in pairs),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sample:
    """A table of outcomes, counted: one tally for each combination of category values.

    `cells` maps the values, in the order of the categories, to counts; `unknown` where a person's
    value is not stated. `undecided` people have no outcome and are in no tally.
    """

    categories: tuple[str, ...]
    cells: Mapping[tuple[str, ...], Tally]
    cutoffs: tuple[float, ...] = ()
    median: float | None = None
    undecided: int = 0
    unscored: int = 0
    findings: tuple[Finding, ...] = ()

    @property
    def n(self) -> int:
        """People with an outcome."""
        return sum(tally.n for tally in self.cells.values())


@dataclass(frozen=True, slots=True)
class Scoring:
    """Share of a group above the sample's median score, and its ratio to the highest share."""

    rate: float
    ratio: float | None


@dataclass(frozen=True, slots=True)
class Row:
    """One group of one category, compared with the group selected most often.

    `ratio` is null for a group left out for its size; `low` and `high` bound it. `flips` is how
    many decisions on people of the group must change to change the verdict (null: none can).
    """

    value: str
    n: int
    selected: int
    rate: float
    ratio: float | None
    low: float | None
    high: float | None
    p_fisher: float | None
    p_midp: float | None
    flips: int | None
    scoring: Scoring | None
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Category:
    """All groups of one category, or of two crossed; the reference is selected most often."""

    reference: str | None
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class SweepPoint:
    """The ratio of one group if everybody with a score at or above `cutoff` were selected."""

    cutoff: float
    category: str
    value: str
    ratio: float | None


@dataclass(frozen=True, slots=True)
class Audit:
    """The answer; `verdict` is `below` when a row is, and `unknown` counts people by category."""

    categories: Mapping[str, Category]
    sweep: tuple[SweepPoint, ...]
    unknown: Mapping[str, int]
    sample: int
    selected: int
    undecided: int
    median: float | None
    verdict: Literal["ok", "below", "too-few"]
    sentences: tuple[str, ...]
    findings: tuple[Finding, ...]

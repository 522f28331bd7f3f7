"""What the page and the PDF of an audit show, in words and drawings."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tercet.auditing.records import Audit, Category, Limits, Row
from tercet.auditing.sentences import meaning, people, row_sentence
from tercet.kernel.rules import Finding
from tercet.reports.audit.forest import forest
from tercet.reports.audit.sweep import sweep_chart
from tercet.reports.words import count, percent, upper_first


@dataclass(frozen=True, slots=True)
class RowView:
    """One group as a line of the table."""

    name: str
    counted: str
    rate: str
    ratio: str
    interval: str
    scoring: str
    drawing: str
    words: str
    bad: bool


@dataclass(frozen=True, slots=True)
class GroupView:
    """One category: its name, who gave no value, and its groups."""

    name: str
    unknown: str
    rows: tuple[RowView, ...]


@dataclass(frozen=True, slots=True)
class AuditView:
    """Three lines of answer, the tables, the cut-offs, the small print."""

    day: date
    lines: tuple[str, str, str]
    bad: bool
    groups: tuple[GroupView, ...]
    scored: bool
    sweeps: tuple[tuple[str, str], ...]
    meaning: tuple[str, ...]
    findings: tuple[Finding, ...]


def audit_view(result: Audit, limits: Limits, day: date) -> AuditView:
    """The view of an audit; the same audit gives the same view."""
    alone = [name for name in result.categories if " x " not in name]
    charts = ((n, sweep_chart(n, result.categories[n], [p for p in result.sweep if p.category == n],
                              limits.four_fifths)) for n in alone)  # fmt: skip
    return AuditView(
        day=day,
        lines=_lines(result, limits),
        bad=result.verdict == "below",
        groups=tuple(_group(name, result, limits) for name in result.categories),
        scored=result.median is not None,
        sweeps=tuple((name, svg) for name, svg in charts if svg),
        meaning=meaning(result, limits),
        findings=result.findings,
    )


def _lines(result: Audit, limits: Limits) -> tuple[str, str, str]:
    first = f"{upper_first(people(result.sample))}; {result.selected:,} were selected."
    rows = [(row, c) for c in result.categories.values() for row in c.rows if row.ratio is not None]
    below = [(row, c) for row, c in rows if row.verdict == "below"]
    if below:
        many = len(below) > 1
        second = (
            f"{upper_first(count(len(below)))} group{'s were' if many else ' was'} selected less "
            "often than chance explains."
        )
        return first, second, f"Furthest behind: {_worst(below)}."
    watch = [(row, c) for row, c in rows if (row.ratio or 0) < limits.four_fifths]
    if result.verdict == "too-few":
        return (
            first,
            "There are too few to say anything, for or against.",
            "That is not the same as fair.",
        )
    second = "No group was under four fifths by more than chance."
    if watch:
        return first, second, f"To watch: {_watched(watch)}."
    return first, second, "Every group that can be compared is at or above four fifths."


def _worst(rows: list[tuple[Row, Category]]) -> str:
    """The row furthest behind."""
    return _counted(min(rows, key=lambda pair: pair[0].ratio or 0.0)[0])


def _watched(rows: list[tuple[Row, Category]]) -> str:
    """The row whose gap chance explains least."""
    return _counted(min(rows, key=lambda pair: pair[0].p_midp or 0.0)[0])


def _counted(row: Row) -> str:
    return f"{row.value}, {row.selected:,} of {row.n:,}"


def _group(name: str, result: Audit, limits: Limits) -> GroupView:
    category, unknown = result.categories[name], result.unknown[name]
    said = f"{people(unknown)} gave no value" if unknown else ""
    rows = tuple(_row(row, category, limits) for row in category.rows)
    return GroupView(name, said, rows)


def _row(row: Row, category: Category, limits: Limits) -> RowView:
    interval = " to ".join(_ends(row))
    return RowView(
        name=row.value,
        counted=f"{row.selected:,} of {row.n:,}",
        rate=percent(row.rate),
        ratio="–" if row.ratio is None else f"{row.ratio:.2f}",
        interval=interval,
        scoring="" if row.scoring is None else _scoring(row),
        drawing=forest(row, limits.four_fifths),
        words=row_sentence(row, category, limits),
        bad=row.verdict == "below",
    )


def _ends(row: Row) -> Iterator[str]:
    if row.low is not None:
        yield f"{row.low:.2f}"
        yield "no end" if row.high is None else f"{row.high:.2f}"


def _scoring(row: Row) -> str:
    assert row.scoring is not None
    ratio = "–" if row.scoring.ratio is None else f"{row.scoring.ratio:.2f}"
    return f"{percent(row.scoring.rate)}, {ratio}"

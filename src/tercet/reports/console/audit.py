"""An audit in a terminal: the answer, a table for each category, what the numbers mean."""

from tercet.auditing.records import Audit, Category
from tercet.reports.console.parts import Column, Ink, remark, table, wrapped

COLUMNS = (
    Column("Group"), Column("Selected", right=True), Column("Rate", right=True),
    Column("Ratio", right=True), Column("95 %", right=True), Column("Mid-p", right=True),
    Column("Verdict"),
)  # fmt: skip
VERDICTS = {"ok": "ok", "below": "below", "too-few": "too few to say", "reference": "compared with"}


def console_audit(result: Audit, *, colour: bool, unicode: bool) -> str:
    """Sentences of the answer in bold, tables, then the rest of the sentences and the findings."""
    ink = Ink(colour, unicode)
    answer = 3 if any(s.startswith("Too few to say") for s in result.sentences[:3]) else 2
    lines = [ink.paint("bold", line) for s in result.sentences[:answer] for line in wrapped(ink, s)]
    for name, category in result.categories.items():
        lines += ["", ink.paint("bold", ink.said(name)), *table(ink, COLUMNS, _rows(category))]
    lines.append("")
    for sentence in result.sentences[answer:]:
        lines += wrapped(ink, sentence)
    for finding in result.findings:
        place = f"{finding.place}: " if finding.place else ""
        lines += remark(ink, finding.code, f"{place}{finding.message}")
    return ink.page(lines)


def _rows(category: Category) -> list[list[str]]:
    return [
        [
            row.value, f"{row.selected:,} of {row.n:,}", f"{100 * row.rate:.1f} %",
            _two(row.ratio), f"{_two(row.low)} to {_two(row.high)}" if row.low is not None else "",
            "" if row.p_midp is None else p_value(row.p_midp), VERDICTS[row.verdict],
        ]
        for row in category.rows
    ]  # fmt: skip


def p_value(p: float) -> str:
    """Three decimals, or "<0.001"."""
    return "<0.001" if p < 0.001 else f"{p:.3f}"


def _two(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"

"""A brief as read, in a terminal: facts with their words, assumptions, questions, remarks."""

from itertools import zip_longest

from tercet.brief.records import Brief
from tercet.reports.console.parts import Ink, labelled, pad, remark, wrapped
from tercet.reports.views.reading import brief_view
from tercet.reports.words import clean, plural, upper_first

FACT, VALUE = 22, 26
"""Columns of what a fact is called and of what was understood."""


def terminal_brief(brief: Brief, *, width: int = 80, colour: bool, unicode: bool) -> str:
    """What was understood, each fact beside the words that it stands on."""
    ink = Ink(colour, unicode, max(80, width))
    view = brief_view(brief)
    quoted = {p.mark: p.text for paragraph in view.paragraphs for p in paragraph if p.mark}
    title = clean(brief.title) if brief.title else "Your brief"
    lines = ["", *wrapped(ink, f"{title}, {plural(view.words, 'word')}"), ""]
    lines.append(ink.paint("dim", f"  {'What we understood':<{FACT + VALUE + 4}}You wrote"))
    for f in view.facts:
        said = f"“{clean(quoted[f.mark])}”" if f.mark in quoted else ""
        value = f"{f.value}, {f.note}" if f.note else f.value
        columns = (
            _within(ink, upper_first(f.label), FACT), _within(ink, value, VALUE),
            _within(ink, said, ink.width - FACT - VALUE - 6),
        )  # fmt: skip
        for fact, means, words in zip_longest(*columns, fillvalue=""):
            lines.append(f"  {pad(fact, FACT)}  {pad(means, VALUE)}  {ink.paint('accent', words)}")
    if brief.assumptions:
        lines += ["", "  " + ink.paint("bold", "Not in the brief, so assumed")]
        for a in brief.assumptions:
            lines += labelled(f"  {a.grade}  ", wrapped(ink, a.text, 5))
    if brief.questions:
        lines += ["", "  " + ink.paint("bold", "Questions, most useful first")]
        for n, q in enumerate(brief.questions, 1):
            lines += labelled(f"  {n}. ", wrapped(ink, q.text, 5))
    if brief.findings:
        lines += ["", "  " + ink.paint("bold", plural(len(brief.findings), "remark"))]
        for finding in brief.findings:
            lines += remark(ink, finding.code, finding.message)
    return ink.page(lines)


def _within(ink: Ink, text: str, width: int) -> list[str]:
    """A text in as many lines of a column as it needs."""
    return [line.strip() for line in wrapped(ink, text, ink.width - width)]

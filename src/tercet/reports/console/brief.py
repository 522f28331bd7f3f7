"""A brief as read, in a terminal: facts with their words, assumptions, questions, remarks."""

from tercet.brief.records import Brief
from tercet.reports.console.parts import Ink, cut, labelled, pad, wrapped
from tercet.reports.views.reading import brief_view
from tercet.reports.words import clean, plural, upper_first

FACT, VALUE = 19, 27


def terminal_brief(brief: Brief, *, width: int = 80, colour: bool, unicode: bool) -> str:
    """What was understood, each fact beside the words that it stands on."""
    ink = Ink(colour, unicode, max(80, width))
    view = brief_view(brief)
    quoted = {p.mark: p.text for paragraph in view.paragraphs for p in paragraph if p.mark}
    title = clean(brief.title) if brief.title else "Your brief"
    lines = ["", *wrapped(ink, f"{title}, {plural(view.words, 'word')}"), ""]
    lines.append(ink.paint("dim", f"  {'What we understood':<{FACT + VALUE + 2}}You wrote"))
    room = ink.width - FACT - VALUE - 6
    for f in view.facts:
        said = clean(quoted[f.mark]) if f.mark in quoted else ""
        value = f"{f.value}, {f.note}" if f.note else f.value
        words = wrapped(ink, f"“{said}”", ink.width - room) if said else [""]
        lines.append(
            f"  {pad(cut(ink, upper_first(f.label), FACT), FACT)}  "
            f"{pad(cut(ink, value, VALUE - 1), VALUE)}" + ink.paint("accent", words[0].strip())
        )
        lines += [ink.paint("accent", " " * (ink.width - room) + w.strip()) for w in words[1:]]
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
            lines += labelled(f"  {finding.code}  ", wrapped(ink, finding.message, 9))
    return ink.page(lines)

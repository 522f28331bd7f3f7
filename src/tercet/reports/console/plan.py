"""A plan on one screen: the answer, people and work, dots, other teams, what to do first."""

from datetime import date

from tercet.advice.records import Advice, Choice
from tercet.reports.bins import round_step
from tercet.reports.console.none import none_lines
from tercet.reports.console.parts import (
    Ink,
    cells,
    cut,
    dots,
    labelled,
    meter,
    pad,
    remark,
    wrapped,
)
from tercet.reports.console.timeline import timeline_lines
from tercet.reports.views.answer import Line, answer_view
from tercet.reports.views.basis import findings_of
from tercet.reports.views.costs import cost_view
from tercet.reports.views.handoffs import handoffs_view
from tercet.reports.views.others import OthersView, TeamRow, others_view
from tercet.reports.views.people import people_view
from tercet.reports.views.sure import Kind, SureView, sure_view
from tercet.reports.words import (
    brief_money,
    clean,
    day,
    days_apart,
    plural,
    short_day,
)

GAP = 38
"""Columns of the left dot plot; the right one has as many and two more."""
BINS = 34
"""Bins that a dot plot is meant to have."""


def terminal(advice: Advice, *, width: int = 80, colour: bool, unicode: bool) -> str:
    """The advice as text of at most `width` columns (80 or more), answer first.

    `unicode` False maps every character to ASCII.
    """
    ink = Ink(colour, unicode, max(80, width))
    choice = advice.recommended
    lines = ["", *_answer(ink, answer_view(advice).lines), ""]
    if choice is None:
        return ink.page(lines + none_lines(ink, advice))
    people = people_view(advice, choice)
    sure = sure_view(advice, choice)
    handoffs = handoffs_view(advice, choice, people)
    lines += timeline_lines(ink, people, handoffs, cost_view(choice, people))
    lines += ["", *_dots(ink, choice, sure), ""]
    lines += _others(ink, others_view(advice))
    lines += _do_first(ink, advice)
    lines += _findings(ink, advice)
    return ink.page(lines)


def _answer(ink: Ink, answer: tuple[Line, ...]) -> list[str]:
    """The three lines, each whole on its own line unless it is longer than the screen."""
    lines = []
    for line in answer:
        plain = "".join(span.text for span in line)
        if cells(plain) > ink.width - 2:
            lines += wrapped(ink, plain)
        else:
            lines.append(
                "  " + "".join(ink.paint("bold", s.text) if s.strong else s.text for s in line)
            )
    return lines


def _dots(ink: Ink, choice: Choice, sure: SureView) -> list[str]:
    live, cost = choice.forecast.live, choice.forecast.cost
    heads = (
        ("Live date", f"8 in 10: {_span(live.p10, live.p90)}"),
        ("Cost", f"8 in 10: {brief_money(cost.p10, cost.currency)} to "
                 f"{brief_money(cost.p90, cost.currency)}"),
    )  # fmt: skip
    blocks = []
    for (name, said), view in zip(heads, (sure.live, sure.cost), strict=True):
        half = [sum(pair) / 2 for pair in zip(view.values[::2], view.values[1::2], strict=True)]
        rows, at = dots(ink, half, view.limit, _grain(view.kind, half))
        head = ink.paint("bold", name) + ink.paint("dim", f"  {said}")
        foot = " " * max(0, at - len(view.limit_label) + 1) + view.limit_label
        blocks.append(([head, *rows], ink.paint("dim", foot)))
    height = max(len(b) for b, _ in blocks)
    left, right = ([b[0], *[""] * (height - len(b)), *b[1:], f] for b, f in blocks)
    lines = [f"  {pad(a, GAP)}{b}" for a, b in zip(left, right, strict=True)]
    marks = "● keeps your limit   ○ misses it   " if sure.live.limit or sure.cost.limit else ""
    return [*lines, ink.paint("dim", f"  {marks}one dot is 4 in 100 futures")]


def _grain(kind: Kind, values: list[float]) -> float:
    """Dates fall on Fridays, so their bins are whole weeks; money goes in round steps."""
    return 7.0 if kind == "live" else round_step(max(values) - min(values), BINS)


def _span(first: date, last: date) -> str:
    if first.year == last.year:
        return f"{short_day(first)} to {short_day(last)}"
    if last.year - first.year > 2:
        return f"{first.year} to {last.year}"
    return days_apart(first, last)


def _others(ink: Ink, others: OthersView) -> list[str]:
    lines = [
        ink.paint(
            "dim", f"  {'Other teams, same futures':<27}{'Live':>12}{'Cost':>10}   {others.head}"
        )
    ]
    return lines + [_team(ink, row) for row in others.rows]


def _team(ink: Ink, row: TeamRow) -> str:
    name = row.name.lower() if row.name != "Recommended" else "recommended"
    lead = ink.paint("accent", "▸ ") if row.me else "  "
    if row.live is None or row.cost is None:
        return f"{lead}{pad(name, 27)}{cut(ink, row.why, ink.width - 33)}"
    body = (
        f"{pad(cut(ink, name, 26), 27)}{day(row.live.p50):>12}"
        f"{brief_money(row.cost.p50, row.cost.currency):>10}   "
    )
    if row.chance is not None:
        body += f"{row.count:>4} "
    bar = "" if row.chance is None else meter(ink, row.chance, "accent" if row.me else "oth")
    return lead + (ink.paint("bold", body) if row.me else body) + bar


def _do_first(ink: Ink, advice: Advice) -> list[str]:
    if not advice.do_first:
        return []
    lines = ["", "  " + ink.paint("bold", "Do first")]
    for do in sorted(advice.do_first, key=lambda d: d.by):
        text = clean(do.action).rstrip(".")
        if do.cost_of_delay:
            text += f". {clean(do.cost_of_delay)}"
        lines += labelled(f"  by {short_day(do.by):>6}  ", wrapped(ink, text, 13))
    return lines


def _findings(ink: Ink, advice: Advice) -> list[str]:
    found = findings_of(advice)
    heavy = [f for f in found if f.severity != "info"]
    light = len(found) - len(heavy)
    if not found:
        return []
    if not heavy:
        return ["", "  " + ink.paint("dim", f"{plural(light, 'remark')} in the report")]
    more = ink.paint("dim", f", {light} more in the report") if light else ""
    lines = ["", "  " + ink.paint("bold", plural(len(heavy), "remark")) + more]
    for f in heavy:
        lines += remark(ink, f.code, f.message)
    return lines

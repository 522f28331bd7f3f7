"""People and work over time in a terminal: one row a person, with what each engagement costs."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tercet.reports.console.parts import Ink, cut, pad
from tercet.reports.views.costs import CostView
from tercet.reports.views.handoffs import HandoffView
from tercet.reports.views.people import PersonView
from tercet.reports.words import MONTHS, money, short_day

FILL = {"ds": "█", "ai": "▒", "ops": "░", "oth": "▄"}
NAME, STRIP, AMOUNT = 33, 30, 13
"""Columns of the name with its code, of the weeks, and of the amount."""
YEARS = 20
"""Days a column stands for above which years are named, not months."""


@dataclass(frozen=True, slots=True)
class _Axis:
    """`columns` of time, `step` days each, from `first` on."""

    first: date
    step: float
    columns: int

    def middle(self, column: int) -> date:
        """The day in the middle of a column."""
        return self.first + timedelta(days=(column + 0.5) * self.step)

    def column(self, day: date) -> int:
        """The column that a day is in."""
        return min(self.columns - 1, int((day - self.first).days / self.step))


def timeline_lines(
    ink: Ink, people: tuple[PersonView, ...], handoffs: tuple[HandoffView, ...], costs: CostView
) -> list[str]:
    """Axis, people, the planned total, and what the marks mean."""
    if not people:
        return ["  No work is left to plan."]
    price = {r.people[0].id: money(r.cost, costs.currency) for r in costs.rows}
    total = money(costs.total, costs.currency)
    wide = max(AMOUNT, len(total) + 1, *(len(amount) + 1 for amount in price.values()))
    columns = STRIP - (wide - AMOUNT)
    first = min(min(p.start, p.decide or p.start) for p in people)
    last = max(p.end for p in people)
    axis = _Axis(first, max(7.0, (last - first).days / columns), columns)
    head = f"  {'':{NAME}}{_ticks(axis, last):<{columns + 1}}{'Planned cost':>{wide}}"
    lines = [ink.paint("dim", head)]
    for p in people:
        name = pad(_name(ink, p), NAME - 4)
        row = f"{ink.paint(p.role.family, pad(p.role.code, 3))} {name}{_row(ink, p, axis)}"
        lines.append(f"  {row} {price.get(p.id, 'included'):>{wide}}")
    label = ink.paint("dim", f"{'on the planned dates':<{NAME + columns + 1}}")
    lines.append(f"  {label}{ink.paint('bold', f'{total:>{wide}}')}")
    days = [short_day(h.day) for h in handoffs]
    more = " …" if len(days) > 3 else ""
    passed = f"   handoffs: {', '.join(days[:3])}{more}" if days else ""
    lines.append(ink.paint("dim", f"  · waiting   ◇ latest offer   ▁▃▅ learning{passed}"))
    return lines


def _name(ink: Ink, p: PersonView) -> str:
    """Role and terms, without the last terms where all would be too long."""
    said = f"{p.role.name}, {p.how}"
    while len(said) > NAME - 5 and ", " in said:
        said = said.rpartition(", ")[0]
    return cut(ink, said, NAME - 5)


def _ticks(axis: _Axis, last: date) -> str:
    """Names of months (or of years) at their first day, as many as fit."""
    marks, free = [" "] * (axis.columns + 1), 0
    for month in _months(axis.first, last):
        if axis.step > YEARS and month.month != 1:
            continue
        said = str(month.year) if axis.step > YEARS else MONTHS[month.month - 1][:3]
        at = round((month - axis.first).days / axis.step)
        if at >= free and at + len(said) <= len(marks):
            marks[at : at + len(said)] = said
            free = at + len(said) + 2
    return "".join(marks)


def _months(after: date, until: date) -> Iterator[date]:
    month = date(after.year + after.month // 12, after.month % 12 + 1, 1)
    while month <= until:
        yield month
        month = date(month.year + month.month // 12, month.month % 12 + 1, 1)


def _row(ink: Ink, p: PersonView, axis: _Axis) -> str:
    """Waiting, latest offer, learning, work; work of less than a column's days has a column too."""
    before, after = "", ""
    worked = {axis.column(s.start + (s.end - s.start) / 2) for s in p.stretches}
    for k in range(axis.columns):
        day = axis.middle(k)
        if p.offer and abs((day - p.offer).days) <= axis.step / 2 and "◇" not in before:
            before += "◇"
        elif p.decide and p.decide <= day < p.start:
            before += "·"
        elif day < p.start and not after and k not in worked:
            before += " "
        elif p.start <= day < p.able:
            after += "▁▂▃▅"[min(3, int(4 * (day - p.start) / (p.able - p.start)))]
        else:
            busy = k in worked or any(s.start <= day < s.end for s in p.stretches)
            after += FILL[p.role.family] if busy else " "
    return ink.paint("dim", before) + ink.paint(p.role.family, after)

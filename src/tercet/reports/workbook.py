"""The plan as a spreadsheet: the same figures in tables, for those who calculate on.

Strangers' text is written as text, never as a formula or a link. The file carries the day of the
advice and no clock, so the same advice gives the same bytes.
"""

import io
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from tercet.advice.records import Advice
from tercet.planning.records import Plan
from tercet.reports.limits import limit_name
from tercet.reports.places import place_name
from tercet.reports.views.answer import text_of
from tercet.reports.views.plan import PlanView, TeamView, plan_view
from tercet.reports.words import clean, day, money

Cell = str | int | float | Decimal | date | None
Rows = Sequence[Sequence[Cell]]
LONGEST = 32_000
"""A cell holds 32,767 characters at most."""


def sheet(advice: Advice) -> bytes:
    """The bytes of an .xlsx file: answer, people, bookings, packages, costs, teams, futures."""
    import xlsxwriter

    view = plan_view(advice)
    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out,
        {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
         "strings_to_numbers": False},
    )  # fmt: skip
    made = datetime.combine(advice.today, time())
    book.set_properties(
        {"title": f"Plan {view.id}: {view.answer.title}", "author": "tercet", "created": made}
    )
    writer = _Writer(book)
    _answer(writer, view)
    if view.team:
        _team(writer, view.team)
    _packages(writer, view)
    _others(writer, view)
    if view.team:
        _futures(writer, view.team)
    _basis(writer, view)
    book.close()
    return out.getvalue()


class _Writer:
    """Formats of one workbook, and the one way in which a table is written."""

    def __init__(self, book: Any) -> None:
        self.book = book
        self.head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        self.text = book.add_format({"valign": "top"})
        self.day = book.add_format({"num_format": "d mmm yyyy", "align": "right", "valign": "top"})
        self.money = book.add_format({"num_format": "#,##0", "valign": "top"})
        self.number = book.add_format({"num_format": "0.##", "valign": "top"})

    def table(self, name: str, heads: Sequence[str], rows: Rows, wide: int = 40) -> None:
        """One sheet: heads that stay in view, then the rows; columns as wide as they need."""
        page = self.book.add_worksheet(name)
        page.freeze_panes(1, 1)
        widths = [len(h) for h in heads]
        for j, head in enumerate(heads):
            page.write_string(0, j, head, self.head)
        for i, row in enumerate(rows, 1):
            for j, cell in enumerate(row):
                self._cell(page, i, j, cell)
                widths[j] = max(widths[j], len(str(cell)) if cell is not None else 0)
        for j, width in enumerate(widths):
            page.set_column(j, j, min(max(width + 2, 8), wide))

    def _cell(self, page: Any, i: int, j: int, cell: Cell) -> None:
        match cell:
            case None:
                return
            case date():
                page.write_datetime(i, j, datetime.combine(cell, time()), self.day)
            case Decimal():
                page.write_number(i, j, float(cell), self.money)
            case int() | float():
                page.write_number(i, j, cell, self.number)
            case _:
                page.write_string(i, j, clean(cell)[:LONGEST], self.text)


def _answer(writer: _Writer, view: PlanView) -> None:
    rows: list[tuple[Cell, ...]] = [("Answer", text_of(line)) for line in view.answer.lines]
    rows += [(fact.label, ", ".join((fact.big, *fact.notes))) for fact in view.answer.facts]
    rows += [
        ("Plan", view.id), ("Drawn up", view.answer.drawn_up), ("Seed", view.advice.seed),
        ("Confidence asked for", view.advice.confidence),
    ]  # fmt: skip
    for do in view.advice.do_first:
        rows.append(("Do first", f"{do.by.isoformat()}: {do.action} {do.cost_of_delay}"))
    if view.advice.none:
        none = view.advice.none
        rows.append(("Cannot hold together", ", ".join(map(limit_name, none.conflict.limits))))
        rows += [
            ("Would work", f"{r.label}: live {day(r.plan.live)}, {_price(r.plan)}")
            for r in none.repairs
        ]
    writer.table("Answer", ("What", "Says"), rows, 100)


def _price(plan: Plan) -> str:
    return money(plan.cost, plan.currency)


def _team(writer: _Writer, team: TeamView) -> None:
    unit = team.costs.currency
    plan = team.choice.plan
    rows: list[tuple[Cell, ...]] = [
        (" + ".join(p.id for p in r.people), ", ".join(p.role.title for p in r.people),
         ", ".join(p.level for p in r.people), place_name(r.people[0].region), r.how, r.start,
         r.end - timedelta(days=3) if r.end else "stays", r.share, Decimal(r.weekly),
         Decimal(r.once), Decimal(r.cost), r.why)
        for r in team.costs.rows
    ]  # fmt: skip
    rows.append(("On the planned dates", *([None] * 8), Decimal(team.costs.once),
                 Decimal(team.costs.total), team.costs.difference))  # fmt: skip
    writer.table("People", (
        "Seat", "Role", "Level", "Country", "How", "From", "To", "Share of the week",
        f"A week, {unit}", f"Once, {unit}", f"Planned cost, {unit}", "Why",
    ), rows, 60)  # fmt: skip
    weeks = sorted({week for e in plan.engagements for week, _ in e.days})
    booked = [(" + ".join(m.id for m in e.members), dict(e.days)) for e in plan.engagements]
    writer.table(
        "Bookings", ("Week of", *(f"{id}, days" for id, _ in booked)),
        [(week, *(days.get(week) for _, days in booked)) for week in weeks],
    )  # fmt: skip
    numbers = {p.id: p.role.title for p in team.timeline.people}
    writer.table(
        "Work", ("Seat", "Role", "Package", "Capability", "From", "To", "Days a week"),
        [
            (a.member, numbers.get(a.member, ""), a.package, a.capability, a.start,
             a.end - timedelta(days=3), a.days_per_week)
            for a in plan.assignments
        ],
    )  # fmt: skip


def _packages(writer: _Writer, view: PlanView) -> None:
    rows = []
    for row, p in zip(view.packages, view.advice.project.packages, strict=True):
        low, likely, high = (
            sum(getattr(t, name) for t in p.work.values()) for name in ("low", "likely", "high")
        )
        end = row.end - timedelta(days=3) if row.end else None
        rows.append((row.number, row.name, row.after, row.needs, low, likely, high, row.start, end,
                     row.artefact, row.done_when))  # fmt: skip
    writer.table("Packages", (
        "No.", "Package", "After", "Needs", "Person-weeks, low", "Likely", "High", "From", "To",
        "Artefact", "Done when",
    ), rows, 50)  # fmt: skip


def _others(writer: _Writer, view: PlanView) -> None:
    rows: list[tuple[Cell, ...]] = []
    for r in view.others.rows:
        if r.live is None or r.cost is None:
            rows.append((r.name, r.team, *([None] * 7), r.why))
            continue
        rows.append((r.name, r.team, r.live.p10, r.live.p50, r.live.p90, r.cost.p10, r.cost.p50,
                     r.cost.p90, r.chance, r.why))  # fmt: skip
    writer.table("Teams", (
        "Team", "Who", "Live, 1 in 10 sooner", "Live, middle", "Live, 1 in 10 later",
        "Cost, 1 in 10 under", "Cost, middle", "Cost, 1 in 10 over", "Keeps all limits", "In short",
    ), rows, 60)  # fmt: skip
    if view.team:
        points = [(p.live, p.cost, p.people) for p in view.team.frontier.line]
        writer.table("Frontier", ("Live as planned", "Cost as planned", "People"), points)


def _futures(writer: _Writer, team: TeamView) -> None:
    forecast = team.choice.forecast
    count = len(forecast.live_quantiles)
    rows: list[tuple[Cell, ...]] = [
        ((i + 0.5) / count, live, cost)
        for i, (live, cost) in enumerate(
            zip(forecast.live_quantiles, forecast.cost_quantiles, strict=True)
        )
    ]
    writer.table("Futures", ("Share of futures", "Live by", "Cost at most"), rows)
    writer.table(
        "Spent", ("Week of", "1 in 10 under", "Middle", "1 in 10 over"), forecast.cost_by_week
    )
    writer.table(
        "Drivers", ("Cause", "Weeks, going well", "Weeks, going badly", "Cost, going well",
                    "Cost, going badly"),
        [(d.label, d.weeks_good, d.weeks_bad, d.cost_good, d.cost_bad) for d in forecast.drivers],
    )  # fmt: skip


def _basis(writer: _Writer, view: PlanView) -> None:
    writer.table(
        "Assumptions", ("We assume", "Value", "8 in 10", "Grade", "Id in the settings file"),
        [(a.text, a.value, a.spread, a.grade, a.figure) for a in view.assumptions], 90,
    )  # fmt: skip
    writer.table(
        "Remarks", ("Code", "Severity", "Says", "Place", "What to do"),
        [(f.code, f.severity, f.message, f.place, f.fix) for f in view.findings], 70,
    )  # fmt: skip
    writer.table(
        "Sources", ("No.", "Grades", "Source", "Address", "Date"),
        [(s.number, " ".join(s.grades), s.title, s.url, s.date) for s in view.sources], 70,
    )  # fmt: skip

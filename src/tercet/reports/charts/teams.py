"""Other teams: one small drawing a row, all on one axis."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tercet.reports.charts.scale import Scale, Tier, months, round_ticks, size
from tercet.reports.charts.svg import circle, hidden, line, n, path, picture, text, text_width
from tercet.reports.views.others import OthersView, TeamRow
from tercet.reports.views.sure import Kind
from tercet.reports.words import brief_money, day, days_apart, short_day


@dataclass(frozen=True, slots=True)
class Axis:
    """The axis that all rows of a column share."""

    kind: Kind
    low: float
    high: float
    limit: float | None
    year: int
    """A date of another year than this carries it."""
    currency: str


def axis_of(others: OthersView, kind: Kind, limit: date | Decimal | None) -> Axis:
    """An axis for all teams and the limit; it ends at four times the spread of the nearer half."""
    ranges = [_range(r, kind) for r in others.rows if r.live is not None]
    edge = [] if limit is None else [_number(limit)]
    low = min([r[0] for r in ranges] + edge)
    ends = sorted([r[2] for r in ranges] + edge)
    high = min(ends[-1], low + 4 * (ends[len(ends) // 2] - low) or ends[-1])
    slack = (high - low) * 0.04 or 1.0
    first = next((r.live.p50.year for r in others.rows if r.live), 0)
    unit = next((r.cost.currency for r in others.rows if r.cost), "")
    return Axis(kind, low - slack, high + slack, edge[0] if edge else None, first, unit)


def _number(value: date | Decimal) -> float:
    return float(value.toordinal()) if isinstance(value, date) else float(value)


def _range(row: TeamRow, kind: Kind) -> tuple[float, float, float]:
    r = row.live if kind == "live" else row.cost
    assert r is not None
    return _number(r.p10), _number(r.p50), _number(r.p90)


def axis_head(axis: Axis, tier: Tier) -> str:
    """The head of a column: ticks, and the limit."""
    m = size("teams", tier)
    x, h = _scale(axis, m["width"]), m["axis"]
    body, free = "", -1.0
    shown = axis.limit is not None and axis.low <= axis.limit <= axis.high
    edge = x(axis.limit) if shown and axis.limit is not None else -99.0
    for value, said in _ticks(axis):
        at = max(x(value), text_width(said, 11) / 2)
        half = text_width(said, 11) / 2
        if at - half > free and at + half <= m["width"] and abs(at - edge) > half + 3:
            body += text(at, h - 6, said, "t-quiet t-sm", "middle")
            free = at + half + 6
    if shown:
        said = "your date" if axis.kind == "live" else "your budget"
        half = text_width(said, 11) / 2
        at = min(max(edge, half), m["width"] - half)
        body += text(at, 14, said, "t-strong t-sm", "middle")
        body += line(edge, 19, edge, h, "limit")
    return hidden(m["width"], h, body)


def _ticks(axis: Axis) -> list[tuple[float, str]]:
    if axis.kind == "cost":
        return [(v, brief_money(v, axis.currency)) for v in round_ticks(axis.low, axis.high, 3)]
    span = axis.high - axis.low
    every = next((k for k in (1, 2, 3, 6) if span / 30.4 / k <= 4), 12)
    return [
        (float(d.toordinal()), f"{short_day(d)[2:]} {d.year % 100:02d}")
        for d in months(axis.low, axis.high, every)
    ]


def team_range(row: TeamRow, axis: Axis, tier: Tier) -> str:
    """The middle future as a dot, 8 in 10 as a line, the limit dashed through the row."""
    m = size("teams", tier)
    w, h = m["width"], m["height"]
    x, y = _scale(axis, w), h / 2 + 5
    early, middle, late = _range(row, axis.kind)
    me = " me" if row.me else ""
    edge = None
    if axis.limit is not None and axis.low <= axis.limit <= axis.high:
        edge = x(axis.limit)
    body = line(edge, 0, edge, h, "limit") if edge is not None else ""
    body += line(x.clamped(early), y, x.clamped(late), y, f"rng{me}")
    if late > axis.high:
        body += path(f"M{n(w - 7)} {n(y - 4)}L{n(w - 2)} {n(y)}L{n(w - 7)} {n(y + 4)}", "rng-off")
    if middle <= axis.high:
        body += circle(x(middle), y, 5, f"mid{me}")
    said = _said(axis, middle)
    at, anchor = _beside(x.clamped(middle), edge, said, w)
    body += text(at, y - 11, said, "t-acc" if row.me else "t-ink", anchor)
    return picture(w, h, body, row.name, _sentence(axis, row))


def _said(axis: Axis, value: float) -> str:
    if axis.kind == "cost":
        return brief_money(value, axis.currency)
    when = date.fromordinal(int(value))
    return short_day(when) if when.year == axis.year else day(when)


def _beside(x: float, limit: float | None, said: str, width: float) -> tuple[float, str]:
    """Over the dot, or beside the limit's line where both would meet."""
    half = text_width(said) / 2
    if limit is not None and abs(x - limit) < half + 5:
        if x <= limit and limit - 6 - 2.3 * half >= 0:  # bold letters are wider
            return limit - 6, "end"
        return limit + 6, "start"
    return min(max(x, half), width - half), "middle"


def _sentence(axis: Axis, row: TeamRow) -> str:
    if axis.kind == "live":
        r = row.live
        return f"live {day(r.p50)}, 8 in 10 {days_apart(r.p10, r.p90)}" if r else ""
    c = row.cost
    if c is None:
        return ""
    low, high = (brief_money(v, c.currency) for v in (c.p10, c.p90))
    return f"cost {brief_money(c.p50, c.currency)}, 8 in 10 {low} to {high}"


def _scale(axis: Axis, width: float) -> Scale:
    return Scale(axis.low, axis.high, 4, width - 4)

"""Cost against live date: the line that no plan beats, the choice, the other teams."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from tercet.reports.charts.labels import Labels
from tercet.reports.charts.scale import (
    Scale,
    Tier,
    day_number,
    in_sight,
    month_label,
    month_step,
    months,
    round_ticks,
    size,
    spec,
)
from tercet.reports.charts.svg import circle, line, n, path, picture, rect, text
from tercet.reports.views.others import FrontierView, Mark
from tercet.reports.words import brief_money, day, short_day


def frontier(view: FrontierView, tier: Tier) -> str:
    """Planned dates and costs; what meets both limits is faintly violet."""
    m = size("frontier", tier)
    x, y = _scales(view, m)
    frame = (m["left"], m["top"], m["width"] - m["right"], m["height"] - m["bottom"])
    labels = Labels(frame)
    body = _ground(view, x, y, frame, m["tick_room"]) + _line(view, x, y)
    inside = [o for o in view.others if _within(o, x, y)]
    mx, my = x(day_number(view.me.live)), y(float(view.me.cost))
    _keep_clear(view, x, y, labels)
    for mark in (*view.line, *inside):
        labels.block(x(day_number(mark.live)), y(float(mark.cost)), 5)
    labels.block(mx, my, 9)
    at, up, anchor = labels.place(mx, my, "Recommended", 13)
    names = text(at, up, "Recommended", "t-acc halo", anchor)
    for mark in inside:
        px, py = x(day_number(mark.live)), y(float(mark.cost))
        body += circle(px, py, 5, "alt")
        at, up, anchor = labels.place(px, py, mark.name)
        names += text(at, up, mark.name, "t-ink halo", anchor)
    names += _off(view, x, y, labels, frame)
    body += circle(mx, my, 8, "chosen") + names
    return picture(m["width"], m["height"], body, *_words(view))


def _scales(view: FrontierView, m: Mapping[str, Any]) -> tuple[Scale, Scale]:
    """Around the line, the choice and the limits; other teams only stretch it by half."""
    core = (*view.line, view.me)
    days = [day_number(p.live) for p in core]
    costs = [float(p.cost) for p in core]
    if view.deadline:
        days.append(day_number(view.deadline))
    if view.budget is not None and in_sight(float(view.budget), max(costs)):
        costs.append(float(view.budget))
    lo_d, hi_d = _stretched(days, [day_number(o.live) for o in view.others], 14)
    lo_c, hi_c = _stretched(costs, [float(o.cost) for o in view.others], 1000)
    return (
        Scale(lo_d, hi_d, m["left"], m["width"] - m["right"]),
        Scale(lo_c, hi_c, m["height"] - m["bottom"], m["top"]),
    )  # fmt: skip


def _stretched(core: list[float], others: list[float], least: float) -> tuple[float, float]:
    low, high = min(core), max(core)
    span = max(high - low, least)
    reach = [v for v in others if low - span / 2 <= v <= high + span]
    low, high = min([low, *reach]), max([high, *reach])
    slack = max(high - low, least) * 0.09
    return low - slack, high + slack


def _keep_clear(view: FrontierView, x: Scale, y: Scale, labels: Labels) -> None:
    """The step line, the limits and their names take room too."""
    points = [(x(day_number(p.live)), y(float(p.cost))) for p in view.line]
    for (x0, y0), (x1, y1) in pairwise(points):
        labels.keep_clear(x0, y0, x1, y0)
        labels.keep_clear(x1, y0, x1, y1)
    left, top, right, bottom = labels.frame
    if view.deadline:
        at = x(day_number(view.deadline))
        labels.keep_clear(at, top, at, bottom)
        labels.keep_clear(at, top - 8, min(at + 110, right), top + 6)
    if view.budget is not None:
        up = y(float(view.budget))
        if up >= top:
            labels.keep_clear(left, up, right, up)
        foot = up if up >= top else top + 22
        labels.keep_clear(right - 120, foot - 18, right, foot)


def _within(mark: Mark, x: Scale, y: Scale) -> bool:
    return x.low <= day_number(mark.live) <= x.high and y.low <= float(mark.cost) <= y.high


def _ground(view: FrontierView, x: Scale, y: Scale, frame: tuple[float, ...], room: float) -> str:
    left, top, right, bottom = frame
    body = ""
    if view.deadline and view.budget is not None:
        edge, up = x.clamped(day_number(view.deadline)), y.clamped(float(view.budget))
        body += rect(left, up, edge - left, bottom - up, "goal")
        body += text(left + 6, bottom - 8, "meets both", "t-acc t-sm")
    for cost in round_ticks(y.low, y.high, 5):
        body += line(left, y(cost), right, y(cost), "grid")
        body += text(left - 8, y(cost) + 4, brief_money(cost, view.currency), "t-quiet t-sm", "end")
    step = month_step(x, room)
    for i, month in enumerate(months(x.low, x.high, step)):
        at = x(day_number(month))
        if at < right - 20:
            body += line(at, bottom, at, bottom + 5, "base")
            body += text(
                at, bottom + 20, month_label(month, i == 0, step), "t-quiet t-sm", "middle"
            )
    body += line(left, bottom, right, bottom, "base")
    if view.deadline:
        at = x(day_number(view.deadline))
        body += line(at, top - 8, at, bottom, "limit")
        near = at > right - 90
        body += text(at - 6 if near else at + 6, top + 2, f"your date {short_day(view.deadline)}",
                     "t-strong t-sm halo", "end" if near else "start")  # fmt: skip
    if view.budget is not None:
        up = y(float(view.budget))
        said = f"your budget {brief_money(view.budget, view.currency)}"
        if up >= top:
            body += line(left, up, right, up, "limit")
            body += text(right, up - 7, said, "t-strong t-sm halo", "end")
        else:
            body += text(right, top + 20, f"{said} ↑", "t-strong t-sm halo", "end")
    return body


def _line(view: FrontierView, x: Scale, y: Scale) -> str:
    points = [(x(day_number(p.live)), y(float(p.cost))) for p in view.line]
    if not points:
        return ""
    d = f"M{n(points[0][0])} {n(points[0][1])}"
    d += "".join(f"H{n(px)}V{n(py)}" for px, py in points[1:])
    return path(d, "front") + "".join(circle(px, py, 3.5, "front-pt") for px, py in points)


def _off(view: FrontierView, x: Scale, y: Scale, labels: Labels, frame: tuple[float, ...]) -> str:
    """Teams that lie off the edge are named there with an arrow."""
    body = ""
    for mark in view.others:
        if _within(mark, x, y):
            continue
        day_, cost = day_number(mark.live), float(mark.cost)
        late, early = day_ > x.high, day_ < x.low
        said = f"{mark.name}, {short_day(mark.live)[2:].strip()} {mark.live.year}"
        arrow = " →" if late else " ↑" if cost > y.high else " ↓" if cost < y.low else ""
        said = f"← {said}" if early else said + arrow
        px = x.clamped(day_)
        py = min(max(y.clamped(cost), frame[1] + 12), frame[3] - 6)
        at, up, anchor = labels.place(px, py, said, 2)
        body += text(at, up, said, "t-ink t-sm halo", anchor)
    return body


def _words(view: FrontierView) -> tuple[str, str]:
    def said(mark: Mark) -> str:
        return f"{day(mark.live)} for {brief_money(mark.cost, view.currency)}"

    line_ = ""
    if len(view.line) > 1:
        line_ = f"The line runs from {said(view.line[0])} to {said(view.line[-1])}."
    s = spec("frontier")
    return s["title"], s["says"].format(line=line_, me=said(view.me)).strip()

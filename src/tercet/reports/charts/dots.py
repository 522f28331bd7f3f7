"""Quantile dotplots, and a hundred squares."""

from datetime import date
from math import ceil

from tercet.reports.bins import bin_of, round_step
from tercet.reports.charts.scale import (
    Scale,
    Tier,
    month_step,
    months,
    round_ticks,
    size,
    spec,
)
from tercet.reports.charts.svg import circle, hidden, line, picture, rect, text, text_width
from tercet.reports.views.sure import DotsView
from tercet.reports.words import brief_money, day, short_day

_TALLEST = 14
"""Dots on top of each other; more stand side by side."""
_FAR = 0.7
"""A limit further off than this share of the spread is named at the edge, not drawn."""


def dotplot(view: DotsView, tier: Tier) -> str:
    """Dots stacked in bins that are aligned on the limit: filled keep it, hollow miss it."""
    m = size("dots", tier)
    near = _near(view)
    anchor = view.limit if near and view.limit is not None else max(view.values)
    step = _step(view, anchor, m["bins"])
    bins = [bin_of(v, anchor, step) for v in view.values]
    first, last = min(*bins, -1) - 1, max(*bins, -1) + 1
    tallest = max(bins.count(k) for k in set(bins))
    beside = ceil(tallest / _TALLEST)
    rows = ceil(tallest / beside)
    dot = min(m["dot"], (m["width"] - 4) / (last - first + 1) / beside, m["height"] / rows)
    base = 30 + rows * dot + 4
    x = Scale(0, 1, 2 - first * dot * beside, 2 + (1 - first) * dot * beside)
    body = ""
    for k in sorted(set(bins)):
        column = [v for b, v in zip(bins, view.values, strict=True) if b == k]
        for j, value in enumerate(sorted(column)):
            keeps = view.limit is None or value <= view.limit
            at, up = x(k) + (j % beside + 0.5) * dot, base - 3 - (j // beside + 0.5) * dot
            body += circle(at, up, dot / 2 - min(1.5, dot / 6), "dot-in" if keeps else "dot-out")
    right = x(last + 1)
    body += line(0, base, right, base, "base") + _limit(view, near, x(0), m["width"], base)
    axis = Scale(anchor, anchor + step, x(0), x(1))
    body += _ticks(view, axis, right, base, m["tick_room"])
    return picture(m["width"], base + 34, body, *_words(view))


def _near(view: DotsView) -> bool:
    if view.limit is None:
        return False
    low, high = min(view.values), max(view.values)
    slack = _FAR * max(high - low, 1e-9)
    return low - slack <= view.limit <= high + slack


def _step(view: DotsView, anchor: float, bins: int) -> float:
    """Whole weeks for dates, round amounts for money."""
    span = max(*view.values, anchor) - min(*view.values, anchor)
    if view.kind == "live":
        return 7.0 * max(1, ceil(span / 7 / (bins - 2)))
    return round_step(max(span, 1.0), bins - 2)


def _limit(view: DotsView, near: bool, x: float, width: float, base: float) -> str:
    if view.limit is None:
        return ""
    room = text_width(view.limit_label)
    if near:
        left = x - 7 - room < 0
        return line(x, 18, x, base + 6, "limit") + text(
            x + 7 if left else x - 7, 26, view.limit_label, "t-strong halo",
            "start" if left else "end",
        )  # fmt: skip
    if view.limit > max(view.values):
        return text(width, 26, f"your limit {view.limit_label} →", "t-strong halo", "end")
    return text(0, 26, f"← your limit {view.limit_label}", "t-strong halo")


def _ticks(view: DotsView, axis: Scale, right: float, base: float, room: float) -> str:
    """Months or round amounts that fall on the drawing."""
    unit = axis.high - axis.low
    low = axis.low + (2 - axis.start) / (axis.end - axis.start) * unit
    high = axis.low + (right - axis.start) / (axis.end - axis.start) * unit
    body = ""
    if view.kind == "live":
        every = month_step(axis, room)
        places = [
            (float(d.toordinal()), str(d.year) if every >= 12 else short_day(d))
            for d in months(low, high, every)
        ]
    else:
        parts = max(1, int(right / room))
        places = [(v, brief_money(v, view.currency)) for v in round_ticks(low, high, parts)]
    for value, said in places:
        at = axis(value)
        if 14 <= at <= right + 8:
            body += line(at, base, at, base + 5, "base")
            body += text(at, base + 19, said, "t-quiet t-sm", "middle")
    return body


def _words(view: DotsView) -> tuple[str, str]:
    s, count = spec("dots"), len(view.values)
    own = s[view.kind]
    if view.limit is None:
        middle = sorted(view.values)[count // 2]
        said = day(_as_day(middle)) if view.kind == "live" else brief_money(middle, view.currency)
        return own["title"].format(n=count), s["open"].format(middle=said)
    limit = day(_as_day(view.limit)) if view.kind == "live" else view.limit_label
    return own["title"].format(n=count), own["says"].format(kept=view.kept, n=count, limit=limit)


def _as_day(value: float) -> date:
    return date.fromordinal(int(value))


def waffle(share: float) -> str:
    """A hundred squares, as many filled as futures keep the limits."""
    filled = round(100 * share)
    body = ""
    for i in range(100):
        row, column = divmod(i, 10)
        cls = "dot-in" if i < filled else "miss"
        body += rect(column * 8 + 0.5, row * 8 + 0.5, 5, 5, cls, 'rx="1"')
    return hidden(78, 78, body)

"""What moves the live date and the cost: bars from "as planned"."""

from tercet.reports.charts.scale import Scale, Tier, round_ticks, size, spec
from tercet.reports.charts.svg import line, picture, rect, shortened, text, text_width
from tercet.reports.views.sure import DriverView, Kind
from tercet.reports.words import brief_money, number


def drivers(rows: tuple[DriverView, ...], kind: Kind, currency: str, tier: Tier) -> str:
    """One bar a cause; `kind` says whether weeks or money are shown."""
    m, s = size("drivers", tier), spec("drivers")
    values = [_values(r, kind) for r in rows]
    ends = [v for pair in values for v in pair]
    low, high = min(0.0, *ends), max(0.0, *ends) or 1.0
    rooms = [
        (_left(v, other), _room(v, kind, currency))
        for good, bad in values
        for v, other in ((good, bad), (bad, good))
        if v
    ]
    before = max((room for left, room in rooms if left), default=0.0)
    after = max((room for left, room in rooms if not left), default=0.0)
    x = Scale(low, high, m["left"] + 2 + before, m["width"] - 2 - after)
    top, height = m["top"], m["top"] + m["row"] * len(rows) + 4
    body = ""
    for t in round_ticks(low, high, m["ticks"]):
        body += line(x(t), top - 4, x(t), height - 2, "base" if abs(t) < 1e-9 else "grid")
        zero = abs(t) < 1e-9
        said = "as planned" if zero else _said(t, kind, currency, unit=True)
        anchor = "start" if x(t) < m["left"] + 24 else "middle"
        if zero or abs(x(t) - x(0)) > (text_width(said, 11) + text_width("as planned", 11)) / 2 + 8:
            body += text(x(t), 14, said, "t-quiet t-sm halo", anchor)
    for i, (row, (good, bad)) in enumerate(zip(rows, values, strict=True)):
        narrow = m["left"] == 0
        room = m["width"] if narrow else m["left"]
        y = top + i * m["row"] + (20 if narrow else 6)
        body += text(0, y - 5 if narrow else y + 13, shortened(row.label, room), "t-ink halo")
        body += _bar(x, y, m["bar"], good, "neg", _left(good, bad), _said(good, kind, currency))
        body += _bar(x, y, m["bar"], bad, "pos", _left(bad, good), _said(bad, kind, currency))
    told = "; ".join(
        f"{r.label}: {_said(g, kind, currency)} to {_said(b, kind, currency)}"
        for r, (g, b) in zip(rows, values, strict=True)
    )
    return picture(m["width"], height, body, s[kind]["title"], s["says"].format(list=told))


def _values(row: DriverView, kind: Kind) -> tuple[float, float]:
    if kind == "live":
        return row.weeks
    return float(row.cost[0]), float(row.cost[1])


def _room(value: float, kind: Kind, currency: str) -> float:
    """Pixels for the figure at the end of a bar."""
    return text_width(_said(value, kind, currency), 11.5) + 8


def _left(value: float, other: float) -> bool:
    """Whether a figure stands left of its bar.

    It stands outside, unless a longer bar on the same side is in the way: then at the inner end.
    """
    covered = value * other > 0 and abs(value) < abs(other)
    return (value < 0) != covered


def _bar(x: Scale, y: float, h: float, value: float, cls: str, before: bool, said: str) -> str:
    if abs(x(value) - x(0)) < 0.5:
        return ""
    left, right = sorted((x(0), x(value)))
    at, anchor = (left - 5, "end") if before else (right + 5, "start")
    strong = " t-strong" if cls == "pos" else ""
    label = text(at, y + 13, said, f"t-sm halo{strong}", anchor)
    return rect(left, y, right - left, h, cls) + label


def _said(value: float, kind: Kind, currency: str, *, unit: bool = False) -> str:
    plus = "+" if value > 0 else ""
    if kind == "live":
        return f"{plus}{number(value)}{' wk' if unit else ''}"
    return f"{plus}{brief_money(value, currency)}"

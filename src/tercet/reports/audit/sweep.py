"""How ratios would change with another cut-off: one small chart a category."""

from collections.abc import Sequence

from tercet.auditing.records import Category, SweepPoint
from tercet.reports.charts.scale import Scale
from tercet.reports.charts.svg import circle, line, n, path, picture, text

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BASE = 460.0, 210.0, 36.0, 330.0, 12.0, 170.0
MOST = 5
"""Groups drawn; the largest ones, since more lines cannot be told apart."""


def sweep_chart(
    name: str, category: Category, points: Sequence[SweepPoint], four_fifths: float
) -> str:
    """Ratio to the highest rate at each cut-off, one line a group named at its end.

    Empty where there are fewer than two cut-offs.
    """
    cutoffs = sorted({p.cutoff for p in points})
    groups = [r.value for r in category.rows if any(p.value == r.value for p in points)][:MOST]
    if len(cutoffs) < 2 or not groups:
        return ""
    x = Scale(cutoffs[0], cutoffs[-1], LEFT + 14, RIGHT)
    y = Scale(0, 1, BASE, TOP)
    body = "".join(
        line(LEFT, y(v), RIGHT, y(v), "base" if v in (0, 1) else "grid")
        + text(LEFT - 8, y(v) + 4, f"{v:g}", "t-quiet t-sm", "end")
        for v in (0, 0.5, 1)
    )
    body += line(LEFT, y(four_fifths), RIGHT, y(four_fifths), "limit")
    every = -(-len(cutoffs) // 7)
    for cutoff in cutoffs[::every]:
        body += text(x(cutoff), BASE + 18, f"{cutoff:g}", "t-quiet t-sm", "middle")
    body += text(
        (LEFT + RIGHT) / 2, BASE + 36, "selected from this score upwards", "t-quiet t-sm", "middle"
    )
    ends: list[float] = []
    for group in groups:
        mine = [
            (x(p.cutoff), y(p.ratio)) for p in points if p.value == group and p.ratio is not None
        ]
        if not mine:
            continue
        body += path("M" + "L".join(f"{n(a)} {n(b)}" for a, b in mine), "front")
        body += "".join(circle(a, b, 3, "front-pt") for a, b in mine)
        at = mine[-1][1]
        while any(abs(at - other) < 13 for other in ends):
            at += 13
        ends.append(at)
        body += text(RIGHT + 10, at + 4, group if len(group) < 20 else f"{group[:18]}…", "t-sm")
    lowest = min((p for p in points if p.ratio is not None), key=lambda p: p.ratio or 0.0)
    says = f"Lowest: {lowest.value}, {lowest.ratio:.2f} at {lowest.cutoff:g}"
    return picture(WIDTH, HEIGHT, body, f"Ratios by cut-off, {name}", says)

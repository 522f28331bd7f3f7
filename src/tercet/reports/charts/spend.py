"""Money spent so far, week by week."""

from datetime import date

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
from tercet.reports.charts.svg import line, n, path, picture, text
from tercet.reports.words import brief_money, day, short_day

Weeks = tuple[tuple[date, float, float, float], ...]


def spend(weeks: Weeks, budget: float | None, live: date, currency: str, tier: Tier) -> str:
    """Cumulative cost: the middle future as a line, 8 in 10 as a band, the budget dashed."""
    m = size("spend", tier)
    near = budget is not None and in_sight(budget, weeks[-1][3])
    top = max(weeks[-1][3], budget if budget is not None and near else 0) * 1.06
    x = Scale(day_number(weeks[0][0]), day_number(weeks[-1][0]), m["left"], m["width"] - m["right"])
    y = Scale(0, top, m["height"] - m["bottom"], m["top"])
    body = _ground(x, y, currency, m["tick_room"])
    upper = [(x(day_number(d)), y(high)) for d, _, _, high in weeks]
    lower = [(x(day_number(d)), y(low)) for d, low, _, _ in weeks]
    around = "L".join(f"{n(a)} {n(b)}" for a, b in [*upper, *reversed(lower)])
    body += path(f"M{around}Z", "band2")
    middle = [(x(day_number(d)), y(mid)) for d, _, mid, _ in weeks]
    body += path("M" + "L".join(f"{n(a)} {n(b)}" for a, b in middle), "plan-line")
    at = x.clamped(day_number(live))
    body += line(at, m["top"], at, y(0), "plan-line thin")
    body += text(at - 5, y(0) - 8, f"middle live {short_day(live)}", "t-acc t-sm halo", "end")
    if budget is not None:
        said = f"your budget {brief_money(budget, currency)}"
        if near:
            body += line(x.start, y(budget), x.end, y(budget), "limit")
        up = y(budget) - 6 if near else m["top"] + 6
        body += text(x.start + 4, up, said if near else f"{said} ↑", "t-strong t-sm halo")
    if tier != "narrow":
        body += _ends(weeks[-1], y, x.end, currency)
    return picture(m["width"], m["height"], body, *_words(weeks, live, currency))


def _ground(x: Scale, y: Scale, currency: str, room: float) -> str:
    body = ""
    for value in round_ticks(0, y.high, 5):
        body += line(x.start, y(value), x.end, y(value), "base" if value == 0 else "grid")
        body += text(x.start - 8, y(value) + 4, brief_money(value, currency) if value else "0",
                     "t-quiet t-sm", "end")  # fmt: skip
    step = month_step(x, room)
    for i, month in enumerate(months(x.low, x.high, step)):
        at = x(day_number(month))
        body += line(at, y(0), at, y(0) + 5, "base")
        if at + 24 < x.end:
            body += text(at + 4, y(0) + 18, month_label(month, i == 0, step), "t-quiet t-sm")
    return body


def _ends(last: tuple[date, float, float, float], y: Scale, right: float, currency: str) -> str:
    """The three ends named at the right, 13 px apart at least."""
    _, low, middle, high = last
    places = [y(high), y(middle), y(low)]
    places[0] = min(places[0], places[1] - 14)
    places[2] = max(places[2], places[1] + 14)
    said = (
        (f"1 in 10 over {brief_money(high, currency)}", "t-sm"),
        (f"middle {brief_money(middle, currency)}", "t-acc t-sm"),
        (f"1 in 10 under {brief_money(low, currency)}", "t-sm"),
    )
    return "".join(
        text(right + 6, at + 4, words, cls) for at, (words, cls) in zip(places, said, strict=True)
    )


def _words(weeks: Weeks, live: date, currency: str) -> tuple[str, str]:
    s = spec("spend")
    by_live = max((w for w in weeks if w[0] <= live), key=lambda w: w[0], default=weeks[-1])
    low, high = (brief_money(v, currency) for v in (weeks[-1][1], weeks[-1][3]))
    return s["title"], s["says"].format(
        middle_day=day(live), middle=brief_money(by_live[2], currency), low=low, high=high
    )

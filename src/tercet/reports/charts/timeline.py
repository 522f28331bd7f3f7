"""People and work over time, with handoffs, limits and the band of going live."""

from datetime import date, timedelta
from itertools import accumulate, groupby

from tercet.reports.charts.scale import (
    Scale,
    Tier,
    day_number,
    month_label,
    month_step,
    months,
    size,
    spec,
)
from tercet.reports.charts.svg import (
    bar,
    circle,
    diamond,
    line,
    n,
    path,
    patterns,
    picture,
    rect,
    text,
    text_width,
)
from tercet.reports.views.line import TimelineView
from tercet.reports.views.people import PersonView
from tercet.reports.views.stretches import Stretch
from tercet.reports.words import MONTHS, day, plural, short_day

_GRID = 12
"""Pixels of a month from which on each month has its line."""
_LITTLE = ("a", "and", "at", "by", "for", "in", "of", "on", "or", "the", "to", "with")
"""Words that no shortened name may end with."""


_DEEPEST = 2.5
"""Full weeks that a row shows at their true height; more are squeezed into it."""


class _Canvas:
    """Measures of one drawing; lives only while it is drawn."""

    def __init__(self, view: TimelineView, tier: Tier) -> None:
        self.view, self.tier = view, tier
        self.m = size("timeline", tier)
        self.prefix = f"t{self.m['width']}"
        first = min(p.decide or p.start for p in view.people) - timedelta(days=6)
        ends = [p.end for p in view.people] + [view.live.p90]
        if view.deadline and view.deadline < max(ends) + timedelta(days=120):
            ends.append(view.deadline)
        span = max(ends).toordinal() - first.toordinal()
        high = max(ends).toordinal() + span * 0.03
        right = self.m["width"] - self.m["right"]
        self.x = Scale(day_number(first), high, self.m["left"], right)
        self.bars = [self.m["bar"] * min(_DEEPEST, _load(p)) for p in view.people]
        """Heights of the bars' band in each row: a full week is always as high."""
        rows = [self.m["row"] - self.m["bar"] + high for high in self.bars]
        self.tops = [self.m["top"], *(self.m["top"] + h for h in accumulate(rows))]
        self.bottom = self.tops[-1]

    def at(self, day_: date) -> float:
        """Pixel of a date, kept inside."""
        return self.x.clamped(day_number(day_))

    def row(self, i: int) -> float:
        """Top of row `i`."""
        return float(self.tops[i])

    def bar_top(self, i: int) -> float:
        """Top of the bar in row `i`."""
        return float(self.tops[i] + self.m["bar_top"])

    @property
    def narrow(self) -> bool:
        """Whether names stand above the bars."""
        return self.tier == "narrow"


def _load(person: PersonView) -> float:
    """Most that is stacked in one week, in full weeks; at least one."""
    return max([1.0, *(s.share + s.below for s in person.stretches)])


def timeline(view: TimelineView, tier: Tier) -> str:
    """The drawing for one width."""
    c = _Canvas(view, tier)
    body = patterns(c.prefix) + _ground(c) + _limits(c)
    for i, person in enumerate(view.people):
        body += _name(c, i, person) + _waiting(c, i, person) + _work(c, i, person)
    body += line(0, c.bottom, c.m["width"], c.bottom, "grid") + _handoffs(c)
    return picture(c.m["width"], c.bottom + 4, body, *_words(view))


def _words(view: TimelineView) -> tuple[str, str]:
    s, live = spec("timeline"), view.live
    passed = "; ".join(f"{h.title} on {short_day(h.day)}" for h in view.handoffs)
    title = s["title"].format(
        people=plural(len(view.people), "person", "people"),
        packages=plural(len(view.packages), "work package"),
        first=day(min(p.start for p in view.people)), last=day(max(p.end for p in view.people)),
    )  # fmt: skip
    says = s["says"].format(
        middle=day(live.p50), early=day(live.p10), late=day(live.p90),
        wanted=f", wanted by {day(view.deadline)}" if view.deadline else "",
        handoffs=f"Handoffs: {passed}." if passed else "No handoffs.",
    )  # fmt: skip
    return title, says


def _ground(c: _Canvas) -> str:
    live, top = c.view.live, c.m["top"] - 8
    left, right = c.at(live.p10), c.at(live.p90)
    body = rect(left, top, max(2, right - left), c.bottom - top, "band")
    step = month_step(c.x, c.m["tick_room"])
    room = c.x(c.x.low + 28) - c.x.start
    for i, month in enumerate(months(c.x.low, c.x.high, 1 if room >= _GRID else step)):
        x = c.at(month)
        body += line(x, top, x, c.bottom, "grid")
        if (12 * month.year + month.month - 1) % step:
            continue
        said = MONTHS[month.month - 1][:3]
        if step >= 12 or step * room > 54:
            said = month_label(month, i == 0, step)
        if x + text_width(said, 11) < c.m["width"]:
            body += text(x + 4, top - 5, said, "t-quiet t-sm")
    return body


def _limits(c: _Canvas) -> str:
    """Lines of the middle future and of the date wanted, labelled on two levels if need be."""
    middle, wanted = c.view.live.p50, c.view.deadline
    marks = [(c.at(middle), f"middle future {short_day(middle)}", "plan-line", "t-acc")]
    if wanted:
        x = c.x(day_number(wanted))
        if c.x.start <= x <= c.x.end + 1:
            marks.append((x, f"your date {short_day(wanted)}", "limit", "t-strong"))
    marks.sort(key=lambda m: m[0])
    body, w = "", c.m["width"]
    for i, (x, said, cls, tone) in enumerate(marks):
        room = text_width(said, 11)
        last = i == len(marks) - 1
        right = (last and len(marks) > 1 and x + room + 6 < w) or x - room < 0
        level = 28 if last and len(marks) > 1 and not right else 14
        body += line(x, level - 10, x, c.bottom, cls)
        body += text(x + 6 if right else x - 6, level, said, f"{tone} t-sm halo",
                     "start" if right else "end")  # fmt: skip
    return body


def _name(c: _Canvas, i: int, p: PersonView) -> str:
    y, m = c.row(i), c.m
    body = line(0, y, m["width"], y, "grid")
    sub = f"{p.how}, {p.level}, {p.region}"
    if c.narrow:
        title = p.role.title
        body += text(0, y + m["name"], title, "t-strong t-name halo")
        return body + text(text_width(title, 15.5) + 6, y + m["sub"], sub, "t-quiet t-sm halo")
    body += text(0, y + m["name"], p.role.title, "t-strong t-name")
    body += text(0, y + m["sub"], sub, "t-quiet")
    return body + _bracket(c, i, p)


def _bracket(c: _Canvas, i: int, p: PersonView) -> str:
    """A bracket along the rows of a pod, drawn with its first row."""
    people = c.view.people
    if p.pod < 2 or (i > 0 and people[i - 1].engagement == p.engagement):
        return ""
    rows = len(next(list(g) for k, g in groupby(people[i:], lambda q: q.engagement)))
    x, top, end = c.m["left"] - 10, c.row(i) + 7, c.row(i + rows) - 7
    return path(f"M{n(x)} {n(top)}h-4V{n(end)}h4", "base hollow")


def _waiting(c: _Canvas, i: int, p: PersonView) -> str:
    """From approval to the first day: circle, diamond, dots; then the ramp."""
    top, h = c.bar_top(i), c.bars[i]
    middle, start = top + h / 2, c.at(p.start)
    body = ""
    if p.decide and p.offer:
        asked, offer = c.at(p.decide), c.at(p.offer)
        body += line(asked, middle, start, middle, "lead")
        body += circle(asked, middle, 2.5, "alt") + diamond(offer, middle, 4.5, "alt")
        said = f"{'sign' if p.pod else 'offer'} by {short_day(p.offer)}"
        if not c.narrow and start - asked > 0.8 * text_width(said, 11):
            body += text(max(c.m["left"] + 42, offer), top - 1, said, "t-sm t-ink halo", "middle")
    if p.able > p.start:
        busy = any(s.start < p.able for s in p.stretches)
        base, rise = (top + h + 6, 5.0) if busy else (top + h, float(h))
        able = c.at(p.able)
        body += path(f"M{n(start)} {n(base)}L{n(able)} {n(base)}V{n(base - rise)}Z", "ramp")
        body += line(start, top - 2, start, top + h, "base")
    return body


def _work(c: _Canvas, i: int, p: PersonView) -> str:
    """One bar per stretch of work, stacked where a week is shared; the paid time as a line."""
    top, h = c.bar_top(i), c.bars[i]
    body = line(c.at(p.start), top + h, c.at(p.end), top + h, "base")
    unit = h / _load(p)
    named: set[int] = set()
    for s in p.stretches:
        x, w = c.at(s.start) + 0.8, c.at(s.end) - c.at(s.start) - 1.6
        high = max(3.0, unit * s.share)
        y = top + h - unit * s.below - high
        label = _label(c, s, w, high, s.package in named)
        if label:
            named.add(s.package)
        body += bar(c.prefix, p.role.family, x, y, w, high, label)
    return body


def _label(c: _Canvas, s: Stretch, width: float, height: float, again: bool) -> str:
    """Number and name of a package, as much of it as fits."""
    if height < 13:
        return ""
    letters = (width - spec("timeline")["label"]["lead"]) / spec("timeline")["label"]["letter"]
    words = c.view.packages[s.package - 1].replace(",", "").split()
    names = [" ".join(words[:k]) for k in range(len(words), 0, -1) if words[k - 1] not in _LITTLE]
    tries = [] if again else [f"{s.package} {name}" for name in names]
    return next((t for t in [*tries, str(s.package)] if len(t) <= letters), "")


def _handoffs(c: _Canvas) -> str:
    """Numbered discs with an arrow from giver to taker."""
    body, placed = "", list[tuple[float, float]]()
    for h in c.view.handoffs[: spec("timeline")["handoffs_drawn"]]:
        x, down = c.at(h.day), h.taker > h.giver
        y1 = c.bar_top(h.giver) + (c.bars[h.giver] if down else 0)
        y2 = c.bar_top(h.taker) + (0 if down else c.bars[h.taker])
        gap = c.m["row"] - c.m["bar"]
        y = y1 + (gap / 2 if down else -gap / 2)
        while any(abs(x - a) < 19 and abs(y - b) < 19 for a, b in placed):
            y += 19 if down else -19
        placed.append((x, y))
        tip = 5 if down else -5
        body += path(f"M{n(x)} {n(y1)}V{n(y2)}", "hand")
        body += path(
            f"M{n(x - 3.5)} {n(y2 - tip)}L{n(x)} {n(y2)}L{n(x + 3.5)} {n(y2 - tip)}", "hand"
        )
        body += circle(x, y, 8 if c.narrow else 9, "hand-dot")
        body += text(x, y + 4, str(h.number), "hand-n", "middle")
    return body

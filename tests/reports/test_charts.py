"""Charts: sound SVG in every width, nothing outside the drawing, colours that can be read."""

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tercet.advice.records import Advice
from tercet.forecast.records import DateRange
from tercet.planning.records import Limits
from tercet.reports.bins import round_step
from tercet.reports.charts.dots import dotplot
from tercet.reports.charts.drawn import draw
from tercet.reports.charts.drivers import drivers
from tercet.reports.charts.labels import Labels
from tercet.reports.charts.scale import (
    TIERS,
    Scale,
    Tier,
    month_label,
    month_step,
    months,
    round_ticks,
)
from tercet.reports.charts.standalone import light_tokens, standalone
from tercet.reports.views.plan import plan_view
from tercet.reports.views.sure import DotsView, DriverView

SVG = "{http://www.w3.org/2000/svg}"


def _all(advice: Advice) -> list[str]:
    charts = draw(plan_view(advice))
    drawings = [
        *charts.timeline, *charts.live, *charts.cost, *charts.by_date, *charts.by_cost,
        *charts.spend, *charts.frontier, *charts.live_axis, *charts.cost_axis,
    ]  # fmt: skip
    for kinds in charts.ranges.values():
        drawings += [one for each in kinds.values() for one in each]
    return [svg for _, svg in drawings] + ([charts.waffle] if charts.waffle else [])


def test_every_chart_is_sound_and_says_what_it_shows(larkspur: Advice, hostile: Advice) -> None:
    """Each drawing parses as XML and has a sentence, or is hidden because it only repeats."""
    for svg in _all(larkspur) + _all(hostile):
        root = ET.fromstring(svg)  # noqa: S314  (our own drawing)
        assert root.get("aria-hidden") == "true" or len(root.get("aria-label", "")) > 10


def test_marks_stay_inside(larkspur: Advice) -> None:
    """No mark and no start of a text lies outside its drawing."""
    for svg in _all(larkspur):
        root = ET.fromstring(svg)  # noqa: S314
        width, height = float(root.get("width", 0)), float(root.get("height", 0))
        for node in root.iter():
            for name, most in (("x", width), ("cx", width), ("y", height), ("cy", height)):
                if node.tag == f"{SVG}pattern" or node.get(name) is None:
                    continue
                assert -2 <= float(node.get(name, 0)) <= most + 2, ET.tostring(node)


def test_no_colour_in_a_chart(larkspur: Advice) -> None:
    """Colours come from classes alone, so that one drawing serves light, dark and print."""
    for svg in _all(larkspur):
        assert not re.search(r"#[0-9A-Fa-f]{6}|rgb\(", svg)


def test_counts_of_dots(larkspur: Advice) -> None:
    """Fifty dots, as many filled as keep the limit, in each width."""
    view = plan_view(larkspur)
    assert view.team
    for tier in TIERS:
        svg = dotplot(view.team.sure.live, tier)
        assert svg.count('class="dot-in"') == 42
        assert svg.count('class="dot-out"') == 8


@settings(max_examples=50, deadline=None)
@given(
    st.lists(st.floats(1e3, 9e6), min_size=50, max_size=50),
    st.one_of(st.none(), st.floats(1e3, 9e6)),
    st.sampled_from(TIERS),
)
def test_dots_of_any_spread(values: list[float], limit: float | None, tier: str) -> None:
    """Whatever the spread and wherever the limit, all dots are drawn, in order, inside."""
    kept = sum(limit is None or v <= limit for v in values)
    svg = dotplot(
        DotsView("cost", tuple(sorted(values)), limit, "limit", kept, values[0], "t", "EUR"), tier
    )
    assert svg.count('class="dot-in"') == kept
    assert svg.count("<circle") == len(values)
    width = float(re.search(r'width="([\d.]+)"', svg)[1])  # type: ignore[index]
    assert all(0 <= float(x) <= width for x in re.findall(r'cx="([\d.-]+)"', svg))


def test_a_limit_far_off_is_named_at_the_edge(larkspur: Advice) -> None:
    """A date wanted years later does not squash the dots: it is named with an arrow."""
    late = replace(larkspur, limits=Limits(date(2031, 1, 1), larkspur.limits.budget))
    view = plan_view(late)
    assert view.team
    assert "your limit 1 Jan →" in dotplot(view.team.sure.live, "wide")


def test_a_budget_far_above_leaves_the_costs_their_room(larkspur: Advice) -> None:
    """A budget of twice the costs and more is named with an arrow; a nearer one is a line."""
    for budget, far in ((600_000, False), (6_000_000, True)):
        limits = replace(larkspur.limits, budget=Decimal(budget))
        charts = draw(plan_view(replace(larkspur, limits=limits)))
        for _, svg in (*charts.spend, *charts.frontier):
            said = [t for t in re.findall(r"<text[^>]*>([^<]*)", svg) if "budget" in t]
            assert [t.endswith("↑") for t in said] == [far]


def test_charts_without_limits_and_with_late_teams(larkspur: Advice) -> None:
    """No limits, one week of plan, a team years later: every chart is still drawn."""
    choice = larkspur.recommended
    assert choice
    free = replace(larkspur, limits=Limits(None, None))
    assert all(ET.fromstring(svg) is not None for svg in _all(free))  # noqa: S314
    other = larkspur.alternatives[1]
    assert other.choice
    years = timedelta(days=2000)
    live = other.choice.forecast.live
    far = DateRange(live.p10 + years, live.p50 + years, live.p90 + years, live.planned + years)
    slow = replace(other.choice, forecast=replace(other.choice.forecast, live=far))
    slow = replace(slow, plan=replace(slow.plan, live=far.p50))
    teams = (replace(other, choice=slow), *larkspur.alternatives[2:])
    svgs = "".join(_all(replace(larkspur, alternatives=teams)))
    assert "One generalist, " in svgs
    assert "→" in svgs


def test_labels_do_not_cover_each_other() -> None:
    """Two marks at one place get their labels on different sides."""
    labels = Labels((0, 0, 400, 300))
    first = labels.place(200, 150, "First team")
    second = labels.place(200, 150, "Second team")
    assert first[2] != second[2] or abs(first[1] - second[1]) > 12


@settings(max_examples=100)
@given(st.floats(0.01, 1e9), st.integers(1, 12))
def test_round_steps(span: float, parts: int) -> None:
    """A step is 1, 2 or 5 times a power of ten and covers the span in the parts allowed."""
    step = round_step(span, parts)
    assert step * parts >= span * (1 - 1e-6)
    assert len(round_ticks(0, span, parts)) <= parts + 1


def test_months_and_scales() -> None:
    """Ticks stand at first days of months within the scale."""
    low, high = date(2026, 11, 23).toordinal(), date(2027, 3, 2).toordinal()
    assert [m.month for m in months(low, high)] == [12, 1, 2, 3]
    assert Scale(0, 10, 100, 200)(5) == 150
    assert Scale(0, 10, 100, 200).clamped(99) == 200


def _ratio(a: str, b: str) -> float:
    def light(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((light(a), light(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [0, 1])
def test_contrast(theme: int) -> None:
    """Text keeps 4.5 to its ground and edges 3 to paper, in light and dark (WCAG 2.2)."""
    from importlib import resources

    css = resources.files("tercet.reports").joinpath("static", "tokens.css").read_text()
    rows = re.findall(r"--([\w-]+):\s*light-dark\((#\w+), (#\w+)\)", css)
    c = {name: pair[theme] for name, *pair in rows}
    for name in ("ink", "ink-2", "ink-3", "accent", "contra"):
        assert _ratio(c[name], c["paper"]) >= 4.5, name
    for name in ("ds", "ai", "ops", "oth"):
        assert _ratio(c[f"{name}-ink"], c[f"{name}-soft"]) >= 4.5, name
        assert _ratio(c[name], c["paper"]) >= 3, name
    assert _ratio(c["accent"], c["accent-soft"]) >= 4.5
    assert _ratio(c["ink-3"], c["accent-soft"]) >= 4.5
    assert _ratio(c["line-strong"], c["paper"]) >= 3
    assert _ratio(c["mark-line"], c["paper"]) >= 3


def test_a_drawing_can_stand_alone(larkspur: Advice) -> None:
    """For the PDF a drawing carries its light colours; no variable is left."""
    text = standalone(_all(larkspur)[0]).decode()
    assert "var(" not in text
    assert light_tokens()["accent"] in text


@pytest.mark.parametrize("tier", TIERS)
def test_alike_futures_stand_side_by_side(tier: Tier) -> None:
    """Fifty equal values are fifty dots that can be seen, in several columns of one bin."""
    svg = dotplot(DotsView("cost", (527e3,) * 50, 600e3, "€600k", 50, 527e3, "t", "EUR"), tier)
    assert min(float(r) for r in re.findall(r'r="([\d.]+)"', svg)) >= 2.5
    assert len(set(re.findall(r'cx="([\d.]+)"', svg))) > 1


def test_years_are_named_when_months_would_crowd() -> None:
    """Ticks far apart are whole years, counted from January."""
    low, high = date(2026, 11, 23).toordinal(), date(2050, 1, 2).toordinal()
    scale = Scale(low, high, 0, 300)
    every = month_step(scale, 60)
    assert every >= 12
    ticks = list(months(low, high, every))
    assert {m.month for m in ticks} == {1}
    assert month_label(ticks[0], True, every) == str(ticks[0].year)


@pytest.mark.parametrize("tier", TIERS)
@pytest.mark.parametrize("ends", [(-15_000, -3_000), (3_000, 15_000), (-3_000, 15_000)])
def test_both_figures_of_a_cause_can_be_read(ends: tuple[int, int], tier: Tier) -> None:
    """Even where a cause moves the cost one way only, its two figures stand at different ends."""
    row = DriverView("Time to find people", (0.0, 0.0), (Decimal(ends[0]), Decimal(ends[1])))
    root = ET.fromstring(drivers((row,), "cost", "EUR", tier))  # noqa: S314  (our own drawing)
    shown = [t for t in root.iter(f"{SVG}text") if t.attrib["class"].startswith("t-sm halo")]
    assert [t.attrib.get("text-anchor") for t in shown].count("end") == 1
    assert len(shown) == 2

"""Pay, loaded cost and time to start, in a terminal."""

from tercet.market.records import MarketView, Offer, Row
from tercet.reports.console.parts import Column, Ink, cells, pad, remark, table, wrapped
from tercet.reports.places import place_name
from tercet.reports.roles import HOW, role_look
from tercet.reports.words import day, money, number, percent, plural


def terminal_market(view: MarketView, *, width: int = 80, colour: bool, unicode: bool) -> str:
    """Pay bands of the roles, drawn to one scale; then what a year costs by channel and when
    somebody can begin.
    """
    ink = Ink(colour, unicode, max(80, width))
    who = role_look(view.role).title if view.role else "All roles"
    place = f"{who}, {view.level}, {place_name(view.region)}, {day(view.day)}"
    lines = ["", "  " + ink.paint("bold", ink.said(place)), ""]
    lines += table(ink, (
        Column("Gross a year"), Column("Low tenth", True), Column("Middle", True),
        Column("High tenth", True), Column("Over DS", True), Column("Trust"),
    ), [_band(row) for row in view.rows])  # fmt: skip
    lines += _strips(ink, view)
    lines += [line for row in view.rows if view.role for line in _premium(ink, row)]
    if view.offers:
        lines += ["", *table(ink, (
            Column("How"), Column("Country"), Column("First year", True), Column("Saves", True),
            Column("Days to start", True), Column("9 in 10", True), Column(""),
        ), [(*_offer(offer), _bar(offer, view)) for offer in view.offers])]  # fmt: skip
    if view.sources:
        lines += ["", "  " + ink.paint("dim", f"{plural(len(view.sources), 'source')}:")]
        for source in view.sources:
            lines += wrapped(ink, f"{source.title} ({source.date or 'undated'})", 4)
    if view.findings:
        lines.append("")
        for finding in view.findings:
            lines += remark(ink, finding.code, finding.message)
    return ink.page(lines)


STRIP, BAR = 48, 5
"""Columns of a drawn band and of a drawn cost."""


def _strips(ink: Ink, view: MarketView) -> list[str]:
    """Each band as a line from the low to the high tenth, with a dot at the middle, from 0 on."""
    drawn = [(role_look(row.role), row.band) for row in view.rows if row.band is not None]
    if not drawn:
        return []
    most = max(band.p90 for _, band in drawn)
    name = max(cells(look.name) for look, _ in drawn)
    lines = [""]
    for look, band in drawn:
        low, middle, high = (
            round((STRIP - 1) * float(pay / most)) for pay in (band.p10, band.p50, band.p90)
        )
        strip = " " * low + "━" * (middle - low) + "●" + "━" * (high - middle)
        lines.append(f"  {pad(look.name, name)}  {ink.paint(look.family, strip)}")
    end = money(most, drawn[0][1].currency)
    scale = "0" + " " * (STRIP - 1 - cells(end)) + end
    return [*lines, ink.paint("dim", f"  {pad('', name)}  {scale}")]


def _premium(ink: Ink, row: Row) -> list[str]:
    """What a role's middle pay is over a data scientist's, with its interval."""
    if row.premium is None:
        return []
    low, high = percent(row.premium.low - 1), percent(row.premium.high - 1)
    over = percent(row.premium.ratio - 1)
    return ["", *wrapped(ink, f"Over a data scientist: {over}, 9 in 10 between {low} and {high}.")]


def _bar(offer: Offer, view: MarketView) -> str:
    """The first year's cost beside the dearest offer's."""
    most = max(other.yearly for other in view.offers)
    return "█" * max(1, round(BAR * float(offer.yearly / most)))


def _band(row: Row) -> tuple[str, ...]:
    name = role_look(row.role).name
    if row.band is None:
        return (name, "–", "–", "–", "–", "no data")
    band = row.band
    over = "–" if row.premium is None else percent(row.premium.ratio - 1)
    return (
        name, money(band.p10, band.currency), money(band.p50, band.currency),
        money(band.p90, band.currency), over, f"{band.confidence}, {band.n:,} seen",
    )  # fmt: skip


def _offer(offer: Offer) -> tuple[str, ...]:
    start = next((wait for wait in offer.waits if wait.name == "start"), None)
    early, late = (number(start.p50, 0), number(start.p90, 0)) if start else ("–", "–")
    return (
        HOW[offer.channel], place_name(offer.region), money(offer.yearly, offer.cost.currency),
        percent(offer.saving), early, late,
    )  # fmt: skip

"""Pay, loaded cost and time to start, in a terminal."""

from tercet.market.records import MarketView, Offer, Row
from tercet.reports.console.parts import Column, Ink, labelled, table, wrapped
from tercet.reports.places import place_name
from tercet.reports.roles import HOW, role_look
from tercet.reports.words import day, money, number, percent, plural


def terminal_market(view: MarketView, *, width: int = 80, colour: bool, unicode: bool) -> str:
    """Pay bands of the roles, then what a year costs by channel and when somebody can begin."""
    ink = Ink(colour, unicode, max(80, width))
    who = role_look(view.role).title if view.role else "All roles"
    place = f"{who}, {view.level}, {place_name(view.region)}, {day(view.day)}"
    lines = ["", "  " + ink.paint("bold", ink.said(place)), ""]
    lines += table(ink, (
        Column("Gross a year"), Column("Low tenth", True), Column("Middle", True),
        Column("High tenth", True), Column("Over DS", True), Column("Trust"),
    ), [_band(row) for row in view.rows])  # fmt: skip
    if view.offers:
        lines += ["", *table(ink, (
            Column("How"), Column("Country"), Column("First year", True), Column("Saves", True),
            Column("Days to start", True), Column("1 in 10 over", True),
        ), [_offer(offer) for offer in view.offers])]  # fmt: skip
    if view.sources:
        lines += ["", "  " + ink.paint("dim", f"{plural(len(view.sources), 'source')}:")]
        for source in view.sources:
            lines += wrapped(ink, f"{source.title} ({source.date or 'undated'})", 4)
    if view.findings:
        lines.append("")
        for finding in view.findings:
            lines += labelled(f"  {finding.code}  ", wrapped(ink, finding.message, 9))
    return ink.page(lines)


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

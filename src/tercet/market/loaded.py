"""What a person really costs through a channel: pay is only the first part of it."""

from datetime import date
from decimal import Decimal

from tercet.catalog.records import Catalog, Channel, Level, Pod
from tercet.kernel.money import Money, cents
from tercet.kernel.rules import broken
from tercet.market.abroad import foreign_pay
from tercet.market.bands import nearest_band
from tercet.market.records import Band, Loaded, Part

WEEKS, HOURS = 52, 40
SCARCE = ("ai-engineer", "mlops-engineer", "ml-researcher")
"""Roles for which agencies charge their higher fee, as they do for leads."""


def loaded(
    catalog: Catalog,
    channel: Channel,
    role: str,
    level: Level,
    region: str,
    *,
    day: date,
    currency: str,
    home: str | None = None,
) -> Loaded:
    """Loaded cost of one person in `currency`, part by part, at middle pay on `day`.

    `home` is the customer's country where that is not `region`: people abroad are then paid as
    foreign firms pay, and employees come through an employer of record. Somebody whom a vendor
    sends costs no equipment and no fee here: the mark-up and the margin hold both. What remains
    once are colleagues' hours to engage them. Raises
    `InputError` TM001 for a country, TM002 for a currency and TM003 for a role that the catalogue
    cannot price.
    """
    band = _band(catalog, role, level, region, day)
    amount, figures = foreign_pay(catalog, band, home or region, day)
    pay = _exchanged(catalog, Money(amount, band.currency), currency)
    base = Part("pay", "year", pay, (*figures, f"rate.{band.currency}"))
    parts = [base, *_extras(catalog, channel, band, pay, currency)]
    if channel == "fte" and home not in (None, region):
        fee = dollars(catalog, "employer-of-record.month", currency) * 12
        parts.append(Part("employer of record", "year", fee, ("employer-of-record.month",)))
    yearly = sum((part.amount for part in parts if part.per == "year"), Decimal(0))
    once = sum((part.amount for part in parts if part.per == "once"), Decimal(0))
    return Loaded(
        channel, role, level, region, currency, band,
        tuple(_rounded(part) for part in parts), cents(yearly / WEEKS), cents(once),
    )  # fmt: skip


def pod_cost(
    catalog: Catalog, pod: Pod, region: str, *, day: date, currency: str, home: str
) -> tuple[Decimal, tuple[str, ...]]:
    """Weekly price of a pod in `currency` with the ids of the figures behind it.

    Every member's loaded pay and the vendor's margin, and a share of a lead on top.
    """
    people = [
        loaded(catalog, "pod", role, level, region, day=day, currency=currency, home=home)
        for role, level in pod.members
    ]
    lead = loaded(
        catalog, "pod", "ai-engineer", "lead", region, day=day, currency=currency, home=home
    )
    share = catalog.money("pod.lead-share")
    weekly = sum((one.weekly for one in people), Decimal(0)) + share * lead.weekly
    figures = [id for one in (*people, lead) for id in one.figures]
    return cents(weekly), tuple(dict.fromkeys([*figures, "pod.lead-share"]))


def _extras(
    catalog: Catalog, channel: Channel, band: Band, pay: Decimal, currency: str
) -> list[Part]:
    if channel == "contractor":
        share = catalog.money("cost.contract-markup")
        return [
            Part("mark-up", "year", pay * share, ("cost.contract-markup",)),
            engaging(catalog, "contractor", (pay + pay * share) / WEEKS),
        ]
    burden = _on_cost(catalog, band, pay)
    if channel == "pod":
        margin = (pay + burden.amount) * catalog.money("pod.margin")
        return [burden, Part("margin", "year", margin, ("pod.margin",))]
    monthly = dollars(catalog, "equipment.month", currency) * 12
    parts = [burden, Part("equipment", "year", monthly, ("equipment.month",))]
    if channel == "fte":
        parts += _hiring(catalog, band, pay, pay + burden.amount, currency)
    return parts


def engaging(catalog: Catalog, channel: Channel, weekly: Decimal) -> Part:
    """Colleagues' hours to choose, set up and take over from somebody rented at `weekly`.

    They are priced at the rate of the one who is rented, for want of a better.
    """
    figure = f"cost.engaging-hours.{channel}"
    return Part("engaging", "once", weekly / HOURS * catalog.money(figure), (figure,))


def _on_cost(catalog: Catalog, band: Band, pay: Decimal) -> Part:
    """Employer's cost on top of pay; a country may charge less on high pay."""
    figures = [catalog.regions[band.region].on_cost.id]
    limit = f"on-cost.high-pay.above.{band.region}"
    if limit in catalog.figures and band.p50 > catalog.money(limit):
        figures = [f"on-cost.high-pay.{band.region}", limit]
    return Part("on-cost", "year", pay * catalog.money(figures[0]), tuple(figures))


def _hiring(
    catalog: Catalog, band: Band, pay: Decimal, yearly: Decimal, currency: str
) -> list[Part]:
    """Recruiter, colleagues' interviews, and an agency in the share of hires that need one."""
    scarce = ".scarce" if band.role in SCARCE or band.level == "lead" else ""
    fee, share = f"cost.agency-fee{scarce}", f"agency.share.{band.role}"
    agency = pay * catalog.money(fee) * catalog.money(share)
    hour = yearly / WEEKS / HOURS
    return [
        Part("recruiting", "once", dollars(catalog, "cost.internal-hire", currency),
             ("cost.internal-hire",)),
        Part("interviews", "once", hour * catalog.money("cost.interviewer-hours"),
             ("cost.interviewer-hours",)),
        Part("agency fee", "once", agency, (fee, share)),
        Part("equipment", "once", dollars(catalog, "equipment.once", currency),
             ("equipment.once",)),
    ]  # fmt: skip


def _band(catalog: Catalog, role: str, level: Level, region: str, day: date) -> Band:
    if region not in catalog.regions:
        known = ", ".join(sorted(catalog.regions))
        raise broken(__package__, "TM001", region=region, known=known)
    band = nearest_band(catalog, role, level, region, day=day)
    if band is None:
        raise broken(__package__, "TM003", role=role, region=region)
    return band


def _exchanged(catalog: Catalog, money: Money, currency: str) -> Decimal:
    for one in (money.currency, currency):
        if one not in catalog.rates.usd:
            known = ", ".join(sorted(catalog.rates.usd))
            raise broken(__package__, "TM002", currency=one, known=known)
    return catalog.rates.convert(money, currency).amount


def dollars(catalog: Catalog, figure: str, currency: str) -> Decimal:
    """A figure in US dollars, in `currency`."""
    return _exchanged(catalog, Money(catalog.money(figure), "USD"), currency)


def _rounded(part: Part) -> Part:
    return Part(part.name, part.per, cents(part.amount), part.figures)

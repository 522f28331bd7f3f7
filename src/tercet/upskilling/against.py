"""Learning, hiring and renting for the same seat, each paid until the same week."""

from datetime import date
from decimal import Decimal
from functools import cache

from tercet.catalog.records import Catalog, Level
from tercet.kernel.money import Money, cents
from tercet.market import market_view
from tercet.market.leads import hired, rented, trained
from tercet.market.loaded import loaded
from tercet.market.records import Offer
from tercet.upskilling.records import Path, Rival


class Market:
    """Offers at home for roles and levels, looked up once each, in one currency on one day."""

    def __init__(self, catalog: Catalog, home: str, day: date, currency: str) -> None:
        self.catalog, self.home, self.day, self.currency = catalog, home, day, currency
        self.offers = cache(self._offers)

    def _offers(self, role: str, level: Level) -> tuple[Offer, ...]:
        view = market_view(self.catalog, role, self.home, level, day=self.day)
        return tuple(offer for offer in view.offers if offer.region == self.home)

    def money(self, amount: Decimal) -> Decimal:
        """An amount in home's currency, in that of the answer."""
        own = self.catalog.regions[self.home].currency
        return self.catalog.rates.convert(Money(amount, own), self.currency).amount

    def full(self, offer: Offer) -> float:
        """Weeks, at the median, from the first day to full output."""
        cost, catalog = offer.cost, self.catalog
        if offer.channel == "fte":
            timing = hired(catalog, cost.role, cost.level, catalog.regions[self.home])
        else:
            timing = rented(catalog, "pod" if offer.channel == "pod" else "contractor")
        return timing.ramp.weeks.quantile(0.5)


def rivals(path: Path, market: Market) -> tuple[Rival, ...]:
    """Learning first, then an employee, a contractor and a pod's seat at home, at `path.level`.

    All are paid from their first day until the week in which the slowest gives full output;
    learning costs its price, then the person's whole pay. Empty where there is nothing to learn
    or no known path.
    """
    if path.weeks is None or path.cost is None or not path.steps:
        return ()
    offers = market.offers(path.to, path.level)
    begins = [offer.waits[-1].p50 / 7 for offer in offers]
    fulls = [start + market.full(o) for start, o in zip(begins, offers, strict=True)]
    timing = trained(market.catalog, path.level)
    able = timing.lead.approval.quantile(0.5) / 7 + path.weeks.quantile(0.5)
    able_full = able + timing.ramp.weeks.quantile(0.5)
    horizon = max([able_full, *fulls])
    pay = loaded(
        market.catalog, "on-staff", path.learner.role, path.learner.level, path.learner.country,
        day=market.day, currency=market.currency,
    ).weekly  # fmt: skip
    learning = Rival("upskill", cents(path.cost + pay * _weeks(horizon - able)), able, able_full)
    bought = [
        Rival(
            offer.channel,
            cents(market.money(offer.cost.weekly * _weeks(horizon - begin) + offer.cost.one_off)),
            begin, full,
        )
        for offer, begin, full in zip(offers, begins, fulls, strict=True)
    ]  # fmt: skip
    return (learning, *bought)


def _weeks(value: float) -> Decimal:
    return Decimal(str(round(value, 6)))

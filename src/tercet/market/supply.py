"""`supply`: every way to fill a seat that is worth offering for a brief."""

from collections.abc import Iterator
from typing import Literal

from tercet.brief.records import Brief
from tercet.catalog.records import Catalog, Level
from tercet.market.bought import Desk
from tercet.market.places import home_of, hours_apart, places, ruled_out
from tercet.market.records import Supply, SupplyOption
from tercet.market.staff import learners, staff
from tercet.market.thin import undominated

CORE = ("data-scientist", "ai-engineer", "mlops-engineer")
"""The roles that carry a product: looked for abroad too, and rented at senior level."""
_Single = Literal["fte", "contractor"]
_SINGLE: tuple[_Single, ...] = ("fte", "contractor")


def supply(brief: Brief, catalog: Catalog, *, currency: str | None = None) -> Supply:
    """Options worth offering for `brief`, priced on its day, in the order in which they are shown.

    People on staff and what they could learn; every role as employee and contractor at home; the
    three roles that carry a product abroad as well; pods where vendors sell them. Juniors and
    leads are not bought for one project: the ones need a teacher, the others a team. Left out is
    what a hard limit of the brief rules out, and what another option beats in everything.
    `currency` is by default that of the budget, else that of home. Raises `InputError` TM001,
    TM002 or TM003 where something cannot be priced.
    """
    desk = _desk(brief, catalog, currency)
    forbidden = ruled_out(brief) - {"on-staff"}
    bought = [o for o in _bought(desk, brief) if o.channel not in forbidden]
    learnt = learners(brief, catalog, desk.home, desk.currency)
    options = (
        *staff(brief, catalog, desk.home, desk.currency),
        *(option for option in learnt if option.channel not in forbidden),
        *undominated(bought, desk.home, hours_apart(catalog, desk.home)),
    )
    return Supply(desk.currency, desk.home, brief.today, options)


def generalist(brief: Brief, catalog: Catalog, *, currency: str | None = None) -> SupplyOption:
    """The one person who is hoped to do it all, for the comparison with a team."""
    return _desk(brief, catalog, currency).generalist()


def plan_currency(brief: Brief, catalog: Catalog) -> str:
    """The currency to plan in where the user names none: the budget's, else home's."""
    if brief.budget:
        return brief.budget.money.currency
    return catalog.regions[home_of(brief, catalog, "USD")].currency


def _desk(brief: Brief, catalog: Catalog, currency: str | None) -> Desk:
    currency = currency or plan_currency(brief, catalog)
    return Desk(catalog, home_of(brief, catalog, currency), brief.today, currency)


def _bought(desk: Desk, brief: Brief) -> Iterator[SupplyOption]:
    """Everything on the market, where the brief allows people to work."""
    for place in places(brief, desk.catalog, desk.home):
        for channel, role, level in _people(desk.catalog, at_home=place == desk.home):
            yield desk.person(channel, role, level, place)
        for pod in desk.catalog.pods.values():
            if place in pod.regions:
                yield desk.pod(pod, place)


def _people(catalog: Catalog, *, at_home: bool) -> Iterator[tuple[_Single, str, Level]]:
    """Who is looked for in a place: abroad, seniors of the core roles alone."""
    for channel in _SINGLE:
        for role in catalog.roles:
            if at_home:
                yield channel, role, "mid"
            if role in CORE or (at_home and channel == "fte"):
                yield channel, role, "senior"

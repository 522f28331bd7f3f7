"""How long it takes to get somebody, and to get somebody up to speed, by channel."""

from dataclasses import dataclass
from typing import Literal

from tercet.catalog.records import Catalog, Channel, Level, Region
from tercet.kernel.uncertain import Distribution, point
from tercet.market.records import LeadTime, Ramp

NOTHING = point(0.0)
AT_ONCE = LeadTime(NOTHING, NOTHING, NOTHING, NOTHING)
"""Of people on staff: they can begin on the first day."""
SETTLED = Ramp(NOTHING, 1.0, 0.0)
"""Of people on staff: they know the place."""


@dataclass(frozen=True, slots=True)
class Timing:
    """Lead time and ramp with the ids of the figures behind them."""

    lead: LeadTime
    ramp: Ramp
    figures: tuple[str, ...]


def hired(catalog: Catalog, role: str, level: Level, region: Region) -> Timing:
    """Somebody hired for good: approval, search, notice at the last employer, and a ramp."""
    own_drop = f"offer-drop.{region.id}"
    drop = own_drop if own_drop in catalog.figures else "offer-drop.default"
    names = (f"search.fte.{role}", f"search.level.{level}", "approval.fte", drop, f"ramp.{level}")
    search, seniority, approval, dropped, weeks = map(catalog.distribution, names)
    factor = region.hiring_factor.value.quantile(0.5) * seniority.quantile(0.5)
    return Timing(
        LeadTime(approval, scaled(search, factor), region.notice[level].value, dropped),
        _ramp(catalog, weeks),
        (*names, region.hiring_factor.id, region.notice[level].id, *_RAMP),
    )


def rented(catalog: Catalog, channel: Literal["contractor", "pod"]) -> Timing:
    """A contractor or a vendor's pod: no notice, and a vendor sends who was agreed."""
    names = (f"approval.{channel}", f"search.{channel}", f"ramp.{channel}")
    approval, search, weeks = map(catalog.distribution, names)
    lead = LeadTime(approval, search, NOTHING, NOTHING)
    return Timing(lead, _ramp(catalog, weeks), (*names, *_RAMP))


def trained(catalog: Catalog, level: Level) -> Timing:
    """Somebody on staff who learns the role: approval, then learning, then a shorter ramp."""
    names = ("approval.upskill", f"ramp.{level}", "ramp.upskilled-factor")
    weeks = scaled(catalog.distribution(names[1]), catalog.value(names[2]))
    lead = LeadTime(catalog.distribution(names[0]), NOTHING, NOTHING, NOTHING)
    return Timing(lead, _ramp(catalog, weeks), (*names, *_RAMP))


def minimum_weeks(catalog: Catalog, channel: Channel) -> int:
    """Whole weeks for which somebody is engaged at least."""
    return round(catalog.value(f"min-weeks.{channel}"))


def scaled(distribution: Distribution, factor: float) -> Distribution:
    """The distribution of `factor` (above zero) times the quantity; a beta has no such form."""
    values = distribution.values
    match distribution.kind:
        case "beta":
            raise ValueError("a share cannot be scaled")
        case "discrete":
            pairs = zip(values[::2], values[1::2], strict=True)
            scaled = tuple(x for value, weight in pairs for x in (value * factor, weight))
        case _:
            scaled = tuple(value * factor for value in values)
    return Distribution(distribution.kind, scaled)


_RAMP = ("ramp.start-share", "mentor.share")


def _ramp(catalog: Catalog, weeks: Distribution) -> Ramp:
    return Ramp(weeks, catalog.value("ramp.start-share"), catalog.value("mentor.share"))

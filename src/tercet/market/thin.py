"""Leaving out options that another one beats in everything."""

from collections.abc import Iterable, Mapping

from tercet.market.records import SupplyOption


def undominated(
    options: Iterable[SupplyOption], home: str, apart: Mapping[str, float]
) -> list[SupplyOption]:
    """Those options that no other one of the same channel beats; of equals the first stays.

    `apart` holds the hours by which the clocks of each country differ from home's.
    """
    kept: list[SupplyOption] = []
    for option in options:
        if not any(beats(other, option, home, apart) for other in kept):
            kept = [other for other in kept if not beats(option, other, home, apart)]
            kept.append(option)
    return kept


def beats(one: SupplyOption, other: SupplyOption, home: str, apart: Mapping[str, float]) -> bool:
    """Whether nobody would take `other` where `one` is on offer.

    It must be of the same channel and number of people, in the home country where `other` is, and
    no farther away in law or on the clock; no dearer, no later, no slower to learn, no less
    lasting; and each member must give at least as much of every capability.
    """
    return (
        one.channel == other.channel
        and len(one.members) == len(other.members)
        and (one.region == home or other.region != home)
        and one.offshore <= other.offshore
        and apart[one.region] <= apart[other.region]
        and all(a <= b for a, b in zip(_burdens(one), _burdens(other), strict=True))
        and all(
            mine.productivity.get(capability, 0.0) >= worth
            for mine, theirs in zip(one.members, other.members, strict=True)
            for capability, worth in theirs.productivity.items()
        )
    )


def _burdens(option: SupplyOption) -> tuple[float, ...]:
    """What less of is better: cost, time, terms, leaving."""
    lead, ramp = option.lead, option.ramp
    return (
        float(option.weekly_cost), float(option.one_off_cost),
        lead.planned_days(0.5), lead.planned_days(0.9), lead.dropped.mean,
        ramp.weeks.quantile(0.5), ramp.weeks.quantile(0.9), -ramp.start, ramp.mentor_share,
        option.min_weeks, option.min_share, -option.available, option.attrition,
    )  # fmt: skip

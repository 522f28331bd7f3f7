"""The framework's claims on pay, held against the bands and the loaded costs."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from statistics import median
from typing import Literal

from tercet.catalog.records import Catalog, Channel, Claim, Level
from tercet.kernel.money import Money
from tercet.market.bands import pay_band, premium
from tercet.market.loaded import WEEKS, loaded
from tercet.market.records import Band, Premium, Verdict
from tercet.market.view import saving

Holds = Literal["yes", "partly", "no", "cannot-say"]
Test = Callable[[Catalog, Claim, date], Verdict]
_PREMIUM_ROLES = ("ai-engineer", "mlops-engineer")
_TITLES = ("ai-engineer", "ml-engineer", "mlops-engineer")
_HIRES: tuple[Level, ...] = ("mid", "senior")
_CHANNELS: tuple[Channel, ...] = ("fte", "contractor", "pod")
_CLAIMED = date(2024, 7, 1)
"""The middle of the year that the claimed ranges are of."""
_ABROAD = ("DE", "PL", "RO", "IL", "IN", "MX", "BR", "AR")
"""Places for the ones that the claim names: Europe, Israel, India and Latin America."""


def check_pay(catalog: Catalog, *, day: date) -> tuple[Verdict, ...]:
    """A verdict on each claim of the catalogue that is about pay, in the catalogue's order."""
    return tuple(
        _TESTS[claim.test](catalog, claim, day)
        for claim in catalog.claims.values()
        if claim.test in _TESTS
    )


def _role_premium(catalog: Catalog, claim: Claim, day: date) -> Verdict:
    """By country and level, wherever both roles were observed; US titles from the catalogue."""
    low, high = claim.expects["premium"]
    found = [
        one
        for region in catalog.regions
        for role in _PREMIUM_ROLES
        for level in _HIRES
        if (one := premium(catalog, role, region, level)) and _observed(catalog, one, day)
    ]
    numbers: dict[str, float] = {}
    for one in found:
        name = f"{one.role}.{one.region}.{one.level}"
        numbers |= {name: _share(one.ratio), f"{name}.low": _share(one.low),
                    f"{name}.high": _share(one.high)}  # fmt: skip
    numbers |= {f"title.{t}.US": _share(catalog.value(f"premium.title.{t}")) for t in _TITLES}
    inside = [low <= one.ratio - 1 <= high for one in found]
    ratios = [one.ratio - 1 for one in found] or [0.0]
    text = (
        f"{sum(inside)} of {len(inside)} premiums by country, level and role lie between "
        f"{low:.0%} and {high:.0%}. They run from {min(ratios):.0%} to {max(ratios):.0%}. "
        f"In the United States the title ML Engineer has {numbers['title.ml-engineer.US']:.0%}, "
        f"AI Engineer only {numbers['title.ai-engineer.US']:.0%}."
    )
    cited = ("aijobs-2025", "stackoverflow-2025")
    return Verdict(claim.id, claim.says, text, _verdict(inside), numbers, cited)


def _offshore_saving(catalog: Catalog, claim: Claim, day: date) -> Verdict:
    """First year of a senior AI Engineer, everything counted, against an employee in the US."""
    low, high = claim.expects["saving"]
    base = _first_year(catalog, "fte", "US", day)
    places = [place for place in _ABROAD if place in catalog.regions]
    numbers = {
        f"{place}.{channel}": saving(_first_year(catalog, channel, place, day), base)
        for place in places
        for channel in _CHANNELS
    }
    inside = [low <= share <= high for share in numbers.values()]
    text = (
        f"{sum(inside)} of {len(inside)} ways to employ a senior AI Engineer abroad save between "
        f"{low:.0%} and {high:.0%} of the first year's whole cost. "
        f"They run from {min(numbers.values()):.0%} to {max(numbers.values()):.0%}. "
        f"It depends on country and channel, so it isn't one number."
    )
    cited = ("aijobs-2025", "stackoverflow-2025", "bls-ecec-2025", "tercet")
    return Verdict(claim.id, claim.says, text, _verdict(inside), numbers, cited)


def _pay_bands(catalog: Catalog, claim: Claim, day: date) -> Verdict:
    """Each end of a claimed range against ours: p10 of mid level and p90 of senior, in 2024."""
    tolerance = catalog.value("factcheck.tolerance")
    numbers: dict[str, float] = {}
    inside = []
    for name, claimed in claim.expects.items():
        role, _, area = name.partition(".")
        span = _span(catalog, role, area)
        for end, theirs, ours in zip(("low", "high"), claimed, span or (), strict=False):
            numbers[f"{name}.{end}.claimed"] = theirs
            numbers[f"{name}.{end}.found"] = round(ours)
            inside.append(abs(theirs / ours - 1) <= tolerance)
    text = (
        f"{sum(inside)} of {len(inside)} ends of the claimed ranges lie within "
        f"{tolerance:.0%} of ours, from the lowest tenth at mid level to the highest at senior."
    )
    cited = ("aijobs-2025", "stackoverflow-2025")
    return Verdict(claim.id, claim.says, text, _verdict(inside), numbers, cited)


_TESTS: Mapping[str, Test] = {
    "role-premium": _role_premium,
    "offshore-saving": _offshore_saving,
    "pay-bands": _pay_bands,
}


def _verdict(inside: Iterable[bool]) -> Holds:
    cases = list(inside)
    if not cases:
        return "cannot-say"
    return "yes" if all(cases) else "partly" if any(cases) else "no"


def _share(ratio: float) -> float:
    return round(ratio - 1, 4)


def _observed(catalog: Catalog, one: Premium, day: date) -> bool:
    """Whether both bands rest on observations of their own, with at least fair confidence."""
    bands = [
        pay_band(catalog, role, one.level, one.region, day=day)
        for role in (one.role, "data-scientist")
    ]
    return all(band is not None and band.confidence != "weak" for band in bands)


def _first_year(catalog: Catalog, channel: Channel, place: str, day: date) -> Decimal:
    cost = loaded(
        catalog, channel, "ai-engineer", "senior", place, day=day, currency="USD", home="US"
    )
    return cost.weekly * WEEKS + cost.one_off


def _span(catalog: Catalog, role: str, area: str) -> tuple[float, float] | None:
    """p10 of mid and p90 of senior in US dollars: of the country, or the middle of a bloc's."""
    found = []
    for id, region in catalog.regions.items():
        if area == id or area in region.blocs:
            ends = [pay_band(catalog, role, level, id, day=_CLAIMED) for level in _HIRES]
            if ends[0] and ends[1] and "weak" not in (ends[0].confidence, ends[1].confidence):
                found.append(
                    (_dollars(catalog, ends[0], "low"), _dollars(catalog, ends[1], "high"))
                )
    if not found:
        return None
    return median(low for low, _ in found), median(high for _, high in found)


def _dollars(catalog: Catalog, band: Band, end: str) -> float:
    amount = band.p10 if end == "low" else band.p90
    return float(catalog.rates.convert(Money(amount, band.currency), "USD").amount)

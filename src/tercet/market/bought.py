"""Options that cost a search or a contract: employees, contractors and pods."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from tercet.catalog.records import CAPABILITIES, Catalog, Level, Pod
from tercet.kernel.money import cents
from tercet.market.leads import Timing, hired, minimum_weeks, rented
from tercet.market.loaded import engaging, loaded, pod_cost
from tercet.market.places import offshore
from tercet.market.records import Member, SupplyOption
from tercet.market.staff import member

_WORDS = {"fte": "employee", "contractor": "contractor"}
_VENDOR = ("attrition.vendor-factor", "attrition.vendor-backfill")


@dataclass(frozen=True, slots=True)
class Desk:
    """Where options are priced: one catalogue, home country, day and currency."""

    catalog: Catalog
    home: str
    day: date
    currency: str

    def person(
        self, channel: Literal["fte", "contractor"], role: str, level: Level, place: str
    ) -> SupplyOption:
        """One employee or contractor of `role` and `level` in `place`."""
        catalog, region = self.catalog, self.catalog.regions[place]
        cost = loaded(
            catalog,
            channel,
            role,
            level,
            place,
            day=self.day,
            currency=self.currency,
            home=self.home,
        )
        hires = channel == "fte"
        timing = hired(catalog, role, level, region) if hires else rented(catalog, "contractor")
        option = SupplyOption(
            id=f"{channel}/{role}/{level}/{place}",
            label=f"{catalog.roles[role].name}, {level}, {_WORDS[channel]} in {region.name}",
            channel=channel,
            region=place,
            offshore=offshore(catalog, place, self.home),
            members=(member(catalog, role, level),),
            weekly_cost=cost.weekly,
            one_off_cost=cost.one_off,
            lead=timing.lead,
            ramp=timing.ramp,
            min_weeks=minimum_weeks(catalog, channel),
            max_weeks=None,
            available=round(catalog.value(f"available.{channel}")),
            min_share=1.0 if hires else catalog.value("min-share.contractor"),
            attrition=catalog.value(region.attrition.id),
            backfill=None,
            figures=cost.figures if hires else (*cost.figures, "min-share.contractor"),
        )
        return self._completed(option, timing)

    def pod(self, pod: Pod, place: str) -> SupplyOption:
        """A vendor's pod, which comes and goes as a whole, working from `place`."""
        catalog, region = self.catalog, self.catalog.regions[place]
        weekly, figures = pod_cost(
            catalog, pod, place, day=self.day, currency=self.currency, home=self.home
        )
        timing = rented(catalog, "pod")
        once = engaging(catalog, "pod", weekly / len(pod.members))
        option = SupplyOption(
            id=f"pod/{pod.id}/{place}",
            label=f"Pod in {region.name}: {pod.name[0].lower()}{pod.name[1:]}",
            channel="pod",
            region=place,
            offshore=offshore(catalog, place, self.home),
            members=tuple(member(catalog, role, level) for role, level in pod.members),
            weekly_cost=weekly,
            one_off_cost=cents(once.amount),
            lead=timing.lead,
            ramp=timing.ramp,
            min_weeks=minimum_weeks(catalog, "pod"),
            max_weeks=None,
            available=round(catalog.value("available.pod")),
            min_share=1.0,
            attrition=catalog.value(region.attrition.id),
            backfill=None,
            figures=(*figures, *once.figures),
        )
        return self._completed(option, timing)

    def generalist(self) -> SupplyOption:
        """One senior employee with "some" of every capability, paid as a senior AI Engineer."""
        option = self.person("fte", "ai-engineer", "senior", self.home)
        output = {c: self.catalog.productivity("generalist", "senior", c) for c in CAPABILITIES}
        return replace(
            option,
            id=f"fte/generalist/senior/{self.home}",
            label="Senior generalist, employee",
            members=(Member("ai-engineer", "senior", output),),
            available=1,
            figures=(*option.figures, *(f"productivity.generalist.{c}" for c in CAPABILITIES)),
        )

    def _completed(self, option: SupplyOption, timing: Timing) -> SupplyOption:
        """Attrition, replacement by the vendor, and the rest of the figures."""
        terms = (f"min-weeks.{option.channel}", f"available.{option.channel}")
        attrition = self.catalog.regions[option.region].attrition.id
        figures = (*option.figures, *timing.figures, *terms, attrition)
        if option.channel == "fte":
            return replace(option, figures=figures)
        factor = self.catalog.value("attrition.vendor-factor")
        return replace(
            option,
            attrition=round(option.attrition * factor, 4),
            backfill=self.catalog.distribution("attrition.vendor-backfill"),
            figures=(*figures, *_VENDOR),
        )

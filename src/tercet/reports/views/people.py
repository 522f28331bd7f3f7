"""People of a plan: how and when they come, and what they work on."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from tercet.advice.records import Advice, Choice
from tercet.catalog.records import Channel
from tercet.market.records import Supply
from tercet.planning.records import Assignment, Engagement
from tercet.reports.roles import SHORT_HOW, RoleLook, role_look, role_order
from tercet.reports.views.stretches import Stretch, stretches


@dataclass(frozen=True, slots=True)
class PersonView:
    """One row of the timeline."""

    id: str
    engagement: str
    role: RoleLook
    level: str
    region: str
    channel: Channel
    share: float
    pod: int
    """Size of the pod that the person comes with; 0 otherwise."""
    decide: date | None
    """When the search must be approved; None for people already there."""
    offer: date | None
    """Latest day on which the offer is accepted or the contract signed."""
    start: date
    able: date
    """First day past learning the ropes, as far as the middle value goes."""
    end: date
    stretches: tuple[Stretch, ...]

    @property
    def how(self) -> str:
        """How the person comes, short."""
        if self.share >= 0.995:
            return SHORT_HOW[self.channel]
        part = f"{round(100 * self.share)} %"
        return part if self.channel == "on-staff" else f"{SHORT_HOW[self.channel]}, {part}"


def people_view(advice: Advice, choice: Choice) -> tuple[PersonView, ...]:
    """Rows of the timeline: on staff first, then by start; a pod's members stay together."""
    numbers = {p.id: n for n, p in enumerate(advice.project.packages, 1)}
    work = _by_member(choice.plan.assignments)
    rows: list[PersonView] = []
    for e in sorted(choice.plan.engagements, key=_order):
        decide, offer, able = _waiting(e, advice.supply)
        pod = len(e.members) if e.channel == "pod" else 0
        rows.extend(
            PersonView(
                m.id, e.id, role_look(m.role), m.level, e.region, e.channel, e.share, pod,
                decide, offer, e.start, able, e.end, stretches(work.get(m.id, []), numbers),
            )
            for m in e.members
        )  # fmt: skip
    return tuple(rows)


def _order(e: Engagement) -> tuple[int, int, date, str]:
    return (
        min(role_order(m.role) for m in e.members), int(e.channel != "on-staff"), e.start, e.id,
    )  # fmt: skip


def _waiting(e: Engagement, supply: Supply) -> tuple[date | None, date | None, date]:
    """Approval, latest offer, and the end of learning the ropes.

    The planned lead time is `start − decide_by`; the offer divides it as the middle values of
    its parts do.
    """
    option = supply.option(e.option)
    ramp = option.upskilling.weeks if option.upskilling else option.ramp.weeks
    able = e.start + timedelta(days=round(7 * ramp.quantile(0.5)))
    if e.channel in ("on-staff", "upskill"):
        return None, None, able if e.channel == "upskill" else e.start
    parts = [
        part.quantile(0.5)
        for part in (option.lead.approval, option.lead.search, option.lead.notice)
    ]
    before = sum(parts[:2]) / sum(parts) if sum(parts) else 1.0
    return e.decide_by, e.decide_by + (e.start - e.decide_by) * before, min(able, e.end)


def _by_member(assignments: tuple[Assignment, ...]) -> Mapping[str, list[Assignment]]:
    rows: dict[str, list[Assignment]] = defaultdict(list)
    for a in assignments:
        rows[a.member].append(a)
    return rows

"""The whole plan as one view: every output takes its words and figures from here."""

from dataclasses import dataclass
from hashlib import sha256

from tercet.advice.records import Advice, Choice
from tercet.kernel.jsonable import to_json
from tercet.kernel.rules import Finding
from tercet.reports.contract import plan_json
from tercet.reports.views.answer import AnswerView, answer_view
from tercet.reports.views.basis import (
    AssumptionRow,
    PackageRow,
    SourceRow,
    assumption_rows,
    findings_of,
    package_rows,
    source_rows,
)
from tercet.reports.views.costs import CostView, cost_view
from tercet.reports.views.handoffs import handoffs_view
from tercet.reports.views.line import TimelineView
from tercet.reports.views.others import (
    FrontierView,
    OthersView,
    WhatIf,
    frontier_view,
    others_view,
    what_ifs,
)
from tercet.reports.views.people import people_view
from tercet.reports.views.reading import BriefView, brief_view
from tercet.reports.views.sure import SureView, sure_view


@dataclass(frozen=True, slots=True)
class TeamView:
    """What only a plan has."""

    choice: Choice
    timeline: TimelineView
    costs: CostView
    sure: SureView
    frontier: FrontierView
    what_ifs: tuple[WhatIf, ...]


@dataclass(frozen=True, slots=True)
class PlanView:
    """Everything on the page; `team` is None when nothing fits."""

    advice: Advice
    id: str
    """First letters of the hash of the JSON document: the same plan has the same id."""
    answer: AnswerView
    team: TeamView | None
    others: OthersView
    packages: tuple[PackageRow, ...]
    assumptions: tuple[AssumptionRow, ...]
    findings: tuple[Finding, ...]
    sources: tuple[SourceRow, ...]
    brief: BriefView


def plan_view(advice: Advice) -> PlanView:
    """The view of an advice, whether it recommends a plan or says no."""
    return PlanView(
        advice=advice,
        id=sha256(to_json(plan_json(advice)).encode()).hexdigest()[:6],
        answer=answer_view(advice),
        team=_team(advice, advice.recommended) if advice.recommended else None,
        others=others_view(advice),
        packages=package_rows(advice, advice.recommended),
        assumptions=assumption_rows(advice),
        findings=findings_of(advice),
        sources=source_rows(advice),
        brief=brief_view(advice.brief),
    )


def _team(advice: Advice, choice: Choice) -> TeamView:
    people = people_view(advice, choice)
    names = tuple(p.name for p in advice.project.packages)
    handoffs = handoffs_view(advice, choice, people)
    return TeamView(
        choice,
        TimelineView(people, handoffs, names, choice.forecast.live, advice.limits.deadline),
        cost_view(choice, people),
        sure_view(advice, choice),
        frontier_view(advice, choice),
        what_ifs(advice, choice.plan.currency),
    )

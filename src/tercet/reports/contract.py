"""The JSON document of `tercet plan --format json`, exactly as design §5 promises it."""

from typing import Any

from tercet.advice.records import Advice, Alternative, Choice
from tercet.brief.contract import brief_json
from tercet.brief.records import Project
from tercet.kernel.jsonable import jsonable
from tercet.planning.records import Engagement, NoPlan, Plan


def plan_json(advice: Advice) -> dict[str, Any]:
    """The whole advice as plain data; `recommended` is null when nothing fits."""
    document: dict[str, Any] = {
        "brief": brief_json(advice.brief),
        "project": _project(advice.project),
        "recommended": _choice(advice.recommended) if advice.recommended else None,
        "frontier": [jsonable(point) for point in advice.frontier],
        "alternatives": [_alternative(a) for a in advice.alternatives],
        "sensitivity": [jsonable(s) for s in advice.sensitivity],
        "do_first": [jsonable(d) for d in advice.do_first],
        "sources": [jsonable(s) for s in advice.sources],
        "findings": [jsonable(f) for f in advice.findings],
        "seed": advice.seed,
        "confidence": advice.confidence,
        "today": advice.today.isoformat(),
    }
    if advice.none is not None:
        document |= _none(advice.none)
    return document


def _project(project: Project) -> dict[str, Any]:
    packages = [
        {
            "id": p.id,
            "name": p.name,
            "after": jsonable(p.after),
            "work": jsonable(p.work),
            "wait": jsonable(p.wait),
            "outside": jsonable(p.outside),
            "artefact": p.artefact,
            "done_when": p.done_when,
            "handoff": p.handoff,
        }
        for p in project.packages
    ]
    return {
        "name": project.name,
        "archetype": project.archetype,
        "size": project.size,
        "live": project.live,
        "packages": packages,
    }


def _choice(choice: Choice) -> dict[str, Any]:
    plan, forecast = choice.plan, choice.forecast
    return {
        "engagements": [_engagement(e) for e in plan.engagements],
        "assignments": jsonable(plan.assignments),
        "schedule": jsonable(plan.schedule),
        "cost": jsonable(forecast.cost),
        "live": jsonable(forecast.live),
        "chance": jsonable(forecast.chance),
        "bound": jsonable(plan.bound),
        "findings": jsonable(plan.findings),
        "futures": forecast.futures,
        "four_counts": jsonable(forecast.four_counts),
        "drivers": jsonable(forecast.drivers),
    }


def _engagement(e: Engagement) -> dict[str, Any]:
    row = jsonable(e)
    return {
        name: row[name]
        for name in (
            "id", "option", "label", "channel", "region", "start", "end", "share", "weekly_cost",
            "one_off_cost", "cost", "reason", "members", "decide_by",
        )
    }  # fmt: skip


def _alternative(alternative: Alternative) -> dict[str, Any]:
    row: dict[str, Any] = {"id": alternative.id, "label": alternative.label}
    choice = alternative.choice
    forecast = choice.forecast if choice else None
    return row | {
        "feasible": choice is not None,
        "cost": jsonable(forecast.cost) if forecast else None,
        "live": jsonable(forecast.live) if forecast else None,
        "chance": jsonable(forecast.chance) if forecast else None,
        "why": alternative.why,
    }


def _none(none: NoPlan) -> dict[str, Any]:
    conflict = none.conflict
    return {
        "conflict": jsonable(conflict),
        "repairs": [
            {"id": r.id, "label": r.label, "change": jsonable(r.change)} | _price(r.plan)
            for r in none.repairs
        ],
    }


def _price(plan: Plan) -> dict[str, Any]:
    """Cost and live date on planned dates: a repair isn't forecast, so its chance is null."""
    return {"cost": jsonable(plan.cost), "live": plan.live.isoformat(), "chance": None}

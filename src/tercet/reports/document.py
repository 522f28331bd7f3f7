"""What the PDF shows, as plain data: texts already written out, charts as SVG."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from tercet.reports.charts.drawn import Charts, Drawings
from tercet.reports.charts.scale import Tier
from tercet.reports.charts.standalone import sentence_of, shape_of, standalone
from tercet.reports.limits import limit_name
from tercet.reports.places import place_name
from tercet.reports.roles import PATTERNS, RoleLook, role_count, role_look
from tercet.reports.views.basis import FIRST, GRADES, AssumptionRow
from tercet.reports.views.costs import CostView
from tercet.reports.views.plan import PlanView, TeamView
from tercet.reports.words import (
    clean,
    day,
    headline,
    listed,
    long_day,
    money,
    percent,
    sentence,
    short_day,
)

TALLEST = 1.18
"""Height of a drawing over its width, above which it is made narrower to stay on one page."""
FIRST_PAGE = 0.72
"""The same for the first page, which the answer shares."""
LAST_DAY = timedelta(days=3)
"""From the Monday after the last week back to its Friday."""


def document(view: PlanView, charts: Charts) -> dict[str, Any]:
    """Everything that plan.typ reads, under the names that it reads."""
    advice = view.advice
    return {
        "title": f"Plan {view.id}: {view.answer.title}",
        "foot": f"tercet · {view.answer.title} · plan {view.id} · {long_day(advice.today)}",
        "kicker": f"Plan {view.id}, drawn up {long_day(advice.today)} from your brief",
        "answer": [
            [{"text": s.text, "strong": s.strong} for s in line] for line in view.answer.lines
        ],
        "facts": _facts(view),
        "do_first": [
            {"by": f"by {short_day(do.by)}", "action": sentence(do.action),
             "why": sentence(do.cost_of_delay)}
            for do in sorted(advice.do_first, key=lambda do: do.by)
        ],
        "team": _team(view.team, charts) if view.team else None,
        "others": _others(view, charts),
        "axes": {"live": _axis(charts.live_axis), "cost": _axis(charts.cost_axis)},
        "head": view.others.head or "Chance",
        "none": _none(view),
        "packages": _packages(view),
        "assumptions": _assumptions(view.assumptions[:FIRST]),
        "more_assumptions": _assumptions(view.assumptions[FIRST:]),
        "brief": {
            "paragraphs": [
                [{"text": p.text, "mark": str(p.mark) if p.mark else None} for p in paragraph]
                for paragraph in view.brief.paragraphs
            ],
            "facts": [
                [str(f.mark or ""), f.label, f"{f.value} {f.note}".strip()]
                for f in view.brief.facts
            ],
        },
        "questions": [sentence(q.text) for q in advice.brief.questions],
        "findings": [
            {"code": f.code, "message": sentence(f.message), "fix": sentence(f.fix or "")}
            for f in view.findings
        ],
        "sources": [
            {"number": str(s.number), "grades": " ".join(s.grades), "title": s.title, "url": s.url,
             "date": s.date}
            for s in view.sources
        ],
        "grades": "Grades: " + "; ".join(f"{letter} {words}" for letter, words in GRADES) + ".",
    }  # fmt: skip


def _assumptions(rows: Sequence[AssumptionRow]) -> list[dict[str, str]]:
    return [
        {"text": a.text, "value": a.value, "spread": a.spread, "grade": a.grade,
         "figure": a.figure or ""}
        for a in rows
    ]  # fmt: skip


def _role(look: RoleLook, words: str = "", sub: str = "") -> dict[str, str]:
    return {"code": look.code, "family": look.family, "words": words, "sub": sub}


def _one(drawings: Drawings, title: str = "", tier: Tier = "mid") -> dict[str, Any] | None:
    """One drawing of a chart with the sentence that stands for it; None without a chart."""
    svg = dict(drawings).get(tier)
    if svg is None:
        return None
    return {
        "svg": standalone(svg).decode(), "alt": sentence_of(svg), "title": title,
        "tall": shape_of(svg) > FIRST_PAGE,
        "width": min(100.0, round(100 * TALLEST / shape_of(svg), 1)),
    }  # fmt: skip


def _axis(drawings: Drawings) -> str | None:
    svg = dict(drawings).get("mid")
    return standalone(svg).decode() if svg else None


def _facts(view: PlanView) -> list[dict[str, Any]]:
    rows = []
    for i, fact in enumerate(view.answer.facts):
        roles = view.answer.roles if i == 0 else ()
        rows.append({
            "label": fact.label, "big": fact.big, "notes": list(fact.notes),
            "roles": [_role(role_look(id), role_count(id, n)) for id, n in roles],
        })  # fmt: skip
    return rows


def _team(team: TeamView, charts: Charts) -> dict[str, Any]:
    sure = team.sure
    looks = list(dict.fromkeys(p.role for p in team.timeline.people))
    return {
        "headline": headline(
            len(team.timeline.people), len(team.timeline.packages), len(team.timeline.handoffs)
        ),
        "timeline": _one(charts.timeline),
        "legend": [_role(look, f"{look.name}, {PATTERNS[look.family]}") for look in looks],
        "handoffs": [
            {"head": f"{short_day(h.day)}: {h.title}.",
             "says": f"{sentence(h.what)} Done when: {sentence(h.done_when)}"}
            for h in team.timeline.handoffs
        ],
        "costs": _costs(team.costs),
        "sure": {
            "lede": f"This plan ran through {sure.futures:,} futures in which offers slip, work "
            "grows and people leave. Each dot stands for 2 in 100; filled dots keep your limit.",
            "live": _one(charts.live, sure.live.title), "cost": _one(charts.cost, sure.cost.title),
            "never": sure.never_live,
            "four": [{"count": str(n), "words": words} for n, words in sure.four],
        },
        "drivers": [
            one
            for one in (
                _one(charts.by_date, "What moves the live date, in weeks", "narrow"),
                _one(charts.by_cost, "What moves the cost", "narrow"),
            )
            if one
        ],
        "spend": _one(charts.spend, "What is spent by when"),
        "price": {
            "says": list(team.frontier.says), "chart": _one(charts.frontier),
            "what_ifs": [[w.label, w.change, w.cost, w.live] for w in team.what_ifs],
        },
    }  # fmt: skip


def _costs(costs: CostView) -> dict[str, Any]:
    unit = costs.currency
    return {
        "rows": [
            {
                "people": [
                    _role(p.role, p.role.title, f"{p.level}, {place_name(p.region)}")
                    for p in row.people
                ],
                "how": row.how, "start": day(row.start),
                "end": day(row.end - LAST_DAY) if row.end else "stays",
                "share": percent(row.share), "weekly": money(row.weekly, unit),
                "once": money(row.once, unit) if row.once else "–",
                "cost": money(row.cost, unit), "why": sentence(row.why),
            }
            for row in costs.rows
        ],
        "once": money(costs.once, unit), "total": money(costs.total, unit),
        "difference": sentence(costs.difference),
    }  # fmt: skip


def _others(view: PlanView, charts: Charts) -> list[dict[str, Any]]:
    rows = []
    for row in view.others.rows:
        drawn = charts.ranges.get(row.id, {})
        rows.append({
            "name": row.name, "team": row.team, "me": row.me, "count": row.count, "why": row.why,
            "live": _one(drawn.get("live", ())), "cost": _one(drawn.get("cost", ())),
        })  # fmt: skip
    return rows


def _none(view: PlanView) -> dict[str, Any] | None:
    none = view.advice.none
    if none is None:
        return None
    names = listed([limit_name(limit) for limit in none.conflict.limits] or ["your limits"])
    how = (
        "We checked it by solving again without them."
        if none.conflict.confirmed
        else "We could not confirm it within the work allowed."
    )
    return {
        "says": f"What cannot hold together: {names}. {how}",
        "repairs": [
            [clean(r.label), day(r.plan.live), money(r.plan.cost, r.plan.currency)]
            for r in none.repairs
        ],
    }


def _packages(view: PlanView) -> list[dict[str, Any]]:
    return [
        {
            "number": str(p.number), "name": p.name, "after": p.after or "–", "effort": p.effort,
            "spread": p.spread, "roles": [_role(r) for r in p.roles],
            "when": f"{short_day(p.start)} to {day(p.end - LAST_DAY)}" if p.start and p.end else "",
            "done": p.done_when,
        }
        for p in view.packages
    ]  # fmt: skip

"""What a reader should know about a plan that is sound and may still be unwise."""

from collections import defaultdict

from tercet.kernel.rules import Finding, finding
from tercet.planning.network import effort_of
from tercet.planning.records import Plan, Problem

RUNNING = ("pipeline-automation", "monitoring")
"""Capabilities that keep a product running and are most often underestimated."""


def findings(plan: Plan, problem: Problem) -> tuple[Finding, ...]:
    """Findings on the team, its handoffs and the proof."""
    return (*_team(plan, problem), *_handoffs(plan, problem), *_work(problem), *_proof(plan))


def _able(plan: Plan, problem: Problem) -> dict[str, int]:
    options = {o.id: o for o in problem.supply.options}
    members = [m for e in plan.engagements for m in options[e.option].members]
    least = problem.terms.able
    return {c: sum(m.productivity.get(c, 0) >= least for m in members) for c in problem.critical}


def _team(plan: Plan, problem: Problem) -> list[Finding]:
    found = []
    able = _able(plan, problem)
    nobody = [c for c, n in able.items() if n == 0]
    alone = [c for c, n in able.items() if n == 1]
    if nobody:
        found.append(_finding("TP001", capabilities=", ".join(nobody)))
    if alone and not problem.limits.resilience:
        found.append(_finding("TP006", capabilities=", ".join(alone)))
    roles = [m.role for e in plan.engagements for m in e.members]
    if len(roles) == 1:
        found.append(_finding("TP002", role=roles[0]))
    elif roles and set(roles) == {"data-scientist"}:
        found.append(_finding("TP005", people=len(roles)))
    return found


def _handoffs(plan: Plan, problem: Problem) -> list[Finding]:
    """Handoffs where nobody who gives is still there when those who take begin."""
    spans = {m.id: (e.start, e.end) for e in plan.engagements for m in e.members}
    hands: dict[str, set[str]] = defaultdict(set)
    for a in plan.assignments:
        hands[a.package].add(a.member)
    found = []
    for package in problem.project.packages:
        for edge in package.after:
            givers, takers = hands[edge.id], hands[package.id]
            if problem.project.package(edge.id).handoff is None or not givers or not takers:
                continue
            met = any(
                max(spans[g][0], spans[t][0]) < min(spans[g][1], spans[t][1])
                for g in givers
                for t in takers
            )
            if not met:
                found.append(_finding("TP003", place=package.id, before=edge.id))
    return found


def _work(problem: Problem) -> list[Finding]:
    total = running = 0.0
    for package in problem.project.packages:
        for capability, effort in effort_of(package, problem.terms).items():
            total += effort
            running += effort * (capability in RUNNING)
    critical = any(c in RUNNING for c in problem.critical)
    if total and critical and running / total < problem.terms.running_least:
        return [_finding("TP004", share=f"{running / total:.0%}")]
    return []


def _proof(plan: Plan) -> list[Finding]:
    found = []
    if plan.bound.gap is None:
        found.append(_finding("TP007"))
    if plan.bound.stopped_by == "time":
        found.append(_finding("TP008"))
    return found


def _finding(code: str, place: str | None = None, **values: object) -> Finding:
    return finding(__package__, code, place=place, **values)

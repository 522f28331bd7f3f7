"""The answer as the JSON that the contract of `tercet upskill` names."""

from typing import Any

from tercet.kernel.jsonable import jsonable
from tercet.upskilling.records import Growth, Path


def upskill_json(growth: Growth) -> dict[str, Any]:
    """`{people, assignment, still_to_hire}` with currency and findings; weeks to one place."""
    return {
        "currency": growth.currency,
        "people": [_person(path) for path in growth.paths],
        "assignment": [
            {"name": p.learner.name, "from": p.learner.role, "to": p.to, "weeks": _median(p),
             "cost": jsonable(p.cost)}
            for p in growth.assignment
        ],
        "still_to_hire": [
            {"role": seat.role, "count": seat.count, "by": jsonable(seat.by)}
            for seat in growth.still_to_hire
        ],
        "findings": jsonable(growth.findings),
    }  # fmt: skip


def _person(path: Path) -> dict[str, Any]:
    weeks = path.weeks
    return {
        "name": path.learner.name,
        "from": path.learner.role,
        "to": path.to,
        "level": path.level,
        "share": path.learner.share,
        "gaps": {
            gap.capability: {"shown": gap.shown, "asked": gap.asked, "rungs": gap.rungs}
            for gap in path.gaps
        },
        "steps": [
            {
                "capability": step.capability, "rung": step.rung, "work": step.work,
                "weeks": round(step.weeks, 1), "start": round(step.start, 1),
                "counts": round(step.counts, 1), "evidence": step.evidence,
            }
            for step in path.steps
        ],
        "weeks": weeks and {
            name: round(weeks.quantile(q), 1)
            for name, q in (("p10", 0.1), ("p50", 0.5), ("p90", 0.9))
        },
        "scale": round(path.scale, 3),
        "cost": jsonable(path.cost),
        "mentor_weeks": _tenth(path.mentor_weeks),
        "chance": _chance(path),
        "against": [
            {"channel": r.channel, "cost": jsonable(r.cost), "weeks": round(r.weeks, 1),
             "full": round(r.full, 1)}
            for r in path.against
        ],
        "figures": list(dict.fromkeys(path.figures)),
    }  # fmt: skip


def chance_range(path: Path) -> tuple[float, float] | None:
    """Ends of the middle 80 % of the chance of success; None where there is nothing to say."""
    if path.success is None:
        return (1.0, 1.0) if path.known and not path.gaps else None
    return path.success.quantile(0.1), path.success.quantile(0.9)


def _chance(path: Path) -> dict[str, float] | None:
    ends = chance_range(path)
    return None if ends is None else {"low": round(ends[0], 2), "high": round(ends[1], 2)}


def _median(path: Path) -> float | None:
    return None if path.weeks is None else _tenth(path.weeks.quantile(0.5))


def _tenth(weeks: float | None) -> float | None:
    return None if weeks is None else round(weeks, 1)

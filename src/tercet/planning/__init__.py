"""Planning: the cheapest team over time that goes live by a date, with proofs."""

from tercet.planning.checker import check_plan
from tercet.planning.frontier import cheapest, fastest, frontier
from tercet.planning.planner import plan
from tercet.planning.records import (
    Assignment,
    Bound,
    Conflict,
    EngagedMember,
    Engagement,
    Limits,
    NoPlan,
    Plan,
    Problem,
    Repair,
    Scheduled,
    SearchBudget,
    Terms,
)  # fmt: skip
from tercet.planning.terms import terms_from

__all__ = [
    "Assignment",
    "Bound",
    "Conflict",
    "EngagedMember",
    "Engagement",
    "Limits",
    "NoPlan",
    "Plan",
    "Problem",
    "Repair",
    "Scheduled",
    "SearchBudget",
    "Terms",
    "cheapest",
    "check_plan",
    "fastest",
    "frontier",
    "plan",
    "terms_from",
]  # fmt: skip

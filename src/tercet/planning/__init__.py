"""Planning: the cheapest team over time that goes live by a date, with proofs."""

from tercet.planning.checker import check_plan
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
    SwitchPrice,
    Terms,
)  # fmt: skip
from tercet.planning.repairs import no_plan
from tercet.planning.terms import terms_from
from tercet.planning.verbs import (
    cheapest,
    fastest,
    fastest_or_none,
    frontier,
    plan,
    plan_or_none,
    prices_to_switch,
)  # fmt: skip

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
    "SwitchPrice",
    "Terms",
    "cheapest",
    "check_plan",
    "fastest",
    "fastest_or_none",
    "frontier",
    "no_plan",
    "plan",
    "plan_or_none",
    "prices_to_switch",
    "terms_from",
]  # fmt: skip

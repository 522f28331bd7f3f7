"""The customer's limits as the planner takes them, with the user's settings on top."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from tercet.brief.records import Brief, Budget, Deadline, Limit
from tercet.kernel.money import Money, Rates, cents
from tercet.planning.records import Limits


def with_settings(brief: Brief, limits: Mapping[str, Any], currency: str) -> Brief:
    """`brief` with the limits of a settings file in place of its own of the same kind.

    A budget given there is in `currency`, the plan's.
    """
    given = {**limits}
    deadline, budget = given.pop("deadline", None), given.pop("budget", None)
    if deadline is not None:
        brief = replace(brief, deadline=Deadline(_day(deadline), None))
    if budget is not None:
        brief = replace(brief, budget=Budget(Money(Decimal(str(budget)), currency), None))
    kept = tuple(limit for limit in brief.limits if limit.kind not in given)
    new = tuple(Limit(kind, value, False, None) for kind, value in given.items())  # type: ignore[arg-type]
    return replace(brief, limits=kept + new)


def limits_from(brief: Brief, currency: str, rates: Rates) -> Limits:
    """Limits of the brief in the plan's currency.

    Limits on who may be offered at all (regions, channels, residency) act on the supply instead.
    """
    hard: dict[str, Any] = {limit.kind: limit.value for limit in brief.limits if not limit.soft}
    budget = brief.budget
    return Limits(
        deadline=brief.deadline.date if brief.deadline else None,
        budget=cents(rates.convert(budget.money, currency).amount) if budget else None,
        headcount=int(hard["headcount"]) if "headcount" in hard else None,
        offshore_share=float(hard["offshore-share"]) if "offshore-share" in hard else None,
        onshore_roles=_words(hard.get("onshore-role")),
        resilience="resilience" in hard,
        start=_day(hard["start"]) if "start" in hard else None,
    )


def _day(value: Any) -> date:
    return value if isinstance(value, date) else date.fromisoformat(str(value))


def _words(value: Any) -> tuple[str, ...]:
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else tuple(value)

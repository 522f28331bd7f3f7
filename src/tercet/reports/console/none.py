"""The answer "no" as text: why, confirmed by solving again, and what would work."""

from tercet.advice.records import Advice
from tercet.reports.console.parts import Column, Ink, table, wrapped
from tercet.reports.limits import limit_name
from tercet.reports.words import day, listed, money


def none_lines(ink: Ink, advice: Advice) -> list[str]:
    """Below the answer: which limits cannot hold together, and repairs, cheapest first."""
    none = advice.none
    if none is None:
        return []
    names = listed(limit_name(limit) for limit in none.conflict.limits)
    how = "We checked it by solving again without them." if none.conflict.confirmed else (
        "We could not confirm it within the work allowed."
    )  # fmt: skip
    lines = wrapped(ink, f"What cannot hold together: {names}. {how}")
    if none.repairs:
        rows = [
            (r.label, day(r.plan.live), money(r.plan.cost, r.plan.currency)) for r in none.repairs
        ]
        lines += ["", "  " + ink.paint("bold", "What would work")]
        lines += table(ink, (Column("Change"), Column("Live", True), Column("Cost", True)), rows)
        lines.append(ink.paint("dim", "  on planned dates"))
    return lines

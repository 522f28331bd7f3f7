"""Who would need a way in from abroad, where the brief keeps systems in the house."""

from tercet.brief.records import Brief
from tercet.kernel.rules import Finding, finding
from tercet.market.records import Supply
from tercet.planning import Plan


def access_findings(plan: Plan, supply: Supply, brief: Brief) -> list[Finding]:
    """A finding where people abroad would work on what the brief keeps on its own premises."""
    inside = any(need.id == "on-premises" for need in brief.needs)
    far = {option.id for option in supply.options if option.offshore}
    abroad = [e for e in plan.engagements if e.option in far]
    if not inside or not abroad:
        return []
    people = sum(len(e.members) for e in abroad)
    countries = ", ".join(sorted({e.region for e in abroad}))
    return [finding("tercet.market", "TM006", people=people, countries=countries)]

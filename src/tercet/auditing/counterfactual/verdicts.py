"""Everything that a screening says about a person, without the words it quotes."""

from typing import Any

from tercet.screening.records import Screened


def verdicts(item: Screened) -> dict[str, Any] | None:
    """Verdicts by what they are about; None where the file could not be read."""
    if item.evidence is None or item.assessment is None:
        return None
    evidence = item.evidence
    found: dict[str, Any] = {
        f"criterion {j.criterion.id}": j.verdict for j in item.assessment.judged
    }
    found |= {f"rung {name}": c.rung for name, c in evidence.capabilities.items()}
    for name in ("business_impact", "incident_response", "rollback"):
        found[name] = getattr(evidence, name).shown
    return found | {
        "red flags": sorted(flag.id for flag in evidence.red_flags),
        "months": evidence.months_experience,
        "best role": evidence.best_role,
        "production ready": evidence.production_ready,
    }

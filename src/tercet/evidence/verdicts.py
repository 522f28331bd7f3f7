"""What the rungs come to: ready for production or not, and the role they fit best."""

from collections.abc import Mapping

from tercet.evidence.cues import data, listed
from tercet.evidence.records import RUNGS, BestRole, Capability, Shown

CORE: dict[BestRole, tuple[str, ...]] = {
    "data-scientist": ("data-analysis", "model-prototyping"),
    "ai-engineer": ("model-prototyping", "model-deployment", "api-development"),
    "mlops-engineer": (
        "model-deployment",
        "pipeline-automation",
        "monitoring",
        "cloud-infrastructure",
    ),
}
"""Capabilities that make a role, from the skills matrix."""


def production_ready(
    capabilities: Mapping[str, Capability], incidents: Shown, impact: Shown
) -> bool:
    """Deployment, monitoring and automation at least shipped, an incident, and an impact."""
    shipped = RUNGS.index("shipped")
    needed = ("model-deployment", "monitoring", "pipeline-automation")
    rungs = all(RUNGS.index(capabilities[c].rung) >= shipped for c in needed)
    return rungs and incidents.shown and impact.shown


def best_role(capabilities: Mapping[str, Capability], titles: str) -> BestRole:
    """The role whose core the evidence covers best; a title decides only between near ones.

    Without anything tried or done it is none of the three.
    """
    weight = data("roles")
    rungs = {name: float(weight["rungs"][c.rung]) for name, c in capabilities.items()}
    if max(rungs.values()) < float(weight["rungs"]["prototyped"]):
        return "other"
    scores = {
        role: sum(rungs[c] for c in core)
        / len(core)
        * (float(weight["title"]) if listed("roles", "titles", role).search(titles) else 1.0)
        for role, core in CORE.items()
    }
    return max(scores, key=lambda role: scores[role])

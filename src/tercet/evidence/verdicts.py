"""What the rungs come to: ready for production or not, and the role they fit best."""

from collections.abc import Mapping, Sequence
from datetime import date

from tercet.evidence.cues import data, listed
from tercet.evidence.records import RUNGS, BestRole, Capability, Claim, Shown

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


def best_role(
    capabilities: Mapping[str, Capability], headline: str, jobs: Sequence[str]
) -> BestRole:
    """The role whose core the evidence covers best; a title decides only between near ones.

    `headline` is what the person calls themselves, `jobs` the headings of jobs, latest first.

    What ended long before the latest job weighs less. Without anything tried or done on one's
    own, or shipped with others, it is none of the three.
    """
    weight = data("roles")
    claims = [claim for c in capabilities.values() for claim in c.claims]
    calling = headline or " ".join(jobs[:1])
    if not any(_counts(claim) for claim in claims) or _of_another_trade(capabilities, calling):
        return "other"
    if _only_tried_models(capabilities) and not _engineer(" | ".join(jobs)):
        return "data-scientist"
    latest = max((claim.date for claim in claims if claim.date), default=date.min)
    rungs = {
        name: max((_weight(claim, latest) for claim in c.claims), default=0.0)
        for name, c in capabilities.items()
    }
    titles = " | ".join([headline, *jobs[:1]])
    scores = {
        role: sum(rungs[c] for c in core)
        / len(core)
        * (float(weight["title"]) if _titled(role, titles) else 1.0)
        for role, core in CORE.items()
    }
    return max(scores, key=lambda role: scores[role])


def _of_another_trade(capabilities: Mapping[str, Capability], calling: str) -> bool:
    """Whether the person's trade is none of the three and no model was built or put live."""
    tried = RUNGS.index("prototyped")
    models = ("model-prototyping", "model-deployment")
    return listed("roles", "other_trades").search(calling) is not None and all(
        RUNGS.index(capabilities[c].rung) < tried for c in models
    )


def _titled(role: BestRole, titles: str) -> bool:
    return listed("roles", "titles", role).search(titles) is not None


def _engineer(titles: str) -> bool:
    return _titled("ai-engineer", titles) or _titled("mlops-engineer", titles)


def _only_tried_models(capabilities: Mapping[str, Capability]) -> bool:
    """Whether models were tried and nothing at all was shipped: a data scientist's work so far."""
    shipped = any(c.rung in ("shipped", "operated") for c in capabilities.values())
    return not shipped and capabilities["model-prototyping"].rung == "prototyped"


def _counts(claim: Claim) -> bool:
    bar = "prototyped" if claim.owner == "I" else "shipped"
    return RUNGS.index(claim.rung) >= RUNGS.index(bar)


def _weight(claim: Claim, latest: date) -> float:
    facts = data("roles")
    worth = float(facts["rungs"][claim.rung])
    ended = claim.date or latest
    faded = latest.year - ended.year >= int(facts["faded"]["years"])
    return worth * float(facts["faded"]["factor"]) if faded else worth

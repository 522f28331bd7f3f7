"""Shares of the work by role, and the role that the work makes, whatever the title says."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from tercet.adverts.facts import facts
from tercet.adverts.records import ADVERT_ROLES, Bullet

WEIGHT = {"duty": 1.0, "requirement": 0.35, "nice-to-have": 0.0}
"""What a sentence counts for in the shares: the duties first, requirements where they are few."""


def role_scores(text: str) -> dict[str, float]:
    """How strongly `text` speaks of each role's work, by the cues of roles.yaml."""
    return {
        role: float(sum(1 for cue in cues if cue.search(text))) for role, cues in _cues().items()
    }


def role_of(text: str) -> str | None:
    """The role whose work `text` describes; None where it speaks of none."""
    scores = role_scores(text)
    best = max(ADVERT_ROLES, key=lambda role: scores[role])
    return best if scores[best] > 0 else None


def shares(bullets: Sequence[Bullet]) -> dict[str, float]:
    """Share of each role in the work; sums to 1."""
    total = dict.fromkeys(ADVERT_ROLES, 0.0)
    for bullet in bullets:
        weight = WEIGHT.get(bullet.kind, 0.0)
        scores = role_scores(bullet.text)
        mass = sum(s * s for s in scores.values())
        for role in ADVERT_ROLES:
            total[role] += weight * scores[role] ** 2 / mass if mass else 0.0
    return normalised(total)


def normalised(total: Mapping[str, float]) -> dict[str, float]:
    """Shares that sum to exactly 1 at two decimals; all of it "other" where nothing is known."""
    mass = sum(total.values())
    if not mass:
        return {role: float(role == "other") for role in ADVERT_ROLES}
    rounded = {role: round(total[role] / mass, 2) for role in ADVERT_ROLES}
    top = max(ADVERT_ROLES, key=lambda role: rounded[role])
    rounded[top] = round(rounded[top] + 1 - sum(rounded.values()), 2)
    return rounded


@cache
def _cues() -> dict[str, tuple[re.Pattern[str], ...]]:
    return {
        role: tuple(re.compile(cue, re.IGNORECASE) for cue in facts("roles")[role])
        for role in ADVERT_ROLES
    }

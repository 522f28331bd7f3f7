"""Shares of the work by role, and the role that the work makes, whatever the title says.

A sentence belongs to the roles whose cues it matches; where its cues leave that open, the advert
as a whole, judged by the trained model, decides. The duties make the shares.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from tercet.adverts.facts import facts
from tercet.adverts.model import probabilities
from tercet.adverts.records import ADVERT_ROLES, Kind
from tercet.adverts.signals import cue_hits, cues, masked


@dataclass(frozen=True, slots=True)
class Work:
    """Whose work an advert describes: in all, and sentence by sentence."""

    shares: Mapping[str, float]
    """Over `ADVERT_ROLES`; sums to 1."""
    of_sentence: tuple[str | None, ...]
    """The role of each sentence; None where it speaks of nobody's work."""


def work_of(sentences: Sequence[tuple[str, Kind]]) -> Work:
    """Shares and the role of each sentence, from sentences as they stand in the advert."""
    hidden = [(masked(text), kind) for text, kind in sentences]
    whole = _likely(probabilities(hidden))
    counts = facts("shares")
    total = dict.fromkeys(ADVERT_ROLES, 0.0)
    found: list[str | None] = []
    duties = sum(kind == "duty" for _, kind in hidden)
    for text, kind in hidden:
        chances = _sentence(text, whole)
        weight = counts["weights"].get(kind, 0.0)
        if kind == "requirement" and duties >= counts["enough_duties"]:
            weight = counts["requirement_beside_duties"]
        if chances is None:
            found.append(None)
            continue
        found.append(max(ADVERT_ROLES, key=lambda role: chances[role]) if weight else None)
        for role in ADVERT_ROLES:
            total[role] += weight * chances[role]
    return Work(_rounded(_counted(_settled(total, whole))), tuple(found))


def _likely(whole: Mapping[str, float]) -> dict[str, float]:
    """The judgement of the whole, put right for roles of which the model saw few adverts."""
    more = facts("shares")["more_likely"]
    weights = {role: chance * more.get(role, 1) for role, chance in whole.items()}
    mass = sum(weights.values())
    return {role: weight / mass for role, weight in weights.items()}


def _sentence(text: str, whole: Mapping[str, float]) -> Mapping[str, float] | None:
    """Chance of each role for one sentence; None where no cue speaks."""
    hits = cue_hits(text)
    if not hits.any():
        return None
    counts = facts("shares")
    said = dict.fromkeys(ADVERT_ROLES, 0.0)
    for (role, _), hit in zip(cues(), hits, strict=True):
        said[role] += hit
    weights = {
        role: (whole[role] + counts["doubt"]) ** counts["trust"]
        * np.exp(counts["sharpness"] * said[role])
        for role in ADVERT_ROLES
    }
    mass = sum(weights.values())
    return {role: float(weights[role] / mass) for role in ADVERT_ROLES}


def _settled(total: Mapping[str, float], whole: Mapping[str, float]) -> dict[str, float]:
    """Shares without what every advert says and without noise."""
    counts = facts("shares")
    core = counts["core"]
    shares = dict(total if sum(total.values()) else whole)
    if _top(shares) in core:
        shares = {r: v * (1 if r in core else counts["beside_core"]) for r, v in shares.items()}
    mass = sum(shares.values())
    shares = {r: v if v >= counts["least"] * mass else 0.0 for r, v in shares.items()}
    mass = sum(shares.values())
    return {role: value / mass for role, value in shares.items()}


def _counted(shares: Mapping[str, float]) -> dict[str, float]:
    """Shares of the work, where that of a role counts partly as another's."""
    rules = facts("shares")
    rows = rules["counts_as"] | rules["counts_as_within"].get(_top(shares), {})
    found = dict.fromkeys(ADVERT_ROLES, 0.0)
    for role, share in shares.items():
        for counts_as, part in rows.get(role, {role: 1.0}).items():
            found[counts_as] += share * part
    return found


def _rounded(shares: Mapping[str, float]) -> dict[str, float]:
    """`shares` at two decimals that sum to 1."""
    rounded = {role: round(value, 2) for role, value in shares.items()}
    top = _top(rounded)
    rounded[top] = round(rounded[top] + 1 - sum(rounded.values()), 2)
    return rounded


def _top(shares: Mapping[str, float]) -> str:
    return max(ADVERT_ROLES, key=lambda role: shares[role])

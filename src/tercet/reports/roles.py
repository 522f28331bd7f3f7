"""How roles and channels look and read: code, pattern family, name. A hue is never alone.

Only the three roles that carry a product have a colour and pattern of their own; the others share
one and are told apart by code and name.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from tercet.catalog.records import ROLES, Channel
from tercet.reports.words import count, listed, plural, upper_first

if TYPE_CHECKING:
    from tercet.planning.records import Engagement

Family = Literal["ds", "ai", "ops", "oth"]


@dataclass(frozen=True, slots=True)
class RoleLook:
    """A role on the page."""

    id: str
    code: str
    family: Family
    name: str
    """In running text, lower case but for abbreviations."""

    @property
    def title(self) -> str:
        """At the start of a row."""
        return upper_first(self.name)


_LOOKS: dict[str, tuple[str, Family, str]] = {
    "data-scientist": ("DS", "ds", "data scientist"),
    "ai-engineer": ("AI", "ai", "AI engineer"),
    "mlops-engineer": ("OPS", "ops", "MLOps engineer"),
    "data-engineer": ("DE", "oth", "data engineer"),
    "data-analyst": ("DA", "oth", "data analyst"),
    "software-engineer": ("SW", "oth", "software engineer"),
    "devops-engineer": ("DO", "oth", "DevOps engineer"),
    "ml-researcher": ("MR", "oth", "ML researcher"),
    "ai-product-manager": ("PM", "oth", "AI product manager"),
}


def role_look(id: str) -> RoleLook:
    """How role `id` looks; a role added by a user's settings gets grey and two letters."""
    code, family, name = _LOOKS.get(id, (id[:2].upper(), "oth", id.replace("-", " ")))
    return RoleLook(id, code, family, name)


def role_order(id: str) -> int:
    """Place of a role in lists: the order of the catalogue, strangers last."""
    return ROLES.index(id) if id in ROLES else len(ROLES)


PATTERNS: dict[Family, str] = {"ds": "plain", "ai": "stripes", "ops": "dots", "oth": "lines"}
"""How a role's bar is told apart without colour."""

HOW: dict[Channel, str] = {
    "on-staff": "on staff", "fte": "permanent hire", "contractor": "contractor", "pod": "pod",
    "upskill": "trained",
}  # fmt: skip
"""How somebody comes, in a table."""

SHORT_HOW: dict[Channel, str] = HOW | {"fte": "hire"}
"""The same where space is short."""


def _pods(sizes: list[int]) -> str:
    """ "a pod of two", "two pods of two", "pods of two and three"."""
    if len(sizes) == 1:
        return f"a pod of {count(sizes[0])}"
    if len(set(sizes)) == 1:
        return f"{count(len(sizes))} pods of {count(sizes[0])}"
    return f"pods of {listed(count(n) for n in sizes)}"


def _numbers(engagements: Iterable["Engagement"]) -> tuple[dict[str, int], list[int]]:
    rows = sorted(engagements, key=lambda e: e.channel)
    by = {channel: list(group) for channel, group in groupby(rows, key=lambda e: e.channel)}
    pods = sorted(len(e.members) for e in by.pop("pod", []))
    people = {channel: sum(len(e.members) for e in group) for channel, group in by.items()}
    return people, pods


_VERBS = {"on-staff": "keep", "upskill": "train", "fte": "hire", "contractor": "contract"}


def team_sentence(engagements: Iterable["Engagement"]) -> str:
    """The first line of the answer: "Keep two people, hire two, rent a pod of two."."""
    people, pods = _numbers(engagements)
    parts: list[str] = []
    for channel, verb in _VERBS.items():
        if n := people.get(channel, 0):
            noun = "" if parts else " person" if n == 1 else " people"
            parts.append(f"{verb} {count(n)}{noun}")
    if pods:
        parts.append(f"rent {_pods(pods)}")
    return upper_first(", ".join(parts) or "nobody is needed") + "."


def team_summary(engagements: Iterable["Engagement"]) -> str:
    """A team in a row of a table: "2 kept, 2 hired, pod of 2"."""
    people, pods = _numbers(engagements)
    words = {"on-staff": "kept", "upskill": "trained", "fte": "hired", "contractor": "on contract"}
    parts = [f"{people[channel]} {word}" for channel, word in words.items() if channel in people]
    parts += [f"pod of {n}" for n in pods]
    return ", ".join(parts)


def head_count(engagements: Iterable["Engagement"]) -> dict[str, int]:
    """How many people of each role, in the catalogue's order."""
    roles = [m.role for e in engagements for m in e.members]
    return {r: roles.count(r) for r in sorted(set(roles), key=role_order)}


def role_count(id: str, n: int) -> str:
    """ "2 AI engineers"."""
    return plural(n, role_look(id).name)

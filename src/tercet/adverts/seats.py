"""A seat of a plan as the plan's JSON document tells it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from tercet.catalog.records import Channel, Level
from tercet.kernel.rules import broken


@dataclass(frozen=True, slots=True)
class Mate:
    """Another position of the plan; positions are labelled, people never named."""

    role: str
    level: Level


@dataclass(frozen=True, slots=True)
class Seat:
    """A position that the plan opens, with its work, terms and company."""

    id: str
    role: str
    level: Level
    channel: Channel
    region: str
    start: date
    end: date
    """First day after the engagement."""
    share: float
    weekly_cost: Decimal
    """Of the whole engagement, in the plan's currency."""
    currency: str
    project: str
    packages: tuple[tuple[str, str], ...]
    """(name, done when) of the work packages, most of this seat's days first."""
    mates: tuple[Mate, ...]
    pod: tuple[Mate, ...]
    """Everybody of the same pod, this seat among them; empty for a person alone."""


def seat_of(plan: Any, member: str, *, place: str = "plan") -> Seat:
    """The seat `member` of a plan document; TJ001 for an unknown one, TJ002 for no plan."""
    recommended = plan.get("recommended") if isinstance(plan, Mapping) else None
    if not isinstance(plan, Mapping) or "project" not in plan:
        raise broken(__package__, "TJ002", place=place, reason="it has no project")
    if not recommended:
        raise broken(__package__, "TJ002", place=place, reason="it recommends no team")
    try:
        seats = [(e, m) for e in recommended["engagements"] for m in e["members"]]
        ids = [m["id"] for _, m in seats]
        if member not in ids:
            raise broken(__package__, "TJ001", place="--seat", seat=member, known=", ".join(ids))
        return _seat(plan, recommended, seats, ids.index(member))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise broken(__package__, "TJ002", place=place, reason=f"{error} is missing") from error


def _seat(
    plan: Mapping[str, Any], recommended: Mapping[str, Any], seats: Sequence[Any], number: int
) -> Seat:
    engagement, member = seats[number]
    others = [_mate(m) for n, (_, m) in enumerate(seats) if n != number]
    pod = engagement["members"] if len(engagement["members"]) > 1 else []
    return Seat(
        member["id"], member["role"], member["level"], engagement["channel"],
        engagement["region"], date.fromisoformat(engagement["start"]),
        date.fromisoformat(engagement["end"]), float(engagement["share"]),
        Decimal(str(engagement["weekly_cost"])), recommended["cost"]["currency"],
        plan["project"]["name"], _packages(plan, recommended, member["id"]), tuple(others),
        tuple(map(_mate, pod)),
    )  # fmt: skip


def _mate(member: Mapping[str, Any]) -> Mate:
    return Mate(member["role"], member["level"])


def _packages(
    plan: Mapping[str, Any], recommended: Mapping[str, Any], member: str
) -> tuple[tuple[str, str], ...]:
    """Packages of the member by days spent on them, most first."""
    days: dict[str, float] = {}
    for row in recommended["assignments"]:
        if row["member"] == member:
            span = date.fromisoformat(row["end"]) - date.fromisoformat(row["start"])
            days.setdefault(row["package"], 0.0)
            days[row["package"]] += span.days / 7 * row["days_per_week"]
    known = {p["id"]: (p["name"], p["done_when"]) for p in plan["project"]["packages"]}
    return tuple(known[id] for id in sorted(days, key=lambda id: (-days[id], id)) if id in known)

"""What is said about a kit, the same on a screen and on paper."""

from tercet.catalog import load_catalog
from tercet.interviewing.kit.records import Kit
from tercet.reports.words import count, listed, plural

_SOFT = {
    "business-value": "Technical results into business value",
    "collaboration": "Working across product, data and infrastructure",
    "learning": "Continuous learning",
}
_NEED = {"must": "must", "nice": "wish", "soft": "soft skill"}


def answer(kit: Kit) -> tuple[str, str, str]:
    """Three sentences: what, how long, and how sure."""
    asked = sum(len(s.questions) for s in kit.stages)
    role = load_catalog().roles[kit.role].name
    musts = [c for c, need in kit.needs.items() if need == "must"]
    least = min((kit.coverage[c] for c in musts), default=0)
    total = sum(s.minutes for s in kit.stages)
    return (
        f"{plural(len(kit.stages), 'interview').capitalize()} for a {role}, {kit.level} level, "
        f"with {plural(asked, 'thing')} to rate.",
        f"Together {total} minutes; each interviewer asks alone and rates before talking to others.",
        f"Every must is rated {_times(least)}: {listed(capability_name(c).lower() for c in musts)}.",
    )


def _times(least: int) -> str:
    return "at least once" if least == 1 else f"at least {count(least)} times"


def capability_name(capability: str) -> str:
    """A capability or soft skill as people say it."""
    known = load_catalog().capabilities.get(capability)
    return known.name if known else _SOFT[capability]


def need_name(kit: Kit, capability: str) -> str:
    """How a seat asks for a capability; "besides" for what only the work sample brings up."""
    need = kit.needs.get(capability)
    return _NEED[need] if need else "besides"

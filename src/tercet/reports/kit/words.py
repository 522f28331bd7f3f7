"""What is said about a kit, the same on a screen and on paper."""

from tercet.catalog import load_catalog
from tercet.interviewing.kit.records import Kit
from tercet.reports.words import listed, plural

_SOFT = {
    "business-value": "Turning technical results into business value",
    "collaboration": "Working across product, data and infrastructure",
    "learning": "Continuous learning",
}
_NEED = {"must": "must", "nice": "wish", "soft": "soft skill"}


def answer(kit: Kit) -> tuple[str, str, str]:
    """Three sentences: what, how long, and how sure."""
    if not kit.stages:
        return (
            "No kit was made: some of your questions may not be asked.",
            "Each is named below, with the law behind it.",
            "Take them out or reword them, and make the kit again.",
        )
    asked = sum(len(s.questions) for s in kit.stages)
    total = sum(s.minutes for s in kit.stages)
    musts = [c for c, need in kit.needs.items() if need == "must"]
    seldom = [in_line(c) for c in musts if kit.coverage[c] < 2]
    return (
        f"{seat_name(kit)}: {plural(len(kit.stages), 'interview')}, {total} minutes together.",
        f"{plural(asked, 'answer')} to rate, each by one interviewer alone, nothing asked twice.",
        f"Rated by fewer than two people: {listed(seldom)}." if seldom
        else "Every must is rated by at least two people who don't know each other's rating.",
    )  # fmt: skip


def seat_name(kit: Kit) -> str:
    """ "AI Engineer, senior level"."""
    return f"{load_catalog().roles[kit.role].name}, {kit.level} level"


def capability_name(capability: str) -> str:
    """A capability or soft skill as people say it."""
    known = load_catalog().capabilities.get(capability)
    return known.name if known else _SOFT[capability]


def in_line(capability: str) -> str:
    """The same in the middle of a sentence: small, unless it begins with an abbreviation."""
    name = capability_name(capability)
    return name if name[1].isupper() else name[0].lower() + name[1:]


def need_name(kit: Kit, capability: str) -> str:
    """How a seat asks for a capability; "besides" for what comes up without being asked for."""
    need = kit.needs.get(capability)
    return _NEED[need] if need else "besides"

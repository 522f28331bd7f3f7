"""Which of the seven capabilities an advert asks for, and how firmly."""

from collections.abc import Sequence

from tercet.adverts.facts import any_of, facts, pattern
from tercet.adverts.naming import Named
from tercet.adverts.records import Bullet, Need
from tercet.catalog.records import VETTED

WORK = ("duty", "requirement", "nice-to-have")
"""Kinds that speak of the work; what the company says of itself asks for nothing."""


def capability_of(text: str, tools: Sequence[Named]) -> str | None:
    """The capability that `text` speaks of most: by strong words, then by the tools it names."""
    counts = {id: _strength(id, text) for id in VETTED}
    for named in tools:
        if named.tool.capability in counts:
            counts[named.tool.capability] += 1
    best = max(VETTED, key=lambda id: counts[id])
    return best if counts[best] else None


def needs(bullets: Sequence[Bullet]) -> dict[str, Need]:
    """Must, nice or absent for each of the seven capabilities."""
    return {id: _need(id, bullets) for id in VETTED}


def asks_for(id: str, text: str) -> bool:
    """Whether `text` asks for the capability, and not only in passing."""
    shown = pattern("capabilities", id, "not").sub(" _ ", text)
    return bool(pattern("capabilities", id, "strong").search(shown))


def _need(id: str, bullets: Sequence[Bullet]) -> Need:
    spoken = [b for b in bullets if b.kind in WORK]
    if any(b.must and asks_for(id, b.text) and not _passing(b) for b in spoken):
        return "must"
    mentioned = any(asks_for(id, b.text) for b in spoken)
    return "nice" if mentioned else "absent"


def _passing(bullet: Bullet) -> bool:
    return bullet.kind == "requirement" and bool(
        any_of([facts("capabilities")["passing"]]).search(bullet.text)
    )


def _strength(id: str, text: str) -> int:
    strong = pattern("capabilities", id, "strong").findall(text)
    return 2 * len(strong) + len(pattern("capabilities", id, "weak").findall(text))

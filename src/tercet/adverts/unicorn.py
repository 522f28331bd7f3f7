"""Whether an advert asks one person to be several specialists, and into which seats to split it."""

import re
from collections.abc import Mapping, Sequence

from tercet.adverts.facts import any_of, facts, pattern
from tercet.adverts.records import Bullet, Reason, SplitSeat, Unicorn
from tercet.catalog.records import LEVELS, ROLES, Catalog, Level

NONE = Unicorn(False, (), ())


def unicorn_of(
    bullets: Sequence[Bullet], shares: Mapping[str, float], title: str | None,
    level: Level | None, years: int | None, catalog: Catalog,
) -> Unicorn:  # fmt: skip
    """Verdict, the sentence behind each role family that is asked for in depth, and the split.

    True when must-haves ask for at least three families in depth, or for everything at once, and
    the advert expects much of one person: a senior or lead, five years, mastery, or a first and
    only hire. `shares` are those of the work by role.
    """
    deep = {
        family: found
        for family in facts("unicorn")["families"]
        if (found := _deep(family, bullets, shares.get(family, 0.0)))
    }
    asked = _several(deep) or (len(deep) > 1 and _everything(bullets))
    if not asked or level == "junior" or not _senior(bullets, title, level, years):
        return NONE
    reasons = tuple(
        Reason(f"{_name(family, catalog)} work in depth", found[0].text)
        for family, found in deep.items()
    )
    return Unicorn(True, reasons, _split(deep, level))


def _several(deep: Mapping[str, Sequence[Bullet]]) -> bool:
    """Whether the families are enough, each by a sentence of its own."""
    needed: int = facts("unicorn")["families_needed"]
    return len(deep) >= needed and len({b.text for found in deep.values() for b in found}) >= needed


def _everything(bullets: Sequence[Bullet]) -> bool:
    words = any_of([facts("unicorn")["everything"]])
    return any(b.must and words.search(b.text) for b in bullets)


def _deep(family: str, bullets: Sequence[Bullet], share: float) -> list[Bullet]:
    """Must-haves that ask for the family in depth, if there are enough of them for its share."""
    words = pattern("unicorn", "families", family)
    depth, shallow, mastery = (
        any_of([facts("unicorn")[name]]) for name in ("depth", "shallow", "mastery")
    )
    found = [
        b for b in bullets
        if b.must and words.search(b.text) and depth.search(b.text) and not shallow.search(b.text)
    ]  # fmt: skip
    strong = [b for b in found if mastery.search(b.text)]
    enough = 1 if share >= facts("unicorn")["share"] else facts("unicorn")["enough"]
    return strong + [b for b in found if b not in strong] if strong or len(found) >= enough else []


def _senior(
    bullets: Sequence[Bullet], title: str | None, level: Level | None, years: int | None
) -> bool:
    words = re.compile(facts("unicorn")["senior_words"], re.IGNORECASE)
    return (
        level in ("senior", "lead")
        or (years or 0) >= facts("unicorn")["senior_years"]
        or any(words.search(text) for text in (title or "", *(b.text for b in bullets)))
    )


def _split(deep: Mapping[str, Sequence[Bullet]], level: Level | None) -> tuple[SplitSeat, ...]:
    """One seat a role; that with most must-haves keeps the level, the others step down.

    A must-have goes to the role that has fewest; a seat that is left without one shares it.
    """
    seats = sorted((f for f in deep if f in ROLES), key=lambda family: -len(deep[family]))
    taken: set[str] = set()
    musts: dict[str, tuple[str, ...]] = {}
    for role in reversed(seats):
        asked = tuple(b.text for b in deep[role])
        musts[role] = tuple(text for text in asked if text not in taken) or asked
        taken.update(asked)
    top: Level = level or "senior"
    below: Level = LEVELS[max(1, LEVELS.index(top) - 1)]
    return tuple(
        SplitSeat(role, below if number else top, musts[role]) for number, role in enumerate(seats)
    )


def _name(family: str, catalog: Catalog) -> str:
    role = catalog.roles.get(family)
    return role.name if role else family

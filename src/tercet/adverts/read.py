"""The one verb of this stage: an advert's text becomes a Job."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from tercet.adverts.capability import WORK, capability_of, needs
from tercet.adverts.cleaning import clean
from tercet.adverts.findings import findings_of
from tercet.adverts.kinds import kind_of
from tercet.adverts.level import level_of, title_of, years_of
from tercet.adverts.naming import Named, named_tools
from tercet.adverts.pay import pay_of
from tercet.adverts.records import Bullet, Job, Kind, Piece, Tools
from tercet.adverts.roles import work_of
from tercet.adverts.site import place_of, site_of
from tercet.adverts.splitting import pieces, without_tail
from tercet.adverts.unicorn import unicorn_of
from tercet.adverts.wishes import inside, wishes
from tercet.catalog.records import Catalog

_STACK = re.compile(r"\b(stack|technologies|tools|tooling|tech)\b", re.IGNORECASE)
"""What a company says of its stack counts as nice to have."""


def read_job(
    text: str, catalog: Catalog, *, place: str = "advert", today: date | None = None
) -> Job:
    """What an advert asks for, read by its work. `place` names the advert in findings.

    A title is taken from the first line where that is one; it tells the level and is compared
    with the work, and has no say in the role. Remarks on pay, law and the age of tools are made
    as of `today`, and not without it.
    """
    text = clean(text)
    title = title_of(text)
    cut = pieces(text)
    named = [named_tools(piece.text, catalog) for piece in cut]
    kinds = [kind_of(piece) for piece in cut]
    work = work_of([(piece.text, kind) for piece, kind in zip(cut, kinds, strict=True)])
    bullets = tuple(map(_bullet, cut, kinds, work.of_sentence, named))
    primary = max(work.shares, key=lambda role: work.shares[role])
    years = years_of(bullets, title)
    kept = without_tail(text)
    level = level_of(title, kept, years)
    job = Job(
        title, work.shares, primary, level,
        years, pay_of(kept), place_of(text), site_of(title, kept), bullets,
        _tools(bullets, named), needs(bullets),
        unicorn_of(bullets, work.shares, title, level, years, catalog), (),
    )  # fmt: skip
    return replace(job, findings=findings_of(job, kept, catalog, place=place, today=today))


def _bullet(piece: Piece, kind: Kind, role: str | None, tools: list[Named]) -> Bullet:
    capability = capability_of(piece.text, tools) if kind in WORK else None
    return Bullet(piece.text, kind, role, capability, kind in ("duty", "requirement"))


def _asked(bullet: Bullet, wished: bool) -> bool:
    """Whether a product named in `bullet` is a must: the clause goes before the sentence."""
    if bullet.kind == "requirement":
        return not wished
    return bullet.must


def _tools(bullets: Iterable[Bullet], named: Iterable[list[Named]]) -> Tools:
    """Each product once, by its first spelling; a must wherever any must names it."""
    must: dict[str, str] = {}
    nice: dict[str, str] = {}
    for bullet, tools in zip(bullets, named, strict=True):
        if bullet.kind not in WORK and not (len(tools) > 1 and _STACK.search(bullet.text)):
            continue
        wished = wishes(bullet.text)
        for tool in tools:
            asked = _asked(bullet, inside(wished, tool.start))
            (must if asked else nice).setdefault(tool.tool.name, tool.spelling)
    return Tools(
        tuple(must.values()), tuple(word for name, word in nice.items() if name not in must)
    )

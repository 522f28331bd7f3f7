"""The one verb of this stage: an advert's text becomes a Job."""

from collections.abc import Iterable

from tercet.adverts.capability import capability_of, needs
from tercet.adverts.cleaning import clean
from tercet.adverts.kinds import kind_of
from tercet.adverts.level import level_of, title_of, years_of
from tercet.adverts.naming import Lexicon, Named, named_tools
from tercet.adverts.pay import pay_of
from tercet.adverts.records import Bullet, Job, Piece, Tools, Unicorn
from tercet.adverts.roles import role_of, shares
from tercet.adverts.site import place_of, site_of
from tercet.adverts.splitting import pieces
from tercet.catalog.records import Catalog


def read_job(text: str, catalog: Catalog, *, place: str = "advert") -> Job:
    """What an advert asks for, read by its work. `place` names the advert in findings.

    A title is taken from the first line where that is one; it tells the level and is compared
    with the work, and has no say in the role.
    """
    text = clean(text)
    title = title_of(text)
    cut = pieces(text)
    lexicon = Lexicon.of(catalog)
    named = [named_tools(piece.text, lexicon) for piece in cut]
    bullets = tuple(_bullet(piece, tools) for piece, tools in zip(cut, named, strict=True))
    roles = shares(bullets)
    years = years_of(bullets)
    kept = "\n".join(piece.text for piece in cut)
    return Job(
        title, roles, max(roles, key=lambda role: roles[role]), level_of(title, kept, years),
        years, pay_of(kept), place_of(text), site_of(title, kept), bullets,
        _tools(bullets, named), needs(bullets), Unicorn(False, (), ()), (),
    )  # fmt: skip


def _bullet(piece: Piece, tools: list[Named]) -> Bullet:
    kind = kind_of(piece)
    worked = kind in ("duty", "requirement", "nice-to-have")
    return Bullet(
        piece.text,
        kind,
        role_of(piece.text) if worked else None,
        capability_of(piece.text, tools) if worked else None,
        kind in ("duty", "requirement"),
    )


def _tools(bullets: Iterable[Bullet], named: Iterable[list[Named]]) -> Tools:
    """Each product once, by its first spelling; a must wherever any must names it."""
    must: dict[str, str] = {}
    nice: dict[str, str] = {}
    for bullet, tools in zip(bullets, named, strict=True):
        if bullet.kind not in ("duty", "requirement", "nice-to-have"):
            continue
        for tool in tools:
            (must if bullet.must else nice).setdefault(tool.tool.name, tool.spelling)
    return Tools(
        tuple(must.values()), tuple(word for name, word in nice.items() if name not in must)
    )

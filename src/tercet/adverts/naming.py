"""Products that a sentence names, as it spells them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tercet.adverts.facts import facts
from tercet.catalog.records import Catalog, Tool
from tercet.evidence.tools import gazetteer

_BETWEEN = re.compile(r"\s*(?:,|/|;|&|\(|\+|,? ?\band\b|,? ?\bor\b)\s*\(?")
"""What stands between two members of a list."""


@dataclass(frozen=True, slots=True)
class Named:
    """One mention of a tool, as spelt, and where it stands in its sentence."""

    tool: Tool
    spelling: str
    start: int


def named_tools(text: str, catalog: Catalog) -> list[Named]:
    """Mentions in order: the catalogue's spellings, and everyday words in a list with them."""
    phrases = [hit.span() for hit in _rule("phrases").finditer(text)]
    found = [
        part
        for start, end, tool in gazetteer(catalog.tools).find(text)
        if not any(a <= start and end <= b for a, b in phrases)
        and text[end : end + 1] not in ("&", "-")
        and not _within(text, start, end)
        for part in _parts(Named(tool, text[start:end], start), catalog)
    ]
    found += _in_lists(text, found)
    return sorted(found, key=lambda named: named.start)


def _within(text: str, start: int, end: int) -> bool:
    """Whether a name is the end of a longer word: of "D.C.", or of "growth-mode"."""
    before = text[max(0, start - 2) : start]
    return (end - start == 1 and before.endswith(".")) or bool(re.fullmatch(r"[A-Za-z]-", before))


def _parts(named: Named, catalog: Catalog) -> Iterator[Named]:
    """The products of a spelling that joins several ("C/C++"), without words that are no name."""
    both = named.spelling.split("/")
    if len(both) == 2 and all(_known(part, catalog) for part in both):
        first, second = (_known(part, catalog) or named.tool for part in both)
        yield Named(first, both[0], named.start)
        yield Named(second, both[1], named.start + len(both[0]) + 1)
        return
    short = _rule("endings").sub("", named.spelling)
    bare = _rule("trailing").sub("", short)
    name = bare if bare != short and _known(bare, catalog) else short
    if not _rule("concepts").fullmatch(name):
        yield Named(named.tool, name, named.start)


def _known(word: str, catalog: Catalog) -> Tool | None:
    for start, end, tool in gazetteer(catalog.tools).find(f"with {word}"):
        if (start, end) == (5, 5 + len(word)):
            return tool
    return None


def _in_lists(text: str, known: list[Named]) -> Iterator[Named]:
    """Everyday words that are products here, since a product stands next to them in a list."""
    starts = {named.start for named in known}
    ends = {named.start + len(named.spelling) for named in known}
    for hit in _everyday().finditer(text):
        if any(named.start <= hit.start() < named.start + len(named.spelling) for named in known):
            continue
        after = _BETWEEN.match(text, hit.end())
        before = next((g for g in _BETWEEN.finditer(text) if g.end() == hit.start()), None)
        if (after and after.end() in starts) or (before and before.start() in ends):
            word = hit.group()
            yield Named(Tool(word, (), None, (), None), word, hit.start())
            ends.add(hit.end())


@cache
def _everyday() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(facts('tools')['listed'])})(?![\w-])(?! [A-Z])")


@cache
def _rule(name: str) -> re.Pattern[str]:
    return re.compile(facts("tools")[name], re.IGNORECASE)

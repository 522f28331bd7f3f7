"""Products that a sentence names, by the catalogue's spellings."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from tercet.catalog.records import Catalog, Tool

_WORD = re.compile(r"[^\W_](?:[\w+#.&'-]*[\w+#])?|\.NET\b", re.IGNORECASE)
LONGEST = 5
"""Words of the longest spelling that is looked for."""


@dataclass(frozen=True, slots=True)
class Named:
    """One mention of a tool: as spelt, and where it stands in its piece."""

    tool: Tool
    spelling: str
    start: int
    end: int
    sure: bool
    """False where the spelling is an everyday word too."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Every spelling of every tool, folded, and those that are everyday words too."""

    spellings: Mapping[str, Tool]
    unsure: frozenset[str]

    @classmethod
    def of(cls, catalog: Catalog) -> "Lexicon":
        """The spellings of `catalog`, made ready once for a whole advert."""
        tools = catalog.tools.values()
        spellings = {_folded(word): t for t in tools for word in (t.name, *t.spellings)}
        return cls(spellings, frozenset(_folded(word) for t in tools for word in t.ambiguous))


def named_tools(text: str, lexicon: Lexicon) -> list[Named]:
    """Mentions in order; the longest spelling wins, an everyday word needs company."""
    found = _scan(text, lexicon)
    sure = [n for n in found if n.sure]
    return [n for n in found if n.sure or _vouched(n, text, sure)]


def _scan(text: str, lexicon: Lexicon) -> list[Named]:
    words = _words(text)
    found, at = [], 0
    while at < len(words):
        for size in range(min(LONGEST, len(words) - at), 0, -1):
            start, end = words[at].start(), words[at + size - 1].end()
            folded = _folded(text[start:end])
            tool = lexicon.spellings.get(folded)
            if tool is not None:
                sure = folded not in lexicon.unsure
                found.append(Named(tool, text[start:end], start, end, sure))
                at += size
                break
        else:
            at += 1
    return found


def _words(text: str) -> list[re.Match[str]]:
    """Words, cut at commas, brackets and slashes."""
    return [
        word
        for run in re.finditer(r"[^\s,;:()\[\]/|\"“”]+", text)
        for word in _WORD.finditer(text, run.start(), run.end())
    ]


def _vouched(named: Named, text: str, sure: list[Named]) -> bool:
    """Whether an everyday word is meant as the product: written as one, next to another product."""
    if named.spelling.islower() and named.spelling != "dbt":
        return False
    near = any(abs(s.start - named.end) < 40 or abs(named.start - s.end) < 40 for s in sure)
    before = text[max(0, named.start - 12) : named.start].lower()
    listed = re.search(r"(?:\b(?:in|with|using|like|or|and|e\.g\.|via|on)|[,(/])\s*$", before)
    after = text[named.end : named.end + 2]
    return near and bool(listed or re.match(r"\s*[,/)]|$", after))


def _folded(spelling: str) -> str:
    return re.sub(r"[\s-]+", " ", spelling.casefold())

"""Tools of the catalogue named in a text, found in one pass whatever their number."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from tercet.catalog.records import Tool
from tercet.evidence.cues import data


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Spellings of all tools as one automaton."""

    automaton: AhoCorasick
    tools: tuple[Tool, ...]
    """Tool of each spelling, in the automaton's order."""
    spellings: tuple[str, ...]

    def find(self, text: str) -> list[tuple[int, int, Tool]]:
        """(start, end, tool) of every mention, longest first where they overlap.

        A name that is also an everyday word counts only as the catalogue spells it, capital
        and all, and not as a sentence's first word; so "go" and "react" are no tools.
        """
        found: list[tuple[int, int, Tool]] = []
        matches = self.automaton.find_matches_as_indexes(_lower(text), overlapping=True)
        for number, start, end in sorted(matches, key=lambda m: (m[1], -m[2])):
            if (found and start < found[-1][1]) or _inside_word(text, start, end):
                continue
            tool, spelling = self.tools[number], self.spellings[number]
            if spelling in tool.ambiguous and not _as_named(text, start, end, spelling):
                continue
            found.append((start, end, tool))
        return found


@cache
def _speaking() -> dict[str, str | None]:
    facts = data("tools")
    silent: dict[str, str | None] = {name: None for row in facts["none"] for name in row}
    return {**silent, **facts["speaks_for"]}


def speaks_for(tool: Tool) -> str | None:
    """The capability that a person's naming of `tool` speaks for."""
    return _speaking().get(tool.name, tool.capability)


def gazetteer(tools: Mapping[str, Tool]) -> Gazetteer:
    """The gazetteer of a catalogue's `tools`; built once for each catalogue."""
    key = id(tools)
    if key not in _built:
        _built.clear()
        _built[key] = (_build(tools), tools)
    return _built[key][0]


_built: dict[int, tuple[Gazetteer, Mapping[str, Tool]]] = {}


def _build(tools: Mapping[str, Tool]) -> Gazetteer:
    rows = {
        spelling.lower(): (tool, spelling)
        for tool in reversed([*tools.values()])
        for spelling in (*tool.spellings, tool.name)
    }
    return Gazetteer(
        AhoCorasick(list(rows), matchkind=MatchKind.Standard),
        tuple(tool for tool, _ in rows.values()),
        tuple(spelling for _, spelling in rows.values()),
    )


def _lower(text: str) -> str:
    """Lower case that keeps offsets: a letter whose lower case is longer stays."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _inside_word(text: str, start: int, end: int) -> bool:
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return before.isalnum() or after.isalnum() or after in "+#" or before in "_@"


def _as_named(text: str, start: int, end: int, spelling: str) -> bool:
    """Whether an everyday word is meant as a name: capital, and not just a sentence's first."""
    here = text[start:end]
    if not here[0].isupper():
        return spelling == here and not here.isalpha()
    before = text[:start].rstrip(" •*-–")
    opens = not before or before.endswith((".", "!", "?", ":", "\n"))
    acts = re.match(r" [a-z]{3,}s\b", text[end:])
    listed = text[end : end + 1] in (",", ";", "/", "")
    return not opens or listed or here.isupper() or acts is not None

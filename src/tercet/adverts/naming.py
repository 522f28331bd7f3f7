"""Products that a sentence names, as it spells them."""

from dataclasses import dataclass

from tercet.catalog.records import Catalog, Tool
from tercet.evidence.tools import gazetteer

_CONCEPTS = ("REST",)
"""Spellings that adverts use for an idea and not for a product. "R&D" and "go-to-market" are cut
off by the character that follows."""


@dataclass(frozen=True, slots=True)
class Named:
    """One mention of a tool, as spelt."""

    tool: Tool
    spelling: str


def named_tools(text: str, catalog: Catalog) -> list[Named]:
    """Mentions in order, by the catalogue's spellings."""
    found = gazetteer(catalog).find(text)
    return [
        Named(tool, text[start:end])
        for start, end, tool in found
        if text[start:end] not in _CONCEPTS and text[end : end + 1] not in ("&", "-")
    ]

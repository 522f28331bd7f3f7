"""Cue lists of the data files, compiled: one pattern a concept and language."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from tercet.evidence.heads import beginnings, heads

LANGUAGES = ("en", "de", "es", "pt", "fr")
"""Languages with cue lists; English is read well, the others reasonably."""
_ENDINGS = "(?:e|es|s|ed|d|ing|er|ers|ied|ies|y)?"


@cache
def data(name: str) -> Any:
    """One data file of this stage by name, read once."""
    from importlib import resources

    from tercet.kernel.yamls import parse_yaml

    text = resources.files(__package__).joinpath(f"data/{name}.yaml").read_text("utf-8")
    return parse_yaml(text, place=f"evidence/data/{name}.yaml")


@dataclass(frozen=True, slots=True)
class Cues:
    """The cues of one language: concept → pattern."""

    language: str
    patterns: dict[str, re.Pattern[str]]
    by_head: dict[str, tuple[str, ...]]
    """Concepts by how what they find begins; those of which that cannot be told are in none."""
    anyhow: frozenset[str]
    """Concepts that may be spoken of in words of any beginning."""

    def spans(self, concept: str, text: str) -> list[tuple[int, int]]:
        """Where `concept` is spoken of in `text`, as its pattern's `finditer` would tell."""
        pattern = self.patterns.get(concept)
        if pattern is None:
            return []
        if concept in self.anyhow:
            return [hit.span() for hit in pattern.finditer(text)]
        found, end = [], 0
        for at in _places(self.language, text).get(concept, ()):
            if at >= end and (hit := pattern.match(text, at)):
                end = hit.end()
                found.append((at, end))
        return found

    def has(self, concept: str, text: str) -> bool:
        """Whether `concept` is spoken of in `text`."""
        pattern = self.patterns.get(concept)
        if pattern is None:
            return False
        if concept in self.anyhow:
            return pattern.search(text) is not None
        places = _places(self.language, text).get(concept, ())
        return any(pattern.match(text, at) for at in places)


@lru_cache(maxsize=256)
def _places(language: str, text: str) -> dict[str, list[int]]:
    """Where in `text` a word begins like something that a concept finds, in order."""
    found: dict[str, list[int]] = {}
    by_head = cues(language).by_head
    for at, begins in beginnings(text):
        for concept in {c for head in begins for c in by_head.get(head, ())}:
            found.setdefault(concept, []).append(at)
    return found


@cache
def cues(language: str) -> Cues:
    """Cues of `language`; English names of technical things stand in every text and are added."""
    own = _lists(language)
    if language != "en":
        english = _lists("en")
        shared = data("shared")["of_every_language"]
        own = {
            name: own.get(name, [])
            + (english.get(name, []) if name in shared or name not in own else [])
            for name in own | english
        }
    by_head: dict[str, list[str]] = {}
    anyhow = set()
    for name, entries in own.items():
        begins = heads("|".join(map(_ended, entries)))
        if begins is None:
            anyhow.add(name)
        for head in begins or ():
            by_head.setdefault(head, []).append(name)
    patterns = {name: words(entries) for name, entries in own.items()}
    rows = {head: tuple(names) for head, names in by_head.items()}
    return Cues(language, patterns, rows, frozenset(anyhow))


def _lists(language: str) -> dict[str, list[str]]:
    return {name: list(rows) for name, rows in data(language).items() if name != "stopwords"}


def words(entries: list[str]) -> re.Pattern[str]:
    """One pattern for alternatives between word boundaries; "~" stands for usual endings."""
    body = "|".join(map(_ended, entries))
    return re.compile(rf"(?<!\w)(?:{body})(?!\w)", re.IGNORECASE)


def _ended(entry: str) -> str:
    """An entry with the usual endings in place of "~"."""
    return re.sub(r"(?<=[\w\]])~", _ENDINGS, entry)


@cache
def listed(name: str, *keys: str) -> re.Pattern[str]:
    """One pattern for the list of words that stands under `keys` in a data file."""
    rows = data(name)
    for key in keys:
        rows = rows[key]
    return words(rows)


@cache
def stopwords(language: str) -> frozenset[str]:
    """Frequent words by which `language` is told from others."""
    return frozenset(data(language)["stopwords"])

"""Cue lists of the data files, compiled: one pattern a concept and language."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

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

    def spans(self, concept: str, text: str) -> list[tuple[int, int]]:
        """Where `concept` is spoken of in `text`."""
        pattern = self.patterns.get(concept)
        return [m.span() for m in pattern.finditer(text)] if pattern else []

    def has(self, concept: str, text: str) -> bool:
        """Whether `concept` is spoken of in `text`."""
        pattern = self.patterns.get(concept)
        return pattern is not None and pattern.search(text) is not None


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
    return Cues(language, {name: words(entries) for name, entries in own.items()})


def _lists(language: str) -> dict[str, list[str]]:
    return {name: list(rows) for name, rows in data(language).items() if name != "stopwords"}


def words(entries: list[str]) -> re.Pattern[str]:
    """One pattern for alternatives between word boundaries; "~" stands for usual endings."""
    body = "|".join(re.sub(r"(?<=[\w\]])~", _ENDINGS, entry) for entry in entries)
    return re.compile(rf"(?<!\w)(?:{body})(?!\w)", re.IGNORECASE)


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

"""Word lists that the reader works from: plain files that anybody may extend."""

import re
from functools import cache
from importlib import resources
from typing import Any

from tercet.kernel.yamls import parse_yaml


@cache
def table(name: str) -> Any:
    """The content of `name`.yaml in this folder, read once."""
    file = resources.files(__package__).joinpath(f"{name}.yaml")
    return parse_yaml(file.read_text("utf-8"), place=f"brief/data/{name}.yaml")


@cache
def dots() -> frozenset[str]:
    """Abbreviations whose full stop ends no sentence, lower case, without the stop."""
    return frozenset(table("words")["abbreviations"])


@cache
def pattern(name: str, *path: str) -> re.Pattern[str]:
    """All phrases of the list at `path` in `name`.yaml as one pattern; see `compiled`."""
    rows = table(name)
    for key in path:
        rows = rows[key]
    return compiled(tuple(str(row) for row in rows))


@cache
def compiled(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Phrases as one pattern for lower-case text, longest first.

    A space stands for spaces, a line break or a hyphen; `*` for the rest of a word (or any one
    word where it stands alone); `...` for up to four words; `<n>` for a number.
    """
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile("|".join(_phrase(phrase) for phrase in ordered) or r"(?!)")


def _phrase(phrase: str) -> str:
    parts = []
    for word in phrase.split():
        if word == "...":
            parts.append(r"(?:[^\s.;]+[\s-]+){0,4}?")
        elif word == "*":
            parts.append(r"[\w'-]+[\s-]+")
        elif word == "<n>":
            parts.append(r"\d[\d.,' ]*(?:k|m|mn|million)?\s*")
        else:
            parts.append(
                re.escape(word).replace(r"\*", r"\w*").replace(r"\-", r"[\s-]?") + r"[\s-]+"
            )
    body = "".join(parts).removesuffix(r"[\s-]+")
    left = r"(?<!\w)" if re.match(r"[\w\\(]", body) else ""
    return left + body + r"(?!\w)"

"""The same résumé of somebody else: name, pronouns, school or town swapped in its text.

Found here by rules of its own, so that what the reader of résumés overlooks is swapped too.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Any

from tercet.kernel.yamls import parse_yaml

Swap = Callable[[str], str]
_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?:[ ][^\W\d_][\w.'’-]*){1,3}")
_CONTACT = re.compile(r"@|(?:\d[ ().-]{0,2}){7,}")
_PARTS = re.compile(r"(\s*[·•|]\s*|\s+[–—]\s+)")


@cache
def _data() -> Mapping[str, Any]:
    file = resources.files("tercet.auditing").joinpath("data", "swaps.yaml")
    return dict(parse_yaml(file.read_text("utf-8"), place="swaps.yaml"))


def swaps(text: str) -> Iterator[tuple[str, str, Swap]]:
    """Kind, label and swap for everything in the text that can be swapped.

    A swap that would change nothing is left out.
    """
    for kind, label, swap in _every(text):
        if swap(text) != text:
            yield kind, label, swap


def _every(text: str) -> Iterator[tuple[str, str, Swap]]:
    name = name_in(text)
    for label, (first, last) in _data()["names"].items():
        if name:
            yield "name", label, _renamer(name, first, last)
    for label, words in _data()["pronouns"].items():
        yield "pronouns", label, _pronouns(words)
    for label, school in _data()["schools"].items():
        yield "school", label, _schools(school)
    for label, town in _data()["towns"].items():
        yield "address", label, _towns(town)


def name_in(text: str) -> str | None:
    """The person's name: one of the first three lines that is two to four words and no heading."""
    for line in [line.strip(" #*_\t") for line in text.split("\n") if line.strip()][:3]:
        if _NAME.fullmatch(line) and line.lower() not in _data()["not_names"]:
            return line
    return None


def _renamer(name: str, first: str, last: str) -> Swap:
    parts = name.split()
    new = {name.lower(): f"{first} {last}", parts[0].lower(): first, parts[-1].lower(): last}
    keys = sorted((k for k in new if len(k) > 2), key=len, reverse=True)
    pattern = re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, keys))})(?![^\W_])", re.I)
    return lambda text: pattern.sub(lambda m: new[m[0].lower()], text)


def _pronouns(words: Mapping[str, str]) -> Swap:
    """Every third-person pronoun as the wanted one; "her" before a word is taken as "his"."""
    forms = {
        "subject": r"she|he", "self": r"herself|himself", "owns": r"hers",
        "own": r"his|her(?= \w)", "object": r"him|her",
    }  # fmt: skip
    pattern = re.compile(
        r"\b(?:" + "|".join(rf"(?P<{k}>{form})" for k, form in forms.items()) + r")\b", re.I
    )

    def swap(match: re.Match[str]) -> str:
        word = words[str(match.lastgroup)]
        return word.capitalize() if match[0][0].isupper() else word

    return lambda text: pattern.sub(swap, text)


def _schools(school: str) -> Swap:
    kinds = "|".join(_data()["school_words"])
    word = r"[A-ZÀ-Þ][\w'’&-]*"
    pattern = re.compile(
        rf"(?:{word} )*(?:{kinds})(?: (?:of|for|de|der|di) (?:the )?{word}(?: {word})*)?"
    )
    return lambda text: pattern.sub(lambda _: school, text)


def _towns(town: str) -> Swap:
    """Parts of the lines with contact details that hold neither digits nor an address."""

    def swap(text: str) -> str:
        lines = text.split("\n")
        for i, line in enumerate(lines[:8]):
            if _CONTACT.search(line):
                parts = _PARTS.split(line)
                lines[i] = "".join(town if _is_town(part) else part for part in parts)
        return "\n".join(lines)

    return swap


def _is_town(part: str) -> bool:
    return bool(re.fullmatch(r"[A-ZÀ-Þ][\w'’. -]+(?:, [A-ZÀ-Þ][\w'’. -]+)?", part.strip()))

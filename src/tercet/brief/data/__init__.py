"""Word lists that the reader works from: plain files that anybody may extend."""

import re
from functools import cache
from importlib import resources
from typing import Any

from tercet.kernel.yamls import parse_yaml


@cache
def table(name: str) -> Any:
    """The content of `name`.yaml in this folder, read once."""
    return parse_yaml(text_of(f"{name}.yaml"), place=f"brief/data/{name}.yaml")


def text_of(name: str) -> str:
    """The content of file `name` in this folder."""
    return resources.files(__package__).joinpath(name).read_text("utf-8")


@cache
def countries() -> dict[str, tuple[str, str]]:
    """ISO code → (name, currency) of every country."""
    rows = (line.split("\t") for line in text_of("countries.tsv").splitlines())
    return {code: (name, currency) for code, name, currency in rows}


def country_name(code: str) -> str:
    """The English name of an ISO country, or the code where it is unknown."""
    return countries().get(code, (code, ""))[0]


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
    """Phrases as one pattern for lower-case text, longest first; see `phrase`.

    What bounds the words stands once around all, so that most places in a text are ruled out at
    once and not by each phrase.
    """
    bodies = [phrase(words) for words in sorted(phrases, key=lambda words: (-len(words), words))]
    begun = [body for body in bodies if _BEGUN.match(body)]
    signs = [body for body in bodies if not _BEGUN.match(body)]
    parts = [rf"(?<!\w)(?:{'|'.join(begun)})(?!\w)"] * bool(begun)
    parts += [rf"(?:{'|'.join(signs)})(?!\w)"] * bool(signs)
    return re.compile("|".join(parts) or r"(?!)")


_SPELT = (
    ("isation", "i[sz]ation"),
    ("ise", "i[sz]e"),
    ("ising", "i[sz]ing"),
    ("centre", "cent(?:re|er)"),
)
_LINK = r"[\s-]+"
_BEGUN = re.compile(r"[\w\\(\[]")
"""How a phrase begins that no letter may stand before."""


def phrase(words: str) -> str:
    """One phrase as a pattern for lower-case text, without the bounds of its words.

    A space stands for spaces, a line break or a hyphen; `*` for the rest of a word, or alone for
    any one word; `...` for up to four words of the sentence; `<n>` for a number. Both spellings
    of -ise and centre are found.
    """
    body = ""
    for word in words.split():
        if word == "...":
            body += r"(?:[^\s.;:!?]+[\s-]+){0,4}?"
        elif word == "*":
            body += r"[\w'-]+[\s-]+"
        elif word == "<n>":
            body += r"\d[\d.,' ]{0,14}(?:k|m|mn|million)?\s*"
        else:
            body += re.escape(word).replace(r"\*", r"\w*").replace(r"\-", r"[\s-]?") + _LINK
    body = body.removesuffix(_LINK)
    for spelling, both in _SPELT:
        body = re.sub(spelling + r"(?=\\w\*|\W|$)", both.replace("\\", r"\\"), body)
    return body

"""The text of a brief, cut into sentences and clauses whose offsets always point into it."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from tercet.brief.data import dots
from tercet.brief.records import Quote

Span = tuple[int, int]

_TRIM = " \t\n\r\f.,;:!?-–—•*\"'“”‘’()[]"
_LIKE = {
    "\u202f": " ", "\u2009": " ", "\u2007": " ", "\u00a0": " ", "\t": " ",
    "\u2011": "-", "\u2010": "-",
    "–": "-", "—": "-", "−": "-", "’": "'", "‘": "'", "ʼ": "'", "`": "'", "“": '"', "”": '"',
}  # fmt: skip
_SENTENCE = re.compile(
    r"[.!?]+[\"')\]*]*(?=\s|$)|\n[ ]*\n|\n(?=[ ]*(?:[-*•#>|]|\d+[.)])[ ])"
    r"|[;|]|\n(?=[^\n]{0,40}:[ ])"
)
_CLAUSE = re.compile(r",(?!\d)|[;:](?!\d)|\s-+\s|[()\[\]]|\n(?=[A-Z])|\.(?=\s|$)|\*\*|\s\|\s")
_WRAP = re.compile(
    r"(?<=[^\n]{26}[^\n.!?:;|])\n(?=[^\n])(?![ ]*(?:[-*•#>|]|\d+[.)][ ]|[^\n]{0,40}:[ ]))"
)
"""A line's end that only wraps it: the line is long, unfinished, and no item or field follows."""


STRICT, GAP, END = 0, 1, 2
"""What stands between two tokens: space or hyphen; a comma, bracket or the like; a full stop."""
_TOKEN = re.compile(r"\.\.\.|[ap]\.m(?=\W)|\d+(?:[.,:]\d+)*|\*?[^\W\d_]+(?:'[^\W\d_]+)?\*?|[%/*]")
_ELIDED = re.compile(r"^(?:[dlnsjcm]|qu|dell|all|nell|un)'(?=\w{2})")
"""Short words that French and Italian fuse with the next: d'appels."""
_ISE = re.compile(r"is(?=(?:e|ed|es|er|ers|ing|ation|ations|able)?\*?$)")


@dataclass(frozen=True)
class Tokens:
    """The words of a text, with where they stand and what stands after each of them."""

    words: list[str]
    spans: list[Span]
    links: list[int]


def meets(span: Span, others: Iterable[Span]) -> bool:
    """Whether `span` overlaps one of `others`."""
    return any(start < span[1] and span[0] < end for start, end in others)


def split_words(text: str) -> list[str]:
    """Words, numbers and percent signs of lower-case text, in one spelling."""
    return [_spelt(hit.group()) for hit in _TOKEN.finditer(text)]


def same_word(word: str, other: str) -> bool:
    """Whether `word` is `other` or its plural or genitive."""
    return word in (other, other + "s", other + "'s")


def _spelt(word: str) -> str:
    if word in ("a.m", "p.m"):
        return word.replace(".", "")
    word = _ELIDED.sub("", word)
    return _ISE.sub("iz", word).replace("centre", "center") if len(word) > 5 else word


def _link(between: str) -> int:
    if not between.strip(" \n-"):
        return STRICT if "\n\n" not in between else END
    return END if re.search(r"[.;:!?]", between) else GAP


@dataclass(frozen=True)
class Text:
    """A brief's words with length-preserving plain and lower-case forms.

    `plain[i]` and `low[i]` stand for `raw[i]`, so every span found in them quotes `raw`.
    """

    raw: str

    @cached_property
    def plain(self) -> str:
        """The text with typographic spaces, dashes and apostrophes made plain, lines unwrapped."""
        return _WRAP.sub(" ", "".join(_LIKE.get(c, c) for c in self.raw))

    @cached_property
    def low(self) -> str:
        """`plain` in lower case, character by character."""
        return "".join(c.lower() if len(c.lower()) == 1 else c for c in self.plain)

    @cached_property
    def tokens(self) -> Tokens:
        """The words of the text in lower case and one spelling."""
        hits = [hit for hit in _TOKEN.finditer(self.low) if "*" not in hit.group()]
        ends = [*(hit.start() for hit in hits), len(self.low)][1:]
        links = [_link(self.low[hit.end() : end]) for hit, end in zip(hits, ends, strict=True)]
        return Tokens([_spelt(hit.group()) for hit in hits], [hit.span() for hit in hits], links)

    @cached_property
    def _sentences(self) -> list[int]:
        starts = [0]
        for hit in _SENTENCE.finditer(self.plain):
            if hit.group().startswith(".") and self._abbreviated(hit.start()):
                continue
            starts.append(hit.end())
        return starts

    @cached_property
    def _clauses(self) -> list[int]:
        inner = [
            hit.end() for hit in _CLAUSE.finditer(self.plain)
            if not (hit.group() == "." and self._abbreviated(hit.start()))
        ]  # fmt: skip
        return sorted({*self._sentences, *inner})

    def _abbreviated(self, dot: int) -> bool:
        word = re.search(r"[\w.]*$", self.low[max(0, dot - 12) : dot])
        rest = self.plain[dot + 1 : dot + 3].strip()
        if word and word.group() == "no" and not rest[:1].isdigit():
            return False
        return bool(word and word.group() in dots()) and not (rest == "" or rest[0] == "\n")

    def sentence(self, at: int) -> Span:
        """Span of the sentence that holds offset `at`."""
        return self._piece(self._sentences, at)

    def clause(self, at: int) -> Span:
        """Span of the clause that holds offset `at`."""
        return self._piece(self._clauses, at)

    def _piece(self, starts: list[int], at: int) -> Span:
        i = bisect_right(starts, at) - 1
        return starts[i], starts[i + 1] if i + 1 < len(starts) else len(self.raw)

    def quote(self, start: int, end: int) -> Quote:
        """The words from `start` to `end`, without space and punctuation around them."""
        while start < end and self.raw[start] in _TRIM:
            start += 1
        while end > start and self.raw[end - 1] in _TRIM:
            end -= 1
        return Quote(self.raw[start:end], start, end)

"""Finding many phrases in a text at once, word by word, without a pattern for each.

A phrase is written as people would say it. A space and a hyphen need not be told apart, nor a
plural s at the end, nor -ise and -ize. `*` stands for the rest or the beginning of a word, or
alone for any one word; `...` for up to four words of the sentence; `<n>` for a number, `<time>` for
one such as 5:30; `|` stands between words of which any one will do. `<person>` stands for any
phrase of that class in `data/classes.yaml`, so one row of classes covers hundreds of wordings.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from tercet.brief.data import table
from tercet.brief.words import GAP, STRICT, Text, Tokens, same_word, split_words

Words = tuple[str, ...]
WIDEST = 4
"""Most words that `...` stands for."""
KEPT = 2_000
"""Words of earlier texts that are remembered."""


@dataclass(frozen=True)
class Found:
    """A phrase that stands at tokens `first` to `last`, both included."""

    phrase: str
    first: int
    last: int


@dataclass
class Phrases:
    """Phrases by the beginning of their first word, so that each token meets few of them."""

    exact: dict[str, list[tuple[str, Words]]] = field(default_factory=dict)
    begun: dict[str, list[tuple[str, Words]]] = field(default_factory=dict)
    other: list[tuple[str, Words]] = field(default_factory=list)
    met: dict[str, list[tuple[str, Words]]] = field(default_factory=dict)
    """Words met in texts, with the phrases that may begin there."""
    barred: frozenset[str] = frozenset()
    """Words that no phrase may begin with."""

    def find(self, text: Text) -> Iterator[Found]:
        """Every phrase wherever it stands in `text`, in order; they may overlap."""
        for i in range(len(text.tokens.words)):
            yield from self.at(text.tokens, i)

    def at(self, tokens: Tokens, i: int) -> Iterator[Found]:
        """Every phrase that stands from token `i` on."""
        for phrase, parts in self.begun_by(tokens.words[i]):
            last = _match(tokens, i, parts)
            if last is not None:
                yield Found(phrase, i, last)

    def begun_by(self, word: str) -> list[tuple[str, Words]]:
        """Phrases whose first word may be `word`."""
        if word not in self.met:
            if len(self.met) > KEPT:
                self.met.clear()
            self.met[word] = self._beginning(word)
        return self.met[word]

    def _beginning(self, word: str) -> list[tuple[str, Words]]:
        if self.barred and not self.barred.isdisjoint((word, word.removesuffix("s"))):
            return []
        rows = [*self.exact.get(word, ()), *self.other]
        if word.endswith("s"):
            rows += [row for row in self.exact.get(word.rstrip("s'"), ()) if len(row[1]) == 1]
        for length in (1, 2, 3):
            rows += self.begun.get(word[:length], ()) if len(word) >= length else ()
        return [row for row in rows if _fits(word, row[1][0], last=len(row[1]) == 1)]


@lru_cache(maxsize=256)
def phrases(rows: tuple[str, ...]) -> Phrases:
    """The phrases in `rows`, ready to be found."""
    return _ready(rows, Phrases())


@lru_cache(maxsize=256)
def _class(part: str) -> Phrases:
    """The phrases that a part such as `<person>` stands for."""
    row = table("classes")[part[1:-1]]
    return _ready(row["words"], Phrases(barred=frozenset(row.get("except", ()))))


def _ready(rows: Iterable[str], ready: Phrases) -> Phrases:
    for row in rows:
        for words in _variants(row):
            for head in words[0].split("|"):
                _keep(ready, row, (head, *words[1:]))
    return ready


def _keep(ready: Phrases, row: str, words: Words) -> None:
    """One phrase under the beginning of its first word."""
    head = words[0]
    if "*" not in head and head != "..." and not head.startswith("<"):
        ready.exact.setdefault(head, []).append((row, words))
    elif head.endswith("*") and len(head) > 1:
        ready.begun.setdefault(head[:-1][:3], []).append((row, words))
    else:
        ready.other.append((row, words))


def _variants(row: str) -> Iterable[Words]:
    """A phrase as words: "e-mail" both as two words and as one, also among several words."""
    for part in row.split():
        if "|" in part and "-" in part:
            words = part.split("|")
            plain = "|".join(word for word in words if "-" not in word)
            apart = [word for word in words if "-" in word] + [plain] * bool(plain)
            return dict.fromkeys(v for word in apart for v in _variants(row.replace(part, word, 1)))
    joined = re.sub(r"(?<=\w)-(?=\w)", "", row)
    return dict.fromkeys((tuple(_parts(row)), tuple(_parts(joined))))


def _parts(row: str) -> Iterator[str]:
    """Words of a phrase; words of which any one will do stay together."""
    for part in row.split():
        if "|" in part:
            yield "|".join(next(_parts(word)) for word in part.split("|"))
        elif part.startswith("<"):
            yield part
        else:
            yield from map(_stem, split_words(part))


def _stem(word: str) -> str:
    """A stem that -ise or -ize may end, or another ending: "revis*" finds "revise" and "revisa"."""
    return f"{word}|{word[:-2]}s*" if word.endswith("iz*") else word


def _match(tokens: Tokens, i: int, parts: Words) -> int | None:
    """Index of the last token if `parts` stand from token `i` on."""
    for last in _ends(tokens, i, parts[0], last=len(parts) == 1):
        end = _after(tokens, last, parts[1:])
        if end is not None:
            return end
    return None


def _ends(tokens: Tokens, i: int, part: str, *, last: bool) -> Iterable[int]:
    """Indexes of the tokens with which one part may end that begins at token `i`."""
    if _is_class(part):
        return (found.last for found in _class(part).at(tokens, i))
    if "|" in part and "<" in part:
        return (end for one in part.split("|") for end in _ends(tokens, i, one, last=last))
    return (i,) if _fits(tokens.words[i], part, last=last) else ()


def _after(tokens: Tokens, i: int, parts: Words) -> int | None:
    """Index of the last token if `parts` follow token `i`."""
    if not parts:
        return i
    if parts[0] == "...":
        j = i
        for _ in range(WIDEST + 1):
            if j + 1 >= len(tokens.words) or tokens.links[j] > GAP:
                return None
            j += 1
            if (end := _match(tokens, j, parts[1:])) is not None:
                return end
        return None
    if i + 1 >= len(tokens.words) or tokens.links[i] > STRICT:
        return None
    return _match(tokens, i + 1, parts)


def _is_class(part: str) -> bool:
    return part[0] + part[-1] == "<>" and part not in ("<n>", "<time>") and "|" not in part


def _fits(word: str, part: str, *, last: bool) -> bool:
    if "|" in part:
        return any(_fits(word, one, last=last) for one in part.split("|"))
    if part == "<n>":
        return word[0].isdigit()
    if part == "<time>":
        return ":" in word
    if _is_class(part):
        return bool(_class(part).begun_by(word))
    if part == "*":
        return True
    if part.endswith("*"):
        return word.startswith(part[:-1])
    if part.startswith("*"):
        return word.endswith(part[1:]) or (last and word.endswith(part[1:] + "s"))
    return word == part or (last and same_word(word, part))

"""Skills and knowledge named in a text, by a small trained tagger beside the catalogue's tools.

A conditional random field over words; trained by `tools/train_tagger.py`, described in
`docs/reference/model-card.md`. It finds what no list holds; no rung or verdict rests on it.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from tercet.evidence.tools import Gazetteer

MODEL = Path(__file__).parent / "data/tagger.crfsuite"
_TOKEN = re.compile(r"\w+(?:[.+#'’/&-]+\w+)*[+#]*|[^\w\s]")
_LINE = re.compile(r"[^\n]+")
Features = list[str]
REMEMBERED = 256
"""Words whose looks are kept; more would cost memory and save little time."""
STEPS = ((-2, "-2"), (-1, "-1"), (1, "1"), (2, "2"))
CUES = frozenset(
    ("knowledge", "experience", "understanding", "proficiency", "proficient", "familiarity",
     "familiar", "expertise", "skills", "with", "in", "of", "degree", "fluent", "as", "including")
)  # fmt: skip
"""Words after which skills tend to be named."""


def skills_in(text: str, named: Gazetteer) -> list[tuple[int, int]]:
    """(start, end) of each skill or piece of knowledge that `text` names, in order."""
    found: list[tuple[int, int]] = []
    for line in _LINE.finditer(text):
        tokens = [m.span() for m in _TOKEN.finditer(line[0])]
        words = [line[0][a:b] for a, b in tokens]
        for first, last in tagged(words, named):
            found.append((line.start() + tokens[first][0], line.start() + tokens[last - 1][1]))
    return found


def tagged(words: Sequence[str], named: Gazetteer) -> list[tuple[int, int]]:
    """(first, beyond last) word of each span."""
    return spans_of(_tagger().tag(features(words, named))) if words else []


def spans_of(tags: Sequence[str]) -> list[tuple[int, int]]:
    """Spans of words that BIO tags mark."""
    found: list[tuple[int, int]] = []
    start: int | None = None
    for i, tag in enumerate([*tags, "O"]):
        if start is not None and tag != "I":
            found.append((start, i))
            start = None
        if tag == "B" or (tag == "I" and start is None):
            start = i
    return found


def features(words: Sequence[str], named: Gazetteer) -> Iterator[Features]:
    """What the tagger sees of each word: itself, its shape, its neighbours, known tools."""
    known = _known(words, named)
    low, shapes, own = zip(*map(_word, words), strict=True)
    cue = "-"
    for i in range(len(words)):
        row = ["bias", "g=" + known[i], "cue=" + cue, *own[i]]
        for step, name in STEPS:
            n = i + step
            if 0 <= n < len(words):
                row += (name + "w=" + low[n], name + "s=" + shapes[n], name + "g=" + known[n])
            else:
                row.append(name + "edge")
        if i:
            row.append("-1,0=" + low[i - 1] + " " + low[i])
        if i + 1 < len(words):
            row.append("0,1=" + low[i] + " " + low[i + 1])
        yield row
        cue = low[i] if low[i] in CUES else cue


def shape(word: str) -> str:
    """The pattern of capitals, small letters, digits and signs, runs made one."""
    kinds = (
        "X" if c.isupper() else "x" if c.islower() else "d" if c.isdigit() else c for c in word
    )
    out: list[str] = []
    for kind in kinds:
        if not out or out[-1] != kind:
            out.append(kind)
    return "".join(out)


@lru_cache(maxsize=REMEMBERED)
def _word(word: str) -> tuple[str, str, tuple[str, ...]]:
    """A word in lower case, its shape, and what the tagger sees of it alone."""
    low, form = word.lower(), shape(word)
    ends = [f"p{n}={low[:n]}" for n in (2, 3, 4)] + [f"e{n}={low[-n:]}" for n in (2, 3, 4)]
    return low, form, (f"w={low}", f"s={form}", *ends)


def _known(words: Sequence[str], named: Gazetteer) -> list[str]:
    """B, I or O of the catalogue's tools for each word."""
    starts, at = [], 0
    for word in words:
        starts.append(at)
        at += len(word) + 1
    marks = ["O"] * len(words)
    for start, end, _ in named.find(" ".join(words)):
        inside = [i for i, at in enumerate(starts) if start <= at < end]
        for i in inside:
            marks[i] = "B" if i == inside[0] else "I"
    return marks


@cache
def _tagger() -> Any:
    import pycrfsuite

    tagger = pycrfsuite.Tagger()
    tagger.open_inmemory(_model())
    return tagger


@cache
def _model() -> bytes:
    """The artefact; the tagger reads these bytes in place, so that they must stay."""
    return MODEL.read_bytes()

"""Characters that are not what they seem: unseen ones, and letters that look like others."""

import re
from dataclasses import dataclass
from functools import cache

from tercet.documents.facts import facts

_TAGS = re.compile("[\U000e0020-\U000e007f]+")
_FLAG_TAGS = re.compile("(?<=\U0001f3f4)[\U000e0020-\U000e007f]{1,6}\U000e007f")
_UNSEEN = (
    "\u200b-\u200f\u2060-\u2064\u206a-\u206f\ufeff\u180e\u061c\ufe00-\ufe0f\u3164\u115f\u1160\uffa0"
)
_WITHIN = re.compile(r"(?<=[A-Za-zÀ-ɏ0-9])[\u200b-\u200d\u2060-\u2064\ufeff]+(?=[A-Za-zÀ-ɏ0-9])")
_CODED = re.compile("[\u200b-\u200d\u2060-\u2064\ufeff]{8,}")
_TURNED = re.compile("[\u202d\u202e]([^\u202c\n]*)\u202c?")
_DIRECTIONS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_REMOVED = re.compile(f"[{_UNSEEN}\U000e0000-\U000e01ef]")
FEW = 3  # unseen characters inside words: one or two come from copying out of a web page
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Oddity:
    """Something found among the characters: a quote and the reason."""

    quote: str
    why: str


def without_unseen(text: str) -> tuple[str, tuple[Oddity, ...]]:
    """`text` as it looks, without characters that show nothing; and what these were used for."""
    text = _FLAG_TAGS.sub("", text)  # the flags of England, Scotland and Wales
    odd = []
    for match in _TAGS.finditer(text):
        words = "".join(chr(ord(c) - 0xE0000) for c in match[0])
        odd.append(Oddity(words, "written in tag characters, which show nothing"))
    if any(_CODED.finditer(text)):
        quote = " ".join(f"U+{ord(c):04X}" for c in next(_CODED.finditer(text))[0][:8])
        odd.append(Oddity(quote, "a long run of characters without width, which can carry text"))
    parted = {match.start() for match in _WITHIN.finditer(text)}
    if len(parted) >= FEW:
        first = next(m[0] for m in re.finditer(r"\S+", text) if m.start() <= min(parted) < m.end())
        odd.append(Oddity(_REMOVED.sub("", first), "characters without width part its letters"))
    why = "written backwards and turned round by a control character"
    turned = [match[1] for match in _TURNED.finditer(text)]
    odd += [Oddity(quote, why) for quote in turned if len(re.findall("[A-Za-z]", quote)) >= 3]
    text = _TURNED.sub(lambda m: m[1][::-1] if "\u202e" in m[0] else m[1], text)
    return _REMOVED.sub("", _DIRECTIONS.sub("", text)), tuple(odd)


@cache
def _twins() -> dict[int, str]:
    scripts = facts("letters")["look_alikes"]
    return {ord(odd): plain for table in scripts.values() for odd, plain in table.items()}


def without_twins(text: str) -> tuple[str, tuple[Oddity, ...]]:
    """`text` with look-alike letters in Latin words made Latin; and the words they stood in.

    Words of Cyrillic or Greek stay: only a word that mixes Latin letters with look-alikes, or,
    in a text that is otherwise Latin, one wholly of look-alikes, was written to deceive a reader.
    """
    twins = _twins()
    if not any(ord(c) in twins for c in text):
        return text, ()
    latin_only = not _foreign(text)
    odd = []

    def plain(match: re.Match[str]) -> str:
        word = match[0]
        strange = [] if _turkish(word) else [c for c in word if not _latin(c)]
        if not strange or not all(ord(c) in twins for c in strange):
            return word
        mixed = len(strange) < len(word) and len(word) > 2
        if not mixed and not (latin_only and len(word) > 2):
            return word
        odd.append(Oddity(word, "letters of another script stand in for Latin ones"))
        return word.translate(twins)

    return _WORD.sub(plain, text), tuple(odd)


def _turkish(word: str) -> bool:
    """Whether the only odd letter is a dotless i among vowels that go with it, as in "Yıldız".

    In Turkish it stands beside a, o and u (vowel harmony), hardly ever beside e, i, ö or ü.
    """
    odd = {c for c in word if not _latin(c)}
    return odd == {"ı"} and not set(word) & set("eiöüEİÖÜ")


def _latin(letter: str) -> bool:
    return (letter < "\u0250" and letter != "ı") or "\u1e00" <= letter <= "\u1eff"


def _foreign(text: str) -> bool:
    """Whether a text has words of another script of its own."""
    twins = _twins()
    return any(
        sum(not _latin(c) and ord(c) not in twins for c in word) >= 2
        for word in _WORD.findall(text)
    )

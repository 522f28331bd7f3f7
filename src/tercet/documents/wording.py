"""Written forms made plain: one spelling of ligatures, bullets, spaces and divided words."""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

from tercet.documents.facts import facts

JOIN = "\n\x00"
"""Stands between two lines that a reader takes as one; readers of formats write it."""

_FORMS = re.compile("[\ufb00-\ufb06\uff01-\uff5e\U0001d400-\U0001d7ff]")
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_DIVIDED = re.compile(r"(\w+)([-\u2010\u00ad])\n\x00(\w+)")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufffe\uffff\ufffd]")
_NUMBERED = re.compile(r"(?:\d{1,2}[.)]|[a-z]\)|[-*–—+o])\s")


@cache
def _bullets() -> re.Pattern[str]:
    return re.compile(rf"^[ \t]*[{re.escape(facts('letters')['bullets'])}]\s*", re.MULTILINE)


def starts_item(text: str) -> bool:
    """Whether a line opens a list item."""
    return bool(_bullets().match(text) or _NUMBERED.match(text.lstrip()))


def tidy(text: str) -> str:
    """`text` with plain letters, "•" for bullets, single spaces, and wrapped lines joined.

    Superscripts, fractions and trade signs stay; look-alike letters of other scripts stay too.
    """
    text = _repaired(text)
    text = _FORMS.sub(lambda m: unicodedata.normalize("NFKC", m[0]), text)
    text = unicodedata.normalize("NFC", _SPACES.sub(" ", text).replace("\u2011", "-"))
    text = _undivided(text).replace(JOIN, " ").replace("\u00ad", "")
    text = _CONTROLS.sub("", text.replace("\x0c", "\n").replace("\u2028", "\n"))
    lines = [_bullets().sub("• ", line).rstrip() for line in text.split("\n")]
    lines = [re.sub(r"(?<=\S)(?: ?\t[ \t]*| {3,})", "\t", line) for line in lines]
    lines = [re.sub(r"(?<=\S)  +", " ", line) for line in lines]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")


def _repaired(text: str) -> str:
    """Text whose bytes were once read in the wrong encoding, put right line by line."""
    if not re.search("[\u0080-\u00ff][\u0080-\u00ff\u2010-\u2122\u0152-\u017e\u02c6\u02dc]", text):
        return text
    import ftfy

    return "\n".join(ftfy.fix_encoding(line) for line in text.split("\n"))


def _undivided(text: str) -> str:
    """Words divided at a line end in one piece; a hyphen that belongs to the word stays."""
    words = set(re.findall(r"\w+(?:-\w+)+|\w+", text.lower()))
    compounds = frozenset(facts("letters")["compound_starts"])

    def joined(match: re.Match[str]) -> str:
        start, hyphen, rest = match.groups()
        if hyphen == "\u00ad":
            return start + rest
        whole, compound = f"{start}{rest}".lower(), f"{start}-{rest}".lower()
        named = not start[-1].islower() or not rest[0].islower()
        before = text[match.start() - 1] if match.start() else " "
        keep = compound in words or named or before == "-" or start.lower() in compounds
        return f"{start}-{rest}" if keep and whole not in words else start + rest

    return _DIVIDED.sub(joined, text)


def unwrapped(lines: Sequence[str]) -> str:
    """Lines of a plain text, those joined that were only broken at the margin.

    The margin is the longest line; a line is broken when the next word would not have fitted
    and the next line goes on: in small letters, or, where many lines end at the margin, in any
    way that is not the start of a new sentence or item.
    """
    lengths = [len(line.rstrip()) for line in lines]
    margin = max(lengths, default=0)
    if not 50 <= margin <= 110:
        return "\n".join(lines)
    set_flush = sum(length > margin - 12 for length in lengths) >= 3
    out: list[str] = []
    last = ""
    for line in lines:
        if out and _goes_on(last, line, margin, set_flush):
            out[-1] += JOIN + line.lstrip()
        else:
            out.append(line)
        last = line.rstrip()
    return "\n".join(out)


def _goes_on(last: str, line: str, margin: int, set_flush: bool) -> bool:
    words = line.split(maxsplit=1)
    if not words or starts_item(line) or _ruled(line) or len(last) < 40:
        return False
    if len(last) + 1 + len(words[0]) <= margin - 4:
        return False
    return words[0][0].islower() or (set_flush and not last.endswith((".", ":", "!", "?", ";")))


def _ruled(line: str) -> bool:
    return len(set(line.strip())) == 1

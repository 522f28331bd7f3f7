"""Masking: who somebody is, taken out before anything reads the text.

Every masked character becomes MASK, so that offsets hold. Later steps see each masked run as
one MASK whatever its length, so that twins who differ only there are read identically.
"""

import re
from collections.abc import Iterable
from functools import cache

from tercet.evidence.cues import data, listed, words
from tercet.evidence.sections import heading_kind

MASK = "▮"
_CONTACT = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+|(?:https?://|www\.)\S+|\b(?:linkedin|github|gitlab|xing)\.com/\S+"
    r"|(?<![\w.,€$£])(?:\+\d{1,3}[ .-]?)?(?:\(\d{2,5}\)[ .-]?)?"
    r"\d{2,5}(?:[ .-]\d{2,8}){1,4}(?![\w%€$£])"
    r"|\+\d[\d ().-]{6,}\d"
)
_NO_PHONE = re.compile(
    r"(?:\D*\d){1,6}\D*|(?:19|20)\d\d ?[–-] ?(?:19|20)?\d\d|\d{1,3}(?:[ .]\d{3})+"
    r"|\d{1,2}[ .-]\d{1,2}[ .-](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d"
)
_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){1,5}")
_STREET = re.compile(
    r"\b\d{1,4}[a-z]?,? (?:[A-Z][\w'’-]+ ){1,3}"
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Court|Way|Place|Square|Boulevard|Blvd)\b"
    r"|\b[A-ZÄÖÜ][\w-]+(?:straße|strasse|str\.|weg|platz|gasse) \d+\b"
    r"|\b(?:Rue|Calle|Rua|Avenida|Via) (?:[\w'’-]+ ){0,3}\d+"
)


def mask(pages: Iterable[str]) -> list[str]:
    """Pages with names, pronouns, schools, addresses and contact details masked, same length."""
    masked = [_mask_patterns(page) for page in pages]
    head = masked[0] if masked else ""
    parts = _name_parts(head)
    if not parts:
        return masked
    pattern = re.compile(
        r"(?<!\w)(?:"
        + "|".join(re.escape(p) for p in sorted(parts, key=len, reverse=True))
        + r")(?!\w)"
    )
    return [_blot(page, pattern) for page in masked]


def _mask_patterns(page: str) -> str:
    page = _blot(page, _CONTACT, unless=_NO_PHONE)
    page = "\n".join(_mask_line(line) for line in page.split("\n"))
    for pattern in (_pronouns(), _schools(), _STREET, _groups()):
        page = _blot(page, pattern)
    return _mask_education(page)


def _mask_line(line: str) -> str:
    """A line of contact details or personal data whole; lines of work are longer than those."""
    labelled = _labels().match(line)
    contact = MASK * 5 in line and len(line) <= 140
    return MASK * len(line) if labelled or contact else line


def _mask_education(page: str) -> str:
    """In sections on schooling, lines that hold no course or thesis, but for their years."""
    out, schooling = [], False
    for line in page.split("\n"):
        kind = heading_kind(line)
        if kind:
            schooling = kind == "education"
        elif schooling and line.strip() and not _kept().search(line):
            line = re.sub(r"[^\W\d]", MASK, line)
        out.append(line)
    return "\n".join(out)


def _name_parts(page: str) -> frozenset[str]:
    """The person's name and its words: the first short line near the top that is no title."""
    for line in [line.strip() for line in page.split("\n") if line.strip()][:4]:
        for piece in re.split(r"\s+[|·•—–]\s+|,\s", line):
            if _NAME.fullmatch(piece) and len(piece) <= 60 and not _is_title(piece):
                return frozenset([piece, *(part for part in piece.split() if len(part) > 1)])
        if heading_kind(line):
            break
    return frozenset()


def _is_title(piece: str) -> bool:
    return (
        heading_kind(piece) is not None
        or bool(listed("titles", "any").search(piece))
        or MASK in piece
    )


def _blot(text: str, pattern: re.Pattern[str], unless: re.Pattern[str] | None = None) -> str:
    def cover(match: re.Match[str]) -> str:
        if unless and unless.fullmatch(match[0]):
            return match[0]
        return "".join(c if c == "\n" else MASK for c in match[0])

    return pattern.sub(cover, text)


@cache
def _pronouns() -> re.Pattern[str]:
    lists = data("masks")
    return words([*map(re.escape, lists["pronouns"]), *lists["honorifics"]])


@cache
def _labels() -> re.Pattern[str]:
    body = "|".join(re.escape(label) for label in data("masks")["labels"])
    return re.compile(rf"\s*[•*-]?\s*(?:{body})\s*[:\t]", re.IGNORECASE)


@cache
def _schools() -> re.Pattern[str]:
    lists = data("masks")
    named = "|".join(re.escape(name) for name in sorted(lists["schools"], key=len, reverse=True))
    kinds = "|".join(
        sorted(
            {
                re.escape(form)
                for w in lists["school_words"]
                for form in (w.title(), w.upper(), w.capitalize())
            }
        )
    )
    word = r"(?:[A-ZÀ-Þ][\w.'’&-]*|St\.)"
    link = r"(?: (?:of|de|da|do|di|del|la|für|for|the|der|and|y|e|et|in) | |, (?=[A-ZÀ-Þ]\w+$))"
    return re.compile(
        rf"(?:{word}{link}){{0,5}}\b(?:{kinds})\b(?:{link}{word}){{0,4}}|(?<!\w)(?:{named})(?!\w)"
    )


@cache
def _groups() -> re.Pattern[str]:
    return words([re.escape(group) for group in data("masks")["groups"]])


@cache
def _kept() -> re.Pattern[str]:
    return words([*data("en")["learn_hard"], "thesis", "dissertation", "capstone", "project"])

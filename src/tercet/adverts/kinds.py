"""What each piece of an advert is: duty, requirement, nice-to-have, benefit or boilerplate."""

import re

from tercet.adverts.facts import pattern
from tercet.adverts.records import Kind, Piece
from tercet.adverts.wishes import is_wish

_OF_SECTION: dict[str, Kind] = {
    "duty": "duty",
    "requirement": "requirement",
    "nice": "nice-to-have",
    "benefit": "benefit",
    "boilerplate": "boilerplate",
}


def kind_of(piece: Piece) -> Kind:
    """What `piece` is; words that leave no doubt go before the heading it stands under."""
    text = piece.text
    if _says("overriding", "boilerplate", text):
        return "boilerplate"
    if piece.section not in ("duty", "nice") and _says("overriding", "benefit", text):
        return "benefit"
    if is_wish(text) and piece.section != "benefit":
        return "requirement" if _says("overriding", "requirement", text) else _wish(piece)
    if piece.section in ("duty", "requirement"):
        return _within(piece.section, text)
    if piece.section in ("nice", "benefit"):
        return _OF_SECTION[piece.section]
    return _by_words(text)


def _within(section: str, text: str) -> Kind:
    """Under a heading of duties people also write requirements, and about themselves."""
    if (
        section == "duty"
        and _says("worded", "requirement", text)
        and not _says("worded", "duty", text)
    ):
        return "requirement"
    if _says("worded", "boilerplate", text) and not (
        _says("worded", "requirement", text) or _says("worded", "duty", text)
    ):
        return "boilerplate"
    return _OF_SECTION[section]


def _by_words(text: str) -> Kind:
    if _says("worded", "duty", text) and not _starts_as_requirement(text):
        return "duty"
    if _says("worded", "requirement", text):
        return "requirement"
    return "boilerplate"


def _wish(piece: Piece) -> Kind:
    """A duty that speaks of an advantage is a duty all the same."""
    wanted = _says("worded", "requirement", piece.text)
    return "duty" if piece.section == "duty" and not wanted else "nice-to-have"


def _starts_as_requirement(text: str) -> bool:
    found = pattern("kinds", "worded", "requirement").search(text)
    return found is not None and found.start() == 0


def _says(group: str, kind: str, text: str) -> re.Match[str] | None:
    return pattern("kinds", group, kind).search(text)

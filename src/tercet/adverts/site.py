"""Where the work is done: on site, hybrid or remote; and the place that is named."""

import re
from typing import cast

from tercet.adverts.facts import pattern
from tercet.adverts.records import Site

_PLACE = re.compile(
    r"(?:^|[\n.|*]|\b(?:Job|Work|Office) )\W{0,4}(?:Location|Standort|Arbeitsort|Where)s?\W{0,3}:\W{0,4}(?P<place>[A-ZÄÖÜ][^\n|;:•]{2,50}?)"
    r"(?=\s*(?:$|\n|[|;•(]|\. |\s[-–] |(?<=[a-z])(?=[A-Z][a-z]+:)|\*\*))"
)
_STATE = re.compile(
    r"\b(?P<place>[A-Z][a-zA-Z.]+(?: [A-Z][a-z]+){0,2}, (?:A[LKZR]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]))\b"
)


def site_of(title: str | None, text: str) -> Site | None:
    """The working arrangement that is stated; a city alone says nothing."""
    whole = f"{title or ''}\n{text}"
    for site in ("hybrid", "remote", "onsite"):
        if pattern("site", site).search(whole):
            return cast("Site", site)
    return None


def place_of(text: str) -> str | None:
    """The place of work as written, where the advert names one."""
    for known in (_PLACE, _STATE):
        if found := known.search(text):
            return found.group("place").strip(" *,_-")
    return None

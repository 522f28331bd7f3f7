"""Where the work is done: on site, hybrid or remote; and the place that is named."""

import re
from functools import cache

from tercet.adverts.facts import any_of, facts, pattern
from tercet.adverts.records import Site

_PLACE = re.compile(
    r"(?:^|[\n.|*]|\b(?:Job|Work|Office) )\W{0,4}(?:Location|Standort|Arbeitsort|Where)s?"
    r"\W{0,3}:\W{0,4}(?P<place>[A-ZÄÖÜ][^\n|;:•]{2,50}?)"
    r"(?=\s*(?:$|\n|[|;•(]|\. |\s[-–] |(?<=[a-z])(?=[A-Z][a-z]+:)|\*\*))"
)


@cache
def _city() -> re.Pattern[str]:
    """A city with its state of the United States: "Palo Alto, CA"."""
    states = "|".join(facts("places")["states"])
    return re.compile(rf"\b(?P<place>[A-Z][a-zA-Z.]+(?: [A-Z][a-z]+){{0,2}}, (?:{states}))\b")


def site_of(title: str | None, text: str) -> Site | None:
    """The working arrangement that is stated; a city alone says nothing."""
    whole = f"{title or ''}\n{text}"
    offered = any_of([facts("site")["no_remote"]]).sub(" _ ", whole)
    order: tuple[tuple[str, Site, str], ...] = (
        ("all_remote", "remote", offered), ("hybrid", "hybrid", whole),
        ("remote", "remote", offered), ("onsite", "onsite", whole),
    )  # fmt: skip
    return next((site for rule, site, said in order if pattern("site", rule).search(said)), None)


def place_of(text: str) -> str | None:
    """The place of work as written, where the advert names one."""
    for known in (_PLACE, _city()):
        if found := known.search(text):
            return found.group("place").strip(" *,_-")
    return None

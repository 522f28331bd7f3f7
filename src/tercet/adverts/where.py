"""The country, and in the United States the state, that an advert speaks of."""

import re

from tercet.adverts.facts import facts
from tercet.catalog.records import Catalog


def region_of(place: str | None, text: str, catalog: Catalog) -> str | None:
    """ISO code of the country of work, "US-CA" for a state; None where nothing tells.

    The place named counts first, then states and countries anywhere in the advert.
    """
    for words in (place or "", text):
        if words and (found := _state(words) or _country(words, catalog)):
            return found
    return None


def _state(words: str) -> str | None:
    states = facts("places")["states"]
    by_code = re.search(rf"\b[A-Z][\w. ]+, ({'|'.join(states)})\b", words)
    if by_code:
        return f"US-{by_code.group(1)}"
    names = {name: code for code, name in states.items()}
    by_name = re.search(rf"\b({'|'.join(names)})\b(?! Times)", words)
    return f"US-{names[by_name.group(1)]}" if by_name and by_name.group(1) != "Georgia" else None


def _country(words: str, catalog: Catalog) -> str | None:
    cities = facts("places")["cities"]
    known = {**cities, **{region.name: id for id, region in catalog.regions.items()}}
    known |= {"UK": "GB", "USA": "US", "U.S.": "US", "Deutschland": "DE", "Nederland": "NL"}
    names = "|".join(re.escape(name) for name in sorted(known, key=len, reverse=True))
    found = re.search(rf"(?<!\w)({names})(?!\w)", words)
    return known[found.group(1)] if found else None

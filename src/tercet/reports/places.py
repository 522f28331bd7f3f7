"""Names of countries, from the catalogue."""

from tercet.catalog import load_catalog


def place_name(region: str) -> str:
    """ "Netherlands" for NL; an id that the catalogue does not know is shown as it is."""
    known = load_catalog().regions.get(region)
    return known.name if known else region

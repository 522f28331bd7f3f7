"""What law asks of pay in adverts, by place and date. No legal advice."""

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Literal, cast

from tercet.catalog.records import Catalog

Asks = Literal["in-posting", "before-interview", "at-offer"]


@dataclass(frozen=True, slots=True)
class PayLaw:
    """One place's rule: from how many employees, since when, and what it asks."""

    place: str
    name: str
    employees: int
    since: date | None
    """First day; None where it was in force before the table was made."""
    asks: Asks


def pay_law(region: str, day: date, catalog: Catalog) -> PayLaw | None:
    """The rule in force on `day` for `region` ("DE", "US-CO"); the nearest place wins."""
    blocs = catalog.regions[region].blocs if region in catalog.regions else ()
    for place in (region, *blocs):
        law = _laws().get(place)
        if law:
            return law if law.since is None or law.since <= day else None
    return None


@cache
def _laws() -> dict[str, PayLaw]:
    text = resources.files(__package__).joinpath("data", "pay_laws.csv").read_text("utf-8")
    return {
        row["place"]: PayLaw(
            row["place"], row["name"], int(row["employees"]),
            date.fromisoformat(row["since"]) if row["since"] else None, cast("Asks", row["asks"]),
        )
        for row in csv.DictReader(text.splitlines())
    }  # fmt: skip

"""What a role asks for, from its row of the skills matrix."""

from functools import cache
from importlib import resources
from typing import Any, cast

from tercet.catalog.records import VETTED, Catalog, Level
from tercet.evidence.records import RUNGS, Rung
from tercet.kernel.rules import broken
from tercet.kernel.yamls import parse_yaml
from tercet.screening.records import Criterion, Kind

WORDS: dict[str, str] = {
    "listed": "Names {name}",
    "learned": "Has learned {name}",
    "prototyped": "Has tried {name}, in a prototype at least",
    "shipped": "Has done {name} for real users",
    "operated": "Has run {name} in production over time",
}


@cache
def bars() -> Any:
    """The rungs asked, by level and share of the matrix."""
    text = resources.files(__package__).joinpath("data/bars.yaml").read_text("utf-8")
    return parse_yaml(text, place="screening/data/bars.yaml")


def criteria_for_role(
    catalog: Catalog, role: str, level: Level | None = None
) -> tuple[Criterion, ...]:
    """Criteria of `role` at `level` (mid where none is given): capabilities, then production.

    Full shares of the matrix are musts, smaller ones wishes. Raises TS001 for an unknown role.
    """
    if role not in catalog.roles:
        raise broken(
            __package__, "TS001", place="--role", role=role, known=", ".join(catalog.roles)
        )
    asked = [c for name in VETTED if (c := _capability(catalog, role, level or "mid", name))]
    return (*asked, *_production(role, level or "mid"))


def _capability(catalog: Catalog, role: str, level: Level, name: str) -> Criterion | None:
    figure = f"productivity.{role}.{name}"
    share = catalog.value(figure) if figure in catalog.figures else 0.0
    kinds = [kind for kind, least in bars()["shares"].items() if share >= least]
    rung = bars()["levels"][level][kinds[0]] if kinds else "-"
    if rung not in RUNGS:
        return None
    says = WORDS[rung].format(name=_within(catalog.capabilities[name].name))
    return Criterion(name, "capability", says, kinds[0] == "full", name, cast("Rung", rung))


def _within(name: str) -> str:
    """A name as it stands within a sentence: "monitoring", but "API development"."""
    return name if name[1:2].isupper() else name[0].lower() + name[1:]


def _production(role: str, level: Level) -> list[Criterion]:
    wishes = level in bars()["wishes_for"]
    return [
        Criterion(kind, cast("Kind", kind), row["says"], role in row["must_for"] and not wishes)
        for kind, row in bars()["production"].items()
    ]

"""The table of technologies, which can also be had without the rest of the catalogue."""

from pathlib import Path
from sys import intern

from tercet.catalog.records import ROLES, VETTED, Tool
from tercet.catalog.tables import SHIPPED, Faults, number, once, read_rows

TOOL_COLUMNS = ("name", "spellings", "capability", "roles", "since", "ambiguous")


def load_tools() -> dict[str, Tool]:
    """Technologies as shipped, by name; for those who need nothing else of the catalogue."""
    faults = Faults()
    tools = read_tools(SHIPPED, faults)
    faults.raise_first()
    return tools


def read_tools(folder: Path, faults: Faults) -> dict[str, Tool]:
    """Technologies by name; every spelling leads to one of them."""
    tools = {}
    owner: dict[str, str] = {}
    for row in once(read_rows(folder / "tools.csv", TOOL_COLUMNS, faults), "name", faults):
        known_as = [row["name"], *row.words("spellings")]
        for spelling in known_as:
            first = owner.setdefault(spelling.casefold(), row["name"])
            if first != row["name"]:
                faults.add("TC018", row.place, value=spelling, first=first)
        if row["capability"]:
            faults.refer(row.place, "capability", [row["capability"]], VETTED, "capabilities.yaml")
        faults.refer(row.place, "roles", row.words("roles"), ROLES, "roles.yaml")
        faults.refer(row.place, "ambiguous", row.words("ambiguous"), known_as, "this row")
        since = number(row, "since", faults) if row["since"] else None
        if since is not None and not (since.is_integer() and 1950 <= since <= 2100):
            faults.add("TC012", row.place, column="since", value=row["since"])
        # The same few ids stand in a thousand rows: each is kept once.
        roles = tuple(map(intern, row.words("roles")))
        tools[row["name"]] = Tool(
            row["name"], row.words("spellings"), intern(row["capability"]) or None, roles,
            int(since) if since is not None else None, row.words("ambiguous"),
        )  # fmt: skip
    return tools

"""The data files of this stage, read once, and their patterns compiled once."""

import re
from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import Any

from tercet.kernel.yamls import parse_yaml


@cache
def facts(name: str) -> dict[str, Any]:
    """What `data/<name>.yaml` holds; callers read it and never change it."""
    path = resources.files(__package__).joinpath("data", f"{name}.yaml")
    rows: dict[str, Any] = parse_yaml(path.read_text("utf-8"), place=f"adverts/data/{name}.yaml")
    return rows


@cache
def pattern(name: str, *path: str) -> re.Pattern[str]:
    """The list of patterns at `path` in `name`.yaml as one, without regard to case."""
    rows: Any = facts(name)
    for key in path:
        rows = rows[key]
    return any_of(rows)


def any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    """One pattern that matches where any of `patterns` does, without regard to case."""
    return re.compile("|".join(f"(?:{p})" for p in patterns), re.IGNORECASE)

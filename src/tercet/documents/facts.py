"""The data files of this stage, read once."""

from functools import cache
from importlib import resources
from typing import Any

from tercet.kernel.yamls import parse_yaml


@cache
def facts(name: str) -> dict[str, Any]:
    """What `data/<name>.yaml` holds; callers read it and never change it."""
    path = resources.files("tercet.documents").joinpath("data", f"{name}.yaml")
    rows: dict[str, Any] = parse_yaml(path.read_text("utf-8"), place=f"documents/data/{name}.yaml")
    return rows

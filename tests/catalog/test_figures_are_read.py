"""No row of figures that nothing reads: it would promise a user a change that never comes."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import tercet
from tercet.catalog import load_catalog

SOURCE = Path(tercet.__file__).parent
LISTS = (SOURCE / "catalog" / "check.py", SOURCE / "advice" / "grounds.py")
"""They name beginnings of ids to check or to show them, and look up no value."""
NOT_HERE = {"oews.data-scientist.p50"}
"""Read when pay bands are built (tools/salaries.py)."""
NAME = re.compile(r"[a-z][a-z0-9-]*\.")


def lookups() -> Iterator[str]:
    """Patterns of the ids that the code names: whole, with parts filled in, or by beginning."""
    for file in sorted(SOURCE.rglob("*.py")):
        if file not in LISTS:
            yield from _named(ast.parse(file.read_text("utf-8")))


def _named(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        parts = node.values if isinstance(node, ast.JoinedStr) else [node]
        if not isinstance(parts[0], ast.Constant) or not NAME.match(str(parts[0].value)):
            continue
        texts = [re.escape(str(p.value)) if isinstance(p, ast.Constant) else ".+" for p in parts]
        pattern = "".join(texts)
        yield pattern + ".+" if pattern.endswith(".") else pattern


def unread(ids: set[str]) -> set[str]:
    """Those of `ids` that no module of tercet looks up."""
    every = re.compile("|".join(f"(?:{pattern})" for pattern in dict.fromkeys(lookups())))
    return {id for id in ids if not every.fullmatch(id)}


def test_every_figure_is_read_by_something() -> None:
    """Each id is looked up by its name, by a name with parts filled in, or by its beginning."""
    assert unread(set(load_catalog().figures)) == NOT_HERE


def test_a_figure_that_nothing_reads_is_found() -> None:
    """An invented id is seen as unread, and one that is read is not."""
    assert unread({"plan.colour", "larkspur.share", "ramp.mid"}) == {
        "plan.colour", "larkspur.share",
    }  # fmt: skip

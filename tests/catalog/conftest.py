"""A copy of the shipped data files that a test may spoil."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tercet.catalog.check import check_catalog
from tercet.catalog.tables import SHIPPED
from tercet.kernel.rules import Finding

Spoil = Callable[[str, str, str], tuple[Finding, ...]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A whole catalogue folder that the test owns."""
    return Path(shutil.copytree(SHIPPED, tmp_path / "data"))


@pytest.fixture
def spoil(folder: Path) -> Spoil:
    """Replaces a text that must be there in one file, and checks the folder."""

    def change(file: str, old: str, new: str) -> tuple[Finding, ...]:
        path = folder / file
        text = path.read_text("utf-8")
        assert old in text, f"{old!r} is not in {file}"
        path.write_text(text.replace(old, new, 1), "utf-8")
        return check_catalog(folder)

    return change

"""The hand-made problems and the slow oracle, as fixtures: test folders are not packages."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest


def _module(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def by_hand() -> ModuleType:
    """The module tests/forecast/factories.py."""
    return _module("factories")


@pytest.fixture(scope="session")
def slow() -> ModuleType:
    """The module tests/forecast/slow.py."""
    return _module("slow")

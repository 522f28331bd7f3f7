"""The Larkspur fixture, loaded once; see larkspur.py."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from tercet.advice.records import Advice


@pytest.fixture(scope="session")
def larkspur_module() -> ModuleType:
    """The module tests/reports/larkspur.py."""
    path = Path(__file__).with_name("larkspur.py")
    spec = importlib.util.spec_from_file_location("larkspur", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def larkspur(larkspur_module: ModuleType) -> Advice:
    """The advice whose answer is yes."""
    return larkspur_module.larkspur()  # type: ignore[no-any-return]


@pytest.fixture(scope="session")
def nothing_fits(larkspur_module: ModuleType) -> Advice:
    """The advice whose answer is no."""
    return larkspur_module.nothing_fits()  # type: ignore[no-any-return]

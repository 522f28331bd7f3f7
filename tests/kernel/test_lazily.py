"""Packages that import their verbs when these are asked for."""

import sys
from types import ModuleType

import pytest

from tercet.kernel.lazily import on_demand


@pytest.fixture
def package(tmp_path, monkeypatch):
    """A package with one verb, `greet`, in its module `greetings`."""
    home = tmp_path / "larkspur"
    home.mkdir()
    (home / "greetings.py").write_text("def greet():\n    return 'good day'\n", "utf-8")
    made = ModuleType("larkspur")
    made.__path__ = [str(home)]
    made.__getattr__ = on_demand("larkspur", {"greet": "greetings"})
    monkeypatch.setitem(sys.modules, "larkspur", made)
    monkeypatch.delitem(sys.modules, "larkspur.greetings", raising=False)
    return made


def test_a_verb_is_imported_when_it_is_asked_for(package):
    """Nothing is imported before, and afterwards the name is simply there."""
    assert "larkspur.greetings" not in sys.modules
    assert package.greet() == "good day"
    assert "greet" in vars(package)


def test_a_name_that_nobody_promised_is_an_error(package):
    """A slip of the pen is told as in any module."""
    with pytest.raises(AttributeError, match="'larkspur' has no attribute 'great'"):
        package.great  # noqa: B018

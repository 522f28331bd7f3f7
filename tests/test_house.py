"""Rules of the house that a linter cannot say."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import tercet

ROOT = Path(__file__).resolve().parents[1]
SOURCES = sorted((ROOT / "src").rglob("*.py"))
HEAVY = ("numpy", "highspy", "polars", "scipy", "rich", "pydantic", "jinja2", "typst", "yaml")


def test_public_names_are_few_and_real():
    """The package offers at most twenty names, and each of them exists."""
    assert len(tercet.__all__) <= 20
    assert all(hasattr(tercet, name) for name in tercet.__all__)


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT / "src")))
def test_modules_stay_small_and_say_what_they_are(path):
    """No module is longer than 400 lines, and each begins with what it is."""
    text = path.read_text("utf-8")
    assert len(text.splitlines()) <= 400
    assert ast.get_docstring(ast.parse(text)), "a module docstring is missing"


def _calls(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield node.func.attr, node.lineno


def test_only_the_command_line_asks_what_day_it_is():
    """A result depends on the date only through `--today`, so that it can be had again."""
    edges = ROOT / "src/tercet/cli"
    found = [
        f"{path.relative_to(ROOT)}:{line}"
        for path in SOURCES
        if not path.is_relative_to(edges)
        for name, line in _calls(ast.parse(path.read_text("utf-8")))
        if name in ("today", "now", "utcnow", "time")
    ]
    assert found == []


def test_randomness_comes_from_named_streams():
    """Nobody makes a generator of random numbers but `kernel.streams`."""
    found = [
        f"{path.relative_to(ROOT)}:{line}"
        for path in SOURCES
        if path.name != "streams.py"
        for name, line in _calls(ast.parse(path.read_text("utf-8")))
        if name in ("default_rng", "SeedSequence", "RandomState", "seed")
    ]
    assert found == []


def test_help_imports_nothing_heavy():
    """`tercet --help` pays for no optimiser, no arrays, no data frames and no rich text."""
    code = (
        "import sys\n"
        "from tercet.cli.main import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        f"print([m for m in {HEAVY!r} if m in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"


def test_no_package_index_is_named():
    """Lock files are pinned and hashed, and name no address."""
    for name in ("requirements.txt", "requirements-dev.txt"):
        text = (ROOT / name).read_text("utf-8")
        assert "://" not in text
        assert "--hash=sha256:" in text

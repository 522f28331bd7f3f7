"""Docs that cannot rot: generated pages are current, links lead somewhere, commands exist."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tercet.cli.explain import all_rules
from tercet.cli.main import COMMANDS

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")])


def _name(path):
    return str(path.relative_to(ROOT))


def test_generated_pages_are_current():
    """`make docs` would change nothing."""
    tool = ROOT / "tools/build_reference.py"
    done = subprocess.run([sys.executable, tool, "--check"], capture_output=True, text=True)
    assert done.returncode == 0, f"run make docs: {done.stdout}{done.stderr}"


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_links_lead_somewhere(page):
    """Every relative link of a page names a file that is there."""
    targets = re.findall(r"\]\(([^)#\s]+)", page.read_text("utf-8"))
    local = [t for t in targets if not t.startswith(("http://", "https://", "mailto:"))]
    assert [t for t in local if not (page.parent / t).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_commands_and_codes_in_pages_exist(page):
    """Pages name only commands and codes that there are."""
    text = page.read_text("utf-8")
    commands = set(re.findall(r"(?:[$`]\s*|\$ \.venv/bin/)tercet ([a-z]+)\b", text))
    codes = set(re.findall(r"\bT[A-Z]\d{3}\b", text))
    assert commands - set(COMMANDS) == set()
    assert codes - set(all_rules()) == set()


def test_decisions_say_what_and_what_follows():
    """Decision records state what was decided, and what follows or what else was possible."""
    for page in sorted((ROOT / "docs/decisions").glob("*.md")):
        text = page.read_text("utf-8")
        assert "**Decision.**" in text, page.name
        assert "**Consequences.**" in text or "**Alternatives.**" in text, page.name

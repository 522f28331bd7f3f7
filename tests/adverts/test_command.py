"""`tercet job` at the edge: one document as JSON, an answer for people, errors by name."""

import json
from pathlib import Path

import yaml
from click.testing import CliRunner

from tercet.cli.job import command
from tercet.kernel.errors import InputError

GOLD = yaml.safe_load(Path(__file__).with_name("gold.yaml").read_text("utf-8"))
KEYS = {
    "roles", "primary_role", "level", "years", "pay", "place", "bullets", "tools",
    "capabilities", "unicorn", "findings",
}  # fmt: skip


def test_json_is_the_contract(tmp_path: Path) -> None:
    """Exactly one document with the promised keys, the same bytes each time."""
    file = tmp_path / "advert.md"
    file.write_text(GOLD["unicorn-everything"]["text"], "utf-8")
    args = [str(file), "--format", "json", "--today", "2026-11-24"]
    first, second = (CliRunner().invoke(command, args).stdout for _ in range(2))
    assert first == second
    document = json.loads(first)
    assert document.keys() >= KEYS
    assert document["unicorn"]["verdict"] is True
    assert all(reason["quote"] in file.read_text("utf-8")
               for reason in document["unicorn"]["reasons"])  # fmt: skip


def test_text_for_people(tmp_path: Path) -> None:
    """Plain text keeps to 80 columns of ASCII and names the split."""
    file = tmp_path / "advert.md"
    file.write_text(GOLD["unicorn-everything"]["text"], "utf-8")
    shown = CliRunner().invoke(command, [str(file), "--plain", "--today", "2026-11-24"]).stdout
    assert shown.isascii()
    assert max(map(len, shown.splitlines())) <= 80
    assert "Split into:" in shown


def test_file_that_is_not_there() -> None:
    """A missing file is an input error, whatever its kind."""
    for name in ("/no/such/advert.md", "/no/such/advert.pdf"):
        assert isinstance(CliRunner().invoke(command, [name]).exception, InputError)

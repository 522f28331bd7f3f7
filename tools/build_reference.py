"""Write docs/reference/commands.md and rules.md from the code, so that they cannot drift.

`python tools/build_reference.py` writes them; with `--check` it only says which are stale.
"""

import importlib
import sys
from pathlib import Path

import click

from tercet.cli.explain import all_rules
from tercet.cli.main import COMMANDS, tercet

REFERENCE = Path(__file__).resolve().parents[1] / "docs" / "reference"
STAGES = {
    "TA": "Auditing", "TB": "Brief", "TC": "Catalogue and files", "TD": "Documents",
    "TE": "Evidence", "TF": "Forecast", "TI": "Interviewing", "TJ": "Adverts", "TM": "Market",
    "TP": "Planning", "TS": "Screening", "TU": "Upskilling",
}  # fmt: skip


def commands() -> str:
    """Every command's help, as the command line prints it."""
    pages = ["# Commands\n\nWritten by `make docs` from the code.\n"]
    for name in COMMANDS:
        module = importlib.import_module(f"tercet.cli.{name}")
        pages.append(f"## tercet {name}\n\n{_help(module.command, f'tercet {name}')}")
    return "\n".join(pages)


def _help(command: click.Command, path: str) -> str:
    context = click.Context(
        command, info_name=path, max_content_width=88, terminal_width=88,
        help_option_names=tercet.context_settings["help_option_names"],
    )  # fmt: skip
    text = "```text\n" + command.get_help(context).rstrip() + "\n```\n"
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            child = command.get_command(context, name)
            assert child is not None
            text += f"\n### {path} {name}\n\n{_help(child, f'{path} {name}')}"
    return text


def rules() -> str:
    """Every code with its severity, what it says, why, and what to do."""
    lines = ["# Findings\n\nWritten by `make docs` from the rules of each stage.\n"]
    stage = ""
    for rule in all_rules().values():
        if rule.code[:2] != stage:
            stage = rule.code[:2]
            lines.append(f"## {STAGES.get(stage, stage)}\n")
        lines.append(f"### {rule.code} {rule.name} ({rule.severity})\n")
        lines.append(f"*{_flat(rule.says)}*\n\n{_flat(rule.why)}\n")
        if rule.fix:
            lines.append(f"What to do: {_flat(rule.fix)}\n")
    return "\n".join(lines)


def _flat(text: str) -> str:
    return " ".join(text.split())


def pages() -> dict[Path, str]:
    """The generated pages by path."""
    return {REFERENCE / "commands.md": commands(), REFERENCE / "rules.md": rules()}


def main(check: bool) -> None:
    """Write the pages, or with `check` say which are stale and exit with 1."""
    stale = [p for p, text in pages().items() if not p.exists() or p.read_text("utf-8") != text]
    for path in stale:
        if not check:
            path.write_text(pages()[path], "utf-8")
        print(f"{'stale' if check else 'written'}: {path.relative_to(REFERENCE.parents[1])}")
    sys.exit(1 if check and stale else 0)


if __name__ == "__main__":
    main(check="--check" in sys.argv[1:])

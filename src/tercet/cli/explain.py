"""`tercet explain CODE`: what a finding means and what to do about it."""

import difflib
from importlib import resources

import click

from tercet.cli.options import common, print_json
from tercet.kernel.errors import InputError
from tercet.kernel.rules import Rule, rulebook


@click.command(
    "explain",
    epilog="Examples:\n\n\b\n  tercet explain TB014\n  tercet explain --all",
)
@click.argument("code", required=False)
@click.option("--all", "every", is_flag=True, help="List every code.")
@common
def command(code: str | None, every: bool, form: str, plain: bool) -> None:
    """Say what the finding CODE means, why it matters and what to do."""
    rules = all_rules()
    if every or code is None:
        if form == "json":
            print_json(list(rules.values()))
        else:
            for known in rules.values():
                click.echo(f"{known.code}  {known.severity:<7}  {known.name}")
        return
    rule = rules.get(code.upper())
    if rule is None:
        near = difflib.get_close_matches(code.upper(), rules, n=3)
        raise InputError(
            "TC096",
            f"There is no code {code!r}",
            place="CODE",
            hint=f"Did you mean {', '.join(near)}?" if near else "tercet explain --all lists them",
        )
    if form == "json":
        print_json(rule)
    else:
        click.echo(f"{rule.code}  {rule.name}  ({rule.severity})\n\n  {rule.says}\n\n{rule.why}")
        if rule.fix:
            click.echo(f"\nWhat to do: {rule.fix}")


def all_rules() -> dict[str, Rule]:
    """Rules of every stage, by code."""
    rules: dict[str, Rule] = {}
    for stage in sorted(resources.files("tercet").iterdir(), key=lambda item: item.name):
        if stage.is_dir() and stage.joinpath("rules.yaml").is_file():
            rules.update(rulebook(f"tercet.{stage.name}"))
    return dict(sorted(rules.items()))

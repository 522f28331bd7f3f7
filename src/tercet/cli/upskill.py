"""`tercet upskill TEAM --to ROLE|BRIEF`: who could grow into what, by which work, at what price."""

import os
from datetime import date
from pathlib import Path

import click

from tercet.cli.options import common, progress, show, today_option


@click.command(
    "upskill",
    epilog="Examples:\n\n\b\n"
    "  tercet upskill examples/team.yaml --to ai-engineer\n"
    "  tercet upskill examples/team.yaml --to ai-engineer=2 --to mlops-engineer\n"
    "  tercet upskill examples/team.yaml --to brief.md --out grown.yaml\n\n"
    "TEAM may also be the JSON that tercet screen wrote. What is shown is advice; people decide.",
)
@click.argument("team", type=click.Path())
@click.option(
    "--to",
    "targets",
    required=True,
    multiple=True,
    metavar="ROLE[=N]|BRIEF",
    help="A role, with the number of seats if more than one, or a problem statement.",
)
@click.option(
    "--settings", type=click.Path(), default=None, metavar="FILE",
    help="YAML with your own figures and limits.",
)  # fmt: skip
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), default=None, metavar="FILE",
    help="Write settings for tercet plan with the weeks and chances found.",
)  # fmt: skip
@today_option
@common
def command(
    team: str, targets: tuple[str, ...], settings: str | None, out: Path | None, today: date,
    form: str, plain: bool,
) -> None:  # fmt: skip
    """Show each person's path of hands-on work into a role, and what remains to be hired."""
    from tercet.catalog import load_catalog, load_settings
    from tercet.kernel.files import write_atomically
    from tercet.reports import terminal_upskill
    from tercet.upskilling import grow, read_seats, read_team, settings_snippet, upskill_json

    catalog, given = load_settings(settings, load_catalog())
    people = read_team(team, catalog)
    if any(os.path.isfile(target) for target in targets):
        progress("planning the seats that the brief needs")
    seats, said = read_seats(targets, catalog, today=today, limits=given.limits)
    growth = grow(people, seats, catalog, today=today, findings=said)
    if out:
        write_atomically(out, settings_snippet(growth).encode())
        progress(f"written: {out}")
    show(growth, form, plain, text=terminal_upskill, document=upskill_json)

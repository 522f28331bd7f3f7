"""`tercet screen FILE|FOLDER…`: what résumés show, against what a role asks."""

from datetime import date
from pathlib import Path

import click

from tercet.cli.options import (
    colour_wanted,
    common,
    drawing_wanted,
    print_json,
    today_option,
)


@click.command(
    "screen",
    epilog="Examples:\n\n\b\n  tercet screen cv.pdf --role ai-engineer\n"
    "  tercet screen applications/ --role mlops-engineer --top 5",
)
@click.argument("files", nargs=-1, required=True, metavar="FILE|FOLDER...")
@click.option("--role", required=True, metavar="ID", help="Role whose skills are asked.")
@click.option(
    "--level",
    type=click.Choice(["junior", "mid", "senior", "lead"]),
    default=None,
    help="Level of the role; mid where none is given.",
)
@click.option("--top", type=click.IntRange(1), default=None, help="Show only the first N.")
@today_option
@common
def command(
    files: tuple[str, ...], role: str, level: str | None, top: int | None, today: date, form: str,
    plain: bool,
) -> None:  # fmt: skip
    """Read résumés and show, for each thing a role asks, whether they show it, with quotes.

    A file that cannot be read is said to be unread and never counted as an empty one.
    """
    from tercet.catalog import load_catalog
    from tercet.reports.console.screen import console_screen
    from tercet.screening import criteria_for_role, screen_file, screen_json

    catalog = load_catalog()
    criteria = criteria_for_role(catalog, role, level)  # type: ignore[arg-type]
    paths = [Path(name) for name in files]
    screened = [screen_file(path, catalog, criteria, today=today) for path in paths]
    if form == "json":
        print_json(screen_json(screened))
    else:
        colour = colour_wanted(plain)
        shown = console_screen(screened, colour=colour, unicode=drawing_wanted(plain), top=top)
        click.echo(shown, nl=False, color=colour)

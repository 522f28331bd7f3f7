"""`tercet catalog`: the data files, for those who edit them."""

from pathlib import Path

import click

from tercet.cli.options import Shelf, common, print_json, progress


@click.group("catalog", cls=Shelf)
def command() -> None:
    """Check the data files, or list the figures that are in them."""


@command.command("check", epilog="Example:\n\n\b\n  tercet catalog check src/tercet/catalog/data")
@click.argument("folder", required=False, type=click.Path(exists=True, file_okay=False))
@common
def check(folder: str | None, form: str, plain: bool) -> int:
    """Check every row of the data files in FOLDER (default: the ones that tercet uses)."""
    from tercet.catalog import SHIPPED, check_catalog

    found = check_catalog(Path(folder) if folder else SHIPPED)
    if form == "json":
        print_json(found)
    for finding in found if form == "text" else ():
        click.echo(f"{finding.place}: {finding.message} [{finding.code}]")
    if form == "text" and not found:
        click.echo("every row keeps the rules")
    return 1 if found else 0


@command.command("figures", epilog="Example:\n\n\b\n  tercet catalog figures ramp")
@click.argument("start", default="")
@common
def figures(start: str, form: str, plain: bool) -> int:
    """List the figures whose name begins with START: value, unit, date, source, grade."""
    from tercet.catalog import load_catalog

    rows = [f for id, f in sorted(load_catalog().figures.items()) if id.startswith(start)]
    if form == "json":
        print_json(rows)
    elif not rows:
        progress(f"no figure's name begins with {start!r}")
    for row in rows if form == "text" else ():
        values = " ".join(f"{value:g}" for value in row.value.values)
        click.echo(
            f"{row.id:<44} {row.value.kind:<10} {values:<18} {row.unit:<12} "
            f"{row.grade}  {row.source}"
        )
    return 0 if rows else 1

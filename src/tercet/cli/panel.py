"""`tercet panel FILE`: what a panel's ratings add up to."""

import click

from tercet.cli.options import common, print_json


@click.command(
    "panel",
    epilog=(
        "Examples:\n\n\b\n"
        "  tercet panel ratings.csv\n"
        "  tercet panel ratings.csv --openings 2 --scale 1 5 --format json\n\n"
        "Columns: candidate, rater, question, score; if you like note, criterion.\n"
        "The order is advice. A person decides, with reasons."
    ),
)
@click.argument("file")
@click.option("--openings", type=click.IntRange(1), default=1, show_default=True,
              help="How many candidates can be taken.")  # fmt: skip
@click.option("--scale", type=(float, float), default=None, metavar="LOW HIGH",
              help="Lowest and highest possible score.  [default: those seen]")  # fmt: skip
@common
def command(
    file: str, openings: int, scale: tuple[float, float] | None, form: str, plain: bool
) -> None:
    """Adjust the ratings in FILE for severity and difficulty, with intervals and agreement."""
    from tercet.catalog import load_catalog
    from tercet.interviewing.panel import panel, read_ratings

    result = panel(read_ratings(file), load_catalog(), scale=scale, openings=openings)
    if form == "json":
        print_json(result)

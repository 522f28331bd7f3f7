"""`tercet panel FILE`: what a panel's ratings add up to."""

from datetime import date
from pathlib import Path

import click

from tercet.cli.options import Amount, Count, common, show, today_option
from tercet.cli.recording import digest_of, ledger_option, record


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
@click.option("--openings", type=Count(1), default=1, show_default=True,
              help="How many candidates can be taken.")  # fmt: skip
@click.option("--scale", type=(Amount(), Amount()), default=None, metavar="LOW HIGH",
              help="Lowest and highest possible score.  [default: those seen]")  # fmt: skip
@ledger_option
@today_option
@common
def command(
    file: str, openings: int, scale: tuple[float, float] | None, ledger: Path | None, today: date,
    form: str, plain: bool,
) -> None:  # fmt: skip
    """Adjust the ratings in FILE for severity and difficulty, with intervals and agreement."""
    from tercet.catalog import load_catalog
    from tercet.interviewing.panel import panel, read_ratings
    from tercet.reports.console.panel import console_panel

    if scale and not scale[0] < scale[1]:
        raise click.BadParameter("LOW must be under HIGH", param_hint="--scale")
    result = panel(read_ratings(file), load_catalog(), scale=scale, openings=openings)
    acts = [{"person": c.id, "result": c} for c in result.candidates]
    record(ledger, "adjusted a panel's ratings", acts, digest=digest_of(file), today=today)
    show(result, form, plain, text=console_panel)

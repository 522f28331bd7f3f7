"""`tercet job FILE`: an advert read by its work and not by its title."""

from datetime import date

import click

from tercet.cli.options import common, print_json, read_input, today_option


@click.command(
    "job",
    epilog="Examples:\n\n\b\n  tercet job advert.md\n  tercet job advert.html --format json",
)
@click.argument("file", type=click.Path())
@today_option
@common
def command(file: str, today: date, form: str, plain: bool) -> None:
    """Read the job advert in FILE: roles, level, pay, must-haves, and whether it asks too much."""
    from tercet.adverts import job_json, read_job
    from tercet.catalog import load_catalog

    text, place = read_input(file)
    job = read_job(text, load_catalog(), place=place, today=today)
    if form == "json":
        print_json(job_json(job))

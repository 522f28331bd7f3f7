"""`tercet advert PLAN.json --seat MEMBER`: an advert from a seat of a plan."""

import json
from datetime import date
from pathlib import Path

import click

from tercet.cli.options import common, print_json, progress, read_input, today_option
from tercet.kernel.errors import InputError
from tercet.kernel.files import write_atomically


@click.command(
    "advert",
    epilog="Examples:\n\n\b\n  tercet plan brief.md --format json > plan.json\n"
    "  tercet advert plan.json --seat AI-1 --out ai-1.md",
)
@click.argument("plan", type=click.Path(), metavar="PLAN.json")
@click.option("--seat", required=True, metavar="MEMBER", help="Member id of the seat in the plan.")
@click.option("--language", default="en", show_default=True, help="Language of the advert.")
@click.option("--out", type=click.Path(), default=None, metavar="FILE", help="Write to FILE.")
@today_option
@common
def command(
    plan: str, seat: str, language: str, out: str | None, today: date, form: str, plain: bool
) -> None:
    """Draft an advert, or a brief for a contractor or a pod, from a seat of PLAN.json.

    The draft begins with the outcome, asks for little, states pay, and passes `tercet job`.
    """
    from tercet.adverts import draft_advert, seat_of
    from tercet.catalog import load_catalog

    text, place = read_input(plan)
    try:
        document = json.loads(text)
    except ValueError as error:
        raise InputError(
            "TJ002", f"This is not a plan: {error}", place=place,
            hint="Give the file that `tercet plan --format json` printed",
        ) from error  # fmt: skip
    opened = seat_of(document, seat, place=place)
    advert = draft_advert(opened, load_catalog(), today=today, language=language)
    if form == "json":
        print_json(advert)
    elif out is None:
        click.echo(advert.markdown, nl=False)
    if out is not None:
        write_atomically(Path(out), advert.markdown.encode())
        progress(f"written: {out} ({advert.form.lower()} for {advert.seat})")

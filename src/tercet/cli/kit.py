"""`tercet kit`: interviews for a seat, shared out among interviewers."""

import click

from tercet.cli.options import (
    colour_wanted,
    common,
    drawing_wanted,
    output_folder,
    print_json,
    progress,
    read_input,
    today_option,
)


@click.command(
    "kit",
    epilog=(
        "Examples:\n\n\b\n"
        "  tercet kit --role mlops-engineer --level senior --out kit\n"
        "  tercet kit --job advert.md --candidate assessment.json\n"
        "  tercet kit --role ai-engineer --stages 3 --minutes 60 --format json"
    ),
)
@click.option("--role", metavar="ID", help="Role to interview for.")
@click.option("--job", "advert", metavar="FILE", help="Advert to interview for.")
@click.option("--level", type=click.Choice(["junior", "mid", "senior", "lead"]), default=None,
              help="Level of the seat.  [default: the advert's, else mid]")  # fmt: skip
@click.option("--candidate", metavar="FILE",
              help="Assessment by `tercet screen`: ask first what it leaves open.")  # fmt: skip
@click.option("--stages", type=int, default=None, help="Number of interviews.  [default: 4]")
@click.option("--minutes", type=int, default=None, help="Length of each.  [default: 45]")
@click.option("--questions", "own", metavar="FILE", help="Your own questions, in YAML.")
@click.option("--jurisdiction", metavar="CODE", default=None,
              help="Whose law your questions are checked by: US-CA, DE.  [default: any]")  # fmt: skip
@click.option("--out", metavar="DIR", help="Write sheets, outline and scorecards here.")
@today_option
@common
def command(
    role: str | None, advert: str | None, level: str | None, candidate: str | None,
    stages: int | None, minutes: int | None, own: str | None, jurisdiction: str | None,
    out: str | None, today: object, form: str, plain: bool,
) -> int:  # fmt: skip
    """Choose questions for a seat: musts rated twice, nothing asked twice, time kept."""
    from tercet.catalog import load_catalog
    from tercet.interviewing.kit import (
        build_kit, kit_json, kit_settings, load_bank, read_assessment, read_questions,
        seat_for_job, seat_for_role, with_questions,
    )  # fmt: skip
    from tercet.reports.kit.console import console_kit

    if (role is None) == (advert is None):
        raise click.UsageError("give either --role or --job")
    catalog, settings, bank = load_catalog(), kit_settings(), load_bank()
    if role is not None:
        seat = seat_for_role(catalog, settings, role, level)  # type: ignore[arg-type]
    else:
        from tercet.adverts import read_job

        text, place = read_input(str(advert))
        job = read_job(text, catalog, place=place)
        seat = seat_for_job(catalog, settings, job, level)  # type: ignore[arg-type]
    gaps = read_assessment(candidate) if candidate else None
    kit = build_kit(seat, bank, stages=stages, minutes=minutes, candidate=gaps)
    if form == "json":
        print_json(kit_json(kit))
    else:
        colour = colour_wanted(plain)
        click.echo(console_kit(kit, colour=colour, unicode=drawing_wanted(plain)), nl=False,
                   color=colour)  # fmt: skip
    return 0

"""`tercet kit`: interviews for a seat, shared out among interviewers."""

from datetime import date
from typing import TYPE_CHECKING

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

if TYPE_CHECKING:
    from tercet.interviewing.kit import Kit, Seat
    from tercet.kernel.rules import Finding


@click.command(
    "kit",
    epilog=(
        "Examples:\n\n\b\n"
        "  tercet kit --role mlops-engineer --level senior --out kit\n"
        "  tercet kit --job advert.md --candidate assessment.json\n"
        "  tercet kit --role ai-engineer --stages 3 --minutes 60 --format json\n"
        "  tercet kit --role data-scientist --questions ours.yaml --jurisdiction DE"
    ),
)
@click.option("--role", metavar="ID", help="Role to interview for.")
@click.option("--job", "advert", metavar="FILE", help="Advert to interview for, or -.")
@click.option("--level", type=click.Choice(["junior", "mid", "senior", "lead"]), default=None,
              help="Level of the seat.  [default: the advert's, else mid]")  # fmt: skip
@click.option("--candidate", metavar="FILE",
              help="Assessment by `tercet screen`: ask first what it leaves open.")  # fmt: skip
@click.option("--stages", type=int, default=None, help="Number of interviews.  [default: 4]")
@click.option("--minutes", type=int, default=None, help="Length of each.  [default: 45]")
@click.option("--questions", "own", metavar="FILE", help="Your own questions, in YAML.")
@click.option("--jurisdiction", metavar="CODE", default=None,
              help="Whose law they are checked by: DE, US-CA.  [default: any]")  # fmt: skip
@click.option("--out", metavar="DIR", help="Write sheets, outline and scorecards here.")
@today_option
@common
def command(
    role: str | None, advert: str | None, level: str | None, candidate: str | None,
    stages: int | None, minutes: int | None, own: str | None, jurisdiction: str | None,
    out: str | None, today: date, form: str, plain: bool,
) -> int:  # fmt: skip
    """Choose questions for a seat: musts rated twice, nothing asked twice, time kept."""
    from tercet.interviewing.kit import (
        build_kit,
        check_questions,
        load_bank,
        read_assessment,
        read_questions,
        refused,
        spoken,
        with_questions,
    )

    seat, bank, folder = _seat(role, advert, level), load_bank(), output_folder(out)
    found: tuple[Finding, ...] = ()
    if own:
        more = read_questions(own)
        found = check_questions(spoken(more), jurisdiction)
        bank = with_questions(bank, more, own)
    if any(f.severity == "error" for f in found):
        _show(refused(seat, found), form, plain)
        return 1
    gaps = read_assessment(candidate) if candidate else None
    kit = build_kit(seat, bank, stages=stages, minutes=minutes, candidate=gaps, found=found)
    if folder is not None:
        from tercet.kernel.files import write_atomically
        from tercet.reports.kit.writing import kit_files

        for name, data in kit_files(kit, today).items():
            write_atomically(folder / name, data)
        progress(f"written to {folder}")
    _show(kit, form, plain)
    return 0


def _seat(role: str | None, advert: str | None, level: str | None) -> "Seat":
    from tercet.catalog import load_catalog
    from tercet.interviewing.kit import kit_settings, seat_for_job, seat_for_role

    catalog, settings = load_catalog(), kit_settings()
    if role is not None and advert is None:
        return seat_for_role(catalog, settings, role, level)  # type: ignore[arg-type]
    if advert is None or role is not None:
        raise click.UsageError("give either --role or --job")
    from tercet.adverts import read_job

    text, place = read_input(advert)
    job = read_job(text, catalog, place=place)
    return seat_for_job(catalog, settings, job, level)  # type: ignore[arg-type]


def _show(kit: "Kit", form: str, plain: bool) -> None:
    from tercet.interviewing.kit import kit_json
    from tercet.reports.kit.console import console_kit

    if form == "json":
        print_json(kit_json(kit))
    else:
        colour = colour_wanted(plain)
        shown = console_kit(kit, colour=colour, unicode=drawing_wanted(plain))
        click.echo(shown, nl=False, color=colour)

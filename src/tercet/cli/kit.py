"""`tercet kit`: interviews for a seat, shared out among interviewers."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import click

from tercet.cli.options import (
    common,
    level_option,
    output_folder,
    show,
    today_option,
    write_files,
)

if TYPE_CHECKING:
    from tercet.interviewing.kit import Seat


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
@click.option("--role", metavar="ID", help="Role to interview for, such as ai-engineer.")
@click.option("--job", "advert", metavar="FILE", help="Advert to interview for, or -.")
@level_option()
@click.option("--candidate", metavar="FILE",
              help="Assessment by `tercet screen`: ask first what it leaves open.")  # fmt: skip
@click.option("--stages", type=int, default=None, metavar="N",
              help="Number of interviews.  [default: 4]")  # fmt: skip
@click.option(
    "--minutes", type=int, default=None, metavar="N", help="Length of each.  [default: 45]"
)
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
        kit_json,
        load_bank,
        read_assessment,
        read_questions,
        refused,
        spoken,
        with_questions,
    )
    from tercet.reports.kit.console import console_kit

    answer = partial(show, form=form, plain=plain, text=console_kit, document=kit_json)
    seat, bank, folder = _seat(role, advert, level), load_bank(), output_folder(out)
    more = read_questions(own) if own else ()
    found = check_questions(spoken(more), jurisdiction)
    if own:
        bank = with_questions(bank, more, own)
    if any(f.severity == "error" for f in found):
        answer(refused(seat, found))
        return 1
    gaps = read_assessment(candidate) if candidate else None
    kit = build_kit(seat, bank, stages=stages, minutes=minutes, candidate=gaps, found=found)
    if folder is not None:
        from tercet.reports.kit.writing import kit_files

        write_files(folder, kit_files(kit, today))
    answer(kit)
    return 0


def _seat(role: str | None, advert: str | None, level: str | None) -> "Seat":
    from tercet.catalog import load_catalog
    from tercet.interviewing.kit import kit_settings, seat_for_job, seat_for_role

    catalog, settings = load_catalog(), kit_settings()
    if role is not None and advert is None:
        return seat_for_role(catalog, settings, role, level)  # type: ignore[arg-type]
    if advert is None or role is not None:
        raise click.UsageError("Give either --role ID or --job FILE")
    from tercet.adverts import read_job
    from tercet.cli.job import advert_text

    job = read_job(advert_text(advert), catalog, place=advert)
    return seat_for_job(catalog, settings, job, level)  # type: ignore[arg-type]

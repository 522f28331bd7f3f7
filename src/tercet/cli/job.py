"""`tercet job FILE`: an advert read by its work and not by its title."""

import sys
from datetime import date
from pathlib import Path

import click

from tercet.cli.options import common, show, today_option
from tercet.kernel.errors import InputError
from tercet.kernel.files import decode_text


@click.command(
    "job",
    epilog="Examples:\n\n\b\n  tercet job advert.md\n  tercet job advert.pdf --format json",
)
@click.argument("file", type=click.Path(), metavar="FILE")
@today_option
@common
def command(file: str, today: date, form: str, plain: bool) -> None:
    """Read the job advert in FILE: whose work it is, what it asks, and what harms the hiring.

    FILE may be text, Markdown, HTML, PDF, DOCX, ODT or RTF; "-" is text from standard input.
    """
    from tercet.adverts import job_json, read_job
    from tercet.catalog import load_catalog
    from tercet.reports.console.job import console_job

    job = read_job(advert_text(file), load_catalog(), place=file, today=today)
    show(job, form, plain, text=console_job, document=job_json)


def advert_text(file: str) -> str:
    """What the advert says; files that are no plain text go through the guarded reader."""
    if file == "-":
        return decode_text(sys.stdin.buffer.read(2_000_001), place="stdin")
    path = Path(file)
    if path.suffix.lower() in (".md", ".markdown", ".txt", ".html", ".htm", ""):
        from tercet.kernel.files import read_text

        return read_text(path)
    from tercet.documents.worker import read_safely

    document = read_safely(path)
    if document.read == "none":
        why = document.findings[0]
        raise InputError(why.code, why.message, place=file, hint=why.fix)
    return document.text

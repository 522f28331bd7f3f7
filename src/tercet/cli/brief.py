"""`tercet brief FILE`: what a problem statement says, quoted."""

from datetime import date
from pathlib import Path

import click

from tercet.cli.options import common, progress, read_input, show, today_option


@click.command(
    "brief",
    epilog=(
        "Examples:\n\n\b\n"
        "  tercet brief examples/fraud-detection.md\n"
        "  tercet brief brief.md --write brief.yaml     (edit it, then plan it)\n"
        "  tercet brief brief.md --write brief.yaml --packages     (with the work)\n"
        "  tercet brief brief.md --questions"
    ),
)
@click.argument("file")
@today_option
@click.option(
    "--write",
    type=click.Path(),
    default=None,
    metavar="FILE",
    help="Save the reading as YAML, to edit and hand to plan.",
)
@click.option(
    "--packages",
    is_flag=True,
    help="With --write: save the packages of work too. plan then takes them as they stand.",
)
@click.option("--questions", is_flag=True, help="Show only the open questions.")
@common
def command(
    file: str,
    today: date,
    write: str | None,
    packages: bool,
    questions: bool,
    form: str,
    plain: bool,
) -> None:
    """Read the problem statement FILE: facts with quotes, assumptions, questions, findings."""
    if packages and not write:
        raise click.UsageError("--packages needs --write FILE")
    text, place = read_input(file)

    from tercet.brief import brief_from_text, brief_json, brief_to_yaml, outline
    from tercet.catalog import load_catalog
    from tercet.kernel.files import write_atomically
    from tercet.reports import terminal_brief

    catalog = load_catalog()
    brief = brief_from_text(text, catalog, today=today, place=place)
    if write:
        work = outline(brief, catalog) if packages else None
        write_atomically(Path(write), brief_to_yaml(brief, work).encode())
        progress(f"written: {write}")
    if questions and form == "text":
        for question in brief.questions:
            click.echo(question.text)
    else:
        show(brief, form, plain, text=terminal_brief, document=brief_json)

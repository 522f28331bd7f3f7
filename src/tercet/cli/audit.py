"""`tercet audit FILE`: was each group selected as often as the group selected most?"""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tercet.cli.options import (
    colour_wanted,
    common,
    drawing_wanted,
    output_folder,
    print_json,
    progress,
    today_option,
)
from tercet.cli.recording import ledger_option, record

if TYPE_CHECKING:
    from tercet.auditing.records import Audit, Limits


@click.command(
    "audit",
    epilog=(
        "Examples:\n\n\b\n"
        "  tercet audit outcomes.csv --outcome invited --category sex\n"
        "  tercet audit outcomes.parquet --outcome stage --selected hired \\\n"
        "      --category sex --category ethnicity --score points --out audit\n\n"
        "Exit code 1 means that a group is below four fifths by more than chance.\n"
        "This is your own check; it is not the independent audit that some laws ask for."
    ),
)
@click.argument("file")
@click.option("--outcome", required=True, metavar="COL", help="Column that says who was selected.")
@click.option("--category", "categories", multiple=True, required=True, metavar="COL",
              help="Column of groups, such as sex; give it again for more.")  # fmt: skip
@click.option("--score", default=None, metavar="COL", help="Column of scores, for scoring rates.")
@click.option("--selected", default=None, metavar="VALUE",
              help="Outcome that means selected, when it is not 1, true or yes.")  # fmt: skip
@click.option("--out", type=click.Path(), default=None, metavar="DIR",
              help="Write audit.html, audit.pdf and audit.json there.")  # fmt: skip
@ledger_option
@today_option
@common
def command(
    file: str, outcome: str, categories: tuple[str, ...], score: str | None,
    selected: str | None, out: str | None, ledger: Path | None, today: date, form: str,
    plain: bool,
) -> int:  # fmt: skip
    """Compare selection rates of groups in FILE (CSV or Parquet, one row a person)."""
    from tercet.auditing import Columns, audit, audit_limits, read_sample
    from tercet.catalog import load_catalog

    folder = output_folder(out)
    limits = audit_limits(load_catalog())
    columns = Columns(outcome, tuple(dict.fromkeys(categories)), score, selected)
    result = audit(read_sample(file, columns, limits), limits)
    act = {"verdict": result.verdict, "sample": result.sample, "columns": columns}
    record(ledger, "audited outcomes", [act], source=file, today=today)
    if folder:
        _write(result, limits, folder, today)
    if form == "json":
        print_json(result)
    else:
        from tercet.reports.console.audit import console_audit

        colour = colour_wanted(plain)
        shown = console_audit(result, colour=colour, unicode=drawing_wanted(plain))
        click.echo(shown, nl=False, color=colour)
    return 1 if result.verdict == "below" else 0


def _write(result: "Audit", limits: "Limits", folder: Path, today: date) -> None:
    from tercet.kernel.files import write_atomically
    from tercet.kernel.jsonable import to_json
    from tercet.reports.audit import audit_html, audit_pdf

    files = {
        "audit.html": audit_html(result, limits, today).encode(),
        "audit.pdf": audit_pdf(result, limits, today),
        "audit.json": to_json(result).encode(),
    }
    for name, data in files.items():
        write_atomically(folder / name, data)
    progress(f"written: {', '.join(files)} in {folder}")

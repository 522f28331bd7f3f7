"""`tercet audit FILE`: was each group selected as often as the group selected most?"""

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tercet.cli.options import (
    common,
    output_folder,
    print_json,
    show,
    today_option,
    write_files,
)
from tercet.cli.recording import digest_of, ledger_option, record
from tercet.kernel.rules import broken

if TYPE_CHECKING:
    from tercet.auditing.records import Audit, Limits


@click.command(
    "audit",
    epilog=(
        "Examples:\n\n\b\n"
        "  tercet audit outcomes.csv --outcome invited --category sex\n"
        "  tercet audit outcomes.parquet --outcome stage --selected hired \\\n"
        "      --category sex --category ethnicity --score points --out audit\n"
        "  tercet audit applications/ --self-test mlops-engineer\n\n"
        "Exit code 1 means that a group is below four fifths by more than chance.\n"
        "This is your own check; it is not the independent audit that some laws ask for."
    ),
)
@click.argument("file")
@click.option("--outcome", default=None, metavar="COL", help="Column that says who was selected.")
@click.option("--category", "categories", multiple=True, metavar="COL",
              help="Column of groups, such as sex; give it again for more.")  # fmt: skip
@click.option("--score", default=None, metavar="COL", help="Column of scores, for scoring rates.")
@click.option("--selected", default=None, metavar="VALUE",
              help="Outcome that means selected, when it is not 1, true or yes.")  # fmt: skip
@click.option("--out", type=click.Path(), default=None, metavar="DIR",
              help="Write audit.html, audit.pdf and audit.json there.")  # fmt: skip
@click.option("--self-test", "role", default=None, metavar="ROLE",
              help="Instead: screen the résumés in a folder under other names.")  # fmt: skip
@ledger_option
@today_option
@common
def command(
    file: str, outcome: str | None, categories: tuple[str, ...], score: str | None,
    selected: str | None, out: str | None, role: str | None, ledger: Path | None, today: date,
    form: str, plain: bool,
) -> int:  # fmt: skip
    """Compare selection rates of groups in FILE (CSV or Parquet, one row a person)."""
    if role is not None:
        if outcome or categories or score or selected or out:
            raise click.UsageError("--self-test takes no columns and no --out; it prints")
        return _self_test(file, role, ledger, today, form)
    if outcome is None or not categories:
        raise click.UsageError("Name the columns: --outcome COL and at least one --category COL")
    from tercet.auditing import Columns, audit, audit_limits, read_sample
    from tercet.catalog import load_catalog
    from tercet.reports.console.audit import console_audit

    folder = output_folder(out)
    limits = audit_limits(load_catalog())
    columns = Columns(outcome, tuple(dict.fromkeys(categories)), score, selected)
    result = audit(read_sample(file, columns, limits), limits)
    act = {"verdict": result.verdict, "sample": result.sample, "columns": columns}
    record(ledger, "audited outcomes", [act], digest=digest_of(file), today=today)
    if folder:
        write_files(folder, _files(result, limits, today))
    show(result, form, plain, text=console_audit)
    return 1 if result.verdict == "below" else 0


def _files(result: "Audit", limits: "Limits", today: date) -> dict[str, bytes]:
    from tercet.kernel.jsonable import to_json
    from tercet.reports.audit import audit_html, audit_pdf

    return {
        "audit.html": audit_html(result, limits, today).encode(),
        "audit.pdf": audit_pdf(result, limits, today),
        "audit.json": to_json(result).encode(),
    }


def _self_test(file: str, role: str, ledger: Path | None, today: date, form: str) -> int:
    """Screen the same résumés as somebody else's; exit 1 when a verdict changes."""
    from tercet.auditing.counterfactual import counterfactual
    from tercet.auditing.counterfactual.verdicts import verdicts
    from tercet.catalog import load_catalog
    from tercet.documents.worker import read_safely
    from tercet.screening import criteria_for_role, screen_document

    catalog = load_catalog()
    criteria = criteria_for_role(catalog, role, None)
    path = Path(file)
    if not os.path.exists(path):
        raise broken("tercet.catalog", "TC094", place=file)
    paths = sorted(p for p in path.iterdir() if p.is_file()) if path.is_dir() else [path]
    documents = [read_safely(one) for one in paths]
    result = counterfactual(
        documents, lambda d: verdicts(screen_document(d, catalog, criteria, today=today))
    )
    if not result.verdicts:
        raise broken("tercet.auditing", "TA006", place=file)
    act = {"resumes": result.resumes, "verdicts": result.verdicts, "changed": result.changed}
    digest = digest_of(file)
    record(ledger, "tested the screening with swaps", [act], digest=digest, today=today)
    if form == "json":
        print_json(result)
        return 1 if result.changed else 0
    click.echo(
        f"{result.changed:,} of {result.verdicts:,} verdicts changed, {result.resumes} résumés"
    )
    for row in result.swaps:
        click.echo(f"  {row.kind:<10} {row.verdicts:>8,} verdicts  {row.changed:>5,} changed")
    for change in result.changes:
        click.echo(f"  {change.file}, {change.kind} {change.swap}: {change.about}, "
                   f"{change.before} to {change.after}")  # fmt: skip
    click.echo(f"  {result.photos}")
    return 1 if result.changed else 0

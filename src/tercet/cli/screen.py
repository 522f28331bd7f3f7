"""`tercet screen FILE|FOLDER…`: what résumés show, against what a role asks."""

import os
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tercet.cli.options import (
    Count,
    common,
    level_option,
    progress,
    show,
    today_option,
)
from tercet.cli.recording import ledger_option, record
from tercet.kernel.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tercet.catalog import Catalog
    from tercet.screening import Criterion


@click.command(
    "screen",
    epilog="Examples:\n\n\b\n  tercet screen cv.pdf --role ai-engineer\n"
    "  tercet screen applications/ --role mlops-engineer --top 5\n"
    "  tercet screen applications/ --job advert.md --out results.parquet",
)
@click.argument("files", nargs=-1, required=True, metavar="FILE|FOLDER...")
@click.option("--role", default=None, metavar="ID",
              help="Role whose skills are asked, such as ai-engineer.")  # fmt: skip
@click.option("--job", default=None, metavar="FILE", help="Job advert whose demands are asked.")
@level_option()
@click.option("--top", type=Count(1), default=None, help="Show only the first N.")
@click.option(
    "--out",
    type=click.Path(),
    default=None,
    metavar="FILE",
    help="Write all results to FILE: Parquet if it ends in .parquet, else JSON. "
    "A run that was stopped goes on where it was.",
)
@click.option("--workers", type=Count(1), default=1, show_default=True, help="Processes for --out.")
@click.option(
    "--engine",
    type=click.Choice(["pool", "daft"]),
    default="pool",
    show_default=True,
    help="What runs the processes for --out; daft needs the extra “distributed”.",
)
@ledger_option
@today_option
@common
def command(
    files: tuple[str, ...], role: str | None, job: str | None, level: str | None,
    top: int | None, out: str | None, workers: int, engine: str,
    ledger: Path | None, today: date, form: str, plain: bool,
) -> int:  # fmt: skip
    """Read résumés and show, for each thing a role asks, whether they show it, with quotes.

    A file that cannot be read is said to be unread and never counted as an empty one.
    """
    from tercet.catalog import load_catalog
    from tercet.reports.console.screen import console_screen
    from tercet.screening import read_results, screen_json, screen_tasks, tasks_of

    catalog = load_catalog()
    criteria = _criteria(catalog, role, job, level, today)
    paths = [Path(name) for name in files]
    if out:
        code = _to_file(paths, criteria, Path(out), workers, engine, today)
        _record(ledger, read_results(Path(out)), criteria, today)
        return code
    screened = screen_tasks(tasks_of(paths), catalog, criteria, today)
    rows = screen_json(screened)
    _record(ledger, rows, criteria, today)
    if top:
        rows = sorted(rows, key=lambda row: row.get("order") or len(rows) + 1)[:top]
    show(screened, form, plain, text=partial(console_screen, top=top), document=lambda _: rows)
    return 0 if any(item.evidence for item in screened) else 2


def _criteria(
    catalog: "Catalog", role: str | None, job: str | None, level: str | None, today: date
) -> "tuple[Criterion, ...]":
    if (role is None) == (job is None):
        raise click.UsageError("Give either --role ID or --job FILE")
    if job is not None:
        from tercet.adverts import criteria_from_job, read_job
        from tercet.cli.job import advert_text

        return criteria_from_job(
            read_job(advert_text(job), catalog, place=job, today=today), catalog
        )
    from tercet.screening import criteria_for_role

    return criteria_for_role(catalog, role or "", level)  # type: ignore[arg-type]


def _to_file(
    paths: list[Path], criteria: "tuple[Criterion, ...]", out: Path, workers: int, engine: str,
    today: date,
) -> int:  # fmt: skip
    from tercet.screening import ENGINES, Progress, screen_folder

    if os.path.isdir(out):
        raise InputError(
            "TC099", "Cannot write the file: it is a folder", place=str(out),
            hint="Give the name of a file, such as results.json",
        )  # fmt: skip

    def told(state: Progress) -> None:
        resumed = f", {state.resumed} of them before" if state.resumed else ""
        progress(f"screened {state.done} of {state.total} files{resumed}")

    summary = screen_folder(
        paths, criteria, out, today=today, workers=workers, engine=ENGINES[engine], progress=told
    )
    progress(
        f"written: {out} ({summary.files} files, {summary.unread} not read, "
        f"{summary.copies} the same as another, {summary.near_copies} nearly the same)"
    )
    return 0 if summary.unread < summary.files else 2


def _record(
    ledger: Path | None, rows: "Iterable[dict[str, Any]]", criteria: "tuple[Criterion, ...]",
    today: date,
) -> None:  # fmt: skip
    """One entry a file: its digest, what was asked, and the verdicts or why it was not read."""
    kept = ("read", "criteria", "order", "error")
    acts = (
        {"person": row["file"], "input": row["sha256"], "asked": criteria}
        | {name: row[name] for name in kept if name in row}
        for row in rows
    )
    record(ledger, "screened a résumé", acts, today=today)

"""`tercet plan FILE`: the main job."""

from datetime import date
from typing import TYPE_CHECKING

import click

from tercet.cli.options import (
    Amount,
    Count,
    common,
    output_folder,
    progress,
    read_input,
    show,
    today_option,
    write_files,
)

if TYPE_CHECKING:
    from tercet.advice.records import Advice


@click.command(
    "plan",
    epilog=(
        "Examples:\n\n\b\n"
        "  tercet plan examples/fraud-detection.md --out report\n"
        "  tercet plan brief.yaml --confidence 0.9 --format json > plan.json\n"
        "  cat brief.md | tercet plan - --settings ours.yaml\n\n"
        "Takes minutes: some twenty teams are planned, the best of them thoroughly.\n\n"
        "Exit code 1 means that nothing fits; the answer then says what would."
    ),
)
@click.argument("file")
@today_option
@click.option(
    "--confidence",
    type=Amount(0.05, 0.99),
    default=None,
    metavar="SHARE",
    help="Share of futures in which the plan must keep your limits.  [default: 0.8]",
)
@click.option("--seed", type=Count(0), default=None, help="Seed of the futures.")
@click.option(
    "--futures",
    type=Count(100, 20_000),
    default=4000,
    show_default=True,
    help="How many futures to simulate.",
)
@click.option(
    "--time-limit",
    type=Amount(1),
    default=None,
    metavar="SECONDS",
    help="A ceiling for the search; results may then differ from run to run.",
)
@click.option(
    "--settings",
    type=click.Path(),
    default=None,
    metavar="FILE",
    help="YAML with your own assumptions, limits, pay bands and exchange rates.",
)
@click.option(
    "--out",
    type=click.Path(),
    default=None,
    metavar="DIR",
    help="Folder for plan.html, plan.pdf, plan.xlsx and plan.json.",
)
@common
def command(
    file: str,
    today: date,
    confidence: float | None,
    seed: int | None,
    futures: int,
    time_limit: float | None,
    settings: str | None,
    out: str | None,
    form: str,
    plain: bool,
) -> int:
    """Plan a team for the problem statement FILE (Markdown, text, YAML; - is standard input).

    Prints who to engage, from when to when, at what price and how sure that is.
    """
    folder = output_folder(out)
    text, place = read_input(file)

    from tercet.advice import Options, advise, with_settings
    from tercet.brief import brief_from_text
    from tercet.catalog import load_catalog, load_settings, own_figures
    from tercet.market import plan_currency
    from tercet.reports import plan_json, terminal

    catalog, own = load_settings(settings, load_catalog())
    brief = brief_from_text(text, catalog, today=today, place=place)
    brief = with_settings(brief, own.limits, plan_currency(brief, catalog))
    asked = own.plan.get("confidence") if confidence is None else confidence
    if asked is not None:
        catalog = own_figures(catalog, {"plan.confidence": asked}, place="--confidence")
    options = Options(
        seed=own.plan.get("seed", 1) if seed is None else seed,
        futures=futures,
        time_limit=time_limit,
    )
    advice = advise(brief, catalog, options, say=progress)
    show(advice, form, plain, text=terminal, document=plan_json)
    if folder:
        write_files(folder, _files(advice))
    return 0 if advice.recommended else 1


def _files(advice: "Advice") -> dict[str, bytes]:
    """All reports, by the names under which they are written."""
    from tercet.kernel.jsonable import to_json
    from tercet.reports import html, pdf, plan_json, sheet

    return {
        "plan.html": html(advice).encode(),
        "plan.pdf": pdf(advice),
        "plan.xlsx": sheet(advice),
        "plan.json": to_json(plan_json(advice)).encode(),
    }

"""`tercet factcheck`: the framework's claims, one by one."""

from datetime import date

import click

from tercet.cli.options import Count, common, progress, show, today_option


@click.command(
    "factcheck",
    epilog="Examples:\n\n\b\n  tercet factcheck\n  tercet factcheck --format json",
)
@today_option
@click.option("--seed", type=Count(0), default=1, show_default=True, help="Seed of the futures.")
@common
def command(today: date, seed: int, form: str, plain: bool) -> None:
    """Test each claim of the framework against our data and our own model.

    Says where a claim holds, where it holds in part, and where it does not. Takes minutes: the
    claims on teams are tested by planning.
    """
    from tercet.advice.factcheck import check_claims
    from tercet.catalog import load_catalog
    from tercet.reports import terminal_factcheck

    verdicts = check_claims(
        load_catalog(), day=today, seed=seed, futures=500, workers=2, say=progress
    )
    show(verdicts, form, plain, text=terminal_factcheck)

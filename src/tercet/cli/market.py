"""`tercet market [ROLE]`: pay, loaded cost, time to start."""

from datetime import date

import click

from tercet.cli.options import common, level_option, show, today_option


@click.command(
    "market",
    epilog="Examples:\n\n\b\n  tercet market ai-engineer --region DE --level senior\n"
    "  tercet market --region US",
)
@click.argument("role", required=False)
@click.option("--region", default="US", show_default=True, metavar="CC", help="Country code.")
@level_option("mid")
@today_option
@click.option(
    "--settings",
    type=click.Path(),
    default=None,
    metavar="FILE",
    help="YAML with your own pay bands and exchange rates.",
)
@common
def command(
    role: str | None, region: str, level: str, today: date, settings: str | None, form: str,
    plain: bool,
) -> None:  # fmt: skip
    """Show the pay band of ROLE in a country, what it costs by channel, and when it can start.

    Without ROLE, all nine roles side by side.
    """
    from tercet.catalog import load_catalog, load_settings
    from tercet.market import market_view
    from tercet.reports import terminal_market

    catalog, _ = load_settings(settings, load_catalog())
    view = market_view(catalog, role, region, level, day=today)  # type: ignore[arg-type]
    show(view, form, plain, text=terminal_market)

"""`tercet audit FILE`: was each group selected as often as the group selected most?"""

import click

from tercet.cli.options import common, print_json


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
              help="Column of groups, such as sex; give it again for more, and for pairs.")  # fmt: skip
@click.option("--score", default=None, metavar="COL", help="Column of scores, for scoring rates.")
@click.option("--selected", default=None, metavar="VALUE",
              help="Outcome that means selected, when it is not 1, true or yes.")  # fmt: skip
@common
def command(
    file: str, outcome: str, categories: tuple[str, ...], score: str | None,
    selected: str | None, form: str, plain: bool,
) -> int:  # fmt: skip
    """Compare selection rates of groups in FILE (CSV or Parquet, one row a person)."""
    from tercet.auditing import Columns, audit, audit_limits, read_sample
    from tercet.catalog import load_catalog

    limits = audit_limits(load_catalog())
    columns = Columns(outcome, tuple(dict.fromkeys(categories)), score, selected)
    result = audit(read_sample(file, columns, limits), limits)
    if form == "json":
        print_json(result)
    else:
        for sentence in result.sentences:
            click.echo(sentence)
    return 1 if result.verdict == "below" else 0

"""`tercet ledger`: a record of acts that shows when it was tampered with."""

import json
import secrets
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from tercet.cli.options import Shelf, common, print_json, read_input, today_option
from tercet.kernel.rules import broken

F = TypeVar("F", bound=Callable[..., Any])


def _file(command: F) -> F:
    option = click.option(
        "--ledger", required=True, type=click.Path(path_type=Path), metavar="FILE",
        help="The ledger, one entry a line.",
    )  # fmt: skip
    return option(command)


def _head(command: F) -> F:
    return click.option(
        "--head", default=None, metavar="HASH", help="Seal that you noted earlier."
    )(command)


def _person(command: F) -> F:
    return click.option("--person", required=True, metavar="ID", help="Whom it is about.")(command)


@click.group(
    "ledger",
    cls=Shelf,
    epilog=(
        "Examples:\n\n\b\n"
        '  echo \'{"who": "Marit", "what": "invited", "person": "0117"}\' | \\\n'
        "      tercet ledger append --ledger acts.jsonl\n"
        "  tercet ledger verify --ledger acts.jsonl --head 9c1f…\n"
        "  tercet ledger export --ledger acts.jsonl --person 0117"
    ),
)
def command() -> None:
    """Record who did what and why, check that nothing was changed, export and erase."""


@command.command("append")
@_file
@_head
@today_option
@common
def append_(ledger: Path, head: str | None, today: date, form: str, plain: bool) -> None:
    """Add one JSON record from standard input: who, what, when, and whatever else counts."""
    from tercet.auditing.ledger import append

    text, place = read_input("-")
    try:
        record = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise broken("tercet.auditing", "TA023", place=place, what="is not JSON") from error
    if isinstance(record, dict):
        record.setdefault("when", today.isoformat())
    print_json(append(ledger, [record], [secrets.token_hex(16)], head=head))


@command.command("verify")
@_file
@_head
@common
def verify_(ledger: Path, head: str | None, form: str, plain: bool) -> int:
    """Find any edit, removal or move, and with --head any cut at the end."""
    from tercet.auditing.ledger import verify

    result = verify(ledger, head)
    if form == "json":
        print_json(result)
    elif result.bad:
        click.echo(f"entry {result.bad.record}: {result.bad.why}")
    else:
        click.echo(f"{result.count:,} entries, unbroken. Head: {result.head}")
    return 0 if result.ok else 1


@command.command("export")
@_file
@_head
@_person
@common
def export_(ledger: Path, head: str | None, person: str, form: str, plain: bool) -> int:
    """Print what was recorded about one person, as JSON."""
    from tercet.auditing.ledger import export

    result = export(ledger, person, head)
    print_json(result)
    return 0 if result.verification.ok else 1


@command.command("erase")
@_file
@_head
@_person
@click.option("--who", default="keeper of the ledger", show_default=True, metavar="NAME",
              help="Who erases.")  # fmt: skip
@click.option("--reason", default="erasure asked for", show_default=True, metavar="TEXT",
              help="Why, without naming the person.")  # fmt: skip
@today_option
@common
def erase_(
    ledger: Path, head: str | None, person: str, who: str, reason: str, today: date, form: str,
    plain: bool,
) -> None:  # fmt: skip
    """Erase what is personal about one person; the chain stays whole."""
    from tercet.auditing.ledger import erase

    when, salt = today.isoformat(), secrets.token_hex(16)
    print_json(erase(ledger, person, who=who, when=when, reason=reason, salt=salt,
                     head=head))  # fmt: skip


@command.command("retention")
@_file
@click.option("--jurisdiction", "places", multiple=True, required=True, metavar="CODE",
              help="Such as DE or US-CA; give it again for more.")  # fmt: skip
@today_option
@common
def retention_(ledger: Path, places: tuple[str, ...], today: date, form: str, plain: bool) -> None:
    """Say for each person until when records must be kept and when they must go."""
    from tercet.auditing.ledger import retention

    result = retention(ledger, places, today=today)
    if form == "json":
        print_json(result)
        return
    for due in result.people:
        click.echo(
            f"{due.person:<24} last act {due.last_act}  keep until {due.keep_until or '–'}  "
            f"erase by {due.erase_by or '–'}  {due.state}"
        )
    for finding in result.findings:
        click.echo(f"{finding.message} [{finding.code}]")


@command.command("decide")
@_file
@_person
@click.option("--by", required=True, metavar="NAME", help="Who decides: a person, never a tool.")
@click.option("--decision", required=True, metavar="TEXT", help="What was decided, as in invite.")
@click.option("--reason", "reasons", multiple=True, required=True, metavar="TEXT",
              help="Why; give it again for more.")  # fmt: skip
@click.option("--advice", default=None, metavar="TEXT", help="What was advised.")
@click.option(
    "--differs-because", default=None, metavar="TEXT", help="Why the decision is another."
)
@today_option
@common
def decide_(
    ledger: Path, person: str, by: str, decision: str, reasons: tuple[str, ...],
    advice: str | None, differs_because: str | None, today: date, form: str, plain: bool,
) -> None:  # fmt: skip
    """Record a person's decision about a person, with reasons, beside the advice."""
    from tercet.auditing.ledger import append
    from tercet.decisions import decide, to_record

    made = decide(
        person=person, by=by, decision=decision, reasons=reasons, when=today.isoformat(),
        advice=advice, differs_because=differs_because,
    )  # fmt: skip
    print_json(append(ledger, [to_record(made)], [secrets.token_hex(16)]))


@command.command("notice")
@click.argument("id", required=False)
@click.option("--values", type=click.Path(), default=None, metavar="FILE",
              help="YAML with a line for each field.")  # fmt: skip
@today_option
@common
def notice_(id: str | None, values: str | None, today: date, form: str, plain: bool) -> None:
    """List the notices and records that laws ask for, or fill in the one called ID."""
    from tercet.decisions import fill, load_notices, standing

    if id is None:
        rows = [(notice, standing(notice, today)) for notice in load_notices()]
        if form == "json":
            print_json([{"notice": notice, "standing": state} for notice, state in rows])
            return
        for notice, state in rows:
            click.echo(f"{notice.id:<20} {notice.since}  {state:<9} {notice.law}")
        return
    text = fill(id, _values(values))
    if form == "json":
        print_json({"id": id, "text": text})
    else:
        click.echo(text, nl=False)


def _values(file: str | None) -> dict[str, Any]:
    from tercet.kernel.yamls import parse_yaml

    if file is None:
        return {}
    text, place = read_input(file)
    found = parse_yaml(text, place=place)
    return found if isinstance(found, dict) else {}

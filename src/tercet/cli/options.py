"""Options that every command shares, and how answers leave the house."""

import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from tercet.kernel.errors import InputError
from tercet.kernel.files import decode_text, read_text
from tercet.kernel.jsonable import to_json

F = TypeVar("F", bound=Callable[..., Any])


class _Day(click.ParamType[date]):
    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is not a date; write it as 2027-10-31", param, ctx)


def common(command: F) -> F:
    """`--format` and `--plain`."""
    command = click.option(
        "--format",
        "form",
        type=click.Choice(["text", "json"]),
        default="text",
        show_default=True,
        help="Text for people, or exactly one JSON document on stdout.",
    )(command)
    return click.option(
        "--plain", is_flag=True, help="No colour and no drawing characters; also set by NO_COLOR."
    )(command)


def today_option(command: F) -> F:
    """`--today`, for results that depend on the date. The only place that looks at the clock."""
    return click.option(
        "--today",
        type=_Day(),
        default=lambda: date.today(),  # noqa: DTZ011  (the user's own day)
        show_default="the current day",
        help="Plan as if it were this day.",
    )(command)


def read_input(file: str) -> tuple[str, str]:
    """Text and place of FILE, where `-` is standard input."""
    if file == "-":
        return decode_text(sys.stdin.buffer.read(2_000_001), place="stdin"), "stdin"
    return read_text(file), file


def print_json(value: Any) -> None:
    """Exactly one JSON document on stdout."""
    click.echo(to_json(value), nl=False)


def colour_wanted(plain: bool) -> bool:
    """Whether to colour: a terminal, no --plain, no NO_COLOR."""
    return sys.stdout.isatty() and not plain and not os.environ.get("NO_COLOR")


def drawing_wanted(plain: bool) -> bool:
    """Whether the drawing characters of UTF-8 may be used."""
    return not plain and "utf" in (sys.stdout.encoding or "").lower()


def progress(message: str) -> None:
    """One line on stderr about work under way."""
    click.echo(message, err=True)


def output_folder(out: str | None) -> Path | None:
    """The folder for `--out`, refused where a file stands in its place."""
    if out is None:
        return None
    path = Path(out)
    if path.exists() and not path.is_dir():
        raise InputError(
            "TC095",
            f"--out names a file, not a folder: {out!r}",
            place=out,
            hint="Give the name of a folder; it is made when it is missing",
        )
    return path

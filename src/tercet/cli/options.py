"""Options that commands share, and how answers leave the house."""

import math
import os
import sys
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from tercet.kernel.errors import InputError
from tercet.kernel.files import decode_text, read_text, write_together
from tercet.kernel.jsonable import to_json

F = TypeVar("F", bound=Callable[..., Any])
T = TypeVar("T")


class _Day(click.ParamType[date]):
    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is not a date; write it as 2027-10-31", param, ctx)


class Count(click.IntRange):
    """A whole number within bounds."""

    name = "whole number"

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        return "N"


class Amount(click.FloatRange):
    """A finite number within bounds."""

    name = "number"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        number = super().convert(value, param, ctx)
        if not math.isfinite(number):
            self.fail(f"{value!r} is not a finite number", param, ctx)
        return float(number)


class Shelf(click.Group):
    """A group that lists each of its commands with its whole first sentence."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            rows = sorted(self.commands.items())
            formatter.write_dl([(name, one.get_short_help_str(limit=200)) for name, one in rows])


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
        help="Take this day for today, as in 2027-10-31.",
    )(command)


def level_option(default: str | None = None) -> Callable[[F], F]:
    """`--level`; without `default` an advert may state it."""
    other = "" if default else "  [default: the advert's, else mid]"
    return click.option(
        "--level", type=click.Choice(["junior", "mid", "senior", "lead"]), metavar="LEVEL",
        default=default, show_default=default is not None,
        help=f"Level: junior, mid, senior or lead.{other}",
    )  # fmt: skip


def read_input(file: str) -> tuple[str, str]:
    """Text and place of FILE, where `-` is standard input."""
    if file == "-":
        return decode_text(sys.stdin.buffer.read(2_000_001), place="stdin"), "stdin"
    return read_text(file), file


def show(
    answer: T, form: str, plain: bool, *, text: Callable[..., str],
    document: Callable[[T], object] = lambda answer: answer,
) -> None:  # fmt: skip
    """Print an answer in the form asked for: as one JSON document, or as text for this terminal."""
    if form == "json":
        print_json(document(answer))
        return
    colour = sys.stdout.isatty() and not plain and not os.environ.get("NO_COLOR")
    drawing = not plain and "utf" in (sys.stdout.encoding or "").lower()
    click.echo(text(answer, colour=colour, unicode=drawing), nl=False, color=colour)


def print_json(value: Any) -> None:
    """Exactly one JSON document on stdout."""
    click.echo(to_json(value), nl=False)


def progress(message: str) -> None:
    """One line on stderr about work under way."""
    click.echo(message, err=True)


def output_folder(out: str | None) -> Path | None:
    """The folder for `--out`, refused where a file stands in its place."""
    if out is None:
        return None
    path = Path(out)
    if os.path.exists(path) and not os.path.isdir(path):
        raise InputError(
            "TC095",
            f"--out names a file, not a folder: {out!r}",
            place=out,
            hint="Give the name of a folder; it is made when it is missing",
        )
    return path


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Put `files` into the folder, all or none."""
    write_together({folder / name: data for name, data in files.items()})
    names = ", ".join(files) if len(files) < 6 else f"{len(files)} files"
    progress(f"written: {names} in {folder}")

"""Entry point: finds the command, runs it, and turns errors into one sentence and an exit code."""

import importlib
import os
import shutil
import sys

import click

from tercet import __version__
from tercet.kernel.errors import TercetError

COMMANDS = {
    "brief": "Read a problem statement: facts with quotes, assumptions, questions",
    "plan": "Plan a team for a problem statement",
    "market": "Show pay bands, loaded cost and time to start",
    "factcheck": "Test the framework's claims against data and model",
    "job": "Read a job advert by its work; see whether it asks for a unicorn",
    "advert": "Draft an advert for a seat of a plan",
    "screen": "Read résumés against a role or an advert, with quotes",
    "kit": "Put together interviews for a seat",
    "panel": "Adjust interview ratings for severity and difficulty",
    "upskill": "Grow people into a role by hands-on work, priced",
    "audit": "Compare selection rates of groups",
    "ledger": "Record who did what and why, and prove that nothing was changed",
    "catalog": "Check the data files, or list what is in them",
    "explain": "Say what a finding's code means",
}
EXIT_INTERNAL = 3


class _Lazy(click.Group):
    """A group whose commands are imported only when they run, so that help stays quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:
        if cmd_name not in COMMANDS:
            from difflib import get_close_matches

            near = get_close_matches(cmd_name, COMMANDS, n=1)
            asked = f"; did you mean {near[0]}?" if near else ""
            ctx.fail(f"There is no command {cmd_name!r}{asked}")
        module = importlib.import_module(f"tercet.cli.{cmd_name}")
        command = module.command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    cls=_Lazy,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 88},
    epilog="Start with: tercet plan examples/fraud-detection.md",
)
@click.version_option(__version__, prog_name="tercet")
def tercet() -> None:
    """From a problem statement to a priced, scheduled, vetted AI team.

    Every figure has a source, every plan a bound, every claim about a person a quote.
    """


def main(args: list[str] | None = None) -> None:
    """Run the command line and exit: 0 done, 1 the answer is no, 2 bad input, 3 internal error."""
    args = sys.argv[1:] if args is None else args
    try:
        _refuse_blank(args)
        code = tercet.main(args=args, prog_name="tercet", standalone_mode=False)
    except click.exceptions.Abort:
        _say("stopped; nothing was written")
        sys.exit(130)
    except click.ClickException as error:
        asked = error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else ""
        hint = f"Try: {asked or 'tercet'} --help"
        _say(f"{error.format_message().rstrip('.')} [TC089]", hint=hint)
        sys.exit(2)
    except TercetError as error:
        _say(str(error), hint=error.hint)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        # The reader (head, less) has gone; that is its right.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except Exception as error:
        if os.environ.get("TERCET_DEBUG"):
            raise
        _say(
            f"internal error: {type(error).__name__}: {error}",
            hint="This is a fault in tercet; run again with TERCET_DEBUG=1 to see where",
        )
        sys.exit(EXIT_INTERNAL)
    sys.exit(code if isinstance(code, int) else 0)


def _refuse_blank(args: list[str]) -> None:
    """An unset variable of a shell script must not stand for the folder one happens to be in."""
    if "" in args:
        before = args.index("")
        after = f", after {args[before - 1]!r}," if before else ""
        raise click.UsageError(f"Argument {before + 1}{after} is blank")


def _say(message: str, *, hint: str | None = None) -> None:
    for line in (f"tercet: {message}", *([f"hint: {hint}"] if hint else [])):
        if sys.stderr.isatty():
            # Lists of what is known are long; a terminal would break them within words.
            width = shutil.get_terminal_size().columns
            line = click.wrap_text(line, width, subsequent_indent="  ")
        click.echo(line, err=True)

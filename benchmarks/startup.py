"""Start-up of `tercet --help` as a multiple of a bare interpreter, beside that of click alone."""

import os
import statistics
import sys

RUNS = 25
GROUP = """
import click

group = click.Group("group", help="A bare group with as many commands")
for name in {commands}:
    group.add_command(click.Command(name, help="A command of about as many words as ours have"))
group()
"""


def main() -> None:
    """Take the commands in turn, so that each meets the same load; quote medians.

    Processor seconds, not elapsed ones: on a busy machine only the longer command has to wait.
    The bare group is what would be left if tercet itself cost nothing.
    """
    from tercet.cli.main import COMMANDS

    ours = [sys.executable, "-m", "tercet", "--help"]
    group = [sys.executable, "-c", GROUP.format(commands=list(COMMANDS)), "--help"]
    bare = [sys.executable, "-c", "pass"]
    rows = [[_seconds(command) for command in (ours, group, bare)] for _ in range(RUNS + 1)][1:]
    for name, column in (("tercet --help", 0), ("a bare click group", 1), ("python -c pass", 2)):
        seconds = statistics.median(row[column] for row in rows)
        ratios = sorted(row[column] / row[2] for row in rows)
        low, middle, high = ratios[RUNS // 10], ratios[RUNS // 2], ratios[-1 - RUNS // 10]
        print(f"{name:20}{seconds * 1000:5.0f} ms, ratio {middle:.1f} ({low:.1f} to {high:.1f})")


def _seconds(command: list[str]) -> float:
    """Processor time of one run, its output thrown away."""
    silent = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    child = os.posix_spawn(command[0], command, os.environ, file_actions=silent)
    _, status, used = os.wait4(child, 0)
    assert status == 0, command
    return used.ru_utime + used.ru_stime

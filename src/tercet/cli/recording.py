"""`--ledger FILE` of the commands that assess: what was done goes on record."""

import hashlib
import os
import secrets
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any, TypeVar

import click

from tercet import __version__
from tercet.cli.options import progress

F = TypeVar("F", bound=Callable[..., Any])


def ledger_option(command: F) -> F:
    """`--ledger FILE`."""
    return click.option(
        "--ledger", type=click.Path(path_type=Path), default=None, metavar="FILE",
        help="Also record what was done in this ledger.",
    )(command)  # fmt: skip


def record(
    ledger: Path | None, what: str, acts: Iterable[Mapping[str, Any]], *, today: date,
    digest: str | None = None,
) -> None:  # fmt: skip
    """Add machine assessments, one entry each, with version and the `digest` of what was read.

    Each of `acts` says what came out, and as `person` whom it is about, if anybody; acts that
    read different files bring the digest of their own as `input`. Without a ledger nothing is
    recorded.
    """
    if ledger is None:
        return
    from tercet.auditing.ledger import append
    from tercet.kernel.jsonable import jsonable

    common = {
        "who": "tercet", "what": what, "when": today.isoformat(), "version": __version__,
        **({} if digest is None else {"input": digest}),
    }  # fmt: skip
    records = ({**common, **jsonable(act)} for act in acts)
    head = append(ledger, records, (secrets.token_hex(16) for _ in count()))
    progress(f"recorded: entry {head.count}, head {head.head}")


def digest_of(file: str | Path) -> str:
    """SHA-256 of a file; of a folder, that of the names and digests of its files in order."""
    path = Path(file)
    if not path.is_dir():
        return hashlib.sha256(path.read_bytes()).hexdigest()
    files = [p for p in sorted(path.iterdir()) if p.is_file()]
    parts = [b"%b %b\n" % (os.fsencode(p.name), digest_of(p).encode()) for p in files]
    return hashlib.sha256(b"".join(parts)).hexdigest()

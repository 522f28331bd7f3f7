"""Reading what strangers hand over, and writing so that nobody ever sees half a file."""

import errno
import os
import re
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

from tercet.kernel.errors import InputError

MAX_TEXT_BYTES = 2_000_000
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]")
"""Control characters that text does not hold, beside tabs, line ends and form feeds."""


def shown_name(path: str | Path) -> str:
    """A file's name as text that can be written anywhere: bytes that are not UTF-8 as \\xe9."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def decode_text(data: bytes, *, place: str, limit: int = MAX_TEXT_BYTES) -> str:
    """Text of a user's file, newline-normalised.

    UTF-8 (with or without mark), UTF-16 with its mark, else Windows-1252 when that gives
    plausible text. Raises `InputError` TC091 (too large), TC092 (binary) or TC093 (empty).
    """
    if len(data) > limit:
        raise InputError(
            "TC091", f"The file holds {len(data):,} bytes; at most {limit:,} are read", place=place,
            hint="Half a page to a few pages is enough; cut the text to what matters",
        )  # fmt: skip
    text = _decode(data, place)
    if not text.strip():
        raise InputError(
            "TC093", "The file is empty", place=place, hint="Check that it is the right file"
        )
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decode(data: bytes, place: str) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        codecs = ["utf-16"]
    elif b"\x00" in data:
        codecs = []
    else:
        codecs = ["utf-8-sig", "cp1252"]
    for codec in codecs:
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        if len(_CONTROLS.findall(text)) <= len(text) / 200:
            return text
    raise InputError(
        "TC092", "This is not text", place=place,
        hint="Give a Markdown or plain-text file, encoded in UTF-8",
    )  # fmt: skip


def read_text(path: str | Path, *, limit: int = MAX_TEXT_BYTES) -> str:
    """Text of the file at `path`; see `decode_text`. TC094 when it cannot be opened."""
    path = Path(path)
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)
        if len(data) > limit:
            size = path.stat().st_size
            raise InputError(
                "TC091", f"The file holds {size:,} bytes; at most {limit:,} are read",
                place=str(path), hint="Cut the file to what matters",
            )  # fmt: skip
    except OSError as error:
        raise InputError(
            "TC094", f"Cannot open the file: {error.strerror or error}", place=str(path),
            hint="Check the name and the rights to read it",
        ) from error  # fmt: skip
    return decode_text(data, place=str(path), limit=limit)


def write_atomically(path: Path, data: bytes) -> None:
    """Put `data` at `path` whole or not at all; folders are made as needed. Else TC099."""
    with replacing(path) as partial:
        partial.write_bytes(data)


def write_together(files: Mapping[Path, bytes]) -> None:
    """Put each file at its path, or none of them: all are written beside before one is. TC099."""
    with ExitStack() as stack:
        for path, data in files.items():
            stack.enter_context(replacing(path)).write_bytes(data)


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A file to write that then takes the place of `path`; where that fails it is gone. TC099."""
    try:
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        os.close(handle)
        partial = Path(name)
        try:
            yield partial
            mask = os.umask(0)
            os.umask(mask)
            partial.chmod(0o666 & ~mask)
            partial.replace(path)
        except BaseException:
            partial.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise InputError(
            "TC099", f"Cannot write the file: {error.strerror or error}", place=str(path),
            hint="Check the name, the rights to write there and the space that is left",
        ) from error  # fmt: skip

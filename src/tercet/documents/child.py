"""The guarded child: `python -m tercet.documents.child` reads files that its parent hands it.

Each line in is a file as JSON, each line out its Document. The first line is the guard.
"""

import base64
import ctypes
import importlib
import json
import resource
import sys
from typing import Any

from tercet.documents.reading import PACKAGE, read_document, unread
from tercet.documents.records import Guard
from tercet.kernel.jsonable import jsonable
from tercet.kernel.rules import broken

_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000  # of Linux unshare(2)
_FORBIDDEN = ("socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo", "os.system",
              "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "subprocess.Popen")  # fmt: skip


def main() -> None:
    """Serve until the parent closes the pipe."""
    source, sink = sys.stdin.buffer, sys.stdout.buffer
    guard = Guard(**json.loads(source.readline()))
    confine(guard)
    for line in source:
        _allow(guard.cpu_seconds)
        question = json.loads(line)
        name, data = question["name"], base64.b64decode(question["data"])
        try:
            document = read_document(data, name, guard=guard)
        except MemoryError:
            reason = "it needs too much memory"
            document = unread(name, broken(PACKAGE, "TD009", place=name, reason=reason), data)
        except Exception as error:
            # The last fence: a parser's own mistake must cost one file, not a whole run
            reason = f"the reader failed ({type(error).__name__})"
            document = unread(name, broken(PACKAGE, "TD009", place=name, reason=reason), data)
        sink.write(json.dumps(jsonable(document)).encode() + b"\n")
        sink.flush()


def confine(guard: Guard) -> None:
    """Give up the network and bound memory and written files, for this process and its children."""
    _load_parsers()
    libc = ctypes.CDLL(None)
    if hasattr(libc, "unshare"):
        libc.unshare(_NEW_USER | _NEW_NETWORK)  # where the system allows it; the hook holds anyway
    resource.setrlimit(resource.RLIMIT_AS, (guard.memory_bytes, guard.memory_bytes))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.addaudithook(_forbid)


def _load_parsers() -> None:
    """Import the heavy parsers before memory is bounded, so that they count alike for all files."""
    for name in ("lxml.etree", "lxml.html", "numpy", "PIL.Image", "pypdfium2"):
        importlib.import_module(name)


def _forbid(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "subprocess.Popen" and str(arguments[0]).endswith("tesseract"):
        return
    if event in _FORBIDDEN:
        raise PermissionError(f"a reader of documents may not do this: {event}")


def _allow(seconds: int) -> None:
    """Bound the processor time from now on; going over it ends this process."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    limit = int(used.ru_utime + used.ru_stime) + seconds + 1
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (limit, hard))


if __name__ == "__main__":
    main()

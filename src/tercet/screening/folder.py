"""Many files: in batches over processes, with results kept so that a stopped run goes on."""

import hashlib
import json
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from shutil import rmtree

from tercet import __version__
from tercet.kernel.files import write_atomically
from tercet.kernel.jsonable import jsonable
from tercet.kernel.rules import broken
from tercet.screening.batch import Task
from tercet.screening.engines import Engine, pool
from tercet.screening.records import Criterion
from tercet.screening.results import Summary, write_results

BATCH = 100
"""Files whose results are kept at once."""
SKIPPED = (".git", ".DS_Store", "Thumbs.db")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: files done of all, and how many of them an earlier run had done."""

    done: int
    total: int
    resumed: int


def tasks_of(paths: Sequence[Path]) -> list[Task]:
    """Files named, and all files of folders named, in a fixed order.

    Files of a folder are reported by their path within it. Raises TS003 where there are none.
    """
    tasks: list[Task] = []
    for path in paths:
        if os.path.isdir(path):  # asked so, a name too long is no folder and no error
            root = str(path)
            tasks += [Task(root, name) for name in sorted(_inside(root), key=_by_parts)]
        else:
            tasks.append(Task(str(path.parent), path.name))
    if not tasks:
        raise broken(__package__, "TS003", place=", ".join(map(str, paths)))
    return tasks


def _inside(root: str) -> Iterator[str]:
    """Paths within `root` of the files in it, however deep."""
    for folder, inner, names in os.walk(root):
        inner[:] = filter(_wanted, inner)
        for name in filter(_wanted, names):
            path = os.path.join(folder, name)
            if os.path.isfile(path):
                yield os.path.relpath(path, root).replace(os.sep, "/")


def _wanted(name: str) -> bool:
    return name not in SKIPPED and not name.startswith(".")


def _by_parts(name: str) -> str:
    """What sorts paths as their parts would be sorted, a folder at a time."""
    return name.replace("/", "\0")


def screen_folder(
    paths: Sequence[Path], criteria: Sequence[Criterion], out: Path, *, today: date,
    workers: int = 1, engine: Engine = pool, progress: Callable[[Progress], None] = lambda _: None,
) -> Summary:  # fmt: skip
    """Screen all files of `paths` into `out`: Parquet where its name ends so, else JSON.

    Batches that are done stand in `<out>.parts`; a run that was stopped takes them up where
    files, criteria, day and version are the same. The result is the same with any number of
    `workers` and on any `engine`.
    """
    parts = out.with_name(out.name + ".parts")
    shards = _screened(paths, criteria, parts, today, workers, engine, progress)
    summary = write_results(shards, out)
    rmtree(parts)
    return summary


def _screened(
    paths: Sequence[Path], criteria: Sequence[Criterion], parts: Path, today: date,
    workers: int, engine: Engine, progress: Callable[[Progress], None],
) -> list[Path]:  # fmt: skip
    """Batches of results in `parts`, all there; those that were missing are made now."""
    tasks = tasks_of(paths)
    batches = [tasks[i : i + BATCH] for i in range(0, len(tasks), BATCH)]
    shards = [parts / f"{i:06d}-{_digest(b, criteria, today)}.jsonl" for i, b in enumerate(batches)]
    open_ones = [i for i, shard in enumerate(shards) if not os.path.exists(shard)]
    done = resumed = len(tasks) - sum(len(batches[i]) for i in open_ones)
    progress(Progress(done, len(tasks), resumed))
    found = engine([batches[i] for i in open_ones], criteria, today, workers)
    for i, lines in zip(open_ones, found, strict=True):
        write_atomically(shards[i], lines)
        done += len(batches[i])
        progress(Progress(done, len(tasks), resumed))
    return shards


def _digest(batch: list[Task], criteria: Sequence[Criterion], today: date) -> str:
    """What a kept result depends on: files as they are, what is asked, the day, the version."""
    files = [(task.name, *_state(task.path)) for task in batch]
    basis = json.dumps([__version__, today.isoformat(), jsonable(list(criteria)), files])
    return hashlib.sha256(basis.encode()).hexdigest()[:16]


def _state(path: Path) -> tuple[int, int]:
    try:
        state = path.stat()
    except OSError:
        return (-1, -1)
    return (state.st_size, state.st_mtime_ns)

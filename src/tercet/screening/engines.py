"""Where batches are screened: in this process, in a pool of processes, or on Daft.

Each engine gives the lines of batches in the batches' order, and the same lines.
"""

import json
import os
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any

from tercet.kernel.rules import broken
from tercet.kernel.workers import hired_workers
from tercet.screening.batch import Task, screen_batch
from tercet.screening.records import Criterion

Batches = Sequence[Sequence[Task]]
Engine = Callable[[Batches, Sequence[Criterion], date, int], Iterator[bytes]]


def pool(
    batches: Batches, criteria: Sequence[Criterion], today: date, workers: int
) -> Iterator[bytes]:
    """Over `workers` processes of this machine; in this process where one would do."""
    if workers == 1 or len(batches) < 2:
        for batch in batches:
            yield screen_batch(batch, criteria, today)
        return
    with hired_workers(workers) as processes:
        waiting = []
        for batch in batches:
            waiting.append(processes.submit(screen_batch, batch, criteria, today))
            if len(waiting) > 2 * workers:
                yield waiting.pop(0).result()
        for last in waiting:
            yield last.result()


def daft(
    batches: Batches, criteria: Sequence[Criterion], today: date, workers: int
) -> Iterator[bytes]:
    """On Daft, which runs `workers` processes here, or on Ray where DAFT_RUNNER=ray is set.

    On several machines each must see the files under the same paths. Raises TS006 where Daft is
    not installed.
    """
    # Daft and Ray report their use to their makers, and Daft draws bars over our own progress,
    # unless told not to.
    os.environ |= {
        "DO_NOT_TRACK": "true", "DAFT_PROGRESS_BAR": "0", "RAY_USAGE_STATS_ENABLED": "0",
    }  # fmt: skip
    try:
        import daft as engine
    except ImportError as error:
        raise broken(__package__, "TS006", place="--engine daft") from error

    # Text and bytes: columns of Python objects would keep Daft from using other processes.
    binary = engine.DataType.binary()

    @engine.cls(use_process=True, max_concurrency=workers)
    class Worker:
        @engine.method.batch(return_dtype=binary, batch_size=1)
        def screen(self, held: Any) -> Any:
            batches = ([Task(*task) for task in json.loads(text)] for text in held.to_pylist())
            lines = [screen_batch(batch, criteria, today) for batch in batches]
            return engine.Series.from_pylist(lines, dtype=binary)

    table = engine.from_pydict({
        "number": list(range(len(batches))),
        "batch": [json.dumps([(task.root, task.name) for task in batch]) for batch in batches],
    }).into_batches(1)  # fmt: skip
    early: dict[int, bytes] = {}
    due = 0
    for row in table.select("number", Worker().screen(table["batch"]).alias("lines")).iter_rows():
        early[row["number"]] = row["lines"]
        while due in early:
            yield early.pop(due)
            due += 1


ENGINES: dict[str, Engine] = {"pool": pool, "daft": daft}

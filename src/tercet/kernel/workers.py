"""Processes that work for this one and end with it."""

import os
import signal
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from multiprocessing.connection import Connection


@contextmanager
def hired_workers(count: int) -> Iterator[Executor]:
    """So many processes to hand work to; an error, Ctrl-C or a kill here ends them at once.

    Spawned, not forked: a solver's threads do not survive a fork.
    """
    context = get_context("spawn")
    lifeline, held = context.Pipe(duplex=False)
    with lifeline, held:
        pool = ProcessPoolExecutor(count, context, initializer=_hold_on, initargs=(lifeline,))
        yield pool
        pool.shutdown()


def _hold_on(lifeline: "Connection[None, None]") -> None:
    """Live as long as the other end of `lifeline` is held; a killed process lets go of it too."""
    # Ctrl-C reaches every process of a terminal; what comes of it is the first one's to say.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_after, args=(lifeline,), daemon=True).start()


def _end_after(lifeline: "Connection[None, None]") -> None:
    with suppress(EOFError):
        lifeline.recv()
    os._exit(1)

"""Workers end with the process they work for."""

import os
import signal
import subprocess
import sys

import pytest

from tercet.kernel.workers import hired_workers

PARENT = """
import os, time
from tercet.kernel.workers import hired_workers

with hired_workers(2) as workers:
    print(workers.submit(os.getpid).result(), flush=True)
    for _ in range({tasks}):
        workers.submit(time.sleep, 600)
    time.sleep(600)
"""


def test_work_is_done_before_the_workers_go():
    """What was handed out is done when the block is left."""
    with hired_workers(2) as workers:
        asked = [workers.submit(pow, n, 2) for n in range(5)]
    assert [each.result(0) for each in asked] == [0, 1, 4, 9, 16]


@pytest.mark.parametrize("tasks", [0, 2], ids=["idle", "busy"])
@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_workers_end_with_the_process_they_work_for(end, tasks):
    """Idle and busy workers are gone soon after their process is killed, ended or interrupted."""
    command = [sys.executable, "-c", PARENT.format(tasks=tasks)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as parent:
        worker = int(parent.stdout.readline())
        parent.send_signal(end)
        try:
            # The workers hold the other end of this pipe: it ends when the last of them does.
            parent.communicate(timeout=20)
        except subprocess.TimeoutExpired:
            os.kill(worker, signal.SIGKILL)
            parent.kill()
            pytest.fail("a worker outlived the process it worked for")

"""Runs the command given and prints its CPU seconds and the peak memory (MB) of its processes.

In a small process of its own: until a command begins, the system counts its parent's memory as its.
"""

import os
import subprocess
import sys


def main(command: list[str]) -> None:
    """Exit as the command does."""
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
    sys.exit(os.waitstatus_to_exitcode(status))


if __name__ == "__main__":
    main(sys.argv[1:])

"""Start-up of `tercet --help` as a multiple of a bare interpreter."""

import statistics
import subprocess
import sys
import time

RUNS = 15


def main() -> None:
    """Alternate the two commands, so that both meet the same load; quote medians."""
    bare = [sys.executable, "-c", "pass"]
    help_ = [sys.executable, "-m", "tercet", "--help"]
    pairs = [(_seconds(help_), _seconds(bare)) for _ in range(RUNS)]
    ratio = statistics.median(a / b for a, b in pairs)
    a, b = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(f"tercet --help {a * 1000:.0f} ms, python -c pass {b * 1000:.0f} ms, ratio {ratio:.1f}")


def _seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start

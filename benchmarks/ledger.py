"""Entries added and checked a second, each entry on disk before the next."""

import tempfile
import time
from pathlib import Path

from tercet.auditing.ledger import append, verify

SINGLE, BATCH = 300, 20_000
SALT = "00" * 16


def main() -> None:
    """One call an entry, as people act; one call for many, as a screening run; then the check."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "acts.jsonl")
        start = time.perf_counter()
        for n in range(SINGLE):
            append(path, [_act(n)], [SALT])
        print(
            f"added one by one, synced each: {SINGLE / (time.perf_counter() - start):,.0f} a second"
        )
        acts = [_act(n) for n in range(BATCH)]
        start = time.perf_counter()
        head = append(path, acts, [SALT] * BATCH)
        seconds = time.perf_counter() - start
        print(f"added {BATCH:,} at once: {BATCH / seconds:,.0f} a second")
        start = time.perf_counter()
        result = verify(path, head.head)
        seconds = time.perf_counter() - start
        assert result.ok
        print(f"checked {result.count:,} with their head: {result.count / seconds:,.0f} a second")


def _act(n: int) -> dict[str, object]:
    return {
        "who": "tercet", "what": "assessed", "when": "2027-01-11", "version": "1",
        "input": "ab" * 32,
        "person": f"{n:06}", "reasons": ["operated a service on call", "page 2, line 8"],
        "criteria": {"model-deployment": "met", "monitoring": "partly", "rollback": "not-shown"},
    }  # fmt: skip

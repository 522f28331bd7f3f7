"""Runs in tercet's environment, alone: texts in, spans out, CPU seconds and peak memory last.

The same protocol as `_skill_extractor.py`, so that both are measured the same way. With
`--names` only the catalogue's tools are looked for.
"""

import json
import sys
import time
from pathlib import Path

from tercet.catalog import load_tools
from tercet.evidence.tagger import skills_in
from tercet.evidence.tools import gazetteer


def main() -> None:
    """One JSON text a line on stdin; one JSON list of [start, end] a line on stdout."""
    named = gazetteer(load_tools())
    only_names = "--names" in sys.argv
    started = time.process_time()
    for line in sys.stdin:
        text = json.loads(line)
        found = named.find(text) if only_names else skills_in(text, named)
        print(json.dumps([span[:2] for span in found]))
    cpu = time.process_time() - started
    # Not getrusage: that counts the memory of the process that started this one.
    status = Path("/proc/self/status").read_text("utf-8")
    memory = int(status.split("VmHWM:")[1].split()[0])
    print(json.dumps({"cpu": cpu, "kib": memory}))


if __name__ == "__main__":
    main()

"""Many résumés through `tercet screen --out`: documents a second, peak memory, engines alike."""

import hashlib
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from tercet.kernel.streams import stream

ROOT = Path(__file__).resolve().parents[1]
SENTENCES = ROOT / "tests/evidence/gold/sentences.tsv"
MOST = 20_000
"""Documents of the largest run; `TERCET_BULK` sets another number for a quick look."""
PARTS = (10, 4, 1)
"""Memory is measured at a tenth, a quarter and the whole of the documents."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the command: wall and CPU seconds, peak of its largest process, the result."""

    seconds: float
    cpu: float
    megabytes: float
    digest: str


def main() -> None:
    """One worker at three sizes, then two workers, then two through the engine."""
    most = int(os.environ.get("TERCET_BULK", MOST))
    with TemporaryDirectory() as name:
        base = Path(name)
        counts = [most // part for part in PARTS]
        characters = sum(_write(base / str(count), count) for count in counts)
        print(
            f"short résumés of {characters // sum(counts)} characters on average, as text files",
            flush=True,
        )
        engines: list[tuple[str, int, tuple[str, ...]]] = [
            *((f"{n:,} files, 1 worker", n, ()) for n in counts),
            (f"{most:,} files, 2 workers", most, ("--workers", "2")),
        ]
        if find_spec("daft"):
            daft = ("--workers", "2", "--engine", "daft")
            engines.append((f"{most:,} files, 2 through Daft", most, daft))
        else:
            print("  Daft is not installed: not measured")
        digests = set()
        for label, count, options in engines:
            run = _screen(base / str(count), options)
            print(
                f"  {label:<30} {count / run.seconds:6.0f} documents a second, "
                f"{count / run.cpu:5.0f} a CPU second, {run.megabytes:4.0f} MB",
                flush=True,
            )
            digests |= {run.digest} if count == most else set()
    print(
        f"  the largest runs gave {'the same bytes' if len(digests) == 1 else 'DIFFERENT results'}"
    )


def _write(folder: Path, count: int) -> int:
    """Résumés of six English sentences each, drawn from the labelled ones; their characters."""
    rows = [line.split("\t") for line in SENTENCES.read_text("utf-8").splitlines()[1:]]
    sentences = [row[-1] for row in rows if row[0] == "en"]
    rng = stream(1, "benchmarks.bulk")
    folder.mkdir()
    total = 0
    for number in range(count):
        picked = [sentences[i] for i in rng.choice(len(sentences), 6, replace=False)]
        text = (
            f"Alex Larkspur {number}\nMachine Learning Engineer\n\nExperience\n"
            "Machine Learning Engineer | Larkspur Cards | Jan 2020 – present\n"
            + "".join(f"• {sentence}\n" for sentence in picked)
        )
        (folder / f"{number:06d}.txt").write_text(text, "utf-8")
        total += len(text)
    return total


def _screen(folder: Path, options: Sequence[str]) -> Run:
    out = folder.with_suffix(".json")
    command = [
        sys.executable, "-m", "tercet", "screen", str(folder), "--role", "mlops-engineer",
        "--today", "2026-11-23", "--out", str(out), *options,
    ]  # fmt: skip
    measured = [sys.executable, "-m", "benchmarks._measured", *command]
    started = time.monotonic()
    done = subprocess.run(measured, capture_output=True, text=True, check=True, cwd=ROOT)
    seconds = time.monotonic() - started
    cpu, megabytes = map(float, done.stdout.split())
    digest = hashlib.sha256(out.read_bytes()).hexdigest()
    return Run(seconds, cpu, megabytes, digest)


if __name__ == "__main__":
    main()

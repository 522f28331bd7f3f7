"""Read broken copies of the seeds for some minutes; print each failure with a way to repeat it.

    python tools/fuzz_documents.py [--minutes 5] [--seed 0]

Each round breaks one seed, or splices two of one kind, and reads it in the guarded child. A crash,
an overrun of time or memory, or an error of ours (TD009) is a failure; its bytes are kept in the
folder named by --out.
"""

import argparse
import io
import random
import re
import sys
import time
import zipfile
from pathlib import Path

from tercet.documents.worker import Reader

SEEDS = sorted(Path("tests/documents/seeds").iterdir())


def broken(data: bytes, other: bytes, rng: random.Random) -> bytes:
    """`data` with pieces changed, cut, repeated, or taken from `other`."""
    out = bytearray(data)
    for _ in range(rng.randint(1, 12)):
        at = rng.randrange(len(out) + 1)
        to = min(len(out), at + rng.choice([1, 2, 4, 30, 400]))
        what = rng.randrange(5)
        if what == 0:
            out[at:to] = rng.randbytes(to - at)
        elif what == 1:
            del out[at:to]
        elif what == 2:
            out[at:at] = out[at:to] * rng.randint(1, 20)
        elif what == 3:
            start = rng.randrange(len(other))
            out[at:to] = other[start : start + rng.randint(1, 400)]
        elif out and at < len(out):
            out[at] ^= 1 << rng.randrange(8)
    return bytes(out)


def repacked(data: bytes, rng: random.Random) -> bytes:
    """A zip package with one part broken, and whole as a zip."""
    held = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as full,
        zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as out,
    ):
        parts = [part.filename for part in full.infolist()]
        chosen = rng.choice([part for part in parts if part.endswith(".xml")])
        for part in parts:
            text = full.read(part)
            out.writestr(part, shuffled(text, rng) if part == chosen else text)
    return held.getvalue()


def shuffled(text: bytes, rng: random.Random) -> bytes:
    """XML with tags doubled, dropped, nested or given odd values: often still well formed."""
    tags = re.findall(rb"<[^>]+>", text)
    for _ in range(rng.randint(1, 6)):
        one, two = rng.choice(tags), rng.choice(tags)
        what = rng.randrange(3)
        if what == 0:
            text = text.replace(one, two, 1)
        elif what == 1:
            values = list(re.finditer(rb'"[^"]*"', text))
            at = rng.choice(values) if values else None
            odd = rng.choice([b'"-1"', b'""', b'"9999999999"', b'"auto"'])
            text = text[: at.start()] + odd + text[at.end() :] if at else text
        else:
            name = re.match(rb"</?([\w:]+)", one)
            if name:
                deep = rng.choice([1, 3, 300])
                wrap = b"<" + name[1] + b">", b"</" + name[1] + b">"
                text = text.replace(b"</w:body>", wrap[0] * deep + wrap[1] * deep + b"</w:body>", 1)
    return text


def main() -> int:
    """Fuzz until the time is up; exit 1 when something failed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--minutes", type=float, default=5.0)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--out", type=Path, default=Path("fuzz-failures"))
    options = parser.parse_args()
    end = time.monotonic() + 60 * options.minutes
    rounds, failures, read = 0, 0, 0
    with Reader() as reader:
        while time.monotonic() < end:
            rng = random.Random(f"{options.seed}/{rounds}")  # noqa: S311  (to be repeated)
            path = rng.choice(SEEDS)
            twins = [other for other in SEEDS if other.suffix == path.suffix]
            data, other = path.read_bytes(), rng.choice(twins).read_bytes()
            inside = data.startswith(b"PK") and rng.random() < 0.7
            data = repacked(data, rng) if inside else broken(data, other, rng)
            document = reader.read(data, path.name)
            rounds += 1
            read += document.read != "none"
            if any(finding.code == "TD009" for finding in document.findings):
                failures += 1
                options.out.mkdir(parents=True, exist_ok=True)
                kept = options.out / f"{options.seed}-{rounds}{path.suffix}"
                kept.write_bytes(data)
                print(f"{kept}: {document.findings[0].message}")
    print(f"{rounds} files, {read} read, {failures} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())

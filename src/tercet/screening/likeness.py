"""Files that are the same, or nearly the same, as another."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable

BITS = 64
BANDS = 4
"""Two prints that differ in fewer bits than there are bands agree on one band at least."""
_WORD = re.compile(r"\w+")


def fingerprint(text: str) -> int | None:
    """A 64-bit print that near copies share but for a few bits; None for very short texts.

    Sum of the hashes of all runs of three words, bit by bit (Charikar's simhash).
    """
    words = _WORD.findall(text.lower())
    if len(words) < 20:
        return None
    totals = [0] * BITS
    for i in range(len(words) - 2):
        run = " ".join(words[i : i + 3]).encode()
        value = int.from_bytes(hashlib.blake2b(run, digest_size=8).digest(), "big")
        for bit in range(BITS):
            totals[bit] += 1 if value >> bit & 1 else -1
    return sum(1 << bit for bit, total in enumerate(totals) if total > 0)


def near_copies(prints: Iterable[tuple[int, int | None]]) -> dict[int, int]:
    """Number of each near copy → number of the earliest one that it is a copy of."""
    bands: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    found: dict[int, int] = {}
    width = BITS // BANDS
    for number, value in prints:
        if value is None:
            continue
        keys = [(band, value >> band * width & (1 << width) - 1) for band in range(BANDS)]
        earlier = min(
            (other for key in keys for other, seen in bands[key]
             if (seen ^ value).bit_count() < BANDS),
            default=None,
        )  # fmt: skip
        if earlier is not None:
            found[number] = found.get(earlier, earlier)
        for key in keys:
            bands[key].append((number, value))
    return found

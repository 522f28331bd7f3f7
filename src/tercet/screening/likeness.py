"""Files that are the same, or nearly the same, as another."""

import hashlib
import re
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import groupby, islice

BITS = 64
BANDS = 4
"""Two prints that differ in fewer bits than there are bands agree on one band at least."""
WIDTH = BITS // BANDS
NUMBERS = 40
"""Bits in which the number of any file finds room."""
LANE = 32
"""Bits in which the count of one bit finds room beside the counts of its neighbours."""
SPREAD = tuple(sum((byte >> bit & 1) << LANE * bit for bit in range(8)) for byte in range(256))
"""Each byte with its bits apart, one in a lane, so that eight are counted in one sum."""
_WORD = re.compile(r"\w+")


def fingerprint(text: str) -> int | None:
    """A 64-bit print that near copies share but for a few bits; None for very short texts.

    Sum of the hashes of all runs of three words, bit by bit (Charikar's simhash).
    """
    words = _WORD.findall(text.lower())
    if len(words) < 20:
        return None
    runs = [" ".join(words[i : i + 3]).encode() for i in range(len(words) - 2)]
    digests = [hashlib.blake2b(run, digest_size=BITS // 8).digest() for run in runs]
    sums = [sum(map(SPREAD.__getitem__, column)) for column in zip(*digests, strict=True)]
    counts = [total >> LANE * bit & (1 << LANE) - 1 for total in sums for bit in range(7, -1, -1)]
    return int("".join("1" if 2 * count > len(runs) else "0" for count in counts), 2)


def copies(digests: Iterable[tuple[int, int]]) -> dict[int, int]:
    """Number of each file → that of the first with the same digest; (number, digest) of each."""
    return {later: first for first, *rest in _alike(digests) for later in rest}


def near_copies(prints: Sequence[int], but: Container[int] = ()) -> dict[int, int]:
    """Number of each near copy → number of the earliest one that it is a copy of.

    `prints` stand in the order of files, 0 for none; the files in `but` are passed over. One
    band after the other, so that little is held of each file.
    """
    nearest: dict[int, int] = {}
    for band in range(BANDS):
        parts = (
            (number, value >> band * WIDTH & (1 << WIDTH) - 1)
            for number, value in enumerate(prints)
            if value and number not in but
        )
        for run in _alike(parts):
            for place, number in enumerate(run):
                earlier = (n for n in islice(run, place) if _near(prints[n], prints[number]))
                first = min(next(earlier, number), nearest.get(number, number))
                if first < number:
                    nearest[number] = first
    found: dict[int, int] = {}
    for number, first in sorted(nearest.items()):
        found[number] = found.get(first, first)
    return found


def _near(one: int, two: int) -> bool:
    return (one ^ two).bit_count() < BANDS


def _alike(values: Iterable[tuple[int, int]]) -> Iterator[list[int]]:
    """Numbers that go with one value, rising, where there are several; (number, value) of each."""
    # One sorted list of plain integers takes a tenth of the memory of a dictionary of lists.
    joined = sorted(value << NUMBERS | number for number, value in values)
    for _, run in groupby(joined, key=lambda one: one >> NUMBERS):
        numbers = [one & (1 << NUMBERS) - 1 for one in run]
        if len(numbers) > 1:
            yield numbers

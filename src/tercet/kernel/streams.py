"""Named, seeded streams of random numbers: the same name and seed give the same draws."""

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from numpy.random import Generator


def stream(seed: int, *names: str | int) -> "Generator":
    """A generator of its own for what `names` say, independent of every other name."""
    import numpy as np

    key = hashlib.blake2b("\x1f".join(map(str, names)).encode(), digest_size=16).digest()
    words = [int.from_bytes(key[i : i + 4], "big") for i in range(0, 16, 4)]
    return np.random.Generator(np.random.PCG64(np.random.SeedSequence([seed, *words])))

"""What every test may use."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def shared() -> Path:
    """Folder of development data beside the checkout; a test that needs it skips where absent."""
    folder = Path(__file__).resolve().parents[2] / "shared"
    if not folder.is_dir():
        pytest.skip("the development data beside the checkout (../shared) is absent")
    return folder


@pytest.fixture(scope="session")
def grows() -> Callable[[Callable[[int], object]], float]:
    """How many times longer work takes at four times the size: 4 if in proportion, 16 if squared.

    A ratio of two runs side by side, so that a slow or busy machine changes nothing.
    """

    def ratio(work: Callable[[int], object]) -> float:
        work(SMALL)
        short, long = (min(_seconds(work, size) for _ in range(3)) for size in (SMALL, 4 * SMALL))
        return long / short

    return ratio


SMALL = 2_500
"""Characters of the shorter text; both are long enough to be told from the clock's own grain."""


def _seconds(work: Callable[[int], object], size: int) -> float:
    start = time.process_time()
    work(size)
    return time.process_time() - start

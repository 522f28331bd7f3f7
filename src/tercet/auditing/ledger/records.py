"""What a ledger holds, and what is said about one."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

START = "0" * 64
"""The seal before the first entry."""
OPEN = ("who", "what", "when", "version", "input", "about", "erased")
"""Fields that stay when a person is erased: who did what, when, with which version and input."""
PERSON = ("person", "candidate", "subject")
"""Fields that say whom an act is about."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One act. `personal` and `salt` are None once erased; `commitment` stands for them."""

    n: int
    prev: str
    open: Mapping[str, Any]
    personal: Mapping[str, Any] | None
    salt: str | None
    commitment: str
    hash: str

    @property
    def record(self) -> dict[str, Any]:
        """The act as it was given, or what is left of it."""
        return {**self.open, **(self.personal or {})}


@dataclass(frozen=True, slots=True)
class Head:
    """How many entries there are, and the seal of the last: keep it, and nothing can be cut off."""

    count: int
    head: str


@dataclass(frozen=True, slots=True)
class Fault:
    """The first entry that does not hold, counted from 1, and why."""

    record: int
    why: str


@dataclass(frozen=True, slots=True)
class Verification:
    """Whether every entry holds. `erased` counts those whose personal part is gone by an act."""

    ok: bool
    count: int
    head: str
    erased: int
    bad: Fault | None

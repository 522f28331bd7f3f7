"""A decision about a person, and a text that a law asks for."""

from dataclasses import dataclass
from typing import Literal

from tercet.kernel.provenance import Grade


@dataclass(frozen=True, slots=True)
class Decision:
    """What a named person decided about `person`, beside what was advised.

    `advice` is what tercet or a panel advised, None where nothing was; `differs_because` says why
    the decision is another one.
    """

    person: str
    by: str
    decision: str
    reasons: tuple[str, ...]
    when: str
    advice: str | None = None
    differs_because: str | None = None

    @property
    def followed(self) -> bool | None:
        """Whether the advice was followed; None without advice."""
        return None if self.advice is None else _same(self.advice, self.decision)


@dataclass(frozen=True, slots=True)
class Notice:
    """A template: the law, for whom it is, from when, on whose word, and the text with {fields}."""

    id: str
    law: str
    jurisdiction: str
    kind: Literal["notice", "record"]
    reader: str
    since: str
    source: str
    grade: Grade
    note: str
    fields: tuple[str, ...]
    text: str


def _same(one: str, other: str) -> bool:
    return one.strip().casefold() == other.strip().casefold()

"""Where a figure comes from and how solid it is."""

from dataclasses import dataclass
from typing import Literal

from tercet.kernel.uncertain import Distribution

Grade = Literal["A", "B", "C", "D", "X", "M", "J"]
"""A statute or official statistic · B large sample, stated method · C small or secondary ·
D vendor without method · X calculated here · M from memory · J our judgement.
M and J are assumptions, and are called so wherever they are shown."""


@dataclass(frozen=True, slots=True)
class Source:
    """A document that figures cite."""

    id: str
    title: str
    url: str
    date: str


@dataclass(frozen=True, slots=True)
class Figure:
    """One row of a data file: a quantity with unit, date, source and grade."""

    id: str
    value: Distribution
    unit: str
    date: str
    source: str
    grade: Grade
    note: str = ""

    @property
    def assumed(self) -> bool:
        """Whether this is an assumption that the user may argue with."""
        return self.grade in ("M", "J")

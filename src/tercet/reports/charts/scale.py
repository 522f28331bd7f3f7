"""Scales, ticks and specifications that all charts share."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from math import ceil, floor
from typing import Any, Literal

from tercet.kernel.yamls import parse_yaml
from tercet.reports.bins import round_step
from tercet.reports.words import MONTHS

Tier = Literal["wide", "mid", "narrow"]
FAR = 2
"""Times the largest value beyond which a limit is named with an arrow instead of drawn."""
TIERS: tuple[Tier, ...] = ("wide", "mid", "narrow")


@cache
def spec(name: str) -> Mapping[str, Any]:
    """The specification file of chart `name`."""
    file = resources.files(__package__).joinpath("specs", f"{name}.yaml")
    return dict(parse_yaml(file.read_text("utf-8"), place=f"{name}.yaml"))


def size(name: str, tier: Tier) -> Mapping[str, Any]:
    """Measures of chart `name` in one of its drawings, in pixels."""
    return dict(spec(name)["sizes"][tier])


@dataclass(frozen=True, slots=True)
class Scale:
    """From values to pixels, in proportion."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """Pixel of `value`."""
        span = self.high - self.low
        return self.start + (value - self.low) / span * (self.end - self.start)

    def clamped(self, value: float) -> float:
        """Pixel of `value`, kept inside the drawing."""
        return self(min(max(value, self.low), self.high))


def in_sight(limit: float, largest: float) -> bool:
    """Whether a limit lies close enough to the values that its line leaves them room."""
    return limit <= FAR * largest


def day_number(day: date) -> float:
    """A date on a scale: its proleptic Gregorian ordinal."""
    return float(day.toordinal())


def months(low: float, high: float, every: int = 1) -> Iterator[date]:
    """First days of months within two day numbers, each `every`-th counted from January."""
    day = date.fromordinal(ceil(low))
    month = date(day.year, day.month, 1)
    while month.toordinal() <= high:
        if month.toordinal() >= low and (12 * month.year + month.month - 1) % every == 0:
            yield month
        month = date(month.year + month.month // 12, month.month % 12 + 1, 1)


def month_step(scale: Scale, least: float) -> int:
    """How many months apart labels must be to have `least` pixels each."""
    month = abs(scale(scale.low + 30.4) - scale(scale.low))
    return next((k for k in (1, 2, 3, 6, 12, 24, 60) if k * month >= least), 120)


def month_label(month: date, first: bool, every: int = 1) -> str:
    """ "Dec 2026" at the first tick, "Jan 2027" in January, else "Feb"; only years when rare."""
    if every >= 12:
        return str(month.year)
    name = MONTHS[month.month - 1][:3]
    return f"{name} {month.year}" if first or month.month == 1 else name


def round_ticks(low: float, high: float, parts: int) -> list[float]:
    """Round numbers between two values, at most `parts` + 1 of them."""
    step = round_step(high - low, parts)
    return [k * step for k in range(ceil(low / step - 1e-9), floor(high / step + 1e-9) + 1)]

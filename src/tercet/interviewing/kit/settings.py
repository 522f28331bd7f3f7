"""How interviews are laid out, from data/stages.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from tercet.interviewing.kit.records import Slot
from tercet.kernel.errors import InputError
from tercet.kernel.rules import broken
from tercet.kernel.yamls import parse_yaml

_PACKAGE = "tercet.interviewing"


@dataclass(frozen=True, slots=True)
class Settings:
    """Limits, worths and the stages that may be added, in order."""

    default: int
    most: int
    minutes: int
    least_minutes: int
    most_minutes: int
    opening: int
    """Minutes at the beginning of a meeting in which nothing is asked."""
    closing: int
    """Minutes at its end for the candidate's own questions."""
    ratings: int
    """Independent ratings that every must is to have."""
    must_from: float
    nice_from: float
    worth: Mapping[str, tuple[int, ...]]
    open: int
    core: int
    work_sample: int
    rank: int
    work_sample_for: tuple[str, ...]
    nodes: int
    slots: tuple[Slot, ...]

    @property
    def around(self) -> int:
        """Minutes of a meeting that go to opening and closing."""
        return self.opening + self.closing


@cache
def kit_settings() -> Settings:
    """The shipped settings."""
    text = resources.files(_PACKAGE).joinpath("data/stages.yaml").read_text("utf-8")
    data = parse_yaml(text, place="stages.yaml")
    stages, worth = data["stages"], data["worth"]
    around = stages["opening"] + stages["closing"]
    return Settings(
        default=stages["default"], most=stages["most"], minutes=stages["minutes"],
        least_minutes=stages["least-minutes"], most_minutes=stages["most-minutes"],
        opening=stages["opening"], closing=stages["closing"],
        ratings=data["ratings-of-a-must"], must_from=data["must-from"],
        nice_from=data["nice-from"],
        worth={need: tuple(worth[need]) for need in ("must", "nice", "soft")}, open=worth["open"],
        core=data["core"], work_sample=data["work-sample"], rank=data["rank"],
        work_sample_for=tuple(data["work-sample-for"]), nodes=data["nodes"],
        slots=tuple(
            Slot(row["id"], row["name"], stages["minutes"], stages["minutes"] - around,
                 row["fit"], row["says"], row.get("exercise", False))
            for row in data["slots"]
        ),
    )  # fmt: skip


def slots(settings: Settings, count: int | None, minutes: int | None) -> tuple[Slot, ...]:
    """The first `count` stages, each of `minutes`. Raises TI015 outside the limits."""
    count = settings.default if count is None else count
    minutes = settings.minutes if minutes is None else minutes
    if not 1 <= count <= settings.most:
        raise _outside("stages", count, 1, settings.most)
    if not settings.least_minutes <= minutes <= settings.most_minutes:
        raise _outside("minutes", minutes, settings.least_minutes, settings.most_minutes)
    asking = minutes - settings.around
    return tuple(
        Slot(s.id, s.name, minutes, asking, s.fit, s.says, s.exercise)
        for s in settings.slots[:count]
    )


def _outside(what: str, value: int, low: int, high: int) -> InputError:
    return broken(_PACKAGE, "TI015", place=f"--{what}", value=value, low=low, high=high, what=what)

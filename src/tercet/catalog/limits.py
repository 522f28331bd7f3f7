"""What the sections `limits` and `plan` of a settings file may say."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, get_args

from tercet.catalog.records import ROLES, Catalog, Channel

Check = Callable[[Any], Any]
"""Turns a value into the form that stages use, or raises `ValueError` saying what is wanted."""


def _whole(low: int) -> Check:
    def check(value: Any) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or value < low:
            raise ValueError(f"a whole number of at least {low}")
        return value

    return check


def _share(value: Any) -> float:
    if not is_number(value) or not 0 <= value <= 1:
        raise ValueError("a share between 0 and 1")
    return float(value)


def _amount(value: Any) -> float:
    if not is_number(value) or value <= 0:
        raise ValueError("an amount above zero, in the currency of the plan")
    return float(value)


def _day(value: Any) -> str:
    try:
        return date.fromisoformat(value).isoformat()
    except (TypeError, ValueError) as error:
        raise ValueError("a day, as 2027-10-31") from error


def _set(value: Any) -> None:
    if value is not True:
        raise ValueError("true; leave the line out where the limit does not hold")


def _some(known: Iterable[str]) -> Check:
    ids = tuple(known)

    def check(value: Any) -> tuple[str, ...]:
        words = [value] if isinstance(value, str) else value
        if not isinstance(words, list) or not words or any(word not in ids for word in words):
            raise ValueError(f"a list of {', '.join(ids)}")
        return tuple(words)

    return check


def limit_checks(catalog: Catalog) -> Mapping[str, Check]:
    """The check of each limit by its name."""
    blocs = {bloc for region in catalog.regions.values() for bloc in region.blocs}
    places = _some(sorted({*catalog.regions, *blocs}))
    return {
        "headcount": _whole(1),
        "offshore-share": _share,
        "onshore-only": _set,
        "regions": places,
        "data-residency": places,
        "no-channel": _some(get_args(Channel)),
        "onshore-role": _some(ROLES),
        "resilience": _set,
        "start": _day,
        "budget": _amount,
        "deadline": _day,
    }


PLAN_CHECKS: Mapping[str, Check] = {"confidence": _share, "seed": _whole(0)}


def is_number(value: Any) -> bool:
    """Whether `value` is a finite number of a usual size, and not true or false."""
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e15

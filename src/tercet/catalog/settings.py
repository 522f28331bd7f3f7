"""`apply_settings`: the one file with which a user overrides what tercet assumes.

figures: {ramp.mid: {kind: lognormal, values: [26, 40]}, pay-factor.DE: 0.6}
productivity: {data-engineer: {monitoring: 0.6}}
rates: my-rates.csv
bands: my-bands.csv
limits: {headcount: 5, no-channel: [pod], deadline: 2027-10-31}
plan: {confidence: 0.9, seed: 7}
"""

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tercet.catalog.limits import PLAN_CHECKS, Check, is_number, limit_checks
from tercet.catalog.owned import NOTE, YOURS, own_bands, own_rates
from tercet.catalog.read import with_figures
from tercet.catalog.records import CAPABILITIES, ROLES, Catalog
from tercet.catalog.tables import Faults, check_range
from tercet.kernel.errors import InputError
from tercet.kernel.files import read_text
from tercet.kernel.provenance import Figure
from tercet.kernel.rules import broken
from tercet.kernel.uncertain import Distribution, point
from tercet.kernel.yamls import parse_yaml

SECTIONS = ("figures", "productivity", "rates", "bands", "limits", "plan")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a settings file says beyond the catalogue: limits and options of a plan."""

    limits: Mapping[str, Any]
    plan: Mapping[str, Any]


def load_settings(path: str | Path | None, catalog: Catalog) -> tuple[Catalog, Settings]:
    """`catalog` with the user's settings file on top; unchanged where there is no file."""
    if path is None:
        return catalog, Settings({}, {})
    place = str(path)
    data = parse_yaml(read_text(path), place=place)
    if not isinstance(data, Mapping):
        raise _wrong(place, "the file", data, f"a mapping with {', '.join(SECTIONS)}")
    catalog, rest = apply_settings(catalog, data, place=place, folder=Path(path).parent)
    return catalog, Settings(**rest)


def apply_settings(
    catalog: Catalog, settings: Mapping[str, Any], *, place: str, folder: Path
) -> tuple[Catalog, dict[str, dict[str, Any]]]:
    """A new catalogue with the user's figures, and what the settings say on `limits` and `plan`.

    `place` names the settings file in errors; `folder` is where the tables it names lie. Raises
    `InputError` TC060 (unknown key), TC061 (unknown figure), TC062 (wrong value), or the first
    fault of a table.
    """
    _known(settings, SECTIONS, place)
    changed = _figures(catalog, _section(settings, "figures", place), f"{place}: figures")
    rows = _productivity(_section(settings, "productivity", place), f"{place}: productivity")
    changed |= _figures(catalog, rows, f"{place}: productivity")
    if "rates" in settings:
        name = _path(settings, "rates", place)
        changed |= own_rates(folder / name, place=name)
    new = with_figures(catalog, changed)
    if "bands" in settings:
        name = _path(settings, "bands", place)
        new = replace(new, bands=own_bands(folder / name, new, place=name) + new.bands)
    limits = _section(settings, "limits", place)
    plan = _section(settings, "plan", place)
    return new, {
        "limits": _checked(limits, limit_checks(catalog), f"{place}: limits"),
        "plan": _checked(plan, PLAN_CHECKS, f"{place}: plan"),
    }


def own_figures(catalog: Catalog, given: Mapping[str, Any], *, place: str) -> Catalog:
    """A new catalogue with the user's values for figures by id. TC061 and TC062 as in a file."""
    return with_figures(catalog, _figures(catalog, given, place))


def _figures(catalog: Catalog, given: Mapping[str, Any], place: str) -> dict[str, Figure]:
    changed = {}
    for id, value in given.items():
        old = catalog.figures.get(id)
        if old is None:
            raise _unknown("TC061", place, id, catalog.figures)
        new = _distribution(id, value, place)
        faults = Faults()
        check_range(new, old.unit, f"{place}.{id}", faults)
        faults.raise_first()
        changed[id] = replace(old, value=new, date="", source=YOURS, grade="J", note=NOTE)
    return changed


def _distribution(id: str, value: Any, place: str) -> Distribution:
    if is_number(value):
        return point(float(value))
    wanted = "a number, or kind and values"
    if not isinstance(value, Mapping) or set(value) != {"kind", "values"}:
        raise _wrong(place, id, value, wanted)
    numbers = value["values"]
    if not isinstance(numbers, list) or not all(map(is_number, numbers)):
        raise _wrong(place, f"{id}.values", numbers, "a list of numbers")
    try:
        return Distribution(value["kind"], tuple(map(float, numbers)))
    except (KeyError, TypeError, ValueError) as error:
        raise _wrong(place, id, value, "a kind with the values it has") from error


def _productivity(given: Mapping[str, Any], place: str) -> dict[str, Any]:
    _known(given, (*ROLES, "generalist"), place)
    rows: dict[str, Any] = {}
    for role in given:
        shares = _section(given, role, place)
        _known(shares, CAPABILITIES, f"{place}.{role}")
        rows |= {f"productivity.{role}.{name}": share for name, share in shares.items()}
    return rows


def _path(settings: Mapping[str, Any], key: str, place: str) -> str:
    name = settings[key]
    if not isinstance(name, str) or not name.isprintable():
        raise _wrong(place, key, name, "the path of a table, seen from the settings file")
    return name


def _checked(given: Mapping[str, Any], checks: Mapping[str, Check], place: str) -> dict[str, Any]:
    _known(given, checks, place)
    checked = {}
    for key, value in given.items():
        try:
            checked[key] = checks[key](value)
        except ValueError as error:
            raise _wrong(place, key, value, str(error)) from error
    return checked


def _section(settings: Mapping[str, Any], name: str, place: str) -> Mapping[str, Any]:
    section = settings.get(name, {})
    if not isinstance(section, Mapping):
        raise _wrong(place, name, section, "a mapping")
    return section


def _known(given: Mapping[str, Any], known: Iterable[str], place: str) -> None:
    names = tuple(known)
    for key in given:
        if key not in names:
            raise _unknown("TC060", place, key, names, known=", ".join(names))


def _unknown(
    code: str, place: str, key: object, names: Iterable[str], **values: object
) -> InputError:
    """The error of a word that is not known, with the nearest known one as its hint."""
    error = broken(__package__, code, place=place, key=key, **values)
    near = difflib.get_close_matches(str(key), list(names), n=1)
    if near:
        error.hint = f"Did you mean {near[0]}?"
    return error


def _wrong(place: str, key: str, value: Any, wanted: str) -> InputError:
    return broken(__package__, "TC062", place=place, key=key, value=repr(value), wanted=wanted)

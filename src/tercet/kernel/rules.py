"""Coded rules: one explanation each, kept as data beside the stage that applies them.

A stage `tercet.x` keeps `rules.yaml` in its folder: code → name, severity, says, why, fix.
`says` is a format string; its fields are filled when the rule fires.
"""

from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from tercet.kernel.errors import InputError

Severity = Literal["info", "warning", "error"]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule as its explanation file states it."""

    code: str
    name: str
    severity: Severity
    says: str
    why: str
    fix: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that fired: what it says here, where, and what to do about it."""

    code: str
    severity: Severity
    message: str
    place: str | None = None
    fix: str | None = None


@cache
def rulebook(package: str) -> dict[str, Rule]:
    """Rules of one stage, by code, read once from its `rules.yaml`."""
    from importlib import resources

    from tercet.kernel.yamls import parse_yaml

    text = resources.files(package).joinpath("rules.yaml").read_text("utf-8")
    rows = parse_yaml(text, place=f"{package}/rules.yaml")
    rules = {code: Rule(code=code, **row) for code, row in rows.items()}
    for rule in rules.values():
        if rule.severity not in get_args(Severity):
            raise ValueError(f"{rule.code}: severity {rule.severity!r} is none of {Severity}")
    return rules


def finding(package: str, code: str, *, place: str | None = None, **values: object) -> Finding:
    """The finding that rule `code` of stage `package` makes, with its fields filled in."""
    rule = rulebook(package)[code]
    return Finding(code, rule.severity, rule.says.format(**values), place, rule.fix or None)


def broken(package: str, code: str, *, place: str | None = None, **values: object) -> InputError:
    """The error to raise where rule `code` is broken by what the user gave."""
    rule = rulebook(package)[code]
    return InputError(code, rule.says.format(**values), place=place, hint=rule.fix or None)

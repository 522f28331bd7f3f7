"""How long what a ledger holds must be kept, and when it must go, by jurisdiction."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Literal, get_args

from dateutil.relativedelta import relativedelta

from tercet.auditing.ledger.chain import parse
from tercet.auditing.ledger.record import persons
from tercet.auditing.ledger.verify import read_lines, verify_lines
from tercet.kernel.provenance import Grade
from tercet.kernel.rules import Finding, broken, finding

_PACKAGE = "tercet.auditing"
State = Literal["keep", "may-erase", "erase", "clash"]


@dataclass(frozen=True, slots=True)
class Term:
    """One rule of one jurisdiction: months after the last act, at least, at most, or both."""

    jurisdiction: str
    within: str
    what: str
    least_months: int | None
    most_months: int | None
    date: str
    source: str
    grade: Grade
    note: str


@dataclass(frozen=True, slots=True)
class Due:
    """When a person's records may not go yet, when they must have gone, and what is due today."""

    person: str
    last_act: date
    entries: int
    keep_until: date | None
    erase_by: date | None
    state: State


@dataclass(frozen=True, slots=True)
class Retention:
    """Every person in the ledger, the rules applied, and where two of them clash."""

    people: tuple[Due, ...]
    rules: tuple[Term, ...]
    findings: tuple[Finding, ...]


@cache
def load_retention() -> tuple[Term, ...]:
    """Rules of `data/retention.csv`, checked."""
    text = resources.files(_PACKAGE).joinpath("data", "retention.csv").read_text("utf-8")
    rules = tuple(_term(row) for row in csv.DictReader(io.StringIO(text)))
    for rule in rules:
        if rule.grade not in get_args(Grade) or not rule.source or not rule.date:
            raise ValueError(f"retention.csv: {rule.jurisdiction} lacks source, date or grade")
    return rules


def _term(row: dict[str, str]) -> Term:
    least, most = (int(row[c]) if row[c] else None for c in ("least_months", "most_months"))
    return Term(
        row["jurisdiction"], row["within"], row["what"], least, most, row["date"],
        row["source"], row["grade"], row["note"],  # type: ignore[arg-type]  # checked by the caller
    )  # fmt: skip


def retention(path: Path, jurisdictions: Sequence[str], *, today: date) -> Retention:
    """What is due for each person whose personal part is still there.

    The longest minimum and the shortest maximum of all `jurisdictions` apply, with those that they
    lie within (US-CA in US, DE in EU). Raises `InputError` TA029 for a jurisdiction without a rule,
    TA032 for a ledger that does not hold.
    """
    rules = _rules_of(jurisdictions)
    least = max((r.least_months for r in rules if r.least_months is not None), default=None)
    most = min((r.most_months for r in rules if r.most_months is not None), default=None)
    last: dict[str, list[date]] = {}
    lines = read_lines(path)
    if bad := verify_lines(lines).bad:
        raise broken(_PACKAGE, "TA032", place=str(path), n=bad.record, why=bad.why)
    for entry in filter(None, map(parse, lines)):
        if entry.personal:
            for person in persons(entry.record):
                when = datetime.fromisoformat(entry.record["when"]).date()
                last.setdefault(person, []).append(when)
    people = tuple(
        _due(person, max(days), len(days), least, most, today)
        for person, days in sorted(last.items())
    )
    return Retention(people, rules, _clashes(rules))


def _rules_of(jurisdictions: Sequence[str]) -> tuple[Term, ...]:
    every = load_retention()
    known = sorted({rule.jurisdiction for rule in every})
    wanted = set(jurisdictions)
    for name in jurisdictions:
        if name not in known:
            raise broken(_PACKAGE, "TA029", place="--jurisdiction", value=name,
                         known=", ".join(known))  # fmt: skip
        wanted.update(rule.within for rule in every if rule.jurisdiction == name)
    return tuple(rule for rule in every if rule.jurisdiction in wanted)


def _due(
    person: str, last: date, entries: int, least: int | None, most: int | None, today: date
) -> Due:
    keep = last + relativedelta(months=least) if least is not None else None
    erase = last + relativedelta(months=most) if most is not None else None
    state: State = "may-erase"
    if erase and today >= erase:
        state = "clash" if keep and today < keep else "erase"
    elif keep and today < keep:
        state = "keep"
    return Due(person, last, entries, keep, erase, state)


def _clashes(rules: Sequence[Term]) -> tuple[Finding, ...]:
    """Each minimum that is longer than a maximum: no length of keeping meets both."""
    return tuple(
        finding(
            _PACKAGE,
            "TA030",
            place=f"{a.jurisdiction} and {b.jurisdiction}",
            first=a.jurisdiction,
            least=a.least_months,
            second=b.jurisdiction,
            most=b.most_months,
        )
        for a in rules
        for b in rules
        if a.least_months is not None
        and b.most_months is not None
        and a.least_months > b.most_months
    )

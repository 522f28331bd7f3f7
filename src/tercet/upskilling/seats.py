"""What is to be grown into: roles with numbers, or the seats of a quick plan for a brief."""

import difflib
import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from tercet.advice.limits import with_settings
from tercet.advice.pose import pose
from tercet.advice.solving import QUICK
from tercet.brief import load_brief
from tercet.brief.records import Brief
from tercet.catalog.records import ROLES, Catalog
from tercet.kernel.rules import Finding, broken, finding
from tercet.market import plan_currency
from tercet.planning import NoPlan, Plan, fastest, plan
from tercet.upskilling.records import Seat

_COUNTED = re.compile(r"([a-z-]+)(?:=([1-9][0-9]?))?")


def read_seats(
    targets: Sequence[str], catalog: Catalog, *, today: date, limits: Mapping[str, Any]
) -> tuple[tuple[Seat, ...], tuple[Finding, ...]]:
    """Seats for `targets`: roles ("ai-engineer", "ai-engineer=2"), or files with a brief.

    Raises `InputError` TU006 for what is neither, with the nearest role.
    """
    seats: list[Seat] = []
    findings: list[Finding] = []
    for target in targets:
        counted = _COUNTED.fullmatch(target)
        if counted and counted[1] in ROLES:
            seats.append(Seat(counted[1], int(counted[2] or 1)))
        elif os.path.isfile(target):
            brief = load_brief(target, catalog, today=today)
            brief = with_settings(brief, limits, plan_currency(brief, catalog))
            found, said = seats_of(brief, catalog)
            seats += found
            findings += said
        else:
            error = broken(__package__, "TU006", place="--to", value=target)
            near = difflib.get_close_matches(target.partition("=")[0], ROLES, n=1)
            if near:
                error.hint = f"Did you mean {near[0]}?"
            raise error
    return tuple(seats), tuple(findings)


def seats_of(brief: Brief, catalog: Catalog) -> tuple[tuple[Seat, ...], tuple[Finding, ...]]:
    """Seats by role that a quick plan for `brief` fills at once, wanted by its deadline, if any.

    People on staff count as seats too: whoever on the team has the role fills them.
    """
    problem = pose(brief, catalog).problem
    found = plan(problem, QUICK)
    said: tuple[Finding, ...] = ()
    if isinstance(found, NoPlan):
        said = (finding(__package__, "TU017"),)
        free = replace(problem.limits, deadline=None, budget=None)
        found = fastest(replace(problem, limits=free), QUICK)
    if isinstance(found, NoPlan):
        return (), said
    by = brief.deadline.date if brief.deadline else None
    counts = {role: _at_once(found, role) for role in ROLES}
    return tuple(Seat(role, count, by) for role, count in counts.items() if count), said


def _at_once(found: Plan, role: str) -> int:
    """Most people of `role` that the plan has on one day: who follows another takes the seat."""
    stays = [(e.start, e.end) for e in found.engagements for m in e.members if m.role == role]
    return max((sum(a <= day < b for a, b in stays) for day, _ in stays), default=0)

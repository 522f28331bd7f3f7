"""Paths into a role in a terminal: the answer, each person's steps, other ways to fill the seat."""

from collections.abc import Iterator

from tercet.reports.console.parts import Column, Ink, labelled, table, wrapped
from tercet.reports.roles import HOW, role_count, role_look
from tercet.reports.words import about, hundred, listed, number, upper_first
from tercet.upskilling.contract import chance_range
from tercet.upskilling.records import Growth, Path, Step

RIVALS = (
    Column("How"), Column("Cost", True), Column("Weeks to start", True),
    Column("To full output", True),
)  # fmt: skip


def terminal_upskill(growth: Growth, *, width: int = 88, colour: bool, unicode: bool) -> str:
    """Who could take which seat, then a page for each path, then remarks."""
    ink = Ink(colour, unicode, width)
    lines = [""]
    for said in _answer(growth):
        lines += [ink.paint("bold", line) for line in wrapped(ink, said)]
    lines += wrapped(ink, "This is advice on time and price. It ranks nobody; a person decides.")
    for path in growth.paths:
        if path.steps or path.learner.role != path.to:
            lines += ["", *_path(ink, path, growth.currency)]
    if growth.findings:
        lines.append("")
        for finding in growth.findings:
            lines += labelled(f"  {finding.code}  ", wrapped(ink, finding.message, 9))
    return ink.page(lines)


def _answer(growth: Growth) -> Iterator[str]:
    grows = [path for path in growth.assignment if path.steps]
    there = [path for path in growth.assignment if not path.steps]
    for path in grows:
        assert path.weeks is not None  # noqa: S101  (paths with steps have weeks)
        yield (
            f"{path.learner.name} could work alone as {role_look(path.to).name} in about "
            f"{number(path.weeks.quantile(0.5), 0)} weeks, for "
            f"{_money(path, growth.currency)}."
        )
    if there:
        yield f"Already there: {listed(path.learner.name for path in there)}."
    if not grows:
        yield "Nobody on the team grows into a seat here."
    if growth.still_to_hire:
        seats = [role_count(seat.role, seat.count) for seat in growth.still_to_hire]
        yield f"Still to hire or rent: {listed(seats)}."


def _path(ink: Ink, path: Path, currency: str) -> list[str]:
    who, goal = path.learner, role_look(path.to)
    head = f"{who.name}: {role_look(who.role).name} to {goal.name}"
    lines = ["  " + ink.paint("bold", ink.said(head))]
    if path.weeks is None:
        return [*lines, *wrapped(ink, f"No path is known. Open: {_gaps(path)}.")]
    if not path.steps:
        return [*lines, *wrapped(ink, "Everything that is asked was shown.")]
    low, middle, high = (number(path.weeks.quantile(q), 0) for q in (0.1, 0.5, 0.9))
    lines += wrapped(
        ink,
        f"{middle} weeks ({low} to {high}) at {who.share:.0%} of the week, to begin as "
        f"{path.level}. {_money(path, currency)} with {number(path.mentor_weeks or 0)} weeks of a "
        f"mentor. {_chance(path)}",
    )
    lines.append("")
    for step in path.steps:
        lines += _step(ink, step)
    lines += ["", *table(ink, RIVALS, [
        (
            upper_first(HOW[r.channel]),
            about(r.cost, currency),
            number(r.weeks, 0),
            number(r.full, 0),
        )
        for r in path.against
    ])]  # fmt: skip
    return lines


def _step(ink: Ink, step: Step) -> list[str]:
    """When, how long and what; then what counts as evidence, and when at the earliest."""
    label = f"  {number(step.start, 0):>4}  {number(step.weeks):>4} w  "
    proof = (
        f"Counts from week {number(step.counts, 0)}: {step.evidence[0].lower()}{step.evidence[1:]}"
    )
    return [
        *labelled(label, wrapped(ink, f"{step.work}.", len(label))),
        *(ink.paint("dim", line) for line in wrapped(ink, f"{proof}.", len(label))),
    ]


def _money(path: Path, currency: str) -> str:
    return "–" if path.cost is None else about(path.cost, currency)


def _chance(path: Path) -> str:
    ends = chance_range(path)
    if ends is None:
        return ""
    return f"Of 100 such people, {hundred(ends[0])} to {hundred(ends[1])} get there."


def _gaps(path: Path) -> str:
    return listed(f"{gap.capability.replace('-', ' ')} ({gap.asked})" for gap in path.gaps)

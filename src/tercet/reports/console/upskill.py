"""Paths into a role in a terminal: the answer, each person's steps, other ways to fill the seat."""

from collections.abc import Iterator

from tercet.reports.console.parts import Column, Ink, labelled, remark, table, wrapped
from tercet.reports.roles import HOW, role_count, role_look
from tercet.reports.words import about, day, hundred, listed, number, percent, upper_first
from tercet.upskilling.contract import chance_range
from tercet.upskilling.records import Growth, Path, Step

RIVALS = (
    Column("How"), Column("Cost", True), Column("Weeks to start", True),
    Column("To full output", True),
)  # fmt: skip
OTHERS = (
    Column("Other ways"), Column("To"), Column("Weeks", True), Column("Range", True),
    Column("Cost", True), Column("Of 100", True),
)  # fmt: skip


def terminal_upskill(growth: Growth, *, width: int = 80, colour: bool, unicode: bool) -> str:
    """Who could take which seat, the steps of those paths, the other paths in a table, remarks.

    Where one role alone is asked for, everybody's steps are shown.
    """
    ink = Ink(colour, unicode, width)
    lines = [""]
    for said in _answer(growth):
        lines += [ink.paint("bold", line) for line in wrapped(ink, said)]
    lines += wrapped(ink, "This is advice on time and price. It ranks nobody; a person decides.")
    ways = [path for path in growth.paths if path.learner.role != path.to]
    one_role = len({path.to for path in growth.paths}) == 1
    full = [path for path in ways if one_role or path in growth.assignment]
    for path in full:
        lines += ["", *_path(ink, path, growth.currency)]
    others = [path for path in ways if path not in full and path.steps]
    for path in growth.paths:
        if path.learner.role == path.to and path.gaps:
            said = f"{path.learner.name}, {role_look(path.to).name}: asked and not yet shown are "
            lines += ["", *wrapped(ink, f"{said}{_gaps(path)}.")]
    if others:
        lines += ["", *table(ink, OTHERS, [_other(path, growth.currency) for path in others])]
    if growth.findings:
        lines.append("")
        for finding in growth.findings:
            lines += remark(ink, finding.code, finding.message)
    return ink.page(lines)


def _answer(growth: Growth) -> Iterator[str]:
    grows = [path for path in growth.assignment if path.steps]
    there = [path for path in growth.assignment if not path.steps]
    for path in grows:
        yield (
            f"{path.learner.name} could work alone as {role_look(path.to).name} in about "
            f"{_weeks(path)[1]} weeks, for "
            f"{_money(path, growth.currency)}."
        )
    if there:
        yield f"In the role already: {listed(path.learner.name for path in there)}."
    if not grows:
        yield "Nobody on the team grows into a seat here."
    if growth.still_to_hire:
        seats = [role_count(seat.role, seat.count) for seat in growth.still_to_hire]
        days = [seat.by for seat in growth.still_to_hire if seat.by]
        until = f" by {day(min(days))}" if days else ""
        yield f"Still to hire or rent{until}: {listed(seats)}."


def _path(ink: Ink, path: Path, currency: str) -> list[str]:
    who, goal = path.learner, role_look(path.to)
    head = f"{who.name}: {role_look(who.role).name} to {goal.name}"
    lines = ["  " + ink.paint("bold", ink.said(head))]
    if path.weeks is None:
        return [*lines, *wrapped(ink, f"No path is known. Open: {_gaps(path)}.")]
    if not path.steps:
        return [*lines, *wrapped(ink, "Everything that is asked was shown.")]
    low, middle, high = _weeks(path)
    lines += wrapped(
        ink,
        f"{middle} weeks ({low} to {high}) at {percent(who.share)} of the week, to begin as "
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


def _other(path: Path, currency: str) -> tuple[str, ...]:
    """A path that is not shown step by step, in a row."""
    low, middle, high = _weeks(path)
    least, most = chance_range(path) or (None, None)
    return (
        path.learner.name, role_look(path.to).name, middle, f"{low} to {high}",
        _money(path, currency), f"{hundred(least)} to {hundred(most)}",
    )  # fmt: skip


def _weeks(path: Path) -> tuple[str, str, str]:
    """Low, middle and high weeks until independent work."""
    if path.weeks is None:
        return "–", "–", "–"
    low, middle, high = (number(path.weeks.quantile(q), 0) for q in (0.1, 0.5, 0.9))
    return low, middle, high


def _step(ink: Ink, step: Step) -> list[str]:
    """When, how long and what; then what counts as evidence for which rung, and from when."""
    label = f"  {number(step.start, 0):>4}  {number(step.weeks):>4} w  "
    rung = f"{step.capability.replace('-', ' ')}, {step.rung}"
    proof = step.evidence[0].lower() + step.evidence[1:]
    counts = f"From week {number(step.counts, 0)} this counts as {rung}: {proof}."
    return [
        *labelled(label, wrapped(ink, f"{step.work}.", len(label))),
        *(ink.paint("dim", line) for line in wrapped(ink, counts, len(label))),
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

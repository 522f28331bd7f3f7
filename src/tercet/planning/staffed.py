"""Choosing a team for given windows: the integer answer, first in shares, then in days."""

from collections.abc import Sequence
from dataclasses import dataclass

from tercet.planning.crew import Group
from tercet.planning.headcounts import Headcounts
from tercet.planning.model import Built, build
from tercet.planning.network import Network
from tercet.planning.records import Problem
from tercet.planning.relaxation import Relaxed
from tercet.planning.rounding import rounded
from tercet.planning.solver import Model, Solution, solve_mip
from tercet.planning.stint_staffing import StintStaffing
from tercet.planning.stints import Stint, priced
from tercet.planning.timeline import Windows
from tercet.planning.windows import settled

NEAR = 3
"""Weeks by which people may join earlier or later than rounding says."""


@dataclass(frozen=True)
class Staffed:
    """A team with its timeline, as a solution of the model."""

    solution: Solution
    windows: Windows
    """The weeks it chose: one for each step."""
    team: tuple[tuple[Stint, int], ...]
    """Stints and how many people hold each."""

    @property
    def cost(self) -> float:
        """What the team costs."""
        return self.solution.objective

    def start(self, model: Model) -> dict[int, float]:
        """The integers of `model` as this team and timeline have them."""
        steps = {"half": self.windows.half, "complete": self.windows.complete}
        found = {}
        for key, index in model.column.items():
            if model.integer[index] and isinstance(key, tuple):
                known = key[0] in steps
                value = key[2] >= steps[key[0]][key[1]][0] if known else round(self.solution[key])
                found[index] = float(value)
        return found


def worthwhile(
    problem: Problem, net: Network, crew: Sequence[Group], relaxed: Relaxed, spare: float
) -> list[Group]:
    """The options that a plan may use and cost at most `spare` more than the relaxation, the
    cheapest first.
    """
    finish = relaxed.built.windows.finish
    offers = [
        (cost, group)
        for group in crew
        for cost, _ in priced(problem, group, relaxed.prices, net.horizon, finish, 1)
        if cost <= spare
    ]
    return [group for _, group in sorted(offers, key=lambda offer: offer[0])]


def staff(
    problem: Problem, net: Network, crew: Sequence[Group], offered: Sequence[Group],
    windows: Windows, *, gap: float, nodes: int, start: Staffed | None = None,
    time_limit: float | None = None,
) -> tuple[Staffed | None, Solution]:  # fmt: skip
    """The cheapest team of those `offered` found within the budget, and the solver's own answer."""
    people = Headcounts(problem, crew, net.horizon, offered, windows.finish)
    model = build(problem, net, people, windows).model
    solution = solve_mip(model, gap=gap, nodes=nodes, time_limit=time_limit,
                         start=start.start(model) if start else None)  # fmt: skip
    return _read(net, windows, people, solution), solution


def restaff(
    problem: Problem, net: Network, crew: Sequence[Group], team: Staffed, windows: Windows, *,
    gap: float, nodes: int, time_limit: float | None = None,
) -> Staffed | None:  # fmt: skip
    """As many of each option as in `team`, but in the weeks that are best within `windows`."""
    ids = {stint.id for stint, _ in team.team}
    offered = [group for group in crew if group.id in ids]
    people = Headcounts(problem, crew, net.horizon, offered, windows.finish)
    model = build(problem, net, people, windows).model
    start = team.start(model)
    people.hold(start, NEAR)
    solution = solve_mip(model, gap=gap, nodes=nodes, time_limit=time_limit, start=start)
    return _read(net, windows, people, solution)


def staff_soon(
    problem: Problem, net: Network, crew: Sequence[Group], offered: Sequence[Group],
    windows: Windows, *, gap: float, nodes: int,
) -> Staffed | None:  # fmt: skip
    """A good team of those `offered`, without a bound; None where rounding finds none.

    As many of each option as rounding says, and the best weeks for them: how many of whom is the
    hard part of the integer program, and what a relaxation tells best.
    """
    people = Headcounts(problem, crew, net.horizon, offered, windows.finish)
    model = build(problem, net, people, windows).model
    found = rounded(model)
    if found is None:
        return None
    whole = found.integers(model)
    people.hold(whole, NEAR)
    return _read(net, windows, people, solve_mip(model, gap=gap, nodes=nodes, start=whole))


def _read(
    net: Network, windows: Windows, people: Headcounts, solution: Solution
) -> Staffed | None:  # fmt: skip
    if solution.values is None:
        return None
    return Staffed(solution, settled(net, solution, windows), people.team(solution))


@dataclass(frozen=True)
class Booked:
    """A team with its timeline and its days."""

    built: Built
    people: StintStaffing
    solution: Solution
    windows: Windows
    team: tuple[tuple[Stint, int], ...]


BLOCK = 10
"""Weeks whose days are settled together."""


def in_days(
    problem: Problem, net: Network, crew: Sequence[Group], staffed: Staffed, *,
    gap: float, nodes: int,
) -> Booked | None:  # fmt: skip
    """The same team in the same weeks, booked in whole days.

    Settled block by block: what a block rounds up, the weeks after it need less.
    """
    people = StintStaffing(problem, crew, net.horizon, [s for s, _ in staffed.team], days=True)
    built = build(problem, net, people, staffed.windows)
    model = built.model
    booked = [
        (key[2], column)
        for key, column in model.column.items()
        if isinstance(key, tuple) and key[0] == "extra"
    ]
    for stint, count in staffed.team:
        column = model.column[stint.key]
        model.lower[column] = model.upper[column] = float(count)
    solution = None
    for begin in range(0, net.horizon, BLOCK):
        for week, column in booked:
            model.integer[column] = week < begin + BLOCK
        solution = solve_mip(model, gap=gap, nodes=nodes)
        if solution.values is None:
            return None
        for week, column in booked:
            if week < begin + BLOCK:
                model.lower[column] = model.upper[column] = round(float(solution.values[column]))
    assert solution is not None  # a plan has at least one week
    return Booked(built, people, solution, staffed.windows, staffed.team)

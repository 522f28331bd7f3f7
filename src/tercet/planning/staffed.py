"""Choosing a team for given windows: the integer answer, first in shares, then in days."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tercet.planning.crew import Group
from tercet.planning.model import Built, build
from tercet.planning.network import Network
from tercet.planning.records import Problem
from tercet.planning.relaxation import Relaxed
from tercet.planning.solver import Solution, solve_mip
from tercet.planning.stints import Stint, within
from tercet.planning.timeline import Windows


@dataclass(frozen=True)
class Staffed:
    """A team with its timeline, as a solution of the model."""

    built: Built
    solution: Solution
    windows: Windows
    team: tuple[tuple[Stint, int], ...]
    """Stints and how many people hold each."""

    @property
    def cost(self) -> float:
        """What the team costs."""
        return self.solution.objective


def staff(
    problem: Problem, net: Network, crew: Sequence[Group], windows: Windows,
    stints: Iterable[Stint], *, gap: float, nodes: int, time_limit: float | None = None,
    start: Solution | None = None, days: bool = False,
) -> tuple[Staffed | None, Solution]:  # fmt: skip
    """The cheapest team among `stints` found within the budget, and the solver's own answer."""
    choice = tuple(dict.fromkeys(s.free() for s in stints))
    built = build(problem, net, crew, choice, windows, days=days)
    solution = solve_mip(built.model, gap=gap, nodes=nodes, start=start, time_limit=time_limit)
    if solution.values is None:
        return None, solution
    team = tuple((s, n) for s in choice if (n := round(solution[s.key])))
    return Staffed(built, solution, windows, team), solution


def candidates(
    problem: Problem, net: Network, crew: Sequence[Group], relaxed: Relaxed, windows: Windows,
    *, most: int,
) -> list[Stint]:  # fmt: skip
    """The stints of least reduced cost within `windows`, and those that the relaxation uses."""
    limit = 0.1 * max(relaxed.bound, 1.0)
    priced = [
        offer
        for group in crew
        for offer in within(problem, group, relaxed.prices, net.horizon, windows.finish, limit)
    ]
    cheap = [s for _, s in sorted(priced, key=lambda offer: offer[0])[:most]]
    return list(dict.fromkeys([*(s.free() for s in relaxed.used()), *cheap]))


BLOCK = 10
"""Weeks whose days are settled together."""


def in_days(
    problem: Problem, net: Network, crew: Sequence[Group], staffed: Staffed, *,
    gap: float, nodes: int,
) -> Staffed | None:  # fmt: skip
    """The same team in the same weeks, booked in whole days.

    Settled block by block: what a block rounds up, the weeks after it need less.
    """
    team = [s for s, _ in staffed.team]
    built = build(problem, net, crew, team, staffed.windows, days=True)
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
    return Staffed(built, solution, staffed.windows, staffed.team)

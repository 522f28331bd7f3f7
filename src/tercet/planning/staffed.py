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


def in_days(
    problem: Problem, net: Network, crew: Sequence[Group], staffed: Staffed, windows: Windows,
    *, nodes: int, time_limit: float | None = None,
) -> Staffed | None:  # fmt: skip
    """The same team in the same weeks, booked in whole days."""
    team = [s for s, _ in staffed.team]
    booked, _ = staff(problem, net, crew, windows, team, gap=0.001, nodes=nodes,
                      time_limit=time_limit, days=True)  # fmt: skip
    return booked

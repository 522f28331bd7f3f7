"""The linear relaxation over every stint there could be, by column generation.

Only stints that pay at current prices enter the model. The prices then bound every plan from
below, whether or not all stints that would still pay have been added (Farley's bound).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from tercet.planning.crew import Group, Profile, counted
from tercet.planning.model import Built, build
from tercet.planning.network import Network
from tercet.planning.records import Problem
from tercet.planning.solver import Solution, solve_lp
from tercet.planning.stint_staffing import StintStaffing
from tercet.planning.stints import Prices, Stint, priced
from tercet.planning.timeline import Windows

ENOUGH = 1e-3
"""Person-weeks undone that count as rounding."""

STALLED = 0.9
"""Share of the work undone that a round must get below for the next one to be worth it."""


@dataclass(frozen=True)
class Relaxed:
    """The relaxation as solved: prices, a lower bound, and the stints it chose from."""

    built: Built
    solution: Solution
    stints: tuple[Stint, ...]
    prices: Prices
    bound: float
    short: float
    """Person-weeks of work that nobody could be found for; infinite where no weeks hold it."""

    def used(self) -> list[Stint]:
        """Stints that the relaxation engages, most first."""
        share = {s: self.solution[s.key] for s in self.stints}
        return sorted((s for s in self.stints if share[s] > 1e-4), key=lambda s: -share[s])


def relax(
    problem: Problem, net: Network, crew: Sequence[Group], windows: Windows, *,
    known: Iterable[Stint] = (), precedence: bool = True, rounds: int = 12, close: float = 0.002,
    only_staffed: bool = False,
) -> Relaxed:  # fmt: skip
    """The relaxation within `windows`, to a share `close` of its optimum or for `rounds` rounds.

    With `only_staffed`, it asks for as little work undone as can be, whatever people cost, and
    ends when somebody is found for all of it, or hardly more of it is done than a round before.
    """
    finish = windows.finish
    undone = 1.0 if only_staffed else penalty(problem, crew)
    stints = dict.fromkeys(known)
    guess = _guess(problem, net, crew)
    for _, found in _pricing(problem, net, crew, guess, finish, each=3, below=np.inf):
        stints[found] = None
    before, start = np.inf, None
    while True:
        people = StintStaffing(problem, crew, net.horizon, tuple(stints))
        built = build(problem, net, people, windows, precedence=precedence, shortfall=undone,
                      pay=not only_staffed)  # fmt: skip
        solution = solve_lp(built.model, start=start)
        if solution.values is None or solution.row_duals is None:
            # Even with all the people one could wish for, the work does not go into its weeks.
            return Relaxed(built, solution, tuple(stints), guess, np.inf, np.inf)
        prices = prices_of(problem, net, crew, built, solution, pay=float(not only_staffed))
        offers = _pricing(problem, net, crew, prices, finish, each=6, below=0.0)
        gains: dict[str, float] = {}
        for cost, found in offers:
            gains[found.id] = min(gains.get(found.id, 0.0), cost * found.group.option.available)
        bound = solution.bound + sum(gains.values())
        rounds -= 1
        new = [found for _, found in offers if found not in stints]
        short = short_of(built, solution)
        done = only_staffed and (short <= ENOUGH or bound > ENOUGH or short > STALLED * before)
        before = short
        if (
            done
            or rounds <= 0
            or not new
            or -sum(gains.values()) <= close * abs(solution.objective)
        ):
            return Relaxed(built, solution, tuple(stints), prices, bound, short)
        stints |= dict.fromkeys(new)
        start = solution.basis


def relax_staffed(
    problem: Problem, net: Network, crew: Sequence[Group], windows: Windows, *,
    known: Iterable[Stint] = (), precedence: bool = True, rounds: int, close: float = 0.002,
) -> Relaxed:  # fmt: skip
    """As `relax`; where work stays undone in so few rounds, people for it are looked for first."""
    found = relax(problem, net, crew, windows, known=known, precedence=precedence, rounds=rounds,
                  close=close)  # fmt: skip
    if found.short <= ENOUGH:
        return found
    able = relax(problem, net, crew, windows, known=found.stints, precedence=precedence,
                 rounds=5, only_staffed=True)  # fmt: skip
    if able.short > ENOUGH:
        return able
    return relax(problem, net, crew, windows, known=able.stints, precedence=precedence,
                 rounds=rounds, close=close)  # fmt: skip


def short_of(built: Built, solution: Solution) -> float:
    """Person-weeks of work that nobody does in `solution`."""
    keys = (key for key in built.model.column if isinstance(key, tuple) and key[0] == "short")
    return sum(solution[key] for key in keys)


def prices_of(
    problem: Problem, net: Network, crew: Sequence[Group], built: Built, solution: Solution,
    *, pay: float,
) -> Prices:  # fmt: skip
    """Prices of the relaxation, from its dual values; all of them are 0 or more."""
    duals, row, weeks = solution.row_duals, built.model.row, net.horizon
    assert duals is not None
    demand: dict[str, np.ndarray] = {}
    team, booked, head = np.zeros(weeks), np.zeros(weeks), np.zeros(weeks)
    person: dict[str, np.ndarray] = {}
    spared: dict[Profile, np.ndarray] = {}
    stints: dict[str, float] = {}
    offshore = budget = 0.0
    counts = {key: count for key, _, count in counted(problem)}
    for key, index in row.items():
        assert isinstance(key, tuple)
        price = abs(float(duals[index]))
        match key:
            case "demand", capability, week:
                demand.setdefault(capability, np.zeros(weeks))[week] = price
            case "team", week:
                team[week] = price
            case "booked", week:
                booked[week] = price
            case "spared", profile, week:
                spared.setdefault(profile, np.zeros(weeks))[week] = price
            case "head", week:
                head[week] = price
            case "person", label, week:
                person.setdefault(label, np.zeros(weeks))[week] = price
            case ("offshore",):
                offshore = price
            case ("budget",):
                budget = price
            case "available", id:
                stints[id] = stints.get(id, 0.0) + price
            case ("onshore" | "resilience", _):
                for group in crew:
                    stints[group.id] = stints.get(group.id, 0.0) - price * counts[key](group)
    return Prices(demand, team, spared, booked, head, person, offshore, stints, pay + budget)


def _pricing(
    problem: Problem, net: Network, crew: Sequence[Group], prices: Prices, finish: int,
    *, each: int, below: float,
) -> list[tuple[float, Stint]]:  # fmt: skip
    return [
        offer
        for group in crew
        for offer in priced(problem, group, prices, net.horizon, finish, each)
        if offer[0] < below
    ]


def _guess(problem: Problem, net: Network, crew: Sequence[Group]) -> Prices:
    """Prices to begin with: what the cheapest able person asks, and something on top."""
    share, weeks = problem.terms.productive_share, net.horizon
    cheapest: dict[str, float] = {}
    for group in crew:
        for member in group.option.members:
            for capability, output in member.productivity.items():
                if output > 0:
                    ask = group.weekly / group.size / output / share
                    cheapest[capability] = min(cheapest.get(capability, ask), ask)
    zero = np.zeros(weeks)
    demand = {c: np.full(weeks, 1.5 * ask) for c, ask in cheapest.items()}
    return Prices(demand, zero, {}, zero, zero, {}, 0.0, {}, 1.0)


def penalty(problem: Problem, crew: Sequence[Group]) -> float:
    """Price of a week undone, beyond what doing it could cost."""
    dearest = max(g.one_off + g.weekly * max(g.stay, 1) for g in crew)
    return 2 * dearest / problem.terms.productive_share

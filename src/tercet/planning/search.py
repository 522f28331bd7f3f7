"""The search for a cheap plan: dive to a timeline, staff it, then improve both by turns.

Every step is a relaxation or an integer program with a fixed amount of work, in a fixed order.
"""

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tercet.planning.crew import Group
from tercet.planning.model import build
from tercet.planning.network import Network
from tercet.planning.records import Problem, SearchBudget
from tercet.planning.relaxation import ENOUGH, Relaxed, penalty, relax, relax_staffed
from tercet.planning.solver import INF, Solution, solve_lp
from tercet.planning.staffed import Staffed, candidates, staff
from tercet.planning.stints import Stint
from tercet.planning.timeline import Windows, all_windows
from tercet.planning.windows import around, fixed, settled, tightened

SMALL = 6000
"""Weeks over all stints up to which a problem is solved as one program."""
BATCHES = 8
"""Steps in which a dive settles the packages."""
THRESHOLDS = (0.5, 0.7, 0.3)
"""How sure the relaxation must be of a completion, in the order in which dives are tried."""
REACH = 2
"""Weeks by which packages and stints may move in one round of improvement."""


@dataclass
class Ceiling:
    """A time limit, if any, on everything after the first plan."""

    seconds: float | None
    begun: float = field(default_factory=time.monotonic)
    hit: bool = False

    def left(self) -> float | None:
        """Seconds left for a solve (at least one), or None without a limit."""
        if self.seconds is None:
            return None
        return max(1.0, self.begun + self.seconds - time.monotonic())

    def over(self) -> bool:
        """Whether the time is up; remembered."""
        if self.seconds is not None and time.monotonic() - self.begun >= self.seconds:
            self.hit = True
        return self.hit


@dataclass(frozen=True)
class Found:
    """The best team found, and a lower bound over all timelines."""

    best: Staffed | None
    relaxed: Relaxed
    lower: float
    optimal: bool
    """Whether the search was over everything there is."""


def search(
    problem: Problem, net: Network, crew: Sequence[Group], budget: SearchBudget, ceiling: Ceiling
) -> Found:
    """The cheapest team with its timeline found within the budget; None when none was."""
    relaxed = relax_staffed(problem, net, crew, all_windows(net), precedence=False,
                    rounds=12 if budget.prove else 4,
                    close=0.002 if budget.prove else 0.01)  # fmt: skip
    if relaxed.short > ENOUGH:
        return Found(None, relaxed, relaxed.bound, False)
    best = _dives(problem, net, crew, relaxed, budget)
    everything = all_stints(net, crew)
    if sum(s.end - s.start for s in everything) <= SMALL:
        best, lower, done = whole(problem, net, crew, everything, best, budget, ceiling)
        return Found(best, relaxed, max(lower, relaxed.bound), done)
    for _ in range(budget.rounds):
        if best is None or ceiling.over():
            break
        better = improve(problem, net, crew, best, budget, ceiling)
        if better.cost > best.cost * (1 - budget.gap / 10):
            break
        best = better
    return Found(best, relaxed, relaxed.bound, False)


def _dives(
    problem: Problem, net: Network, crew: Sequence[Group], relaxed: Relaxed, budget: SearchBudget
) -> Staffed | None:
    """The best team of several dives; only one that works where little may be spent."""
    best: Staffed | None = None
    for threshold in THRESHOLDS:
        windows = dive(problem, net, crew, relaxed.used(), threshold)
        if windows is None:
            continue
        found = first_team(problem, net, crew, windows, relaxed.used(), budget)
        if found and (best is None or found.cost < best.cost):
            best = found
        if best and budget.rounds <= 1:
            break
    return best


def whole(
    problem: Problem, net: Network, crew: Sequence[Group], stints: Sequence[Stint],
    best: Staffed | None, budget: SearchBudget, ceiling: Ceiling,
) -> tuple[Staffed | None, float, bool]:  # fmt: skip
    """A small problem as one program: every stint, every timeline."""
    windows = tightened(net, all_windows(net))
    if windows is None:
        return best, -INF, False
    found, solution = staff(problem, net, crew, windows, stints, gap=budget.gap,
                            nodes=budget.nodes, start=best.solution if best else None,
                            time_limit=ceiling.left())  # fmt: skip
    if found and (best is None or found.cost <= best.cost):
        settled_at = settled(net, found.solution, windows)
        best = Staffed(found.built, found.solution, settled_at, found.team)
    return best, solution.bound, solution.status == "solved"


def all_stints(net: Network, crew: Sequence[Group]) -> list[Stint]:
    """Every stint that terms allow; people hired for good stay until all may be finished."""
    finish = max(node.complete for node in net.nodes)
    found = []
    for group in crew:
        stop = net.horizon if group.last is None else min(group.last, net.horizon)
        for start in range(group.first, stop):
            least = min(start + group.stay, stop)
            if group.until_finish:
                least = max(least, min(finish, stop))
            most = min(stop, start + (group.option.max_weeks or stop))
            found += [Stint(group, group.id, start, end) for end in range(least, most + 1)]
    return found


def dive(
    problem: Problem, net: Network, crew: Sequence[Group], known: Iterable[Stint], threshold: float
) -> Windows | None:
    """A timeline from the relaxation, settled a few packages at a time in order of completion."""
    windows, stints = tightened(net, all_windows(net)), list(known)
    left = set(range(len(net.nodes)))
    size = -(-len(left) // BATCHES)
    while left and windows:
        built = build(problem, net, crew, stints, windows, shortfall=penalty(problem, crew))
        relaxed = solve_lp(built.model)
        ends = {i: _expected(relaxed, i, *windows.complete[i]) for i in left}
        batch = sorted(left, key=lambda i: (ends[i], i))[:size]
        windows = fixed(net, windows, relaxed, batch, threshold)
        left -= set(batch)
    return windows


def first_team(
    problem: Problem, net: Network, crew: Sequence[Group], windows: Windows,
    known: Iterable[Stint], budget: SearchBudget,
) -> Staffed | None:  # fmt: skip
    """A team for fixed windows, from the stints that the relaxation likes best."""
    inner = relax_staffed(problem, net, crew, windows, known=known, rounds=2)
    if inner.short > ENOUGH:
        return None
    stints = candidates(problem, net, crew, inner, windows, most=25)
    found, _ = staff(problem, net, crew, windows, stints,
                     gap=max(budget.gap, 0.02), nodes=budget.nodes // 20)  # fmt: skip
    return found


def improve(
    problem: Problem, net: Network, crew: Sequence[Group], best: Staffed, budget: SearchBudget,
    ceiling: Ceiling,
) -> Staffed:  # fmt: skip
    """The best of two neighbourhoods: other weeks for the same people, other people."""
    everything = frozenset(range(len(net.nodes)))
    windows = tightened(net, around(net, best.windows, REACH, everything)) or best.windows
    moved, _ = staff(problem, net, crew, windows, nearby(net, best), gap=budget.gap,
                     nodes=max(2, budget.nodes // 200), start=best.solution,
                     time_limit=ceiling.left())  # fmt: skip
    if moved and moved.cost < best.cost:
        best = Staffed(
            moved.built, moved.solution, settled(net, moved.solution, windows), moved.team
        )
    if ceiling.over():
        return best
    team = [s for s, _ in best.team]
    inner = relax(problem, net, crew, best.windows, known=team, rounds=2)
    if best.cost - inner.solution.objective < budget.gap * best.cost:
        return best
    stints = [*team, *candidates(problem, net, crew, inner, best.windows, most=25)]
    other, _ = staff(problem, net, crew, best.windows, stints, gap=budget.gap / 2,
                     nodes=max(5, budget.nodes // 50), start=best.solution,
                     time_limit=ceiling.left())  # fmt: skip
    return other if other and other.cost < best.cost else best


def nearby(net: Network, best: Staffed) -> list[Stint]:
    """The team's stints, and each of them begun or ended up to `REACH` weeks earlier or later."""
    found: dict[Stint, None] = {}
    for stint, _ in best.team:
        group = stint.group
        stop = net.horizon if group.last is None else min(group.last, net.horizon)
        for shift in range(-REACH, REACH + 1):
            for start, end in (
                (stint.start, stint.end + shift),
                (stint.start + shift, stint.end),
                (stint.start + shift, stint.end + shift),
            ):
                stays = end - start >= min(group.stay, stop - start)
                longest = group.option.max_weeks or stop
                if group.first <= start < end <= stop and stays and end - start <= longest:
                    found[Stint(group, group.id, start, end)] = None
    return list(found)


def _expected(relaxed: Solution, i: int, low: int, high: int) -> float:
    return low + sum(1 - relaxed["complete", i, week] for week in range(low, high))

"""The search for a cheap plan: dive to a timeline, staff it, then improve both by turns.

Every step is a relaxation or an integer program with a fixed amount of work, in a fixed order.
"""

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tercet.planning.crew import Group
from tercet.planning.headcounts import Headcounts
from tercet.planning.model import build
from tercet.planning.network import Network
from tercet.planning.records import Problem, SearchBudget
from tercet.planning.relaxation import ENOUGH, Relaxed, penalty, relax, relax_staffed
from tercet.planning.solver import Solution, solve_lp, solve_mip
from tercet.planning.staffed import Staffed, restaff, staff, staff_soon, worthwhile
from tercet.planning.stint_staffing import StintStaffing
from tercet.planning.stints import Stint
from tercet.planning.timeline import Windows, all_windows
from tercet.planning.windows import around, fixed, tightened

SMALL = 250
"""Weeks over all options up to which a problem is solved as one program."""
BATCHES = 8
"""Steps in which a dive settles the packages."""
THRESHOLDS = (0.5, 0.7, 0.3)
"""How sure the relaxation must be of a completion, in the order in which dives are tried."""
REACHES = (2, 4)
"""Weeks by which packages may move in each step of a round of improvement."""
OFFERED = 10
"""Options that the team of a trial is chosen from, unless its relaxation uses more."""
SHIFT = 1
"""Weeks by which packages may move with the people chosen."""
PROMISING = 0.01
"""Share of the relaxation's cost that an option may add at least and still be tried."""


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
    """The best team found, with lower bounds over all timelines and in its own weeks."""

    best: Staffed | None
    lower: float
    inside: float
    inner: Relaxed | None
    """The relaxation in the weeks of the best team, where it was asked for."""
    optimal: bool
    """Whether the search was over everything there is."""


def search(
    problem: Problem, net: Network, crew: Sequence[Group], budget: SearchBudget, ceiling: Ceiling
) -> Found:
    """The cheapest team with its timeline found within the budget; None when none was."""
    relaxed = relax_staffed(problem, net, crew, all_windows(net), precedence=False,
                    rounds=12 if budget.prove else 4,
                    close=0.002 if budget.prove else 0.02)  # fmt: skip
    lower = relaxed.bound
    if relaxed.short > ENOUGH:
        return Found(None, lower, lower, None, False)
    trials = timelines(problem, net, crew, relaxed, budget, ceiling)
    best = _staffed(problem, net, crew, trials, budget)
    if sum(net.horizon - group.first for group in crew) <= SMALL:
        best, found, done = whole(problem, net, crew, best, budget, ceiling)
        lower = max(lower, found)
        return Found(best, lower, lower, None, done)
    if best is None:
        return Found(None, lower, lower, None, False)
    for _ in range(budget.rounds):
        if not ceiling.over():
            best = shifted(problem, net, crew, best, budget, ceiling)
    if not budget.prove:
        return Found(best, lower, lower, None, False)
    best, inside, inner = settle(problem, net, crew, best, budget, ceiling)
    if not ceiling.over():
        lower = max(lower, least(problem, net, crew, relaxed, best.cost, budget, ceiling))
    return Found(best, lower, max(lower, inside), inner, False)


@dataclass(frozen=True)
class Trial:
    """A timeline, with what people for it cost at least if they come in fractions."""

    windows: Windows
    inner: Relaxed

    @property
    def cost(self) -> float:
        """The relaxation's cost: what timelines are compared by, at a fraction of the work."""
        return self.inner.solution.objective


def timelines(
    problem: Problem, net: Network, crew: Sequence[Group], relaxed: Relaxed,
    budget: SearchBudget, ceiling: Ceiling,
) -> list[Trial]:  # fmt: skip
    """The cheapest timeline of many dives, over all of them and then close to the best, and that
    of the first dive. Without rounds, the better of one dive and another close to it.
    """
    found: list[Trial] = []
    for threshold in THRESHOLDS:
        found += _trial(problem, net, crew, all_windows(net), relaxed.used(), threshold)
        if found and not budget.rounds:
            near = _near(problem, net, crew, found[0], REACHES[0], (threshold,))
            return sorted([*found, *near], key=lambda trial: trial.cost)[:1]
    first = found[:1]
    for _ in range(budget.rounds):
        if not found or ceiling.over():
            break
        before = min(trial.cost for trial in found)
        for reach in REACHES:
            found += _near(problem, net, crew, min(found, key=lambda t: t.cost), reach)
        if min(trial.cost for trial in found) > before * (1 - budget.gap / 10):
            break
    return [*sorted(found, key=lambda trial: trial.cost)[:1], *first]


def _near(
    problem: Problem, net: Network, crew: Sequence[Group], best: Trial, reach: int,
    thresholds: Sequence[float] = THRESHOLDS,
) -> list[Trial]:  # fmt: skip
    """Timelines with packages up to `reach` weeks earlier or later."""
    everything = frozenset(range(len(net.nodes)))
    windows = tightened(net, around(net, best.windows, reach, everything)) or best.windows
    known = best.inner.used()
    wider = relax(problem, net, crew, windows, known=known, rounds=3)
    return [
        trial
        for threshold in thresholds
        for trial in _trial(problem, net, crew, windows, [*wider.used(), *known], threshold)
    ]


def _trial(
    problem: Problem, net: Network, crew: Sequence[Group], windows: Windows,
    known: Iterable[Stint], threshold: float,
) -> list[Trial]:  # fmt: skip
    """The timeline of one dive; none where nobody can be found for its work."""
    known = list(dict.fromkeys(known))
    chosen = dive(problem, net, crew, known, threshold, windows)
    if chosen is None:
        return []
    inner = relax_staffed(problem, net, crew, chosen, known=known, rounds=2)
    return [Trial(chosen, inner)] if inner.short <= ENOUGH else []


def _staffed(
    problem: Problem, net: Network, crew: Sequence[Group], trials: Sequence[Trial],
    budget: SearchBudget,
) -> Staffed | None:  # fmt: skip
    """The cheapest of the teams for the best timelines: whole people can turn their order."""
    best: Staffed | None = None
    for trial in trials:
        if best is None or trial.cost < best.cost:
            found = team(problem, net, crew, trial, budget)
            best = found if best is None or (found and found.cost < best.cost) else best
    return best


def team(
    problem: Problem, net: Network, crew: Sequence[Group], trial: Trial, budget: SearchBudget
) -> Staffed | None:
    """A team for the weeks of `trial`, from the options that its relaxation likes best."""
    used = {stint.id for stint in trial.inner.used()}
    near = worthwhile(problem, net, crew, trial.inner, PROMISING * trial.cost)
    others = [group for group in near if group.id not in used]
    offered = [g for g in crew if g.id in used] + others[: max(0, OFFERED - len(used))]
    gap = max(budget.gap, 0.01)
    return (
        staff_soon(problem, net, crew, offered, trial.windows, gap=gap / 2, nodes=1)
        or staff(problem, net, crew, offered, trial.windows, gap=gap, nodes=budget.nodes)[0]
    )


def whole(
    problem: Problem, net: Network, crew: Sequence[Group], best: Staffed | None,
    budget: SearchBudget, ceiling: Ceiling,
) -> tuple[Staffed | None, float, bool]:  # fmt: skip
    """A small problem as one program: every option, every timeline."""
    windows = tightened(net, all_windows(net))
    if windows is None:
        return best, 0.0, False
    found, solution = staff(problem, net, crew, crew, windows, gap=budget.gap, nodes=budget.nodes,
                            start=best, time_limit=ceiling.left())  # fmt: skip
    if found and (best is None or found.cost <= best.cost):
        best = found
    return best, solution.bound, solution.status == "solved"


def dive(
    problem: Problem, net: Network, crew: Sequence[Group], known: Iterable[Stint],
    threshold: float, inside: Windows,
) -> Windows | None:  # fmt: skip
    """A timeline from the relaxation, settled a few packages at a time in order of completion."""
    windows, stints = tightened(net, inside), tuple(known)
    left = set(range(len(net.nodes)))
    size = -(-len(left) // BATCHES)
    while left and windows:
        people = StintStaffing(problem, crew, net.horizon, stints)
        built = build(problem, net, people, windows, shortfall=penalty(problem, crew))
        relaxed = solve_lp(built.model, interior=True)
        ends = {i: _expected(relaxed, i, *windows.complete[i]) for i in left}
        batch = sorted(left, key=lambda i: (ends[i], i))[:size]
        windows = fixed(net, windows, relaxed, batch, threshold)
        left -= set(batch)
    return windows


def shifted(
    problem: Problem, net: Network, crew: Sequence[Group], best: Staffed, budget: SearchBudget,
    ceiling: Ceiling,
) -> Staffed:  # fmt: skip
    """The same people with packages up to `SHIFT` weeks earlier or later."""
    everything = frozenset(range(len(net.nodes)))
    windows = tightened(net, around(net, best.windows, SHIFT, everything)) or best.windows
    found = restaff(problem, net, crew, best, windows, gap=budget.gap,
                    nodes=max(1, budget.nodes // 600), time_limit=ceiling.left())  # fmt: skip
    return found if found and found.cost < best.cost else best


def settle(
    problem: Problem, net: Network, crew: Sequence[Group], best: Staffed, budget: SearchBudget,
    ceiling: Ceiling,
) -> tuple[Staffed, float, Relaxed]:  # fmt: skip
    """The cheapest team in the weeks of `best`, with a lower bound for these weeks.

    No plan as cheap uses an option whose price puts it above `best`, so those are left out.
    """
    team = [stint for stint, _ in best.team]
    inner = relax(problem, net, crew, best.windows, known=team, rounds=12, close=budget.gap / 10)
    offered = worthwhile(problem, net, crew, inner, best.cost - inner.bound)
    found, solution = staff(problem, net, crew, offered, best.windows, gap=budget.gap,
                            nodes=budget.nodes, start=best, time_limit=ceiling.left())  # fmt: skip
    lower = max(inner.bound, min(solution.bound, best.cost))
    return (found if found and found.cost < best.cost else best), lower, inner


def least(
    problem: Problem, net: Network, crew: Sequence[Group], relaxed: Relaxed, cost: float,
    budget: SearchBudget, ceiling: Ceiling,
) -> float:  # fmt: skip
    """A lower bound over all timelines: whole people, but no order of packages within their weeks.

    `relaxed` is the same with fractions of people; options whose price there puts a plan above
    `cost` are left out.
    """
    windows = relaxed.built.windows
    offered = worthwhile(problem, net, crew, relaxed, cost - relaxed.bound)
    people = Headcounts(problem, crew, net.horizon, offered, windows.finish, integer=False)
    model = build(problem, net, people, windows, precedence=False).model
    found = solve_mip(model, gap=budget.gap, nodes=budget.nodes, only_bound=True,
                      time_limit=ceiling.left())  # fmt: skip
    return min(cost, found.bound)


def _expected(relaxed: Solution, i: int, low: int, high: int) -> float:
    return low + sum(1 - relaxed["complete", i, week] for week in range(low, high))

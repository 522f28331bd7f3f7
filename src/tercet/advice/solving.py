"""Solving and simulating several teams at once, always with the same answers in the same order."""

from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from multiprocessing import get_context
from typing import Literal

from tercet.advice.records import Choice
from tercet.forecast import Uncertainty, draw_futures, simulate
from tercet.planning import NoPlan, Plan, Problem, SearchBudget, fastest, plan

Aim = Literal["cheapest", "fastest"]
QUICK = SearchBudget(rounds=1, nodes=400, gap=0.01, prove=False)
THOROUGH = SearchBudget(rounds=8, nodes=3000, gap=0.004, prove=True)
"""Solver work for a plan to compare with, and for the plan to recommend."""


@dataclass(frozen=True, slots=True)
class Case:
    """One team to plan and to simulate.

    `asked` holds the customer's own limits, which the forecast is counted against; `solved` may
    carry buffers on top of them.
    """

    id: str
    asked: Problem
    solved: Problem
    search: SearchBudget
    aim: Aim = "cheapest"
    must_be_in_time: bool = True
    """Whether a team that misses the deadline is no answer; else its earliest plan is one."""


@dataclass(frozen=True, slots=True)
class Luck:
    """Which futures to simulate: the same seed means the same futures for every team."""

    uncertainty: Uncertainty
    seed: int
    n: int

    def simulated(self, found: Plan, asked: Problem) -> Choice:
        """`found` with its forecast against the limits of `asked`."""
        futures = draw_futures(asked, seed=self.seed, n=self.n, uncertainty=self.uncertainty)
        return Choice(found, simulate(found, asked, futures))


def solve_all(
    cases: Iterable[Case], luck: Luck, *, workers: int, say: Callable[[str], None]
) -> dict[str, Choice | NoPlan]:
    """Every case's plan with its forecast, or why there is none, in the order of `cases`."""
    cases = list(cases)
    if workers <= 1:
        return {case.id: _told(case, luck, say) for case in cases}
    # Spawned, not forked: a solver's threads do not survive a fork.
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        answers = pool.map(_solve, cases, [luck] * len(cases))
        return {
            case.id: _heard(case, answer, say) for case, answer in zip(cases, answers, strict=True)
        }


def _told(case: Case, luck: Luck, say: Callable[[str], None]) -> Choice | NoPlan:
    return _heard(case, _solve(case, luck), say)


def _heard(case: Case, answer: Choice | NoPlan, say: Callable[[str], None]) -> Choice | NoPlan:
    if isinstance(answer, NoPlan):
        say(f"{case.id}: does not fit")
    else:
        say(f"{case.id}: {answer.plan.currency} {answer.plan.cost:,.0f}, live {answer.plan.live}")
    return answer


def _solve(case: Case, luck: Luck) -> Choice | NoPlan:
    answer = (plan if case.aim == "cheapest" else fastest)(case.solved, case.search)
    if isinstance(answer, NoPlan) and not case.must_be_in_time:
        limits = replace(case.solved.limits, deadline=None, budget=None)
        answer = fastest(replace(case.solved, limits=limits), case.search)
    if isinstance(answer, NoPlan):
        return answer
    return luck.simulated(answer, case.asked)

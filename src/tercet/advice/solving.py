"""Solving and simulating several teams at once, always with the same answers in the same order."""

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import Literal, TypeVar

from tercet.advice.records import Choice
from tercet.forecast import Uncertainty, draw_futures, simulate
from tercet.kernel.workers import hired_workers
from tercet.planning import Plan, Problem, SearchBudget, fastest_or_none, plan_or_none

T = TypeVar("T")
Aim = Literal["cheapest", "fastest"]
QUICK = SearchBudget(rounds=0, nodes=400, gap=0.02, prove=False)
THOROUGH = SearchBudget(rounds=1, nodes=3000, gap=0.002, prove=True)
"""Solver work for a plan to compare with, and for the plan to recommend."""


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


@dataclass(frozen=True, slots=True)
class Case:
    """One team to plan and to simulate.

    `asked` holds the customer's own limits, which the forecast is counted against; `solved` may
    carry buffers on top of them.
    """

    id: str
    asked: Problem
    solved: Problem
    search: SearchBudget = QUICK
    aim: Aim = "cheapest"
    must_be_in_time: bool = True
    """Whether a team that misses the deadline is no answer; else its earliest plan is one."""


def answer(case: Case, luck: Luck) -> Choice | None:
    """The plan of one case with its forecast; None when it has none."""
    solve = plan_or_none if case.aim == "cheapest" else fastest_or_none
    found = solve(case.solved, case.search)
    if found is None and not case.must_be_in_time:
        limits = replace(case.solved.limits, deadline=None, budget=None)
        found = fastest_or_none(replace(case.solved, limits=limits), case.search)
    return None if found is None else luck.simulated(found, case.asked)


@dataclass(frozen=True, slots=True)
class Desk:
    """Where work is handed out; `say` hears of each piece when it is done, in a fixed order."""

    executor: Executor | None
    say: Callable[[str], None]

    def begin(self, work: Callable[[], T]) -> Callable[[], T]:
        """Start `work`; calling what is returned waits for its result."""
        if self.executor is None:
            return cache(work)
        begun: Future[T] = self.executor.submit(work)
        return begun.result

    def answers(self, cases: Mapping[str, Case], luck: Luck) -> dict[str, Choice | None]:
        """Every case's answer under the same futures, in the order of `cases`."""
        return self.answering(cases, luck)()

    def answering(
        self, cases: Mapping[str, Case], luck: Luck
    ) -> Callable[[], dict[str, Choice | None]]:
        """As `answers`, begun; calling what is returned waits for them."""
        begun = {id: self.begin(partial(answer, case, luck)) for id, case in cases.items()}
        return lambda: {id: self._heard(id, wait()) for id, wait in begun.items()}

    def _heard(self, id: str, found: Choice | None) -> Choice | None:
        if found is None:
            self.say(f"{id}: does not fit")
        else:
            self.say(f"{id}: {found.plan.currency} {found.plan.cost:,.0f}, live {found.plan.live}")
        return found


@contextmanager
def desk(workers: int, say: Callable[[str], None]) -> Iterator[Desk]:
    """A desk with so many workers; with one, everything is done in this process."""
    if workers <= 1:
        yield Desk(None, say)
        return
    with hired_workers(workers) as executor:
        yield Desk(executor, say)

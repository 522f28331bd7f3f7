"""The main job: from a brief to a recommendation with its bound, its reasons and its rivals."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from tercet.advice.access import access_findings
from tercet.advice.choose import (
    buffered,
    by_merit,
    dated,
    keeps,
    knee,
    near_misses,
    padded,
    promise_findings,
)
from tercet.advice.dofirst import do_first
from tercet.advice.grounds import grounds
from tercet.advice.pose import Question, pose
from tercet.advice.records import Advice, Alternative, Choice, FrontierPoint
from tercet.advice.sensitivity import sensitivities, sensitivity_cases
from tercet.advice.solving import QUICK, THOROUGH, Case, Desk, Luck, desk
from tercet.advice.teams import TEAMS, Team, narrowed, nobody_can
from tercet.brief.records import Brief
from tercet.catalog.records import Catalog
from tercet.kernel.rules import Finding
from tercet.planning import (
    NoPlan,
    Plan,
    Problem,
    fastest_or_none,
    frontier,
    no_plan,
    plan_or_none,
)  # fmt: skip

SELECTING, REPORTING = 0, 1
"""The futures that a plan is chosen on are not those that it is reported on."""
AT_MOST_SEARCHES = 3
"""Problems that are searched thoroughly."""
AT_MOST_NEAR = 2
"""Plans that just fail to keep their promise and are tried again with more effort kept back."""
WORTH = 0.05
"""Share of its cost that a thorough search may save of a quick plan at most, near enough."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to advise: what the user may set on the command line."""

    seed: int = 1
    futures: int = 4000
    time_limit: float | None = None
    """Seconds, as a ceiling for the thorough search only."""
    workers: int = 2


def advise(
    brief: Brief, catalog: Catalog, options: Options, *, say: Callable[[str], None]
) -> Advice:
    """Everything that a report shows about `brief`; `say` hears one line per step of the work.

    The plan is chosen on one set of futures and reported on another, so that the chance shown is
    not flattered by the choice.
    """
    question = pose(brief, catalog)
    problem = question.problem
    say(f"{len(problem.project.packages)} packages, {len(problem.supply.options)} ways to staff")
    with desk(options.workers, say) as at:
        work = _Work(brief, catalog, options, question, at)
        return _advised(work)


@dataclass(frozen=True, slots=True)
class _Work:
    brief: Brief
    catalog: Catalog
    options: Options
    question: Question
    desk: Desk

    @property
    def confidence(self) -> float:
        """Share of futures in which a plan is to keep its limits."""
        return self.catalog.value("plan.confidence")

    def luck(self, purpose: int) -> Luck:
        """The futures for choosing or for reporting."""
        seed = 2 * self.options.seed + purpose
        return Luck(self.question.uncertainty, seed, self.options.futures)

    def simulated(self, found: Plan) -> Choice:
        """A plan with the forecast that is reported."""
        return self.luck(REPORTING).simulated(found, self.question.problem)


def _advised(work: _Work) -> Advice:
    """Plans from the fastest to the latest date; where one fits, the recommendation."""
    asked, desk = work.question.problem, work.desk
    free = replace(asked, limits=replace(asked.limits, budget=None))
    fastest = desk.begin(partial(fastest_or_none, free, QUICK))
    dated_already = asked.limits.deadline is not None
    quick = _begun(work, buffered(asked, work.catalog)) if dated_already else dict
    first = fastest()
    points = frontier(free, QUICK, first=first, begin=desk.begin) if first else ()
    desk.say(f"{len(points)} plans on the frontier")
    if not _affordable(points, asked):
        return _nothing_fits(work)
    if dated_already:
        return _recommended(work, asked, points, quick())
    target = replace(asked, limits=replace(asked.limits, deadline=knee(points).live))
    return _recommended(work, target, points, _begun(work, buffered(target, work.catalog))())


def _affordable(points: Sequence[Plan], asked: Problem) -> bool:
    """Whether any plan keeps the budget; the cheapest may need a closer look to."""
    budget = asked.limits.budget
    if not points:
        return False
    return budget is None or points[-1].cost <= budget or plan_or_none(asked, QUICK) is not None


def _nothing_fits(work: _Work) -> Advice:
    """Which limits conflict, what would help, and how the rivals fare at their own dates."""
    problem = work.question.problem
    why = work.desk.begin(partial(no_plan, problem, QUICK))
    rivals = {team.id: _rival(work, team, problem) for team in TEAMS}
    answers = work.desk.answers(rivals, work.luck(REPORTING))
    return _advice(work, None, why(), (), _alternatives(rivals, answers), {})


def _recommended(
    work: _Work, target: Problem, points: Sequence[Plan], quick: Mapping[str, Choice]
) -> Advice:
    """The plan to recommend for `target`, next to the frontier and to the other teams."""
    latest, budget = target.limits.deadline, target.limits.budget
    in_time = [point for point in points if latest is None or point.live <= latest]
    early = dated(target, in_time)
    problems = buffered(target, work.catalog) | early
    quick = {**quick, **_simulated(work, dict(zip(early, in_time, strict=True)))}
    confidence = work.confidence
    near = near_misses(quick, confidence, work.catalog)[:AT_MOST_NEAR]
    more = {f"{id} and more": padded(problems[id], work.catalog) for id in near}
    problems |= more
    quick |= _begun(work, more)()
    order = by_merit(quick, confidence)
    first = work.desk.begin(partial(_thorough, work.options, problems[order[0]]))
    rivals = {team.id: _rival(work, team, problems[order[0]]) for team in TEAMS}
    ends = {"cheapest": points[-1], "fastest": points[0]}
    others = {id: case for id, case in rivals.items() if id not in ends}
    answers = work.desk.answers(others, work.luck(REPORTING))
    answers |= {id: work.simulated(point) for id, point in ends.items()}
    solved, found = _promised(work, problems, quick, order, first())
    choice = work.simulated(found)
    work.desk.say(f"recommended: {found.currency} {found.cost:,.0f}, live {found.live}")
    changes = work.desk.answers(sensitivity_cases(choice, solved), work.luck(REPORTING))
    shown = tuple(point for point in points if budget is None or point.cost <= budget)
    return _advice(work, choice, None, shown, _alternatives(rivals, answers), changes)


def _begun(work: _Work, problems: Mapping[str, Problem]) -> Callable[[], dict[str, Choice]]:
    """Quick plans under the futures for choosing: begun, and what waits for them."""
    cases = {id: Case(id, work.question.problem, solved) for id, solved in problems.items()}
    answers = work.desk.answering(cases, work.luck(SELECTING))
    return lambda: {id: choice for id, choice in answers().items() if choice is not None}


def _simulated(work: _Work, plans: Mapping[str, Plan]) -> dict[str, Choice]:
    """Plans under the futures for choosing."""
    luck, asked = work.luck(SELECTING), work.question.problem
    begun = {id: work.desk.begin(partial(luck.simulated, p, asked)) for id, p in plans.items()}
    return {id: wait() for id, wait in begun.items()}


def _thorough(options: Options, problem: Problem) -> Plan | None:
    return plan_or_none(problem, replace(THOROUGH, time_limit=options.time_limit))


def _promised(
    work: _Work,
    problems: Mapping[str, Problem],
    quick: Mapping[str, Choice],
    order: Sequence[str],
    first: Plan | None,
) -> tuple[Problem, Plan]:
    """The plan that is best after a thorough search, with the problem that it solves.

    A thorough search finds cheaper plans with less slack, which may no longer keep the promise of
    the quick one; then the same with more effort kept back is tried, and plans that cost hardly
    more. In the end the quick plan stands.
    """
    confidence, luck = work.confidence, work.luck(SELECTING)
    best, solved = quick[order[0]], problems[order[0]]
    if not keeps(best, confidence):
        return solved, first or best.plan
    most = float(best.forecast.cost.p50) * (1 + WORTH)
    alike = [
        problems[id]
        for id in order[1:]
        if keeps(quick[id], confidence) and float(quick[id].forecast.cost.p50) <= most
    ]
    for problem in (solved, padded(solved, work.catalog), *alike)[:AT_MOST_SEARCHES]:
        found = first if problem is solved else _thorough(work.options, problem)
        if found is not None and keeps(luck.simulated(found, work.question.problem), confidence):
            return problem, found
    return solved, best.plan


def _rival(work: _Work, team: Team, solved: Problem) -> Case:
    """One of the other teams; those that aim at cost plan with the recommendation's buffers."""
    asked = work.question.problem
    base = asked if team.id in ("cheapest", "fastest") else solved
    base = replace(base, supply=narrowed(base.supply, team, work.question.generalist))
    deadline = None if team.id == "fastest" else base.limits.deadline
    base = replace(base, limits=replace(base.limits, deadline=deadline, budget=None))
    return Case(
        team.id,
        asked=replace(asked, supply=base.supply),
        solved=base,
        aim="fastest" if team.id == "fastest" else "cheapest",
        must_be_in_time=False,
    )


def _alternatives(
    rivals: Mapping[str, Case], answers: Mapping[str, Choice | None]
) -> tuple[Alternative, ...]:
    return tuple(_alternative(team, rivals[team.id], answers[team.id]) for team in TEAMS)


def _alternative(team: Team, case: Case, choice: Choice | None) -> Alternative:
    if choice is not None:
        return Alternative(team.id, team.label, choice, "")
    stuck = nobody_can(case.solved)
    why = f"Nobody in it can do {stuck}" if stuck else "It is not live within two years"
    return Alternative(team.id, team.label, None, why)


def _advice(
    work: _Work,
    choice: Choice | None,
    none: NoPlan | None,
    points: tuple[Plan, ...],
    alternatives: tuple[Alternative, ...],
    changes: Mapping[str, Choice | None],
) -> Advice:
    brief, problem = work.brief, work.question.problem
    plans = [choice.plan] if choice else [repair.plan for repair in none.repairs] if none else []
    figures, sources = grounds(plans, problem, brief, work.catalog)
    return Advice(
        brief=brief,
        project=problem.project,
        supply=problem.supply,
        limits=problem.limits,
        confidence=work.confidence,
        seed=work.options.seed,
        today=brief.today,
        recommended=choice,
        alternatives=alternatives,
        frontier=tuple(_point(p) for p in points),
        sensitivity=sensitivities(choice, changes) if choice else (),
        do_first=do_first(choice, brief, work.simulated) if choice else (),
        none=none,
        findings=_findings(work, choice),
        figures=figures,
        sources=sources,
    )


def _point(found: Plan) -> FrontierPoint:
    people = sum(len(e.members) for e in found.engagements)
    return FrontierPoint(found.cost, found.live, found.bound.gap, people)


def _findings(work: _Work, choice: Choice | None) -> tuple[Finding, ...]:
    found = [*work.brief.findings, *work.question.problem.project.findings]
    if choice:
        found += [*choice.plan.findings, *choice.forecast.findings]
        found += promise_findings(choice, work.confidence)
        found += access_findings(choice.plan, work.question.problem.supply, work.brief)
    return tuple(found)

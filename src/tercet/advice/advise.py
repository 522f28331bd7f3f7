"""The main job: from a brief to a recommendation with its bound, its reasons and its rivals."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from tercet.advice.choose import best, buffered, knee
from tercet.advice.dofirst import do_first
from tercet.advice.grounds import grounds
from tercet.advice.pose import Question, pose
from tercet.advice.records import Advice, Alternative, Choice, FrontierPoint
from tercet.advice.sensitivity import sensitivities, sensitivity_cases
from tercet.advice.solving import QUICK, THOROUGH, Aim, Case, Luck, solve_all
from tercet.advice.teams import TEAMS, Team, narrowed, nobody_can
from tercet.brief.records import Brief
from tercet.catalog.records import Catalog
from tercet.kernel.rules import Finding, finding
from tercet.planning import NoPlan, Plan, Problem, frontier, plan

SELECTING, REPORTING = 0, 1
"""The futures that a plan is chosen on are not those that it is reported on."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to advise: what the user may set on the command line."""

    confidence: float = 0.8
    seed: int = 1
    futures: int = 1000
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
    work = _Work(brief, catalog, options, question, say)
    nominal = plan(problem, QUICK)
    if isinstance(nominal, NoPlan):
        return _advice(work, None, nominal, (), kept=False)
    points = frontier(problem, QUICK)
    say(f"{len(points)} plans on the frontier")
    solved, kept = _chosen(work, points)
    found = plan(solved, replace(THOROUGH, time_limit=options.time_limit))
    if isinstance(found, NoPlan):
        raise AssertionError("the thorough search lost the plan that the quick one found")
    choice = _simulated(work, found)
    return _advice(work, choice, None, points, kept=kept, solved=solved)


@dataclass(frozen=True, slots=True)
class _Work:
    brief: Brief
    catalog: Catalog
    options: Options
    question: Question
    say: Callable[[str], None]

    def luck(self, purpose: int) -> Luck:
        """The futures for choosing or for reporting."""
        seed = 2 * self.options.seed + purpose
        return Luck(self.question.uncertainty, seed, self.options.futures)

    def solve(self, cases: list[Case], purpose: int) -> dict[str, Choice | NoPlan]:
        """All cases under the same futures."""
        return solve_all(cases, self.luck(purpose), workers=self.options.workers, say=self.say)


def _chosen(work: _Work, points: tuple[Plan, ...]) -> tuple[Problem, bool]:
    """The problem with the buffers to plan with, and whether they keep the promise."""
    asked = target = work.question.problem
    if asked.limits.deadline is None:
        by = knee(points).live
        target = replace(asked, limits=replace(asked.limits, deadline=by))
    problems = buffered(target, work.catalog)
    cases = [Case(id, asked, problem, QUICK) for id, problem in problems.items()]
    answers = work.solve(cases, SELECTING)
    choices = {id: answer for id, answer in answers.items() if isinstance(answer, Choice)}
    id, kept = best(choices, work.options.confidence)
    return problems[id], kept


def _simulated(work: _Work, found: Plan) -> Choice:
    return work.luck(REPORTING).simulated(found, work.question.problem)


def _advice(
    work: _Work,
    choice: Choice | None,
    none: NoPlan | None,
    points: tuple[Plan, ...],
    *,
    kept: bool,
    solved: Problem | None = None,
) -> Advice:
    brief, catalog, problem = work.brief, work.catalog, work.question.problem
    cases = [_rival(work, team, solved or problem) for team in TEAMS]
    changes = sensitivity_cases(choice, solved, QUICK) if choice and solved else {}
    answers = work.solve([*cases, *changes.values()], REPORTING)
    alternatives = tuple(
        _alternative(team, answers[team.id], case) for team, case in zip(TEAMS, cases, strict=True)
    )
    plans = [choice.plan] if choice else [repair.plan for repair in none.repairs] if none else []
    figures, sources = grounds(plans, problem, brief, catalog)
    return Advice(
        brief=brief,
        project=problem.project,
        supply=problem.supply,
        limits=problem.limits,
        confidence=work.options.confidence,
        seed=work.options.seed,
        today=brief.today,
        recommended=choice,
        alternatives=alternatives,
        frontier=tuple(_point(p) for p in points),
        sensitivity=sensitivities(choice, {id: answers[id] for id in changes}) if choice else (),
        do_first=do_first(choice, brief, lambda p: _simulated(work, p)) if choice else (),
        none=none,
        findings=_findings(work, choice, kept),
        figures=figures,
        sources=sources,
    )


def _rival(work: _Work, team: Team, solved: Problem) -> Case:
    """One of the other teams; those that aim at cost plan with the recommendation's buffers."""
    asked = work.question.problem
    base = asked if team.id in ("cheapest", "fastest") else solved
    base = replace(base, supply=narrowed(base.supply, team, work.question.generalist))
    limits = replace(base.limits, budget=None)
    if team.id == "fastest":
        limits = replace(limits, deadline=None)
    aim: Aim = "fastest" if team.id == "fastest" else "cheapest"
    asked = replace(asked, supply=base.supply)
    return Case(team.id, asked, replace(base, limits=limits), QUICK, aim, must_be_in_time=False)


def _alternative(team: Team, answer: Choice | NoPlan, case: Case) -> Alternative:
    if isinstance(answer, Choice):
        return Alternative(team.id, team.label, answer, "")
    stuck = nobody_can(case.solved)
    why = f"Nobody in it can do {stuck}" if stuck else answer.conflict.explanation
    return Alternative(team.id, team.label, None, why)


def _point(found: Plan) -> FrontierPoint:
    people = sum(len(e.members) for e in found.engagements)
    return FrontierPoint(found.cost, found.live, found.bound.gap, people)


def _findings(work: _Work, choice: Choice | None, kept: bool) -> tuple[Finding, ...]:
    found = [*work.brief.findings, *work.question.problem.project.findings]
    if choice:
        found += [*choice.plan.findings, *choice.forecast.findings]
        if not kept:
            asked = round(100 * work.options.confidence)
            found.append(finding("tercet.forecast", "TF010", asked=asked))
    return tuple(found)

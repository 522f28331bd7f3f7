"""The main job: from a brief to a recommendation with its bound, its reasons and its rivals."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from tercet.advice.choose import buffered, by_merit, dated, keeps, knee
from tercet.advice.dofirst import do_first
from tercet.advice.grounds import grounds
from tercet.advice.pose import Question, pose
from tercet.advice.records import Advice, Alternative, Choice, FrontierPoint
from tercet.advice.sensitivity import sensitivities, sensitivity_cases
from tercet.advice.solving import QUICK, THOROUGH, Case, Desk, Luck, desk
from tercet.advice.teams import TEAMS, Team, narrowed, nobody_can
from tercet.brief.records import Brief
from tercet.catalog.records import Catalog
from tercet.kernel.rules import Finding, finding
from tercet.planning import NoPlan, Plan, Problem, frontier, no_plan, plan_or_none

SELECTING, REPORTING = 0, 1
"""The futures that a plan is chosen on are not those that it is reported on."""
AT_MOST_SEARCHES = 3
"""Pairs of buffers that are searched thoroughly."""


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
    with desk(options.workers, say) as at:
        work = _Work(brief, catalog, options, question, at)
        if plan_or_none(problem, QUICK) is None:
            return _nothing_fits(work)
        return _recommended(work)


@dataclass(frozen=True, slots=True)
class _Work:
    brief: Brief
    catalog: Catalog
    options: Options
    question: Question
    desk: Desk

    def luck(self, purpose: int) -> Luck:
        """The futures for choosing or for reporting."""
        seed = 2 * self.options.seed + purpose
        return Luck(self.question.uncertainty, seed, self.options.futures)

    def simulated(self, found: Plan) -> Choice:
        """A plan with the forecast that is reported."""
        return self.luck(REPORTING).simulated(found, self.question.problem)


def _nothing_fits(work: _Work) -> Advice:
    """Which limits conflict, what would help, and how the rivals fare at their own dates."""
    problem = work.question.problem
    why = work.desk.begin(partial(no_plan, problem, QUICK))
    rivals = {team.id: _rival(work, team, problem) for team in TEAMS}
    answers = work.desk.answers(rivals, work.luck(REPORTING))
    return _advice(work, None, why(), (), _alternatives(rivals, answers), {}, kept=False)


def _recommended(work: _Work) -> Advice:
    asked = work.question.problem
    sweep = work.desk.begin(partial(frontier, asked, QUICK))
    target = asked
    if asked.limits.deadline is None:
        target = replace(asked, limits=replace(asked.limits, deadline=knee(sweep()).live))
    problems = buffered(target, work.catalog)
    quick = _candidates(work, problems)
    points = sweep()
    work.desk.say(f"{len(points)} plans on the frontier")
    latest = target.limits.deadline
    in_time = [point for point in points if latest is None or point.live <= latest]
    early = dated(target, in_time)
    problems |= early
    quick |= _simulated(work, dict(zip(early, in_time, strict=True)))
    order = by_merit(quick, work.options.confidence)
    first = work.desk.begin(partial(_thorough, work.options, problems[order[0]]))
    rivals = {team.id: _rival(work, team, problems[order[0]]) for team in TEAMS}
    answers = work.desk.answers(rivals, work.luck(REPORTING))
    id, found, kept = _promised(work, problems, quick, order, first())
    choice = work.simulated(found)
    work.desk.say(f"recommended: {found.currency} {found.cost:,.0f}, live {found.live}")
    changes = work.desk.answers(sensitivity_cases(choice, problems[id]), work.luck(REPORTING))
    others = _alternatives(rivals, answers)
    return _advice(work, choice, None, points, others, changes, kept=kept)


def _candidates(work: _Work, problems: Mapping[str, Problem]) -> dict[str, Choice]:
    """A quick plan for each pair of buffers, under the futures for choosing."""
    cases = {id: Case(id, work.question.problem, padded) for id, padded in problems.items()}
    answers = work.desk.answers(cases, work.luck(SELECTING))
    return {id: choice for id, choice in answers.items() if choice is not None}


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
) -> tuple[str, Plan, bool]:
    """The plan that is best after a thorough search, with the id of its buffers.

    A thorough search finds cheaper plans with less slack, which may no longer keep the promise of
    the quick one; then the next buffers are tried, and in the end the quick plan stands.
    """
    confidence, luck = work.options.confidence, work.luck(SELECTING)
    asked = work.question.problem
    promising = [id for id in order if keeps(quick[id], confidence)][:AT_MOST_SEARCHES] or order[:1]
    for id in promising:
        found = first if id == order[0] else _thorough(work.options, problems[id])
        if found is not None and keeps(luck.simulated(found, asked), confidence):
            return id, found, True
    best = quick[order[0]]
    if not keeps(best, confidence) and first is not None:
        return order[0], first, False
    return order[0], best.plan, keeps(best, confidence)


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
    *,
    kept: bool,
) -> Advice:
    brief, problem = work.brief, work.question.problem
    plans = [choice.plan] if choice else [repair.plan for repair in none.repairs] if none else []
    figures, sources = grounds(plans, problem, brief, work.catalog)
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
        sensitivity=sensitivities(choice, changes) if choice else (),
        do_first=do_first(choice, brief, work.simulated) if choice else (),
        none=none,
        findings=_findings(work, choice, kept),
        figures=figures,
        sources=sources,
    )


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

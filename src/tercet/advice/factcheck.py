"""The framework's claims on teams and sourcing, held against tercet's own model.

Each is tested on plain cases of the two reference kinds of project: medium size, no needs, nobody
on staff, at home in the United States, where pay is best observed.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from itertools import combinations

from tercet.advice.pose import Question, pose
from tercet.advice.records import Choice
from tercet.advice.solving import Case, Luck, desk
from tercet.advice.teams import TEAMS, narrowed
from tercet.brief import Brief
from tercet.brief.records import Archetype, Home
from tercet.catalog import Catalog
from tercet.catalog.records import CAPABILITIES
from tercet.market.factcheck import check_pay
from tercet.market.records import Verdict

REFERENCE = ("llm-product", "fraud-detection")
RIVALS = ("data-scientists-only", "one-generalist", "all-hired", "all-pod", "fastest", "cheapest")
DAYS_A_MONTH = 30.4


def check_claims(
    catalog: Catalog,
    *,
    day: date,
    seed: int,
    futures: int,
    workers: int,
    say: Callable[[str], None],
) -> tuple[Verdict, ...]:
    """A verdict on every claim of the catalogue: pay against data, the rest against the model."""
    cases = {id: _solved(id, catalog, day, seed, futures, workers, say) for id in REFERENCE}
    verdicts = {v.claim: v for v in check_pay(catalog, day=day)}
    for id, test in _TESTS.items():
        if id in catalog.claims:
            verdicts[id] = test(catalog, cases)
    return tuple(verdicts[id] for id in catalog.claims if id in verdicts)


Answers = dict[str, dict[str, Choice | None]]


def _solved(
    id: str, catalog: Catalog, day: date, seed: int, futures: int, workers: int,
    say: Callable[[str], None],
) -> dict[str, Choice | None]:  # fmt: skip
    """Every rival team's plan for the plain case of one kind of project."""
    question = pose(plain_brief(id, day), catalog)
    luck = Luck(question.uncertainty, seed, futures)
    cases = {team.id: _case(question, team.id) for team in TEAMS if team.id in RIVALS}
    with desk(workers, lambda line: say(f"{id}, {line}")) as at:
        return at.answers(cases, luck)


def plain_brief(archetype: str, day: date) -> Brief:
    """A brief that says only what kind of project is wanted, in the United States."""
    return Brief(
        text="", title=None, today=day, archetype=Archetype(archetype, 1.0, None), size="M",
        size_quote=None, deadline=None, budget=None, home=Home("US", None, None), team=(),
        needs=(), limits=(), languages=1, assumptions=(), questions=(), findings=(),
    )  # fmt: skip


def _case(question: Question, id: str) -> Case:
    team = next(team for team in TEAMS if team.id == id)
    problem = question.problem
    problem = replace(problem, supply=narrowed(problem.supply, team, question.generalist))
    return Case(id, problem, problem, aim="fastest" if id == "fastest" else "cheapest")


def _wrong_mix(catalog: Catalog, cases: Answers) -> Verdict:
    """What one-role teams cost against the best mix, and whether they go live at all."""
    numbers: dict[str, float] = {}
    never: list[str] = []
    for project, answers in cases.items():
        best = answers["cheapest"]
        for rival in ("data-scientists-only", "one-generalist"):
            answer = answers[rival]
            if isinstance(answer, Choice) and isinstance(best, Choice):
                ratio = answer.forecast.cost.p50 / best.forecast.cost.p50
                numbers[f"{project}.{rival}"] = round(float(ratio), 2)
            else:
                never.append(f"{rival.replace('-', ' ')} on {project.replace('-', ' ')}")
    low, _ = catalog.claims["wrong-mix"].expects["cost-ratio"]
    doubled = [ratio >= low for ratio in numbers.values()]
    found = " ".join(
        [f"Never live: {', '.join(never)}." if never else "",
         f"Those that go live cost {_spread(numbers.values(), 'times')} the best mix."
         if numbers else ""]
    ).strip()  # fmt: skip
    holds: str = "yes" if doubled and all(doubled) else "partly" if never or any(doubled) else "no"
    return _verdict(catalog, "wrong-mix", found, holds, numbers)


def _pods_save_months(catalog: Catalog, cases: Answers) -> Verdict:
    """Middle live date of all hired less that of all pod, in months."""
    numbers: dict[str, float] = {}
    for project, answers in cases.items():
        hired, pod = answers["all-hired"], answers["all-pod"]
        if isinstance(hired, Choice) and isinstance(pod, Choice):
            days = (hired.forecast.live.p50 - pod.forecast.live.p50).days
            numbers[f"{project}.months"] = round(days / DAYS_A_MONTH, 1)
    if not numbers:
        return _verdict(catalog, "pods-save-months", "No team of pods alone can do it all.",
                        "cannot-say", numbers)  # fmt: skip
    least, _ = catalog.claims["pods-save-months"].expects["months"]
    saved = [months >= least for months in numbers.values()]
    found = f"A team of pods is live {_spread(numbers.values(), 'months')} before one all hired."
    holds = "yes" if all(saved) else "partly" if any(saved) else "no"
    return _verdict(catalog, "pods-save-months", found, holds, numbers)


def _minimum_team(catalog: Catalog, cases: Answers) -> Verdict:
    """The smallest sets of roles that can do every capability at "some" or better."""
    some = catalog.value("coverage.share")
    able: dict[str, set[str]] = {
        role: {c for c in CAPABILITIES if catalog.productivity(role, "mid", c) >= some}
        for role in catalog.roles
    }
    trio = ("data-scientist", "ai-engineer", "mlops-engineer")
    lacking = sorted(set(CAPABILITIES) - set().union(*(able[role] for role in trio)))
    sizes = {
        n: [team for team in combinations(able, n)
            if set().union(*(able[r] for r in team)) == set(CAPABILITIES)]
        for n in (1, 2, 3)
    }  # fmt: skip
    smallest = next((n for n, teams in sizes.items() if teams), 0)
    numbers = {f"covering-teams-of-{n}": float(len(teams)) for n, teams in sizes.items()}
    found = (
        f"By our matrix the three cover {'all' if not lacking else 'all but ' + ', '.join(lacking)}"
        f" of the eleven kinds of work. The smallest sets of roles that cover all have {smallest}."
    )
    holds = "yes" if not lacking and smallest == len(trio) else "partly" if not lacking else "no"
    return _verdict(catalog, "minimum-team", found, holds, numbers)


_TESTS: dict[str, Callable[[Catalog, Answers], Verdict]] = {
    "wrong-mix": _wrong_mix,
    "pods-save-months": _pods_save_months,
    "minimum-team": _minimum_team,
}


def _spread(values: Iterable[float], unit: str) -> str:
    found = sorted(values)
    low, high = f"{found[0]:g}", f"{found[-1]:g}"
    return f"{low} {unit}" if low == high else f"{low} to {high} {unit}"


def _verdict(
    catalog: Catalog, id: str, found: str, holds: str, numbers: dict[str, float]
) -> Verdict:
    claim = catalog.claims[id]
    return Verdict(id, claim.says, found, holds, numbers, (claim.source, "tercet"))  # type: ignore[arg-type]

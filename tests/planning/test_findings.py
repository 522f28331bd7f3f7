"""Rules about plans that are sound and may be unwise: each fires and stays silent."""

from dataclasses import replace

import pytest
from factories import option, package, problem

from tercet.planning import Limits, Plan, Problem, SearchBudget, plan
from tercet.planning.findings import findings

BUDGET = SearchBudget(rounds=1, nodes=100, gap=0.05, prove=False)
SKILLED = {"model-deployment": 1.0, "monitoring": 1.0, "data-analysis": 1.0}


def found(question: Problem) -> set[str]:
    """Codes of the findings on the plan of `question`."""
    answer = plan(question, BUDGET)
    assert isinstance(answer, Plan)
    return {f.code for f in answer.findings}


def team(*roles: str, work: dict[str, float] | None = None, critical: tuple[str, ...] = (),
         skills: dict[str, float] = SKILLED, **limits: object) -> Problem:  # fmt: skip
    """One package per person, so that all of `roles` are needed at once."""
    parts = work or {"data-analysis": 4.0}
    packages = [package(f"p{i}", parts) for i in range(len(roles))]
    offers = [option(f"o{i}", skills, role=role) for i, role in enumerate(roles)]
    packages.append(package("end", {}, [p.id for p in packages]))
    return problem(packages, offers, weeks=6, critical=critical, **limits)


def test_nobody_able_to_run_it() -> None:
    """TP001 fires when nobody in the team is able in a critical capability."""
    assert "TP001" in found(team("data-scientist", critical=("cloud-infrastructure",)))
    assert "TP001" not in found(team("data-scientist", critical=("monitoring",)))


def test_one_person_carries_all() -> None:
    """TP002 fires for a team of one and not for two."""
    assert "TP002" in found(team("ai-engineer"))
    assert "TP002" not in found(team("ai-engineer", "mlops-engineer"))


def test_no_overlap_at_a_handoff() -> None:
    """TP003 fires where the giver has left before the taker comes."""
    work = [package("a", {"x": 3}, handoff="x → y"), package("b", {"y": 3}, ["a"])]
    apart = [option("o", {"x": 1}), option("p", {"y": 1})]
    both = [option("o", {"x": 1, "y": 1})]
    assert "TP003" in found(problem(work, apart))
    assert "TP003" not in found(problem(work, both))


def test_running_it_is_underestimated() -> None:
    """TP004 fires when automation and monitoring are a sliver of the effort."""
    critical = ("monitoring",)
    assert "TP004" in found(team("ai-engineer", critical=critical))
    enough = {"data-analysis": 3.0, "monitoring": 1.0}
    assert "TP004" not in found(team("ai-engineer", work=enough, critical=critical))


def test_data_scientists_only() -> None:
    """TP005 fires when all people are data scientists."""
    assert "TP005" in found(team("data-scientist", "data-scientist"))
    assert "TP005" not in found(team("data-scientist", "ai-engineer"))


def test_only_one_able() -> None:
    """TP006 advises of a single able person; as a hard limit it is kept instead."""
    critical = ("monitoring",)
    assert "TP006" in found(team("ai-engineer", critical=critical))
    assert "TP006" not in found(team("ai-engineer", "ai-engineer", critical=critical))
    assert "TP006" not in found(
        team("ai-engineer", "mlops-engineer", critical=critical, resilience=True)
    )


@pytest.mark.parametrize(
    ("code", "change"), [("TP007", {"gap": None}), ("TP008", {"stopped_by": "time"})]
)
def test_the_proof_is_remarked(code: str, change: dict[str, object]) -> None:
    """TP007 says that no bound is known, TP008 that time ran out."""
    question = team("ai-engineer")
    answer = plan(question, BUDGET)
    assert isinstance(answer, Plan)
    assert code not in {f.code for f in answer.findings}
    bound = replace(answer.bound, **change)  # type: ignore[arg-type]
    assert code in {f.code for f in findings(replace(answer, bound=bound), question)}


def test_limits_default_to_none() -> None:
    """A limit that nobody set limits nothing."""
    assert Limits(deadline=None, budget=None).headcount is None


def test_who_is_able_and_what_is_little_are_terms() -> None:
    """TP001 and TP004 turn on figures that the user can change, not on numbers of ours."""
    critical = ("monitoring",)
    work = {"data-analysis": 3.0, "monitoring": 1.0}
    some = team("ai-engineer", work=work, critical=critical,
                skills={"data-analysis": 1.0, "monitoring": 0.6})  # fmt: skip
    assert not {"TP001", "TP004"} & found(some)
    strict = replace(some, terms=replace(some.terms, able=0.8, running_least=0.3))
    assert {"TP001", "TP004"} <= found(strict)

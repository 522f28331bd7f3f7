"""Why a question is in a kit, in words that a candidate may read."""

from collections.abc import Mapping

from tercet.interviewing.kit.problem import Problem
from tercet.interviewing.kit.records import Question

_NEED = {"must": "A must", "nice": "A wish", "soft": "A soft skill of every role"}
_OPEN = {
    "none": "Nothing in the papers shows it.",
    "listed": "The papers only name it.",
    "learned": "The papers show that it was learned, not done.",
}
_MARK = {
    "business-impact": "It gives room to show a business outcome, which the papers don't.",
    "incident-response": "It gives room to show an incident answered, which the papers don't.",
    "rollback": "It gives room to show a release taken back, which the papers don't.",
}


def reason(problem: Problem, question: Question, number: int, counts: Mapping[str, int]) -> str:
    """Why `question` is asked: it makes rating `number` of its capability."""
    said = [rating(problem, question.capability, number, counts)]
    if problem.core(question):
        said.insert(0, "Asked of everybody in this role.")
    said += [_MARK[m] for m in question.marks if m in problem.gaps.marks][:1]
    return " ".join(said)


def rating(problem: Problem, capability: str, number: int, counts: Mapping[str, int]) -> str:
    """What rating `number` of a capability is good for."""
    need = problem.seat.needs.get(capability)
    if need is None:
        return "The seat does not ask for it by name."
    said = f"{_NEED[need]}: rating {number} of {counts[capability]}."
    if problem.gaps.open(capability):
        said += f" {_OPEN[problem.gaps.rungs[capability]]}"
    return said

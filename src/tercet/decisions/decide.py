"""Recording a decision: a person decides, with reasons, also for leaving the advice."""

from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import Any

from tercet.decisions.records import Decision
from tercet.kernel.rules import broken
from tercet.kernel.yamls import parse_yaml


def decide(
    *,
    person: str,
    by: str,
    decision: str,
    reasons: Sequence[str],
    when: str,
    advice: str | None = None,
    differs_because: str | None = None,
) -> Decision:
    """The decision, or `InputError`.

    TA050 (nobody, or no human, is named), TA051 (no reason), TA052 (another decision than advised,
    and no word on why), TA053 (a blank person or decision).
    """
    for name, value in (("person", person), ("decision", decision)):
        if not value.strip():
            raise broken(__package__, "TA053", place=name, name=name)
    if not by.strip() or _not_a_person(by):
        raise broken(__package__, "TA050", place="by", value=by)
    kept = tuple(reason.strip() for reason in reasons if reason.strip())
    if not kept:
        raise broken(__package__, "TA051", place="reasons")
    made = Decision(person, by, decision, kept, when, advice, differs_because)
    if made.followed is False and not (differs_because or "").strip():
        raise broken(
            __package__, "TA052", place="differs_because", advice=advice, decision=decision
        )
    return made


def to_record(decision: Decision) -> dict[str, Any]:
    """The decision as an act for the ledger."""
    return {
        "who": decision.by,
        "what": "decision",
        "when": decision.when,
        "person": decision.person,
        "decision": decision.decision,
        "reasons": list(decision.reasons),
        "advice": decision.advice,
        "followed": decision.followed,
        "differs_because": decision.differs_because,
    }


def _not_a_person(name: str) -> bool:
    words = name.casefold().replace("-", " ").split()
    return bool(words) and all(word in _machines() for word in words)


@cache
def _machines() -> frozenset[str]:
    """Words that name no human being."""
    file = resources.files(__package__).joinpath("data", "machines.yaml")
    return frozenset(parse_yaml(file.read_text("utf-8"), place="machines.yaml"))

"""How much work the packages of a project turn out to be, and how long they last at least."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np

from tercet.brief.records import Triple, WorkPackage
from tercet.forecast.luck import Floats, Luck
from tercet.kernel.uncertain import Distribution
from tercet.planning.network import effort_of as planned_effort
from tercet.planning.records import Problem


@dataclass(frozen=True, slots=True)
class Work:
    """The project in each future, whatever the plan; every array holds one value a future."""

    effort: Mapping[tuple[str, str], Floats]
    """(package, capability) → person-weeks of a full mid-level specialist."""
    rework: Mapping[tuple[str, str], Floats]
    """(package, capability) → share of thinly done work that is done again."""
    elapsed: Mapping[str, Floats]
    """Package → weeks that it lasts at least once it can begin."""


def work_of(problem: Problem, luck: Luck) -> Work:
    """The project's work, drawn once for all plans."""
    overall = _overall(problem.project.spread, luck)
    effort, rework, elapsed = {}, {}, {}
    for package in problem.project.packages:
        elapsed[package.id] = _elapsed(package, luck)
        work = planned_effort(package, problem.terms)
        largest = max(work, key=lambda c: (work[c], c), default=None)
        for capability in work:
            key = package.id, capability
            given = package.handoff is not None and capability == largest
            extra = problem.terms.handoff_effort if given else 0.0
            effort[key] = overall * _effort(package, capability, luck) + extra
            rework[key] = luck.draw("rework", "rework", luck.uncertainty.rework, *key)
    return Work(effort, rework, elapsed)


def _overall(spread: float, luck: Luck) -> Floats:
    """Factor on every effort of the project: how wrong the whole estimate is."""
    tail = luck.draw("overall", "tail", luck.uncertainty.tail)
    hit = luck.happens("overall", "tail-chance", luck.uncertainty.tail_chance)
    return luck.draw("overall", "overall", spread_by(spread)) * np.where(hit, tail, 1.0)


def _effort(package: WorkPackage, capability: str, luck: Luck) -> Floats:
    """The package's draw is the same for all its capabilities: it is as large as it is."""
    cause = f"effort:{package.id}"
    effort = luck.draw(cause, "effort", _triangle(package.work[capability]), package.id)
    if package.quality:
        longer = spread_by(luck.uncertainty.quality_sigma)
        effort = effort * luck.draw(cause, "quality", longer, package.id)
    return effort


def _elapsed(package: WorkPackage, luck: Luck) -> Floats:
    weeks = np.zeros(luck.n)
    if package.wait:
        weeks = luck.draw("waits", "wait", _triangle(package.wait), package.id)
    for who, triple in package.outside.items():
        given = luck.draw("outside", "outside", _triangle(triple), package.id, who)
        weeks = np.maximum(weeks, given / luck.uncertainty.outside_weekly)
    return weeks


def _triangle(triple: Triple) -> Distribution:
    return Distribution("triangular", (triple.low, triple.likely, triple.high))


def spread_by(sigma: float) -> Distribution:
    """A lognormal factor of median 1 and this standard deviation of its logarithm."""
    return Distribution("lognormal", (1.0, math.exp(sigma * NormalDist().inv_cdf(0.9))))

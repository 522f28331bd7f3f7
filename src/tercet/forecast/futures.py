"""Futures: what chance does to the work, drawn once, and to people, drawn as plans engage them."""

import math
from dataclasses import dataclass, replace
from statistics import NormalDist

from tercet.forecast.luck import MEDIAN, Luck
from tercet.forecast.uncertainty import Uncertainty
from tercet.forecast.work import Work, work_of
from tercet.kernel.rules import broken
from tercet.planning.records import Problem


@dataclass(frozen=True, slots=True)
class Futures:
    """Futures of one problem; every plan for it that is simulated in them meets the same luck."""

    luck: Luck
    work: Work


def draw_futures(problem: Problem, *, seed: int, n: int, uncertainty: Uncertainty) -> Futures:
    """`n` futures of the problem's project and of whoever may be engaged. TF001 when `n` < 1."""
    if n < 1:
        raise broken(__package__, "TF001", n=n)
    luck = Luck(uncertainty, seed, n)
    return Futures(luck, work_of(problem, luck))


def alone(problem: Problem, futures: Futures, cause: str, n: int) -> Futures:
    """The first `n` futures when only `cause` is uncertain and all else at its median."""
    luck = replace(futures.luck, certain=True, only=cause, n=n, fixed={})
    return Futures(luck, work_of(problem, luck))


def as_planned(problem: Problem, uncertainty: Uncertainty) -> Futures:
    """The one future the planner planned for: efforts and lead times at its own quantiles."""
    terms = problem.terms
    spread = problem.project.spread
    overall = NormalDist().cdf(math.log(terms.effort_factor) / spread) if spread else MEDIAN
    fixed = {
        "overall": overall,
        "rework": 0.0,
        **dict.fromkeys(("effort", "wait"), terms.effort_quantile),
        **dict.fromkeys(("approval", "search", "notice", "ramp", "learning"), terms.lead_quantile),
    }
    luck = Luck(uncertainty, seed=0, n=1, certain=True, fixed=fixed)
    return Futures(luck, work_of(problem, luck))

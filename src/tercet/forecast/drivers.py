"""What makes a plan early or late, cheap or dear: each cause of uncertainty on its own."""

import numpy as np

from tercet.forecast.course import run
from tercet.forecast.fates import fates_of, side_by_side
from tercet.forecast.futures import Futures, alone
from tercet.forecast.luck import Floats
from tercet.forecast.records import Driver
from tercet.forecast.summary import live_package, live_weeks
from tercet.forecast.team import Team
from tercet.kernel.money import cents
from tercet.planning.records import Problem

CAUSES = {
    "overall": "Effort of the project as a whole",
    "search": "Time to find and sign people",
    "notice": "Notice that new people serve",
    "attrition": "People leaving",
    "upskilling": "Learning a new role",
    "waits": "Waits that nobody can shorten",
    "outside": "Time of people outside the team",
    "ramp": "Time until new people give their full output",
    "rework": "Thinly done work done again",
}
NOTHING = "nothing"
"""The trial in which no cause varies: what the others are measured from."""
PACKAGES = 4
"""Packages whose own effort is looked at: the ones with the widest estimate."""
SHOWN = 7
TRIALS = 200


def drivers(team: Team, problem: Problem, futures: Futures) -> tuple[Driver, ...]:
    """At most seven causes, the one that moves the live date most first.

    Each cause varies alone, as in the first 200 of the futures, all others at their median;
    good and bad are P10 and P90 of what comes out, less what comes out when nothing varies.
    """
    labels = {NOTHING: "", **CAUSES, **_widest(problem)}
    n = min(TRIALS, futures.luck.n)
    trials = [alone(problem, futures, cause, n) for cause in labels]
    fates = side_by_side([fates_of(team, problem, trial) for trial in trials])
    course = run(team, problem, futures.luck.uncertainty, fates)
    weeks = live_weeks(course, live_package(problem), team.horizon).reshape(len(labels), -1)
    cost = course.spent.sum(axis=0).reshape(len(labels), -1)
    base = float(np.median(weeks[0])), float(np.median(cost[0]))
    rows = list(zip(labels.items(), weeks - base[0], cost - base[1], strict=True))[1:]
    found = [_driver(*row) for row in rows]
    moving = [d for d in found if d.weeks_bad > d.weeks_good or d.cost_bad > d.cost_good]
    moving.sort(key=lambda d: (d.weeks_good - d.weeks_bad, d.cost_good - d.cost_bad, d.id))
    return tuple(moving[:SHOWN])


def _driver(cause: tuple[str, str], weeks: Floats, cost: Floats) -> Driver:
    good, bad = np.round(np.quantile(weeks, (0.1, 0.9)), 6).tolist()
    cheap, dear = np.quantile(cost, (0.1, 0.9)).tolist()
    return Driver(*cause, good, bad, cents(cheap), cents(dear))


def _widest(problem: Problem) -> dict[str, str]:
    def width(number: int) -> float:
        return sum(t.high - t.low for t in problem.project.packages[number].work.values())

    packages = problem.project.packages
    widest = sorted(range(len(packages)), key=lambda i: (-width(i), i))[:PACKAGES]
    return {f"effort:{packages[i].id}": f"Effort of {packages[i].name}" for i in widest}

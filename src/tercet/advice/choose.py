"""Choosing among plans: the cheapest that keeps its promise in enough futures."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from tercet.advice.records import Choice
from tercet.catalog.records import Catalog
from tercet.planning import Plan, Problem


def buffered(problem: Problem, catalog: Catalog) -> dict[str, Problem]:
    """`problem` with each of the catalogue's pairs of buffers: more effort, an earlier date.

    Which pairs to try is data (`buffer.N.effort`, `buffer.N.weeks`).
    """
    names = sorted({id.rsplit(".", 1)[0] for id in catalog.figures if id.startswith("buffer.")})
    return {
        name: replace(
            problem,
            # The budget binds in the futures; a padded plan may exceed it on paper.
            limits=replace(problem.limits, budget=None),
            terms=replace(
                problem.terms,
                effort_factor=catalog.value(f"{name}.effort"),
                deadline_buffer_weeks=round(catalog.value(f"{name}.weeks")),
            ),
        )
        for name in names
    }


def dated(problem: Problem, points: Sequence[Plan]) -> dict[str, Problem]:
    """`problem` due on the date of each of `points`: time is kept back, but no effort added."""
    dates = [point.live for point in points]
    limits = [replace(problem.limits, deadline=day, budget=None) for day in dates]
    return {
        f"by {day}": replace(problem, limits=own) for day, own in zip(dates, limits, strict=True)
    }


def by_merit(choices: Mapping[str, Choice], confidence: float) -> list[str]:
    """Ids of choices, the one to recommend first.

    Those that keep their limits in `confidence` of futures by cost (middle future); after them
    the rest, the likeliest to keep them first.
    """

    def merit(id: str) -> tuple[bool, float, Decimal, str]:
        choice = choices[id]
        chance = 0.0 if keeps(choice, confidence) else -_kept(choice)
        return not keeps(choice, confidence), chance, choice.forecast.cost.p50, id

    return sorted(choices, key=merit)


def keeps(choice: Choice, confidence: float) -> bool:
    """Whether the choice keeps its limits in that share of its futures."""
    return _kept(choice) >= confidence


def _kept(choice: Choice) -> float:
    chance = choice.forecast.chance
    for share in (chance.both, chance.deadline, chance.budget):
        if share is not None:
            return share
    return 1 - choice.forecast.never_live


def knee(points: Sequence[Plan]) -> Plan:
    """The plan of a frontier where waiting longer stops paying: farthest below its chord.

    Method: Satopää et al. 2011, "Finding a kneedle in a haystack".
    """
    days = [float(point.live.toordinal()) for point in points]
    costs = [float(point.cost) for point in points]
    wide, high = max(days) - min(days) or 1.0, max(costs) - min(costs) or 1.0
    height = [
        (day - min(days)) / wide + (cost - min(costs)) / high
        for day, cost in zip(days, costs, strict=True)
    ]
    return points[min(range(len(points)), key=lambda i: (height[i], i))]

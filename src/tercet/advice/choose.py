"""Choosing among plans: the cheapest that keeps its promise in enough futures."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from tercet.advice.records import Choice
from tercet.catalog.records import Catalog
from tercet.kernel.rules import Finding, finding
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


def padded(problem: Problem, catalog: Catalog) -> Problem:
    """`problem` with a little more effort kept back than it had (`plan.more-effort`)."""
    more = problem.terms.effort_factor * catalog.value("plan.more-effort")
    return replace(problem, terms=replace(problem.terms, effort_factor=more))


def near_misses(
    choices: Mapping[str, Choice], confidence: float, catalog: Catalog
) -> tuple[str, ...]:
    """Ids of choices that just fail to keep their limits and cost less than the best that does,
    the likeliest first.
    """
    best = choices[by_merit(choices, confidence)[0]]
    least = confidence - catalog.value("plan.near-miss")
    near = [
        id
        for id, choice in choices.items()
        if least <= _kept(choice) < confidence and choice.forecast.cost.p50 < best.forecast.cost.p50
    ]
    return tuple(sorted(near, key=lambda id: (-_kept(choices[id]), id)))


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


def promise_findings(choice: Choice, confidence: float) -> list[Finding]:
    """A finding where the choice keeps its limits in fewer of 100 futures than was asked."""
    asked, share = round(100 * confidence), round(100 * _kept(choice))
    return [] if share >= asked else [finding("tercet.forecast", "TF010", asked=asked, kept=share)]


def _kept(choice: Choice) -> float:
    """Share of its futures in which the choice keeps its limits; without any, is ever live."""
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

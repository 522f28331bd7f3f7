"""Cost, proof and time of a plan for every blueprint, next to deciding dates before people."""

import sys
import time
from dataclasses import replace
from datetime import date, timedelta

from tercet.advice.pose import pose
from tercet.advice.solving import THOROUGH
from tercet.brief.read import read_brief
from tercet.brief.records import Archetype, Home, Need
from tercet.catalog.load import load_catalog
from tercet.catalog.records import ARCHETYPES, Catalog
from tercet.planning import Plan, Problem, plan
from tercet.planning.crew import groups
from tercet.planning.network import Network, network
from tercet.planning.planner import deadline_week, least_weeks
from tercet.planning.relaxation import relax_staffed
from tercet.planning.search import Trial, team
from tercet.planning.timeline import Windows

TODAY = date(2026, 11, 23)
NEEDS = {"fraud-detection": ((), ("real-time",), ("real-time", "regulated"))}
SLACK = 1.5
"""Deadline as a multiple of the critical path: neither hopeless nor generous."""


def main(kinds: tuple[str, ...] = ARCHETYPES) -> None:
    """One row per blueprint and set of needs.

    The peer decides in two steps, as is usual: every package as late as its deadline allows, then
    the cheapest team for that timeline by the same integer program.
    """
    catalog = load_catalog()
    print(f"{'blueprint':24}{'needs':22}{'pkg':>4}{'opt':>4}{'weeks':>6}{'cost':>10}{'windows':>9}"
          f"{'timeline':>9}{'CPU s':>7}{'two steps':>11}{'more':>7}")  # fmt: skip
    for kind in kinds:
        for needs in NEEDS.get(kind, ((),)):
            _row(kind, needs, catalog)


def _row(kind: str, needs: tuple[str, ...], catalog: Catalog) -> None:
    problem = _problem(kind, needs, catalog)
    crew = groups(problem)
    week = deadline_week(problem, crew)
    begun = time.process_time()
    answer = plan(problem, THOROUGH)
    spent = time.process_time() - begun
    row = (f"{kind:24}{'+'.join(needs) or '-':22}{len(problem.project.packages):4}"
           f"{len(problem.supply.options):4}{week:6}")  # fmt: skip
    if not isinstance(answer, Plan):
        print(f"{row}{'no plan':>10}{'':18}{spent:7.0f}", flush=True)
        return
    peer = _two_steps(problem, network(problem, crew, week))
    cost, bound = float(answer.cost), answer.bound
    late = f"{peer:11,.0f}{peer / cost - 1:7.1%}" if peer else f"{'none':>11}"
    print(f"{row}{cost:10,.0f}{_share(bound.gap_windows):>9}{_share(bound.gap):>9}"
          f"{spent:7.0f}{late}", flush=True)  # fmt: skip


def _share(gap: float | None) -> str:
    return "unknown" if gap is None else f"{gap:.1%}"


def _two_steps(problem: Problem, net: Network) -> float | None:
    late = Windows(
        tuple((n.latest_half, n.latest_half) for n in net.nodes),
        tuple((n.latest, n.latest) for n in net.nodes),
    )
    crew = groups(problem)
    inner = relax_staffed(problem, net, crew, late, rounds=2)
    found = team(problem, net, crew, Trial(late, inner), THOROUGH)
    return None if found is None else found.cost


def _problem(kind: str, needs: tuple[str, ...], catalog: Catalog) -> Problem:
    brief = replace(
        read_brief("A product for our customers in the United States.", catalog, today=TODAY),
        archetype=Archetype(kind, 1.0, None), size="M", home=Home("US", None, None),
        needs=tuple(Need(need, None) for need in needs),
    )  # fmt: skip
    problem = pose(brief, catalog).problem
    free = replace(problem, limits=replace(problem.limits, deadline=None))
    weeks = round(SLACK * least_weeks(free, groups(free)))
    deadline = problem.origin + timedelta(weeks=weeks)
    return replace(problem, limits=replace(problem.limits, deadline=deadline))


if __name__ == "__main__":
    main(tuple(sys.argv[1:]) or ARCHETYPES)

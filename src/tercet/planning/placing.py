"""From a solution of the model to people with names: who is booked when, and works on what."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from tercet.kernel.dates import week_start
from tercet.kernel.money import cents
from tercet.planning.crew import DAYS, Profile, profile
from tercet.planning.network import Network
from tercet.planning.records import Assignment, EngagedMember, Engagement, Problem, Scheduled
from tercet.planning.staffed import Booked
from tercet.planning.stints import Stint
from tercet.planning.timeline import Windows
from tercet.planning.windows import begin

SMALL = 1e-6


@dataclass(frozen=True, slots=True)
class Seat:
    """One member of one engagement."""

    member: EngagedMember
    profile: Profile
    stint: Stint
    days: dict[int, int]
    """Days booked by week."""


def engage(problem: Problem, booked: Booked) -> tuple[tuple[Engagement, ...], list[Seat]]:
    """Engagements in the order in which they begin, with their members as seats."""
    found: list[tuple[Stint, dict[int, int]]] = []
    for stint, count in booked.team:
        found += [(stint, days) for days in _split(booked, stint, count)]
    found.sort(key=lambda pair: (pair[0].start, pair[0].end, pair[0].id))
    engagements, seats = [], []
    for number, (stint, days) in enumerate(found, start=1):
        made = _engagement(problem, stint, days, f"E{number}")
        engagements.append(made)
        seats += [
            Seat(m, profile(member), stint, days)
            for m, member in zip(made.members, stint.group.option.members, strict=True)
        ]
    return tuple(engagements), seats


def _split(booked: Booked, stint: Stint, count: int) -> Iterator[dict[int, int]]:
    """Days of each of `count` people on the same stint; the first ones get the odd days."""
    weeks = range(stint.start, stint.end)
    if stint.group.whole:
        yield from (dict.fromkeys(weeks, DAYS) for _ in range(count))
        return
    total = {}
    for w in weeks:
        paid = booked.people.paid(stint, w)
        total[w] = round(DAYS * sum(booked.solution.values[c] * v for c, v in paid))  # type: ignore[index]
    for i in range(count):
        yield {w: (total[w] + count - 1 - i) // count for w in weeks}


def _engagement(problem: Problem, stint: Stint, days: dict[int, int], id: str) -> Engagement:
    option, origin = stint.group.option, problem.origin
    booked = [(w, days[w] * stint.paid(w)) for w in sorted(days)]
    floor = max(days[w] for w in days) if stint.group.whole else stint.group.floor * DAYS
    booked += [(stint.end + i, float(floor)) for i in range(stint.paid_out)]
    end = stint.end + stint.paid_out
    total = sum(Decimal(str(round(d, 6))) for _, d in booked)
    cost = cents(option.weekly_cost * total / DAYS) + option.one_off_cost
    members = tuple(
        EngagedMember(f"{id}-{i}" if len(option.members) > 1 else id, m.role, m.level)
        for i, m in enumerate(option.members, start=1)
    )
    lead = timedelta(days=option.lead.planned_days(problem.terms.lead_quantile))
    start = week_start(origin, stint.start)
    return Engagement(
        id=id, option=option.id, label=option.label, channel=option.channel,
        region=option.region, start=start, end=week_start(origin, end),
        share=round(float(total) / DAYS / (end - stint.start), 4),
        weekly_cost=option.weekly_cost, one_off_cost=option.one_off_cost, cost=cents(cost),
        reason="", members=members, decide_by=max(problem.supply.today, start - lead),
        days=tuple((week_start(origin, w), float(d)) for w, d in booked),
    )  # fmt: skip


def schedule(
    problem: Problem, net: Network, windows: Windows, assignments: Iterable[Assignment]
) -> tuple[Scheduled, ...]:
    """First and last week of each package: its work, and its wait where that is longer."""
    half = [w for w, _ in windows.half]
    complete = [w for w, _ in windows.complete]
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    for a in assignments:
        begun, ended = (a.start - problem.origin).days // 7, (a.end - problem.origin).days // 7
        first[a.package] = min(begun, first.get(a.package, begun))
        last[a.package] = max(ended, last.get(a.package, ended))
    found = []
    for i, node in enumerate(net.nodes):
        end = complete[i]
        start = max(begin(node, half, complete), min(first.get(node.id, end), end - node.weeks))
        found.append(
            Scheduled(node.id, week_start(problem.origin, start), week_start(problem.origin, end))
        )
    return tuple(found)


def place(
    problem: Problem, net: Network, booked: Booked, seats: list[Seat]
) -> tuple[Assignment, ...]:
    """Who works on what: each week's work handed to whoever did the same before, if they can.

    People of one profile are alike and tasks of one capability are alike, so any way of handing
    out the model's weekly amounts is right; this one keeps hands on their work.
    """
    share, hours = problem.terms.productive_share, defaultdict(dict)  # type: ignore[var-annotated]
    done: dict[tuple[str, str, str], float] = defaultdict(float)
    pieces: dict[tuple[str, str, str], dict[int, float]] = hours
    for week in range(net.horizon):
        spare = {
            seat.member.id: share * seat.days[week] / DAYS * (1 - seat.stint.lost(week))
            for seat in seats
            if week in seat.days
        }
        for capability, needs in _needs(net, booked, week).items():
            gives = _gives(booked, seats, capability, week)
            for package, task_effort in needs:
                left = task_effort
                key = lambda s, p=package, c=capability: -done[s.member.id, p, c]  # noqa: E731
                for seat in sorted((s for s in seats if s.member.id in spare), key=key):
                    output = dict(seat.profile).get(capability, 0.0)
                    pool = gives.get(seat.profile, 0.0)
                    took = min(left / output if output else 0.0, spare[seat.member.id], pool)
                    if took <= SMALL:
                        continue
                    gives[seat.profile] = pool - took
                    spare[seat.member.id] -= took
                    left -= took * output
                    name = (seat.member.id, package, capability)
                    done[name] += took
                    pieces[name][week] = pieces[name].get(week, 0.0) + took * DAYS / share
    return tuple(_runs(problem, pieces))


def _needs(net: Network, booked: Booked, week: int) -> dict[str, list[tuple[str, float]]]:
    found: dict[str, list[tuple[str, float]]] = {}
    for i, node in enumerate(net.nodes):
        for task in node.tasks:
            effort = booked.solution["effort", i, task.capability, week]
            if effort > SMALL:
                found.setdefault(task.capability, []).append((node.id, effort))
    return found


def _gives(booked: Booked, seats: list[Seat], capability: str, week: int) -> dict[Profile, float]:
    return {
        p: booked.solution["work", i, capability, week] + SMALL
        for i, p in enumerate(booked.built.profiles)
    }


def _runs(
    problem: Problem, pieces: dict[tuple[str, str, str], dict[int, float]]
) -> Iterator[Assignment]:
    for (member, package, capability), weeks in pieces.items():
        run: list[int] = []
        for week in sorted(weeks):
            days = round(weeks[week], 4)
            if run and (week != run[-1] + 1 or days != round(weeks[run[-1]], 4)):
                yield _assignment(problem, member, package, capability, run, weeks)
                run = []
            run.append(week)
        yield _assignment(problem, member, package, capability, run, weeks)


def _assignment(
    problem: Problem, member: str, package: str, capability: str, run: list[int],
    weeks: dict[int, float],
) -> Assignment:  # fmt: skip
    return Assignment(
        member, package, capability, week_start(problem.origin, run[0]),
        week_start(problem.origin, run[-1] + 1), round(weeks[run[0]], 4),
    )  # fmt: skip

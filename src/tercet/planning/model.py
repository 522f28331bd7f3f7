"""The whole model: work of packages in time, done by people who come and go.

Work is planned per capability and not per task, and per set of skills and not per person: any
such plan can be handed out to people and tasks afterwards, so nothing is lost, and the model is
smaller by the number of tasks and of people.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from tercet.planning.crew import Profile
from tercet.planning.network import Network
from tercet.planning.records import Problem
from tercet.planning.solver import Model
from tercet.planning.staffing import Expression, Presence, Staffing, scaled
from tercet.planning.timeline import Timeline, Windows


@dataclass(frozen=True, slots=True)
class Built:
    """A model with the parts whose columns it holds."""

    model: Model
    profiles: tuple[Profile, ...]
    windows: Windows


def build(
    problem: Problem, net: Network, staffing: Staffing, windows: Windows, *,
    precedence: bool = True, shortfall: float = 0.0, pay: bool = True,
) -> Built:  # fmt: skip
    """The model of `problem` with the people of `staffing`, and a timeline inside `windows`.

    Without `precedence` every package may run at any time in its weeks: a relaxation. With a
    price for `shortfall`, work may stay undone at that price per person-week. Without `pay` people
    cost nothing, except against the budget.
    """
    model = staffing.model
    staffing.add()
    timeline = Timeline(model, net, windows, precedence)
    timeline.add()
    profiles = staffing.profiles()
    if problem.limits.budget is not None:
        model.add_row(enumerate(model.cost), upper=float(problem.limits.budget), key=("budget",))
    if not pay:
        model.cost = [0.0] * len(model.cost)
    _demand(model, staffing, profiles, shortfall)
    _capacity(model, problem, staffing, profiles)
    _until_finish(model, timeline, staffing)
    return Built(model, profiles, windows)


def _demand(
    model: Model, staffing: Staffing, profiles: tuple[Profile, ...], shortfall: float
) -> None:
    """Every week, people deliver in each capability what its tasks take up."""
    needed: dict[tuple[str, int], Expression] = {}
    for key, column in list(model.column.items()):
        if isinstance(key, tuple) and key[0] == "effort":
            needed.setdefault((key[2], key[3]), []).append((column, -1.0))
    here = [{p for s in active for p, _ in s.group.profiles} for active in staffing.active]
    most = staffing.most_output
    for (capability, week), taken in needed.items():
        given = [
            (model.add_column(("work", p, capability, week), upper=most), q)
            for p, profile in enumerate(profiles)
            if profile in here[week]
            for c, q in profile
            if c == capability
        ]
        if shortfall:
            rates = sum(model.upper[column] for column, _ in taken)
            short = model.add_column(("short", capability, week), shortfall, upper=rates)
            given.append((short, 1.0))
        model.add_row([*given, *taken], lower=0, key=("demand", capability, week))


def _capacity(
    model: Model, problem: Problem, staffing: Staffing,
    profiles: tuple[Profile, ...],
) -> None:  # fmt: skip
    """Nobody works more than the productive part of the week, less talk and mentoring.

    Talk and mentoring fall on whoever has the time, up to `talk_most` of what each is booked for:
    else somebody cheap would be kept only to talk for the others.
    """
    share, most = problem.terms.productive_share, problem.terms.talk_most
    for week, active in enumerate(staffing.active):
        able, booked = _time(active)
        idle: Expression = []
        for p, profile in enumerate(profiles):
            if profile not in able:
                continue
            used = [
                (model.column["work", p, c, week], 1.0)
                for c, _ in profile
                if ("work", p, c, week) in model.column
            ]
            spare = model.add_column(("idle", p, week), upper=staffing.most_output)
            idle.append((spare, -1.0))
            given = scaled(able[profile], -share)
            model.add_row([*used, (spare, 1), *given], upper=0, key=("capacity", p, week))
            if most < 1:
                room = scaled(booked[profile], -share * most)
                model.add_row([(spare, 1), *room], upper=0, key=("spared", profile, week))
        talk = model.column.get(("talk", week))
        mentoring = [term for s in active for term in scaled(s.mentoring, share)]
        if talk is not None or mentoring:
            talking = [] if talk is None else [(talk, share)]
            model.add_row([*idle, *talking, *mentoring], upper=0, key=("team", week))


def _time(
    active: Sequence[Presence],
) -> tuple[dict[Profile, Expression], dict[Profile, Expression]]:
    """Person-weeks by profile: what learning leaves, and what is booked."""
    able: dict[Profile, Expression] = {}
    booked: dict[Profile, Expression] = {}
    for present in active:
        for profile, members in present.group.profiles:
            able.setdefault(profile, []).extend(scaled(present.able, members))
            booked.setdefault(profile, []).extend(scaled(present.paid, members))
    return able, booked


def _until_finish(model: Model, timeline: Timeline, staffing: Staffing) -> None:
    """People hired for good are paid until the last package is finished."""
    sinks = [timeline.complete[i] for i in timeline.net.sinks]
    for group in staffing.groups():
        if not group.until_finish:
            continue
        for week, leaving in staffing.leaving(group):
            for constant, finished in (sink.at(week) for sink in sinks):
                if finished is not None:
                    model.add_row([*leaving, (finished, -float(group.option.available))], upper=0)
                elif not constant:
                    model.add_row(leaving, upper=0)

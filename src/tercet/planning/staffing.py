"""Columns and rows of the model about people: which stints, what is booked, who is able."""

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from tercet.planning.crew import DAYS, Group, Profile, by_id, counted, same_person
from tercet.planning.records import Problem
from tercet.planning.solver import Model
from tercet.planning.stints import Stint

Expression = list[tuple[int, float]]


class Presence(NamedTuple):
    """A stint in one week of its own."""

    group: Group
    column: int
    """Column of how many such engagements there are."""
    paid: Expression
    """Person-weeks (pod-weeks) booked and paid."""
    able: Expression
    """Person-weeks of each member that learning leaves."""
    mentoring: Expression
    """Person-weeks of colleagues' time that a newcomer takes."""


@dataclass
class Staffing:
    """Adds `stints` to a model, week by week until `horizon`."""

    model: Model
    problem: Problem
    crew: Sequence[Group]
    """All options that the problem offers, chosen from or not: limits count them."""
    stints: Sequence[Stint]
    horizon: int
    days: bool
    """Whether part-time people are booked in whole days, as they are in the end."""

    def add(self) -> None:
        """All columns and rows that do not depend on the packages."""
        self.active: list[list[Presence]] = [[] for _ in range(self.horizon)]
        for stint in self.stints:
            self._columns(stint)
            for week in range(stint.start, stint.end):
                self.active[week].append(self._presence(stint, week))
        self._availability()
        self._talk()
        self._people()
        self._limits()

    def paid(self, stint: Stint, week: int) -> Expression:
        """Person-weeks (pod-weeks) booked and paid in `week`."""
        column = self.model.column[stint.key]
        if stint.group.whole:
            return [(column, stint.paid(week))]
        if stint.full is not None:
            return [(column, 1.0 if stint.full[week - stint.start] else stint.group.floor)]
        return [(column, self._floor(stint.group)),
                (self.model.column["extra", stint, week], 1 / DAYS)]  # fmt: skip

    def _presence(self, stint: Stint, week: int) -> "Presence":
        group, paid = stint.group, self.paid(stint, week)
        column, left = paid[0][0], 1 - stint.lost(week)
        able = [(column, left)] if group.whole else scaled(paid, left)
        newcomer = stint.mentored(week) * group.size
        mentoring = scaled(paid, newcomer) if newcomer else []
        return Presence(group, column, paid, able, mentoring)

    def profiles(self) -> tuple[Profile, ...]:
        """Distinct profiles of the people there could be: alike people are planned as one pool."""
        return tuple(dict.fromkeys(p for s in self.stints for p, _ in s.group.profiles))

    @cached_property
    def most_output(self) -> float:
        """Person-weeks a week that no team exceeds: makes every column bounded."""
        groups = {s.id: s.group for s in self.stints}
        return float(sum(g.size * g.option.available for g in groups.values()))

    def _floor(self, group: Group) -> float:
        return math.ceil(group.floor * DAYS - 1e-9) / DAYS if self.days else group.floor

    def _columns(self, stint: Stint) -> None:
        group, add = stint.group, self.model.add_column
        one = group.one_off + stint.paid_out * group.floor * group.weekly
        if group.whole or stint.full is not None:
            column = add(stint.key, one, upper=group.option.available, integer=True)
            for week in range(stint.start, stint.end):
                self.model.cost[column] += group.weekly * self.paid(stint, week)[0][1]
            return
        floor = self._floor(group)
        one += group.weekly * floor * (stint.end - stint.start)
        column = add(stint.key, one, upper=group.option.available, integer=True)
        for week in range(stint.start, stint.end):
            extra = add(
                ("extra", stint, week), group.weekly / DAYS, integer=self.days,
                upper=(1 - floor) * DAYS * group.option.available,
            )  # fmt: skip
            self.model.add_row([(column, (1 - floor) * DAYS), (extra, -1)], lower=0)

    def _availability(self) -> None:
        counts: dict[str, Expression] = defaultdict(list)
        for stint in self.stints:
            counts[stint.id].append((self.model.column[stint.key], 1.0))
        groups = by_id(self.crew)
        for id, terms in counts.items():
            self.model.add_row(terms, upper=groups[id].option.available, key=("available", id))

    def _talk(self) -> None:
        """Time that colleagues cost each other: `communication` of a week per pair, both ways.

        B booked people lose communication x B (B - 1) person-weeks a week: a convex function,
        which the chords between whole numbers of people state exactly at whole numbers.
        """
        share = self.problem.terms.communication
        if not share:
            return
        people, chords = self.most_output, most_people(self.problem, self.crew)
        for week, active in enumerate(self.active):
            booked = [t for s in active for t in scaled(s.paid, s.group.size)]
            if not booked:
                continue
            talk = self.model.add_column(("talk", week), upper=share * people**2)
            total = self.model.add_column(("team", week), upper=people)
            self.model.add_row([(total, -1), *booked], upper=0, key=("booked", week))
            for k in range(1, chords):
                self.model.add_row(
                    [(talk, 1), (total, -2 * share * k)],
                    lower=-share * k * (k + 1),
                )  # fmt: skip

    def _people(self) -> None:
        """Nobody is in two places: a person on staff and their own upskilling share one week."""
        for label, groups in same_person(self.crew).items():
            ids = {group.id for group in groups}
            for week, active in enumerate(self.active):
                both = [t for s in active if s.group.id in ids for t in s.paid]
                if both:
                    self.model.add_row(both, upper=1, key=("person", label, week))

    def _limits(self) -> None:
        limits = self.problem.limits
        if limits.headcount is not None:
            for week, active in enumerate(self.active):
                heads = [(s.column, float(s.group.size)) for s in active]
                self.model.add_row(heads, upper=limits.headcount, key=("head", week))
        if limits.offshore_share is not None:
            away = [
                term
                for active in self.active
                for s in active
                for term in scaled(
                    s.paid,
                    s.group.size * (s.group.option.offshore - limits.offshore_share),
                )
            ]
            self.model.add_row(away, upper=0, key=("offshore",))
        for key, needed, count in counted(self.problem):
            terms = [(self.model.column[s.key], float(count(s.group))) for s in self.stints]
            self.model.add_row(terms, lower=needed, key=key)


def most_people(problem: Problem, crew: Sequence[Group]) -> int:
    """Team size beyond which one more person gives less than their talk takes."""
    useful = math.ceil((1 / problem.terms.communication + 1) / 2)
    limit = problem.limits.headcount
    available = sum(g.size * g.option.available for g in crew)
    return min(useful, available, useful if limit is None else limit)


def scaled(terms: Expression, factor: float) -> Expression:
    """The expression times `factor`."""
    return [(column, value * factor) for column, value in terms]

"""Rows of the model about people, however their coming and going is stated as columns."""

import math
from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from tercet.planning.crew import Group, Profile, counted, same_person
from tercet.planning.records import Problem
from tercet.planning.solver import Model

Expression = list[tuple[int, float]]


class Presence(NamedTuple):
    """People of one option in one week."""

    group: Group
    column: int
    """Column of how many engagements this is."""
    paid: Expression
    """Person-weeks (pod-weeks) booked and paid."""
    able: Expression
    """Person-weeks of each member that learning leaves."""
    mentoring: Expression
    """Person-weeks of colleagues' time that a newcomer takes."""


@dataclass
class Staffing(ABC):
    """Adds the people that a plan may engage to a model, week by week until `horizon`."""

    problem: Problem
    crew: Sequence[Group]
    """All options that the problem offers, chosen from or not: limits count them."""
    horizon: int
    model: Model = field(default_factory=Model, kw_only=True)

    def add(self) -> None:
        """All columns and rows that do not depend on the packages."""
        self.active: list[list[Presence]] = [[] for _ in range(self.horizon)]
        self._engage()
        self._talk()
        self._people()
        self._limits()

    @abstractmethod
    def groups(self) -> Sequence[Group]:
        """The options that the model may engage."""

    @abstractmethod
    def _engage(self) -> None:
        """Columns for who comes and goes and what is booked; fills `active`."""

    @abstractmethod
    def engaged(self) -> Iterable[tuple[Group, Expression]]:
        """How many engagements of each option there are."""

    @abstractmethod
    def leaving(self, group: Group) -> Iterable[tuple[int, Expression]]:
        """How many of `group` leave before each week."""

    def profiles(self) -> tuple[Profile, ...]:
        """Distinct profiles of the people there could be: alike people are planned as one pool."""
        return tuple(dict.fromkeys(p for g in self.groups() for p, _ in g.profiles))

    @cached_property
    def most_output(self) -> float:
        """Person-weeks a week that no team exceeds: makes every column bounded."""
        return float(sum(g.size * g.option.available for g in self.groups()))

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
            terms = [t for g, engaged in self.engaged() for t in scaled(engaged, count(g))]
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

"""People as headcounts: how many of each option join in each week, and how many are there.

Exact where whole people come and go: minimum terms bind a headcount as they bind each person, and
everybody who is still learning is counted by the weeks since joining. Far fewer columns than one
for each stint, so an integer program can choose among all stints there are.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tercet.planning.crew import Group
from tercet.planning.solver import INF, Solution
from tercet.planning.staffing import Expression, Presence, Staffing, scaled
from tercet.planning.stints import Stint


@dataclass
class Headcounts(Staffing):
    """Whatever headcount of the options `offered` is worth it."""

    offered: Sequence[Group]
    finish: int
    """Week before which nobody hired for good leaves."""
    integer: bool = True
    """Whether headcounts are whole in each week, or only the number of people over all weeks."""

    def groups(self) -> Sequence[Group]:
        """The options on offer."""
        return self.offered

    def engaged(self) -> Iterable[tuple[Group, Expression]]:
        """People who join, over all weeks."""
        for group in self.offered:
            yield group, [(self.model.column["engaged", group.id], 1.0)]

    def leaving(self, group: Group) -> Iterable[tuple[int, Expression]]:
        """Those there in the week before who are not there any more."""
        column = self.model.column
        for week in self.weeks(group)[1:]:
            before = [(column["there", group.id, week - 1], 1.0)]
            joined = [(column["join", group.id, week], 1.0)]
            yield week, [*before, *joined, (column["there", group.id, week], -1.0)]

    def weeks(self, group: Group) -> range:
        """Weeks in which one of `group` can be engaged."""
        stop = self.horizon if group.last is None else min(group.last, self.horizon)
        return range(group.first, stop)

    def _engage(self) -> None:
        for group in self.offered:
            self._heads(group)
            for week in self.weeks(group):
                self.active[week].append(self._presence(group, week))

    def _heads(self, group: Group) -> None:
        """Joins and headcounts: nobody leaves within the least term or stays beyond the longest."""
        id, weeks, most = group.id, self.weeks(group), group.option.available
        add, row = self.model.add_column, self.model.add_row
        engaged = add(("engaged", id), group.one_off, upper=most, integer=True)
        for week in weeks:
            unserved = max(0, week + group.stay - weeks.stop) if group.last is None else 0
            paid_out = unserved * group.floor * group.weekly
            add(("join", id, week), paid_out, upper=most, integer=self.integer)
            add(("there", id, week), upper=most, integer=self.integer)
        row([(engaged, -1.0), *self._joins(group, weeks)], lower=0, upper=0)
        for week in weeks:
            there = self.model.column["there", id, week]
            stay = self._joins(group, range(week - group.stay + 1, week + 1))
            row([(there, -1.0), *stay], upper=0)
            if group.option.max_weeks:
                longest = range(week - group.option.max_weeks + 1, week + 1)
                row([(there, 1.0), *scaled(self._joins(group, longest), -1)], upper=0)
            before = [] if week == weeks.start else [
                (self.model.column["there", id, week - 1], -1.0)]  # fmt: skip
            held = group.until_finish and weeks.start < week < self.finish
            row([(there, 1.0), *scaled(self._joins(group, [week]), -1), *before],
                lower=0 if held else -INF, upper=0)  # fmt: skip
        self._cohorts(group)

    def _joins(self, group: Group, weeks: Iterable[int]) -> Expression:
        return [(self.model.column["join", group.id, w], 1.0)
                for w in weeks if w in self.weeks(group)]  # fmt: skip

    def _cohorts(self, group: Group) -> None:
        """Those who may leave before they have learnt all: counted by weeks since joining."""
        learning = len(group.lost)
        if learning <= group.stay:
            return
        row = self.model.add_row
        for week in self.weeks(group):
            for age in range(group.stay, learning):
                if week - age in self.weeks(group):
                    here = self.model.add_column(
                        ("cohort", group.id, week, age), upper=group.option.available,
                        integer=self.integer)  # fmt: skip
                    row([(here, 1.0), *scaled(self.cohort(group, week - 1, age - 1), -1)], upper=0)
            ripe = self._ripe(group, week)
            row(ripe, lower=0)
            if week > group.first:
                before = [*self._ripe(group, week - 1),
                          *self.cohort(group, week - 1, learning - 1)]  # fmt: skip
                row([*ripe, *scaled(before, -1)], upper=0)

    def cohort(self, group: Group, week: int, age: int) -> Expression:
        """People who joined `age` weeks before `week` and are still there."""
        if week - age not in self.weeks(group):
            return []
        if age < group.stay:
            return [(self.model.column["join", group.id, week - age], 1.0)]
        return [(self.model.column["cohort", group.id, week, age], 1.0)]

    def _ripe(self, group: Group, week: int) -> Expression:
        """People who have nothing more to learn."""
        young = (t for a in range(len(group.lost)) for t in self.cohort(group, week, a))
        return [(self.model.column["there", group.id, week], 1.0), *scaled(list(young), -1)]

    def _presence(self, group: Group, week: int) -> Presence:
        there = self.model.column["there", group.id, week]
        paid: Expression = []
        able: Expression = []
        mentoring: Expression = []
        for booked, unpaid, lost, mentored in self._booked(group, week):
            paid += scaled(booked, 1 - unpaid)
            able += scaled(booked, 1 - lost)
            mentoring += scaled(booked, mentored * group.size) if mentored else []
        for column, value in paid:
            self.model.cost[column] += group.weekly * value
        return Presence(group, there, paid, able, mentoring)

    def _booked(self, group: Group, week: int) -> Iterator[tuple[Expression, float, float, float]]:
        """Weeks booked of each cohort: with the shares unpaid, lost to learning and mentored."""
        for age, lost in enumerate(group.lost):
            cohort = self.cohort(group, week, age)
            if cohort:
                unpaid = group.unpaid[age] if age < len(group.unpaid) else 0.0
                mentored = group.mentored[age] if age < len(group.mentored) else 0.0
                yield self._time(group, week, age, cohort), unpaid, lost, mentored
        yield self._time(group, week, None, self._ripe(group, week)), 0.0, 0.0, 0.0

    def _time(self, group: Group, week: int, age: int | None, heads: Expression) -> Expression:
        """Weeks booked of `heads`: all of each where terms say so, else the floor and more."""
        if group.whole:
            return heads
        spare = 1 - group.floor
        extra = self.model.add_column(
            ("extra", group.id, week, age), upper=spare * group.option.available
        )
        self.model.add_row([(extra, 1.0), *scaled(heads, -spare)], upper=0)
        return [*scaled(heads, group.floor), (extra, 1.0)]

    def hold(self, whole: Mapping[int, float], weeks: int) -> None:
        """Keep how many are engaged in `whole`, joining at most `weeks` from when they do there."""
        column, upper = self.model.column, self.model.upper
        for group in self.offered:
            engaged = column["engaged", group.id]
            self.model.lower[engaged] = upper[engaged] = whole[engaged]
            joined = [w for w in self.weeks(group) if whole[column["join", group.id, w]]]
            for week in self.weeks(group):
                if not any(abs(week - w) <= weeks for w in joined):
                    upper[column["join", group.id, week]] = 0.0

    def team(self, found: Solution) -> tuple[tuple[Stint, int], ...]:
        """The stints of a solution: who learns leaves as counted, else who came first."""
        counts: dict[Stint, int] = {}
        for group in self.offered:
            for start, end in self._spells(group, found):
                spell = Stint(group, group.id, start, end)
                counts[spell] = counts.get(spell, 0) + 1
        return tuple(counts.items())

    def _spells(self, group: Group, found: Solution) -> Iterator[tuple[int, int]]:
        here: list[int] = []
        weeks = self.weeks(group)
        for week in weeks:
            there = round(found["there", group.id, week])
            staying: list[int] = []
            for age in range(len(group.lost) - 1, group.stay - 1, -1):
                left = round(found["cohort", group.id, week, age])
                staying += [s for s in here if week - s == age][:left]
            young = [s for s in here if week - s < group.stay]
            joined = [week] * round(found["join", group.id, week])
            ripe = [s for s in here if week - s >= max(group.stay, len(group.lost))]
            room = there - len(staying) - len(young) - len(joined)
            after = [*ripe[max(0, len(ripe) - room) :], *sorted(staying), *young, *joined]
            left_now = list(here)
            for start in after:
                if start in left_now:
                    left_now.remove(start)
            yield from ((start, week) for start in left_now)
            here = after
        yield from ((start, weeks.stop) for start in here)

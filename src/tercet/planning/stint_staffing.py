"""People as a choice among stints: each stint is one column, with all of its terms built in."""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tercet.planning.crew import DAYS, Group, by_id
from tercet.planning.staffing import Expression, Presence, Staffing, scaled
from tercet.planning.stints import Stint


@dataclass
class StintStaffing(Staffing):
    """Whichever of `stints` are worth it."""

    stints: Sequence[Stint]
    days: bool = False
    """Whether part-time people are booked in whole days, as they are in the end."""

    def groups(self) -> Sequence[Group]:
        """The options that the stints are of."""
        return tuple({s.id: s.group for s in self.stints}.values())

    def engaged(self) -> Iterable[tuple[Group, Expression]]:
        """Each stint counts for its option."""
        for stint in self.stints:
            yield stint.group, [(self.model.column[stint.key], 1.0)]

    def leaving(self, group: Group) -> Iterable[tuple[int, Expression]]:
        """Each stint leaves at its end."""
        for stint in self.stints:
            if stint.id == group.id:
                yield stint.end, [(self.model.column[stint.key], 1.0)]

    def paid(self, stint: Stint, week: int) -> Expression:
        """Person-weeks (pod-weeks) booked and paid in `week`."""
        column = self.model.column[stint.key]
        if stint.group.whole:
            return [(column, stint.paid(week))]
        if stint.full is not None:
            return [(column, 1.0 if stint.full[week - stint.start] else stint.group.floor)]
        return [(column, self._floor(stint.group)),
                (self.model.column["extra", stint, week], 1 / DAYS)]  # fmt: skip

    def _engage(self) -> None:
        for stint in self.stints:
            self._columns(stint)
            for week in range(stint.start, stint.end):
                self.active[week].append(self._presence(stint, week))
        self._availability()

    def _presence(self, stint: Stint, week: int) -> Presence:
        group, paid = stint.group, self.paid(stint, week)
        column, left = paid[0][0], 1 - stint.lost(week)
        able = [(column, left)] if group.whole else scaled(paid, left)
        newcomer = stint.mentored(week) * group.size
        mentoring = scaled(paid, newcomer) if newcomer else []
        return Presence(group, column, paid, able, mentoring)

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

"""Supply options as the planner counts them: in whole weeks and shares of a week."""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property

from tercet.kernel.dates import whole_weeks
from tercet.market.records import Member, Ramp, SupplyOption
from tercet.planning.records import Problem, Terms

DAYS = 5
"""Working days of a week, which is also how finely part-time people are booked."""

Profile = tuple[tuple[str, float], ...]
"""What a person can do: capability and productivity. People of equal profile are alike."""


@dataclass(frozen=True)
class Group:
    """People (or pods) who can be engaged on one option, in weeks of the plan."""

    option: SupplyOption
    first: int
    """First week in which one can work, searched for from the plan's first day."""
    last: int | None
    """Week by which a person on staff has left; None: stays."""
    stay: int
    """Weeks paid for at least."""
    floor: float
    """Smallest share of a week booked while engaged; 1: whole weeks."""
    lost: tuple[float, ...]
    """Share of the time booked in each of the first weeks that learning takes."""
    unpaid: tuple[float, ...]
    """Share of each of the first weeks that is neither worked nor paid here (upskilling)."""
    mentored: tuple[float, ...]
    """Share of a colleague's week that each of the first weeks takes."""

    @property
    def id(self) -> str:
        """The option's id."""
        return self.option.id

    @cached_property
    def whole(self) -> bool:
        """Whether it is only booked in whole weeks."""
        return self.floor >= 1

    @property
    def until_finish(self) -> bool:
        """Whether it is paid until the project's finish: nobody is hired for good and let go."""
        return self.option.channel == "fte"

    @cached_property
    def size(self) -> int:
        """People that come and go together."""
        return len(self.option.members)

    @property
    def person(self) -> str | None:
        """Label of the person on staff that this is, in one capacity or another."""
        learner = self.option.upskilling
        return learner.person if learner else self.option.person

    @cached_property
    def weekly(self) -> float:
        """Cost of a full week."""
        return float(self.option.weekly_cost)

    @cached_property
    def one_off(self) -> float:
        """Cost of each engagement, once."""
        return float(self.option.one_off_cost)

    @cached_property
    def profiles(self) -> tuple[tuple[Profile, int], ...]:
        """Distinct profiles of the members, with how many hold each."""
        counts: dict[Profile, int] = defaultdict(int)
        for member in self.option.members:
            counts[profile(member)] += 1
        return tuple(counts.items())

    def able(self, capability: str, least: float) -> int:
        """Members able to keep `capability` alive: of productivity `least` or more."""
        return sum(m.productivity.get(capability, 0) >= least for m in self.option.members)


def groups(problem: Problem) -> tuple[Group, ...]:
    """Options of the problem that may be used at all, in the order of the supply."""
    begin = problem.limits.start or problem.origin
    earliest = max(0, math.ceil((begin - problem.origin) / timedelta(weeks=1)))
    found = (_group(option, problem, earliest) for option in problem.supply.options)
    return tuple(g for g in found if g.last is None or g.last > g.first)


def _group(option: SupplyOption, problem: Problem, earliest: int) -> Group:
    terms = problem.terms
    learning, share = 0, 1.0
    if option.upskilling:
        learning = math.ceil(option.upskilling.weeks.quantile(terms.lead_quantile))
        share = option.upskilling.share
    ramp = ramp_loss(option.ramp, terms)
    return Group(
        option=option,
        first=max(earliest, lead_weeks(option, terms)),
        last=whole_weeks(problem.origin, option.leaves) if option.leaves else None,
        stay=max(1, option.min_weeks, learning),
        floor=1.0 if option.channel in ("fte", "pod", "upskill") else option.min_share,
        lost=(1.0,) * learning + ramp,
        unpaid=(1.0 - share,) * learning,
        mentored=(0.0,) * learning
        + tuple(terms.mentor_share for week in range(len(ramp)) if 2 * week < len(ramp)),
    )


def lead_weeks(option: SupplyOption, terms: Terms) -> int:
    """Whole weeks from deciding to the first working day."""
    return math.ceil(option.lead.planned_days(terms.lead_quantile) / 7 - 1e-9)


def ramp_loss(ramp: Ramp, terms: Terms) -> tuple[float, ...]:
    """Share of each week that a newcomer loses: output grows evenly from `ramp.start` to 1."""
    length = ramp.weeks.quantile(terms.lead_quantile)
    loss = []
    for week in range(math.ceil(length - 1e-9)):
        until = min(week + 1.0, length)
        area = (until - week) - (until**2 - week**2) / (2 * length)
        loss.append((1 - ramp.start) * area)
    return tuple(loss) if any(share > 1e-9 for share in loss) else ()


def profile(member: Member) -> Profile:
    """The skills of a person in a fixed order."""
    return tuple(sorted((c, q) for c, q in member.productivity.items() if q > 0))


def same_person(crew: Sequence[Group]) -> dict[str, list[Group]]:
    """Groups that are one person in several capacities, by the person's label."""
    found: dict[str, list[Group]] = defaultdict(list)
    for group in crew:
        if group.person is not None:
            found[group.person].append(group)
    return {label: groups for label, groups in found.items() if len(groups) > 1}


def by_id(crew: Iterable[Group]) -> dict[str, Group]:
    """Groups by their option's id."""
    return {group.id: group for group in crew}


def counted(problem: Problem) -> list[tuple[tuple[str, str], int, Callable[[Group], int]]]:
    """Limits that ask for a number of engagements: name, how many, what each option counts."""

    def at_home(role: str) -> Callable[[Group], int]:
        return lambda group: int(
            group.option.region == problem.supply.home
            and any(m.role == role for m in group.option.members)
        )

    def able(capability: str) -> Callable[[Group], int]:
        return lambda group: group.able(capability, problem.terms.able)

    limits = problem.limits
    found = [(("onshore", role), 1, at_home(role)) for role in limits.onshore_roles]
    if limits.resilience:
        found += [(("resilience", c), 2, able(c)) for c in problem.critical]
    return found

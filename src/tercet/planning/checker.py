"""`check_plan`: whether a plan keeps every promise it makes, worked out from the problem alone.

Shares no code with the model that made the plan: terms, efforts and weeks are derived anew, so
that a mistake in one does not hide in the other.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property

from tercet.kernel.rules import Finding, finding
from tercet.market.records import SupplyOption
from tercet.planning.records import Engagement, Plan, Problem

SLACK = 2e-3
"""Person-weeks (or days) by which sums of rounded figures may differ."""
WEEK = timedelta(weeks=1)


def check_plan(plan: Plan, problem: Problem) -> tuple[Finding, ...]:
    """Everything that is wrong with `plan`; empty when it is sound.

    Covers precedence, waits, effort, skills, ramp, mentoring, talk, everybody's week, lead times,
    terms, leaving, pods, shares, all limits, and cost to the cent.
    """
    facts = _Facts(plan, problem)
    checks: tuple[Callable[[_Facts], Iterator[Finding]], ...] = (
        _dates, _precedence, _effort, _rates, _members, _terms, _booking, _people, _team, _limits,
        _money,
    )  # fmt: skip
    found: list[Finding] = []
    for check in checks:
        found += check(facts)
        if check is _dates and found:
            break
    return tuple(found)


@dataclass(frozen=True)
class _Facts:
    plan: Plan
    problem: Problem

    def week(self, day: date) -> int:
        return (day - self.problem.origin).days // 7

    @cached_property
    def options(self) -> dict[str, SupplyOption]:
        return {option.id: option for option in self.problem.supply.options}

    @cached_property
    def seats(self) -> dict[str, tuple[Engagement, int]]:
        return {m.id: (e, i) for e in self.plan.engagements for i, m in enumerate(e.members)}

    @cached_property
    def spans(self) -> dict[str, tuple[int, int]]:
        return {s.package: (self.week(s.start), self.week(s.end)) for s in self.plan.schedule}

    @cached_property
    def booked(self) -> dict[str, dict[int, float]]:
        return {e.id: {self.week(day): days for day, days in e.days} for e in self.plan.engagements}

    @cached_property
    def weeks(self) -> int:
        return max([self.week(e.end) for e in self.plan.engagements] + [0])

    def option(self, engagement: Engagement) -> SupplyOption:
        return self.options[engagement.option]

    def effort(self, id: str) -> dict[str, float]:
        terms, package = self.problem.terms, self.problem.project.package(id)
        found = {
            c: _quantile(t.low, t.likely, t.high, terms.effort_quantile) * terms.effort_factor
            for c, t in package.work.items()
        }
        found = {c: e for c, e in found.items() if e > 0}
        if package.handoff is not None and found:
            found[max(found, key=lambda c: (found[c], c))] += terms.handoff_effort
        return found

    def learning(self, engagement: Engagement) -> int:
        option = self.option(engagement)
        if option.upskilling is None:
            return 0
        return math.ceil(option.upskilling.weeks.quantile(self.problem.terms.lead_quantile))

    def ramp(self, engagement: Engagement) -> float:
        return self.option(engagement).ramp.weeks.quantile(self.problem.terms.lead_quantile)

    def output(self, engagement: Engagement, week: int) -> float:
        """Share of the booked time of `week` that is not spent on learning."""
        age = week - self.week(engagement.start) - self.learning(engagement)
        if age < 0:
            return 0.0
        length, start = self.ramp(engagement), self.option(engagement).ramp.start
        until = min(age + 1.0, length)
        if until <= age:
            return 1.0
        middle = 1 - (age + until) / 2 / length
        return 1 - (1 - start) * middle * (until - age)

    @cached_property
    def delivered(self) -> dict[tuple[str, str], dict[int, float]]:
        """Effective person-weeks by package, capability and week."""
        share = self.problem.terms.productive_share
        found: dict[tuple[str, str], dict[int, float]] = defaultdict(lambda: defaultdict(float))
        for a in self.plan.assignments:
            engagement, member = self.seats[a.member]
            skill = self.option(engagement).members[member].productivity.get(a.capability, 0.0)
            for week in range(self.week(a.start), self.week(a.end)):
                found[a.package, a.capability][week] += a.days_per_week / 5 * share * skill
        return found

    @cached_property
    def used(self) -> dict[tuple[str, int], float]:
        """Days assigned by member and week."""
        found: dict[tuple[str, int], float] = defaultdict(float)
        for a in self.plan.assignments:
            for week in range(self.week(a.start), self.week(a.end)):
                found[a.member, week] += a.days_per_week
        return found


def _fault(code: str, place: str, **values: object) -> Finding:
    return finding(__package__, code, place=place, **values)


def _dates(facts: _Facts) -> Iterator[Finding]:
    """Everything refers to something that exists and begins on a Monday."""
    plan, project = facts.plan, facts.problem.project
    ids = [p.id for p in project.packages]
    if sorted(s.package for s in plan.schedule) != sorted(ids):
        yield _fault("TP101", "schedule", what="a package is missing, unknown or there twice")
    for s in plan.schedule:
        if s.end <= s.start or s.start < facts.problem.origin:
            yield _fault("TP101", s.package, what="its dates are not in order")
    for e in plan.engagements:
        if e.option not in facts.options:
            yield _fault("TP101", e.id, what=f"there is no option {e.option}")
        elif len(e.members) != len(facts.options[e.option].members):
            yield _fault(
                "TP118", e.id, have=len(e.members), need=len(facts.options[e.option].members)
            )
    for a in plan.assignments:
        if a.member not in facts.seats or a.package not in ids:
            yield _fault("TP101", a.member, what=f"work on {a.package} by nobody or on nothing")
    days = [d for s in plan.schedule for d in (s.start, s.end)]
    days += [d for a in plan.assignments for d in (a.start, a.end)]
    days += [d for e in plan.engagements for d in (e.start, e.end, *(day for day, _ in e.days))]
    if any((d - facts.problem.origin).days % 7 for d in days):
        yield _fault("TP101", "dates", what="a date is not a Monday of the plan")


def _precedence(facts: _Facts) -> Iterator[Finding]:
    for package in facts.problem.project.packages:
        start, end = facts.spans[package.id]
        for edge in package.after:
            _before, done = facts.spans[edge.id]
            if edge.hard and start < done:
                yield _fault("TP102", package.id, before=edge.id)
            if not edge.hard and end < done:
                yield _fault("TP104", package.id, before=edge.id)
            if not edge.hard and not _half_done(facts, edge.id, start):
                yield _fault("TP103", package.id, before=edge.id)
        if package.wait is not None:
            terms, wait = facts.problem.terms, package.wait
            weeks = _quantile(wait.low, wait.likely, wait.high, terms.effort_quantile)
            if end - start < weeks - 1e-6:
                yield _fault("TP105", package.id, weeks=end - start, need=f"{weeks:.1f}")


def _half_done(facts: _Facts, id: str, week: int) -> bool:
    effort = facts.effort(id)
    if not effort:
        start, end = facts.spans[id]
        return 2 * (week - start) >= end - start or week >= end
    done = sum(
        amount
        for capability in effort
        for when, amount in facts.delivered.get((id, capability), {}).items()
        if when < week
    )
    return done >= sum(effort.values()) / 2 - SLACK


def _effort(facts: _Facts) -> Iterator[Finding]:
    for package in facts.problem.project.packages:
        start, end = facts.spans[package.id]
        for capability, effort in facts.effort(package.id).items():
            by_week = facts.delivered.get((package.id, capability), {})
            if sum(by_week.values()) < effort - SLACK:
                yield _fault("TP106", package.id, capability=capability, need=f"{effort:.2f}",
                             have=f"{sum(by_week.values()):.2f}")  # fmt: skip
            if any(not start <= week < end for week in by_week):
                yield _fault("TP107", package.id, capability=capability)
    for a in facts.plan.assignments:
        engagement, member = facts.seats[a.member]
        if facts.option(engagement).members[member].productivity.get(a.capability, 0.0) <= 0:
            yield _fault("TP110", a.member, capability=a.capability)


def _rates(facts: _Facts) -> Iterator[Finding]:
    """No task is worked on by more people than can share in it."""
    terms = facts.problem.terms
    for package in facts.problem.project.packages:
        for capability, effort in facts.effort(package.id).items():
            best = max(
                [
                    m.productivity.get(capability, 0.0)
                    for o in facts.options.values()
                    for m in o.members
                ]
                + [0.0]
            )
            crew = max(1, math.ceil(effort / terms.crew_effort - 1e-9))
            most = best * terms.productive_share * crew
            by_week = facts.delivered.get((package.id, capability), {})
            if any(amount > most + SLACK for amount in by_week.values()):
                yield _fault("TP109", package.id, capability=capability, most=f"{most:.2f}")


def _members(facts: _Facts) -> Iterator[Finding]:
    """Nobody is assigned more than the booked days that learning leaves."""
    for (member, week), days in sorted(facts.used.items()):
        engagement, _ = facts.seats[member]
        have = facts.booked[engagement.id].get(week, 0.0) * facts.output(engagement, week)
        if days > have + 5 * SLACK or days < 0:
            yield _fault("TP108", member, week=week, days=f"{days:.2f}", have=f"{have:.2f}")


def _terms(facts: _Facts) -> Iterator[Finding]:
    """Lead time, minimum and maximum stay, leaving, how many there are."""
    terms, limits, origin = facts.problem.terms, facts.problem.limits, facts.problem.origin
    counts: dict[str, int] = defaultdict(int)
    for e in facts.plan.engagements:
        option = facts.option(e)
        counts[option.id] += 1
        lead = math.ceil(option.lead.planned_days(terms.lead_quantile) / 7 - 1e-9)
        if e.start < origin + lead * WEEK:
            yield _fault("TP111", e.id, weeks=lead)
        if limits.start is not None and e.start < limits.start:
            yield _fault("TP132", e.id, start=limits.start)
        weeks = (e.end - e.start) // WEEK
        gone = option.leaves is not None and e.end + WEEK > option.leaves + timedelta(days=3)
        if weeks < max(1, option.min_weeks) and not gone:
            yield _fault("TP112", e.id, weeks=weeks, need=option.min_weeks)
        if option.max_weeks is not None and weeks > option.max_weeks:
            yield _fault("TP113", e.id, weeks=weeks, most=option.max_weeks)
        if option.leaves is not None and e.end - timedelta(days=3) > option.leaves:
            yield _fault("TP114", e.id, leaves=option.leaves)
        if option.channel == "fte" and e.end < max(s.end for s in facts.plan.schedule):
            yield _fault("TP119", e.id)
    for id, count in counts.items():
        if count > facts.options[id].available:
            yield _fault("TP115", id, count=count, have=facts.options[id].available)


def _booking(facts: _Facts) -> Iterator[Finding]:
    """Whole people are booked in whole weeks, others in whole days and not below their share."""
    for e in facts.plan.engagements:
        option, booked = facts.option(e), facts.booked[e.id]
        start, end = facts.week(e.start), facts.week(e.end)
        if sorted(booked) != list(range(start, end)):
            yield _fault("TP116", e.id, what="a week is missing or outside of the engagement")
        for week, days in booked.items():
            if option.channel in ("fte", "pod", "upskill"):
                learning = week < start + facts.learning(e)
                share = option.upskilling.share if option.upskilling and learning else 1.0
                if abs(days - 5 * share) > 1e-6:
                    yield _fault("TP117", e.id, week=week, days=days)
            elif days > 5 or days < 5 * option.min_share - 1e-6 or days != int(days):
                yield _fault("TP116", e.id, what=f"{days} days in week {week}")


def _people(facts: _Facts) -> Iterator[Finding]:
    """Nobody on staff works more than their week, in whatever capacity."""
    load: dict[tuple[str, int], float] = defaultdict(float)
    for e in facts.plan.engagements:
        option = facts.option(e)
        label = option.upskilling.person if option.upskilling else option.person
        if label is not None:
            for week, days in facts.booked[e.id].items():
                load[label, week] += days
    for (label, week), days in sorted(load.items()):
        if days > 5 + 1e-6:
            yield _fault("TP120", label, week=week)


def _team(facts: _Facts) -> Iterator[Finding]:
    """The team has time for its work, for talk among B people, and for mentoring newcomers."""
    terms = facts.problem.terms
    for week in range(facts.weeks):
        people = able = mentoring = 0.0
        left: dict[tuple[tuple[str, float], ...], list[float]] = defaultdict(lambda: [0.0, 0.0])
        for e in facts.plan.engagements:
            days, size = facts.booked[e.id].get(week, 0.0), len(e.members)
            people += size * days / 5
            able += size * days / 5 * facts.output(e, week)
            age = week - facts.week(e.start) - facts.learning(e)
            if days and 0 <= 2 * age < math.ceil(facts.ramp(e) - 1e-9):
                mentoring += terms.mentor_share * size * days / 5
            for member, offered in zip(e.members, facts.option(e).members, strict=True):
                alike = left[tuple(sorted(offered.productivity.items()))]
                alike[0] += (
                    days / 5 * facts.output(e, week) - facts.used.get((member.id, week), 0.0) / 5
                )
                alike[1] += days / 5 * terms.talk_most
        worked = sum(facts.used.get((m, week), 0.0) for m in facts.seats) / 5
        whole = math.floor(people)
        talk = terms.communication * (whole * (whole - 1) + 2 * whole * (people - whole))
        if worked > 0 and worked + talk + mentoring > able + SLACK:
            yield _fault("TP121", f"week {week}", need=f"{worked + talk + mentoring:.2f}",
                         have=f"{able:.2f}")  # fmt: skip
        spare = sum(min(unused, most) for unused, most in left.values())
        if worked > 0 and talk + mentoring > spare + SLACK:
            yield _fault("TP127", f"week {week}", need=f"{talk + mentoring:.2f}",
                         have=f"{spare:.2f}")  # fmt: skip


def _limits(facts: _Facts) -> Iterator[Finding]:
    plan, limits, problem = facts.plan, facts.problem.limits, facts.problem
    live = facts.spans[problem.project.live][1]
    if limits.deadline is not None:
        last = limits.deadline - problem.terms.deadline_buffer_weeks * WEEK
        if plan.live > last:
            yield _fault("TP126", "live", live=plan.live, last=last)
    if plan.live != problem.origin + live * WEEK - timedelta(days=3):
        yield _fault("TP131", "live", live=plan.live)
    if plan.finish != max(s.end for s in plan.schedule) - timedelta(days=3):
        yield _fault("TP131", "finish", live=plan.finish)
    if limits.headcount is not None:
        for week in range(facts.weeks):
            heads = set()
            for e in plan.engagements:
                if week in facts.booked[e.id]:
                    option = facts.option(e)
                    label = option.upskilling.person if option.upskilling else option.person
                    heads |= {label} if label else {m.id for m in e.members}
            if len(heads) > limits.headcount:
                yield _fault("TP122", f"week {week}", heads=len(heads), most=limits.headcount)
    if limits.offshore_share is not None:
        time = [(facts.option(e).offshore, len(e.members) * sum(d for _, d in e.days))
                for e in plan.engagements]  # fmt: skip
        away, total = sum(t for off, t in time if off), sum(t for _, t in time)
        if away > limits.offshore_share * total + 5 * SLACK:
            yield _fault("TP123", "plan", share=f"{away / total:.1%}")
    for role in limits.onshore_roles:
        if not any(e.region == problem.supply.home and any(m.role == role for m in e.members)
                   for e in plan.engagements):  # fmt: skip
            yield _fault("TP124", "plan", role=role)
    if limits.resilience:
        for capability in problem.critical:
            able = sum(m.productivity.get(capability, 0.0) >= problem.terms.able
                       for e in plan.engagements for m in facts.option(e).members)  # fmt: skip
            if able < 2:
                yield _fault("TP125", capability, able=able)


def _money(facts: _Facts) -> Iterator[Finding]:
    total = Decimal(0)
    for e in facts.plan.engagements:
        option = facts.option(e)
        days = sum((Decimal(str(round(d, 6))) for _, d in e.days), Decimal(0))
        cost = option.weekly_cost * days / 5
        cost = cost.quantize(Decimal("0.01"), ROUND_HALF_UP) + option.one_off_cost
        total += e.cost
        if e.cost != cost.quantize(Decimal("0.01"), ROUND_HALF_UP):
            yield _fault("TP128", e.id, have=e.cost, need=cost)
    if facts.plan.cost != total:
        yield _fault("TP130", "plan", have=facts.plan.cost, need=total)
    if facts.plan.bound.objective != total:
        yield _fault("TP130", "bound", have=facts.plan.bound.objective, need=total)
    lower = [b for b in (facts.plan.bound.lower, facts.plan.bound.lower_windows) if b is not None]
    if any(b > total for b in lower):
        yield _fault("TP133", "bound", lower=max(lower), cost=total)
    budget = facts.problem.limits.budget
    if budget is not None and total > budget:
        yield _fault("TP129", "plan", cost=total, budget=budget)


def _quantile(low: float, likely: float, high: float, q: float) -> float:
    """Quantile of a triangular distribution."""
    if high <= low:
        return low
    if q * (high - low) <= likely - low:
        return low + math.sqrt(q * (high - low) * (likely - low))
    return high - math.sqrt((1 - q) * (high - low) * (high - likely))

"""`path_for`: one person's way into one role, in weeks, money and chance."""

import math
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from tercet.catalog.records import LEVELS, Catalog, Level
from tercet.kernel.money import cents
from tercet.kernel.uncertain import Distribution, point
from tercet.market.leads import scaled
from tercet.market.loaded import dollars, loaded
from tercet.upskilling.facts import asked, usual
from tercet.upskilling.records import Learner, Path
from tercet.upskilling.steps import Course, course, gaps


def path_for(
    learner: Learner, to: str, catalog: Catalog, *, home: str, day: date, currency: str
) -> Path:
    """Gaps, steps, weeks, cost and chance for `learner` to grow into role `to`, without rivals.

    Weeks agree with the catalogue's whole path for somebody with the usual gaps of the present
    role at the usual share; this person's are as much longer or shorter as their steps are.
    Where the catalogue has no path between the roles there are gaps and nothing else.
    """
    level = start_level(learner.level, catalog)
    wanted = asked(catalog, to, level)
    missing = gaps(learner.rungs, wanted)
    blank = Path(
        learner, to, level, missing, steps=(), weeks=None, factor=None, scale=1.0, cost=None,
        besides=None, mentor_weeks=None, success=None, against=(), figures=(),
    )  # fmt: skip
    if learner.role == to or not missing:
        nothing = Decimal(0)
        return replace(
            blank, weeks=point(0.0), cost=nothing, besides=nothing, mentor_weeks=0.0
        )  # fmt: skip
    whole, way = f"upskill.weeks.{to}", f"upskill.path.{learner.role}.{to}"
    if whole not in catalog.figures or way not in catalog.figures:
        return blank
    known = scaled(catalog.distribution(whole), catalog.value(way))
    typical = course(
        gaps(usual(catalog, learner.role), wanted), catalog.value("upskill.share"), catalog
    )
    own = course(missing, learner.share, catalog)
    scale = known.quantile(0.5) / typical.weeks
    weeks = scaled(known, own.weeks / typical.weeks)
    expected = scale * weeks.mean / weeks.quantile(0.5)
    mentoring = own.mentoring * expected
    price = _price(learner, to, own.effort * expected, mentoring, catalog, home, day, currency)
    return replace(
        blank,
        steps=tuple(
            replace(s, weeks=s.weeks * scale, start=s.start * scale, counts=s.counts * scale)
            for s in own.steps
        ),
        weeks=weeks,
        scale=scale,
        factor=weeks.quantile(0.5) / catalog.value(whole),
        cost=price.cost,
        besides=price.besides,
        mentor_weeks=mentoring,
        success=_success(own, typical, catalog),
        figures=(
            whole, way, "upskill.share", *own.figures, "upskill.success", "upskill.chance.slope",
            *price.figures,
        ),
    )  # fmt: skip


def start_level(now: Level, catalog: Catalog) -> Level:
    """The level at which somebody begins in a role learnt on the job, as in `tercet plan`."""
    return LEVELS[min(LEVELS.index(now), round(catalog.value("upskill.level")))]


def _success(own: Course, typical: Course, catalog: Catalog) -> Distribution:
    """The catalogue's chance, its odds lower the more there is to learn than usual."""
    known = catalog.distribution("upskill.success")
    more = own.effort / typical.effort - 1
    odds = known.mean / (1 - known.mean) * math.exp(-catalog.value("upskill.chance.slope") * more)
    return Distribution("beta", (odds / (1 + odds), known.values[-1]))


@dataclass(frozen=True, slots=True)
class _Price:
    cost: Decimal
    besides: Decimal
    figures: tuple[str, ...]


def _price(
    learner: Learner, to: str, effort: float, mentoring: float, catalog: Catalog, home: str,
    day: date, currency: str,
) -> _Price:  # fmt: skip
    """Loaded pay of the learner's full-time weeks and the mentor's, courses and cloud."""
    own = loaded(
        catalog, "on-staff", learner.role, learner.level, learner.country, day=day,
        currency=currency,
    )  # fmt: skip
    mentor = loaded(catalog, "on-staff", to, "senior", home, day=day, currency=currency)
    courses = dollars(catalog, "cost.upskill", currency)
    besides = cents(mentor.weekly * Decimal(str(mentoring)) + courses)
    return _Price(
        cents(own.weekly * Decimal(str(effort))) + besides,
        besides,
        (*own.figures, *mentor.figures, "cost.upskill"),
    )

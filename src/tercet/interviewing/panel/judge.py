"""From ratings to what the panel says: raw and adjusted side by side, and how far to trust it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from tercet.catalog import Catalog
from tercet.interviewing.panel.adjusting import METHOD, Adjusted, Estimates, adjust
from tercet.interviewing.panel.criteria import criteria
from tercet.interviewing.panel.links import groups, linked_ratings
from tercet.interviewing.panel.records import (
    Candidate,
    NextInterview,
    Pair,
    Panel,
    Rater,
    Rating,
    Settings,
)
from tercet.interviewing.panel.reliability import one_interview, reliability
from tercet.interviewing.panel.utility import processes
from tercet.interviewing.panel.worth import next_interviews
from tercet.kernel.rules import Finding, broken, finding

_PACKAGE = "tercet.interviewing"


def panel_settings(catalog: Catalog) -> Settings:
    """The figures `panel.*` as one record."""
    start = "panel.expected."
    return Settings(
        least_linked=round(catalog.value("panel.least-linked")),
        most_raters=round(catalog.value("panel.most-raters")),
        share=catalog.value("panel.interval"),
        expected={
            id.removeprefix(start): figure.value.quantile(0.5)
            for id, figure in sorted(catalog.figures.items())
            if id.startswith(start)
        },
        met=catalog.value("panel.met"),
        not_shown=catalog.value("panel.not-shown"),
    )


def panel(
    ratings: Sequence[Rating],
    catalog: Catalog,
    *,
    scale: tuple[float, float] | None = None,
    openings: int = 1,
) -> Panel:
    """Candidates, raters, agreement and what to do next; `ratings` has at least one.

    Adjusted scores are on the scale of the input: what an average rater would give on an average
    question, with an interval. They are withheld when raters share too few candidates. `scale` is
    lowest and highest possible score, by default those seen. Raises `InputError` TI055 where a
    score lies off the scale.
    """
    settings = panel_settings(catalog)
    ends = scale or (min(r.score for r in ratings), max(r.score for r in ratings))
    _check(ratings, *ends)
    found = tuple(_too_few(ratings, settings))
    done = None if found else adjust(ratings, settings)
    people = {r.candidate for r in ratings}
    return Panel(
        candidates=_candidates(ratings, done),
        raters=_raters(ratings, done),
        reliability=reliability(ratings, done.variances if done else None, settings.most_raters),
        adjusted_by=METHOD if done else None,
        pairs=_pairs(done) if done else (),
        criteria=criteria(ratings, ends, settings, _severity(done)) if ends[0] < ends[1] else (),
        next_interview=_next(ratings, done, openings) if done else (),
        utility=processes(catalog, openings / len(people)) if openings < len(people) else (),
        findings=found,
    )


def _check(ratings: Sequence[Rating], low: float, high: float) -> None:
    for r in ratings:
        if not low <= r.score <= high:
            raise broken(_PACKAGE, "TI055", rater=r.rater, candidate=r.candidate,
                         question=r.question, score=r.score, low=low, high=high)  # fmt: skip


def _too_few(ratings: Sequence[Rating], settings: Settings) -> Iterator[Finding]:
    """Why severity cannot be told from merit here, if it cannot."""
    apart = groups(ratings)
    if len(apart) > 1:
        names = "; ".join(", ".join(group) for group in apart)
        yield finding(_PACKAGE, "TI060", groups=names)
    elif len(apart[0]) == 1:
        yield finding(_PACKAGE, "TI061", rater=apart[0][0])
    linked = linked_ratings(ratings)
    few = [f"{name} ({n})" for name, n in linked.items() if n < settings.least_linked]
    if few:
        yield finding(_PACKAGE, "TI062", raters=", ".join(few), least=settings.least_linked)
    if len({r.score for r in ratings}) == 1:
        yield finding(_PACKAGE, "TI063", score=ratings[0].score)
    if len({r.candidate for r in ratings}) < 2:
        yield finding(_PACKAGE, "TI064", candidate=ratings[0].candidate)


def _severity(done: Adjusted | None) -> dict[str, float] | None:
    if done is None:
        return None
    return dict(zip(done.raters.ids, map(float, done.raters.mean), strict=True))


def _candidates(ratings: Sequence[Rating], done: Adjusted | None) -> tuple[Candidate, ...]:
    """Best first by what is known, equals by name."""
    rows = []
    for i, (id, scores) in enumerate(_by(ratings, "candidate").items()):
        raw = sum(scores) / len(scores)
        rows.append(Candidate(id, raw, *_ends(done.candidates if done else None, i), len(scores)))
    return tuple(sorted(rows, key=_place))


def _place(c: Candidate) -> tuple[float, str]:
    """Equal but for rounding is equal, and then goes by name."""
    return -round(c.raw if c.adjusted is None else c.adjusted, 9), c.id


def _raters(ratings: Sequence[Rating], done: Adjusted | None) -> tuple[Rater, ...]:
    return tuple(
        Rater(id, *_ends(done.raters if done else None, i), len(scores))
        for i, (id, scores) in enumerate(_by(ratings, "rater").items())
    )


def _by(ratings: Sequence[Rating], part: str) -> dict[str, list[float]]:
    scores: dict[str, list[float]] = defaultdict(list)
    for r in ratings:
        scores[getattr(r, part)].append(r.score)
    return dict(sorted(scores.items()))


def _ends(estimates: Estimates | None, i: int) -> tuple[float | None, float | None, float | None]:
    if estimates is None:
        return None, None, None
    return float(estimates.mean[i]), float(estimates.low[i]), float(estimates.high[i])


def _pairs(done: Adjusted) -> tuple[Pair, ...]:
    """Each pair once, the better one first."""
    names, rows = done.candidates.ids, []
    for i, j in combinations(range(len(names)), 2):
        chance = float(done.better[i, j])
        a, b = (i, j) if chance >= 0.5 else (j, i)
        rows.append(Pair(names[a], names[b], max(chance, 1 - chance)))
    return tuple(rows)


def _next(ratings: Sequence[Rating], done: Adjusted, openings: int) -> tuple[NextInterview, ...]:
    error = one_interview(ratings, done.variances)
    return next_interviews(done.candidates.ids, done.candidates.mean, done.cover, error, openings)

"""Impact ratios of outcomes between groups: the audit itself, on counts only."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import combinations
from typing import Literal

from tercet.auditing.exact import exact_test
from tercet.auditing.interval import ratio_interval
from tercet.auditing.judging import flips_of, verdict_of
from tercet.auditing.records import (
    UNKNOWN,
    Audit,
    Category,
    Limits,
    Row,
    Sample,
    Scoring,
    SweepPoint,
    Tally,
)
from tercet.auditing.remarks import remarks
from tercet.auditing.sentences import sentences

Groups = Mapping[str, Tally]
CROSS = " x "


def audit(sample: Sample, limits: Limits) -> Audit:
    """Every category, and each pair of categories crossed, against its group selected most often.

    Rates and ratios as New York City's Local Law 144 defines them (6 RCNY 5-300 to 5-304). Needs
    at least one category. The sample is not changed.
    """
    tables = {name: _fold(sample, parts) for name, parts in _parts(sample.categories).items()}
    known = {
        name: {value: t for value, t in groups.items() if value != UNKNOWN}
        for name, groups in tables.items()
    }
    categories = {name: _category(g, sample.n, limits) for name, g in known.items()}
    sweep = tuple(p for name, g in known.items() for p in _sweep(name, g, sample, limits))
    result = Audit(
        categories=categories,
        sweep=sweep,
        unknown={name: g[UNKNOWN].n if UNKNOWN in g else 0 for name, g in tables.items()},
        sample=sample.n,
        selected=sum(tally.selected for tally in sample.cells.values()),
        undecided=sample.undecided,
        median=sample.median,
        verdict=_overall(categories),
        sentences=(),
        findings=(),
    )
    return _worded(result, sample, limits)


def _worded(result: Audit, sample: Sample, limits: Limits) -> Audit:
    found = (*sample.findings, *remarks(result, sample, limits))
    return replace(result, sentences=sentences(result, limits), findings=found)


def _parts(categories: tuple[str, ...]) -> dict[str, tuple[int, ...]]:
    """Categories by themselves, then crossed in pairs, as positions in a cell."""
    alone = {name: (i,) for i, name in enumerate(categories)}
    pairs = combinations(enumerate(categories), 2)
    return alone | {f"{a}{CROSS}{b}": (i, j) for (i, a), (j, b) in pairs}


def _fold(sample: Sample, parts: tuple[int, ...]) -> dict[str, Tally]:
    """Tallies by value; who is unknown in any part is unknown."""
    groups: dict[str, Tally] = {}
    for values, tally in sorted(sample.cells.items()):
        mine = [values[i] for i in parts]
        value = UNKNOWN if UNKNOWN in mine else CROSS.join(mine)
        groups[value] = groups.get(value, Tally()) + tally
    return groups


def _category(groups: Groups, total: int, limits: Limits) -> Category:
    large = {v: t for v, t in groups.items() if not limits.small(t.n, total)}
    reference = _highest(large, lambda t: (t.selected, t.n))
    scored = _highest(large, lambda t: (t.above, t.scored))
    rows = [_row(v, t, large, reference, scored, limits) for v, t in groups.items()]
    rows.sort(key=lambda row: (row.value != reference, -row.n, row.value))
    return Category(reference, tuple(rows))


def _highest(groups: Groups, part: Callable[[Tally], tuple[int, int]]) -> str | None:
    """The group with the highest rate; of equals the larger one, then the first by name."""
    rates = {v: (part(t)[0] / part(t)[1], part(t)[1]) for v, t in groups.items() if part(t)[1]}
    best = max(sorted(rates), key=lambda v: rates[v], default=None)
    return best if best is not None and rates[best][0] > 0 else None


def _row(
    value: str, tally: Tally, large: Groups, reference: str | None, scored: str | None,
    limits: Limits,
) -> Row:  # fmt: skip
    rate = tally.selected / tally.n
    scoring = _scoring(value, tally, large, scored)
    if reference is None or value not in large:
        blank = (None,) * 6
        return Row(value, tally.n, tally.selected, rate, *blank, scoring, "too-few")
    best = large[reference]
    if value == reference:
        return Row(value, tally.n, tally.selected, rate, 1.0, None, None, None, None, None,
                   scoring, "reference")  # fmt: skip
    low, high = ratio_interval(tally.selected, tally.n, best.selected, best.n, limits.interval)
    test = exact_test(tally.selected, tally.n, best.selected, best.n)
    ratio = tally.selected * best.n / (tally.n * best.selected)
    return Row(
        value, tally.n, tally.selected, rate, ratio, low, high,
        test.fisher, test.midp, flips_of(tally, best, limits), scoring,
        verdict_of(tally, best, limits),
    )  # fmt: skip


def _scoring(value: str, tally: Tally, large: Groups, best: str | None) -> Scoring | None:
    if not tally.scored:
        return None
    rate = tally.above / tally.scored
    if best is None or value not in large:
        return Scoring(rate, None)
    return Scoring(rate, rate / (large[best].above / large[best].scored))


def _sweep(name: str, groups: Groups, sample: Sample, limits: Limits) -> list[SweepPoint]:
    large = {v: t for v, t in groups.items() if t.scored and not limits.small(t.n, sample.n)}
    points = []
    for i, cutoff in enumerate(sample.cutoffs):
        rates = {v: t.reaching[i] / t.scored for v, t in large.items()}
        best = max(rates.values(), default=0.0)
        points += [
            SweepPoint(cutoff, name, v, rate / best if best else None) for v, rate in rates.items()
        ]
    return points


def _overall(categories: Mapping[str, Category]) -> Literal["ok", "below", "too-few"]:
    seen = {row.verdict for category in categories.values() for row in category.rows}
    if "below" in seen:
        return "below"
    return "ok" if "ok" in seen else "too-few"

"""Derive src/tercet/catalog/data/bands.csv from the salary data beside the checkout.

    python tools/build_bands.py [--data ../shared/data/salaries] [--out FILE]

The model is a sum of logarithms, because pay differs by factors:

    pay = US level for role and level x country x (country and level) x (country and role)

* US level: midpoints of distinct advertised bands (aijobs). Thin cells lean on role + level.
* Country: median ratio to the US baseline of the same source, like with like, from adverts in the
  country's own currency and from survey answers; the catalogue's pay factor is a third opinion.
* The two last factors start at 1 and move as far as local observations carry them.

Every pull towards the simpler model is the normal-normal one, with its strength estimated from
the data. Only aggregates leave this tool. Method and reasons: docs/decisions/0040.
"""

import argparse
import math
import statistics
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from salaries import (
    AD_TITLES,
    ADVERTS,
    DATA,
    ROOT,
    SURVEY,
    Seen,
    read_adverts,
    read_official_median,
    read_rates,
    read_regions,
    read_survey,
)

YEAR = 2024
LEVELS = ("junior", "mid", "senior", "lead")
QUANTILES = (0.10, 0.25, 0.50, 0.75, 0.90)
COLUMNS = (
    "role", "level", "region", "currency", "p10", "p25", "p50", "p75", "p90",
    "n", "year", "source", "grade", "confidence", "error", "note",
)  # fmt: skip
PRIOR_SD = 0.25
"""Trust in the catalogue's pay factor: two thirds of the time within 25 % of the truth."""
SOURCE_SD = 0.12
"""How far a source may be off for a whole country beyond sampling (advert against survey)."""
MIN_SOURCE, MIN_CELL = 20, 5
GOOD_N, GOOD_ERROR, FAIR_ERROR = 100, 0.10, 0.20
GOOD_APART, FAIR_APART = 0.15, 0.25
"""Standard error of log pay, and distance between sources, up to which a band is that good."""
MEDIAN_COST = 1.57
"""Variance of a median against that of a mean under a normal distribution."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A logarithm with its standard error and the observations behind it."""

    value: float
    error: float
    n: int


def quantile(values: Sequence[float], q: float) -> float:
    """The `q` quantile of sorted `values`, linear between order statistics (R's type 7)."""
    place = (len(values) - 1) * q
    below = math.floor(place)
    above = min(below + 1, len(values) - 1)
    return values[below] + (values[above] - values[below]) * (place - below)


def median_of(values: Iterable[float]) -> Estimate:
    """Median with its standard error from the spread about it (median absolute deviation)."""
    found = sorted(values)
    middle = statistics.median(found)
    spread = 1.4826 * statistics.median(abs(v - middle) for v in found)
    return Estimate(middle, max(spread, 0.15) * math.sqrt(MEDIAN_COST / len(found)), len(found))


def between(estimates: Iterable[Estimate]) -> float:
    """Variance among groups beyond sampling noise, about zero: method of moments."""
    rows = [e for e in estimates if e.n >= MIN_CELL]
    excess = sum(weight(e) * (e.value**2 - e.error**2) for e in rows)
    return max(0.0, excess / sum(map(weight, rows))) if rows else 0.0


def weight(estimate: Estimate) -> float:
    """Weight of a group in a fit: precise groups count more, but none alone decides."""
    return 1 / (estimate.error**2 + 0.1**2)


def shrunk(estimate: Estimate | None, variance: float) -> Estimate:
    """`estimate` pulled towards zero, where groups differ from zero by `variance`."""
    if estimate is None or variance == 0:
        return Estimate(0.0, math.sqrt(variance), 0)
    keep = variance / (variance + estimate.error**2)
    return Estimate(keep * estimate.value, math.sqrt(keep) * estimate.error, estimate.n)


def grouped(
    seen: Iterable[tuple[Seen, float]], key: Callable[[Seen], tuple[str, ...]]
) -> dict[tuple[str, ...], Estimate]:
    """Medians of the values that go with observations, by group."""
    groups: dict[tuple[str, ...], list[float]] = defaultdict(list)
    for row, value in seen:
        groups[key(row)].append(value)
    return {name: median_of(values) for name, values in sorted(groups.items())}


def additive(cells: dict[tuple[str, str], Estimate]) -> dict[tuple[str, str], float]:
    """Role + level prediction for every cell, by alternating weighted means."""
    roles, level_of = sorted({r for r, _ in cells}), dict.fromkeys(LEVELS, 0.0)
    role_of = dict.fromkeys(roles, 0.0)

    def mean(name: str, side: int, other: dict[str, float]) -> float:
        rows = [
            (weight(e), e.value - other[c[1 - side]]) for c, e in cells.items() if c[side] == name
        ]
        return sum(w * v for w, v in rows) / sum(w for w, _ in rows)

    for _ in range(200):
        role_of = {role: mean(role, 0, level_of) for role in roles}
        level_of = {level: mean(level, 1, role_of) for level in LEVELS}
    return {(role, level): role_of[role] + level_of[level] for role in roles for level in LEVELS}


def us_levels(seen: list[Seen]) -> dict[tuple[str, str], Estimate]:
    """Log pay in the US by role and level: cell medians pulled towards role + level."""
    here = [(row, row.middle) for row in seen if row.country == "US"]
    cells = {(k[0], k[1]): e for k, e in grouped(here, lambda s: (s.role, s.level)).items()}
    plain = additive(cells)
    apart = {c: Estimate(e.value - plain[c], e.error, e.n) for c, e in cells.items()}
    variance = between(apart.values())
    moved = {c: shrunk(apart.get(c), variance) for c in plain}
    return {c: Estimate(plain[c] + m.value, m.error, m.n) for c, m in moved.items()}


def spreads(
    seen: list[Seen], levels: dict[tuple[str, str], Estimate]
) -> dict[tuple[str, str], list[float]]:
    """Log distance of each quantile from the median by US role and level.

    A person's pay lies anywhere in the advertised band, so each band stands for five points
    spread evenly over it. Thin cells lean on all US cells together.
    """
    points: dict[tuple[str, str], list[float]] = defaultdict(list)
    for row in seen:
        if row.country == "US" and row.source == ADVERTS:
            step = (row.high - row.low) / 5
            points[row.role, row.level] += [math.log(row.low + step * (k + 0.5)) for k in range(5)]

    def shape(values: list[float]) -> list[float]:
        found = sorted(values)
        return [quantile(found, q) - quantile(found, 0.5) for q in QUANTILES]

    middles = {cell: statistics.median(values) for cell, values in points.items()}
    overall = shape([v - middles[cell] for cell, values in points.items() for v in values])
    result = {}
    for cell in levels:
        n = len(points.get(cell, [])) / 5
        own = shape(points[cell]) if n else overall
        keep = n / (n + 30)
        result[cell] = [keep * a + (1 - keep) * b for a, b in zip(own, overall, strict=True)]
    return result


def pooled(opinions: Sequence[Estimate]) -> tuple[Estimate, float]:
    """Precision-weighted mean of opinions, and how far they lie apart (standard deviation)."""
    weights = [1 / e.error**2 for e in opinions]
    value = sum(w * e.value for w, e in zip(weights, opinions, strict=True)) / sum(weights)
    apart = sum(w * (e.value - value) ** 2 for w, e in zip(weights, opinions, strict=True))
    error = Estimate(value, math.sqrt(1 / sum(weights)), sum(e.n for e in opinions))
    return error, math.sqrt(apart / sum(weights))


def rising(values: list[float]) -> list[float]:
    """The nearest sequence that never falls (pool adjacent violators, equal weights)."""
    blocks: list[list[float]] = []
    for value in values:
        blocks.append([value])
        while len(blocks) > 1 and statistics.fmean(blocks[-2]) > statistics.fmean(blocks[-1]):
            blocks[-2:] = [blocks[-2] + blocks[-1]]
    return [statistics.fmean(block) for block in blocks for _ in block]


def rounded(amount: float) -> str:
    """An amount to three significant digits: a band claims no more."""
    return str(
        round(amount, 2 - math.floor(math.log10(amount)))
        if amount < 100
        else int(round(amount, 2 - math.floor(math.log10(amount))))
    )


@dataclass(frozen=True, slots=True)
class Model:
    """Everything that is added up to a band."""

    us: dict[tuple[str, str], Estimate]
    shape: dict[tuple[str, str], list[float]]
    country: dict[str, tuple[Estimate, float]]
    by_level: dict[tuple[str, ...], Estimate]
    by_role: dict[tuple[str, ...], Estimate]
    counts: dict[tuple[str, str, str], int]
    sources: dict[str, tuple[str, ...]]


def fit(seen: list[Seen], regions: dict[str, dict[str, str]]) -> Model:
    """All parts of the sum of logarithms, each from like compared with like."""
    adverts = [row for row in seen if row.source == ADVERTS]
    us = us_levels(adverts)
    answers = [(r, r.middle) for r in seen if r.source != ADVERTS and r.country == "US"]
    cells = {(k[0], k[1]): e for k, e in grouped(answers, lambda s: (s.role, s.level)).items()}
    base = {ADVERTS: {c: e.value for c, e in us.items()}, SURVEY: additive(cells)}

    relative = [(row, row.middle - base[row.source][row.role, row.level]) for row in seen]
    abroad = [(row, value) for row, value in relative if row.country != "US"]
    found = grouped(abroad, lambda s: (s.country, s.source))
    opinions = {key: e for key, e in found.items() if e.n >= MIN_SOURCE}
    doubt = level_doubt(us, adverts, [row for row, _ in answers])
    country = {"US": (Estimate(0.0, 0.0, len(seen)), doubt)}
    for code, region in regions.items():
        if code != "US":
            prior = Estimate(math.log(float(region["pay_factor"])), PRIOR_SD, 0)
            own = [
                Estimate(e.value, math.hypot(e.error, SOURCE_SD), e.n)
                for (c, _), e in opinions.items() if c == code
            ]  # fmt: skip
            general, apart = pooled([prior, *own])
            country[code] = (general, math.hypot(apart, doubt))

    rest = [
        (row, value - opinions[row.country, row.source].value)
        for row, value in abroad if (row.country, row.source) in opinions
    ]  # fmt: skip
    by_level = grouped(rest, lambda s: (s.country, s.level))
    level_variance = between(by_level.values())
    by_level = {key: shrunk(e, level_variance) for key, e in by_level.items()}
    rest = [(row, value - by_level[row.country, row.level].value) for row, value in rest]
    by_role = grouped(rest, lambda s: (s.country, s.role))
    role_variance = between(by_role.values())
    by_role = {key: shrunk(e, role_variance) for key, e in by_role.items()}
    unseen = {"level": math.sqrt(level_variance), "role": math.sqrt(role_variance)}
    for code in regions:
        for level in LEVELS:
            by_level.setdefault((code, level), Estimate(0.0, unseen["level"] * (code != "US"), 0))
        for role in AD_TITLES:
            by_role.setdefault((code, role), Estimate(0.0, unseen["role"] * (code != "US"), 0))
    counts: dict[tuple[str, str, str], int] = defaultdict(int)
    for row in seen:
        counts[row.role, row.level, row.country] += 1
    sources = {
        code: (ADVERTS, SURVEY)[: 2 if code == "US" else 0]
        or tuple(s for c, s in opinions if c == code)
        for code in regions
    }
    return Model(us, spreads(seen, us), country, by_level, by_role, counts, sources)


def level_doubt(
    us: dict[tuple[str, str], Estimate], adverts: list[Seen], answers: list[Seen]
) -> float:
    """How far three opinions on the general level of pay in the US lie apart (log).

    Adverts, which are what a newcomer is offered; survey answers for like role and level; and the
    official median of all data scientists employed, in whatever industry.
    """
    survey = median_of(row.middle - us[row.role, row.level].value for row in answers).value
    offered = median_of(
        row.middle for row in adverts if (row.role, row.country) == ("data-scientist", "US")
    )
    official = math.log(read_official_median()) - offered.value
    return statistics.pstdev([0.0, survey, official])


def bands(
    model: Model, regions: dict[str, dict[str, str]], rates: dict[str, float]
) -> list[list[str]]:
    """Rows of bands.csv: every role, level and country about which something can be said."""
    rows = []
    for code, region in sorted(regions.items()):
        for role in AD_TITLES:
            general, apart = model.country[code]
            extra = [model.by_level[code, level] for level in LEVELS]
            own = model.by_role[code, role]
            middles = rising([
                model.us[role, level].value + general.value + e.value + own.value
                for level, e in zip(LEVELS, extra, strict=True)
            ])  # fmt: skip
            for level, middle, step in zip(LEVELS, middles, extra, strict=True):
                said = "|".join(model.sources[code])
                n = model.counts.get((role, level, code), 0) if said else 0
                if n < MIN_CELL and model.counts.get((role, level, "US"), 0) < MIN_CELL:
                    continue
                offsets = model.shape[role, level]
                inside = math.hypot(model.us[role, level].error, own.error)
                total = math.hypot(inside, general.error, step.error)
                spread = (offsets[4] - offsets[0]) / (2 * 1.2816)
                wider = math.sqrt(1 + (apart**2 + total**2) / spread**2)
                rate = rates[region["currency"]]
                amounts = [rounded(math.exp(middle + wider * o) / rate) for o in offsets]
                good = n >= GOOD_N and total <= GOOD_ERROR and apart <= GOOD_APART
                fair = n >= MIN_CELL and total <= FAIR_ERROR and apart <= FAIR_APART
                carried = (
                    "US pay times country factor" if said else "assumption: US pay times pay-factor"
                )
                rows.append([
                    role, level, code, region["currency"], *amounts, str(n), str(YEAR),
                    said or "tercet", "X" if said else "J",
                    "good" if good else "fair" if fair else "weak", f"{inside:.3f}",
                    "" if n else carried,
                ])  # fmt: skip
    return rows


def build(data: Path) -> str:
    """The text of bands.csv, the same bytes for the same data and catalogue."""
    regions, rates = read_regions(), read_rates()
    seen = read_adverts(data / "aijobs_salaries_2025-01-19.csv", regions, rates)
    seen += read_survey(data / "stackoverflow_2025_salaries.csv", regions)
    rows = bands(fit(seen, regions), regions, rates)
    return "".join(",".join(row) + "\n" for row in [list(COLUMNS), *rows])


def main() -> None:
    """Write bands.csv."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared/data/salaries")
    parser.add_argument("--out", type=Path, default=DATA / "bands.csv")
    chosen = parser.parse_args()
    chosen.out.write_text(build(chosen.data), encoding="utf-8")


if __name__ == "__main__":
    main()

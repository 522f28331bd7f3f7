"""Coded findings of an audit: what failed, and what the numbers cannot carry."""

from tercet.auditing.records import Audit, Limits, Sample
from tercet.kernel.rules import Finding, finding


def remarks(result: Audit, sample: Sample, limits: Limits) -> tuple[Finding, ...]:
    """Findings in a fixed order: failures first, then what limits the answer."""

    def note(code: str, place: str | None = None, **values: object) -> None:
        found.append(finding(__package__, code, place=place, **values))

    found: list[Finding] = []
    for name, category in result.categories.items():
        for row in category.rows:
            if row.verdict == "below":
                note("TA011", name, value=row.value, selected=row.selected, n=row.n,
                     ratio=row.ratio, reference=category.reference)  # fmt: skip
    for name, category in result.categories.items():
        if category.reference is None:
            note("TA012", name)
        small = [r.value for r in category.rows if limits.small(r.n, sample.n)]
        if small:
            note("TA013", name, values=", ".join(small), share=100 * limits.small_share)
        if len(category.rows) == 1:
            note("TA014", name, value=category.rows[0].value)
        unknown = result.unknown[name]
        if unknown > limits.many_unknown * sample.n:
            note("TA015", name, n=unknown, total=sample.n)
    if sample.undecided:
        note("TA016", n=sample.undecided)
    if sample.unscored:
        note("TA017", n=sample.unscored)
    compared = comparisons(result)
    if compared > 1:
        note("TA018", n=compared, share=100 * (1 - (1 - limits.level) ** compared))
    return tuple(found)


def comparisons(result: Audit) -> int:
    """How many groups were tested against a reference."""
    return sum(row.p_midp is not None for c in result.categories.values() for row in c.rows)

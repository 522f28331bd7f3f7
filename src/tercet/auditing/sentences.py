"""An audit in plain sentences: what each number means, and what it does not mean."""

from collections.abc import Iterator

from tercet.auditing.records import Audit, Category, Limits, Row


def sentences(result: Audit, limits: Limits) -> tuple[str, ...]:
    """The answer first, then one sentence for each group worth a word, then the small print."""
    return (*_answer(result), *_groups(result, limits), *meaning(result, limits))


def row_sentence(row: Row, category: Category, limits: Limits) -> str:
    """One group in words that a person without statistics can repeat."""
    if row.verdict == "reference":
        return f"Selected most often, so the others are compared with {row.value}."
    reference = next((r for r in category.rows if r.value == category.reference), None)
    if reference is None or row.ratio is None:
        return f"{people(row.n)}: too few to compare; counted, and never compared with."
    rates = (
        f"{hundred(row.rate)} in 100 were selected, "
        f"against {hundred(reference.rate)} in 100 of the group “{reference.value}”."
    )
    if row.verdict == "below":
        return (
            f"{rates} Under four fifths, and chance alone makes such a gap {often(row.p_midp)}."
            f"{_missing(row)}"
        )
    if row.verdict == "ok":
        kept = f"{rates} At or above four fifths."
        if row.p_midp is not None and row.p_midp < limits.level:
            kept += f" Chance alone makes such a gap only {often(row.p_midp)}."
        return kept if row.flips is None else f"{kept} {_fewer(row.flips)} would change that."
    if row.ratio < limits.four_fifths:
        return f"{rates} Under four fifths, but chance alone makes such a gap {often(row.p_midp)}."
    return f"{rates} Too few people to show a gap, even with none of them selected."


def people(n: int) -> str:
    """ "1 person", "38 people"."""
    return "1 person" if n == 1 else f"{n:,} people"


def hundred(rate: float) -> str:
    """A rate as people in a hundred: whole, or with one decimal below ten."""
    share = 100 * rate
    return f"{share:.0f}" if share >= 10 or share == round(share) else f"{share:.1f}"


def often(p: float | None) -> str:
    """A chance as a count of rounds: "in 1 of 5 rounds"."""
    if not p or p < 1e-6:
        return "in fewer than 1 of a million rounds"
    if p > 0.5:
        return "in most rounds"
    return f"in 1 of {round(1 / p):,} rounds"


def _missing(row: Row) -> str:
    if row.flips is None:
        return ""
    one = row.flips == 1
    return f" {row.flips:,} more selection{'' if one else 's'} would change that."


def _fewer(flips: int) -> str:
    return f"{flips:,} selection{'' if flips == 1 else 's'} fewer"


def _answer(result: Audit) -> Iterator[str]:
    yield f"{result.selected:,} of {people(result.sample)} were selected."
    below = _named(result, "below")
    if below:
        named = "; ".join(below)
        yield f"Selected less often than chance explains, and under four fifths: {named}."
    elif result.verdict == "ok":
        yield "No group was both under four fifths and further behind than chance explains."
    else:
        yield "There are too few people or selections to say anything, for or against."
    few = _named(result, "too-few")
    if few:
        yield f"Too few to say: {'; '.join(few)}. That is not the same as fair."


def _named(result: Audit, verdict: str) -> list[str]:
    return [
        f"{row.value} ({name}), {row.selected:,} of {row.n:,}"
        for name, category in result.categories.items()
        for row in category.rows
        if row.verdict == verdict
    ]


def _groups(result: Audit, limits: Limits) -> Iterator[str]:
    for name, category in result.categories.items():
        for row in category.rows:
            if row.verdict != "reference" and row.ratio is not None:
                yield f"{name}, {row.value}: {row_sentence(row, category, limits)}"
    for name, n in result.unknown.items():
        if n:
            yield f"{name}: {people(n)} gave no value; they are counted and not compared."


def meaning(result: Audit, limits: Limits) -> tuple[str, ...]:
    """What the numbers mean, and what they do not."""
    return tuple(_meaning(result, limits))


def _meaning(result: Audit, limits: Limits) -> Iterator[str]:
    yield "A ratio of 1 means selected equally often. It does not say why rates differ."
    share = f"{100 * limits.interval:.0f} %"
    yield (
        f"The interval holds the ratios that the numbers still allow, in {share} of audits. "
        "One that holds 1 can be chance."
    )
    yield (
        "A small p-value speaks against chance. It does not prove unfairness, "
        "and a large one does not prove fairness."
    )
    if result.median is not None:
        yield (
            f"Scoring rate: the share of a group above the middle score of everybody, "
            f"{result.median:g}. It needs no cut-off."
        )
    yield "This is your own check. It is not an independent audit, and not legal advice."

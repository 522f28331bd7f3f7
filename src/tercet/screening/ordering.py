"""An order of people that can be read off their verdicts."""

from collections.abc import Mapping, Sequence

from tercet.screening.records import Assessment

Key = tuple[float, ...]


def rank(
    assessments: Sequence[Assessment | None], weights: Mapping[str, float] | None = None
) -> list[int | None]:
    """Place of each, 1 the best, equal ones tied; None where nothing could be read.

    Compared in turn: musts met, musts partly met, wishes met, wishes partly met. With `weights`
    (criterion id → weight, others 0) the sum of weights met, half for partly met, decides
    instead. Months of experience take no part.
    """
    return places([None if a is None else order_key(a, weights) for a in assessments])


def places(keys: Sequence[Key | None]) -> list[int | None]:
    """Place of each key, 1 the largest, equal ones tied."""
    known = sorted((key for key in keys if key is not None), reverse=True)
    first: dict[Key, int] = {}
    for place, key in enumerate(known, 1):
        first.setdefault(key, place)
    return [None if key is None else first[key] for key in keys]


def order_key(assessment: Assessment, weights: Mapping[str, float] | None = None) -> Key:
    """What two people are compared by, larger the better; see `rank`."""
    judged = [j for j in assessment.judged if j.criterion.kind != "months"]
    if weights is not None:
        worth = {"met": 1.0, "partly met": 0.5}
        return (sum(weights.get(j.criterion.id, 0.0) * worth.get(j.verdict, 0.0) for j in judged),)
    return tuple(
        float(sum(j.criterion.must == must and j.verdict == verdict for j in judged))
        for must in (True, False)
        for verdict in ("met", "partly met")
    )

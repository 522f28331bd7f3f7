"""Raters don't see what others think until their own scorecard is in."""

from collections.abc import Sequence

from tercet.interviewing.panel.records import Rating


def visible(
    ratings: Sequence[Rating], rater: str, handed_in: Sequence[tuple[str, str]]
) -> tuple[Rating, ...]:
    """What `rater` may see: own ratings, and others' of candidates whose own scorecard is in.

    `handed_in` holds pairs of rater and candidate whose scorecard is complete; a rating of
    another that is not handed in yet stays hidden from everybody else.
    """
    done = set(handed_in)
    return tuple(
        r
        for r in ratings
        if r.rater == rater or ((rater, r.candidate) in done and (r.rater, r.candidate) in done)
    )

"""What the counts of one group allow to be said, and how many decisions would change it."""

from collections.abc import Callable
from functools import cache

from tercet.auditing.exact import exact_test
from tercet.auditing.records import Limits, Tally, Verdict


def verdict_of(group: Tally, reference: Tally, limits: Limits) -> Verdict:
    """`below`, `ok` or `too-few` for a group against the reference.

    Below: under four fifths, and more than chance (mid-p). Too few: under four fifths, yet chance
    explains it; or so few people that not even nobody selected could have shown a gap.
    """
    return _verdict(group.selected, group.n, reference.selected, reference.n, limits)


def flips_of(group: Tally, reference: Tally, limits: Limits) -> int | None:
    """How many decisions on the group's people must change for the verdict to change.

    From `below`: selections missing until it is not below. Otherwise: selections fewer until it is
    below; None when even none selected would not make it so. The reference stays as it is.
    """
    other = (reference.selected, reference.n, limits)
    if _verdict(group.selected, group.n, *other) == "below":
        more = group.n - group.selected
        return _least(more, lambda k: _verdict(group.selected + k, group.n, *other) != "below")
    fewer = group.selected
    return _least(fewer, lambda k: _verdict(group.selected - k, group.n, *other) == "below")


def _least(high: int, holds: Callable[[int], bool]) -> int | None:
    """The smallest k from 1 to `high` for which `holds`, which stays true once it is."""
    if high == 0 or not holds(high):
        return None
    low = 0
    while high - low > 1:
        middle = (low + high) // 2
        if holds(middle):
            high = middle
        else:
            low = middle
    return high


@cache
def _verdict(x: int, n: int, y: int, m: int, limits: Limits) -> Verdict:
    if limits.under(x, n, y, m):
        unlikely = exact_test(x, n, y, m).midp < limits.level
        return "below" if unlikely else "too-few"
    could_show = exact_test(0, n, y, m).midp < limits.level
    return "ok" if could_show else "too-few"

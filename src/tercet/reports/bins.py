"""Bins of dot plots and steps of axes, the same in every output."""

from math import ceil, log10


def bin_of(value: float, limit: float, step: float) -> int:
    """Number of a value's bin: negative up to and including the limit, 0 and above past it."""
    return ceil((value - limit) / step - 1e-9) - 1


def round_step(span: float, parts: int) -> float:
    """A step of 1, 2 or 5 times a power of ten of which at most `parts` cover `span`."""
    least = max(span, 1e-9) / parts
    power = 10.0 ** (ceil(log10(least)) - 1)
    return next(m * power for m in (1, 2, 5, 10) if m * power >= least * (1 - 1e-9))

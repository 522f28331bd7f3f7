"""What a way of selecting is worth: Brogden-Cronbach-Gleser, and Taylor-Russell."""

import math
from statistics import NormalDist

from tercet.catalog import Catalog
from tercet.interviewing.panel.records import Process

_NORMAL = NormalDist()
_SLICES = 2000


def gain_per_hire(validity: float, selected: float) -> float:
    """Mean performance of those hired above those who applied, in standard deviations.

    `selected` is the share hired, between 0 and 1; choice is from the top. (Brogden 1949.)
    """
    return validity * _NORMAL.pdf(_NORMAL.inv_cdf(1 - selected)) / selected


def success(validity: float, selected: float, base: float) -> float:
    """Share of those hired who succeed, where a share `base` of all applicants would.

    Taylor and Russell (1939): predictor and performance are jointly normal.
    """
    need = _NORMAL.inv_cdf(1 - base)
    noise = math.sqrt(1 - validity**2)
    total = 0.0
    for i in range(_SLICES):  # equal slices of those hired, from the cut upwards
        z = _NORMAL.inv_cdf(1 - selected * (1 - (i + 0.5) / _SLICES))
        total += 1 - _NORMAL.cdf((need - validity * z) / noise)
    return total / _SLICES


def processes(catalog: Catalog, selected: float) -> tuple[Process, ...]:
    """Every way to select that the catalogue holds a validity for, best first."""
    base = catalog.value("selection.base-rate")
    rows = [
        Process(id.removeprefix("validity."), (v := figure.value.quantile(0.5)),
                gain_per_hire(v, selected), success(v, selected, base), figure.grade)
        for id, figure in sorted(catalog.figures.items())
        if id.startswith("validity.")
    ]  # fmt: skip
    return tuple(sorted(rows, key=lambda row: (-row.validity, row.id)))

"""Spreads are not known: results are averaged over the spreads that the ratings allow."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from tercet.interviewing.panel.design import Array, Design
from tercet.interviewing.panel.model import Solved, fit, solve
from tercet.kernel.streams import stream

POINTS = 300
"""Spreads that are tried; the error this leaves in an interval is under a hundredth of it."""
_TAILS = 5
"""Degrees of freedom of the draws: heavier tails than what is drawn for."""
_STEP = 1e-3
_LOOK = 1.5
"""Standard deviations at which the reach of each side is measured."""
_FAR = 4.0
"""Largest reach: beyond it a spread is as good as nought."""


@dataclass(frozen=True, slots=True)
class Believed:
    """Solutions under many spreads, with how much each is believed; weights sum to 1."""

    sources: tuple[str, ...]
    weights: Array
    spreads: Array
    solutions: tuple[Solved, ...]


def believe(design: Design, expected: Mapping[str, float]) -> Believed:
    """Importance sampling of log spreads around the likeliest ones.

    Each spread has a half-normal prior, `expected` being its scale: with three raters the ratings
    alone cannot rule out absurd severities.
    """
    sources = design.sources
    scale = np.array([expected[s] for s in sources])

    def named(logs: Array) -> dict[str, float]:
        return dict(zip(sources, map(float, np.exp(logs)), strict=True))

    def prior(logs: Array) -> float:
        return float(logs.sum()) - 0.5 * float(((np.exp(logs) / scale) ** 2).sum())

    def surface(logs: Array) -> float:
        return -fit(design, named(logs)) - prior(logs)

    top = _climb(surface, np.log(0.5 * np.minimum(scale, 1)))
    ways, up, down = _reach(surface, top)
    rng = stream(0, "panel", "spreads", len(sources))
    far = np.abs(rng.standard_normal((POINTS, len(sources))))
    far *= np.sqrt(_TAILS / rng.chisquare(_TAILS, POINTS))[:, None]
    upwards = rng.random(far.shape) < up / (up + down)
    points = top + np.where(upwards, far * up, -far * down) @ ways.T
    density = -(_TAILS + len(sources)) / 2 * np.log1p((far**2).sum(axis=1) / _TAILS)
    solutions = [solve(design, named(point)) for point in points]
    believed = [s.fit + prior(point) for s, point in zip(solutions, points, strict=True)]
    logs = np.array(believed) - density
    weights = np.exp(logs - logs.max())
    return Believed(sources, weights / weights.sum(), np.exp(points), tuple(solutions))


def _climb(surface: Callable[[Array], float], start: Array) -> Array:
    """The lowest point of a smooth surface: quasi-Newton with halved steps."""
    here, value, shape = start, surface(start), np.eye(len(start))
    slope = _slope(surface, here)
    for _ in range(60):
        step = -shape @ slope
        step *= min(1.0, 1.5 / max(1e-12, float(np.abs(step).max())))
        while (new := surface(here + step)) > value and np.abs(step).max() > 1e-4:
            step = step / 2
        if new > value - 1e-6:
            break
        here, value, before = here + step, new, slope
        slope = _slope(surface, here)
        turn = slope - before
        bend = float(step @ turn)
        if bend > 1e-12:
            left = np.eye(len(start)) - np.outer(step, turn) / bend
            shape = left @ shape @ left.T + np.outer(step, step) / bend
    return here


def _slope(surface: Callable[[Array], float], at: Array) -> Array:
    steps = _STEP * np.eye(len(at))
    return np.array([(surface(at + s) - surface(at - s)) / (2 * _STEP) for s in steps])


def _reach(surface: Callable[[Array], float], top: Array) -> tuple[Array, Array, Array]:
    """Axes of the surface around its lowest point, and how far it reaches up and down each.

    The two sides differ: a spread near nought may be much smaller yet not much larger.
    """
    steps = 0.02 * np.eye(len(top))
    slopes = [(_slope(surface, top + s) - _slope(surface, top - s)) / 0.04 for s in steps]
    bends, ways = np.linalg.eigh((np.array(slopes) + np.array(slopes).T) / 2)
    base = 1 / np.sqrt(np.maximum(bends, 0.1))
    lowest = surface(top)

    def side(axis: int, sign: int) -> float:
        reach = float(base[axis])
        for _ in range(4):
            rise = surface(top + sign * _LOOK * reach * ways[:, axis]) - lowest
            reach *= float(np.clip(_LOOK / np.sqrt(max(2 * rise, 1e-3)), 0.5, 2))
        return min(reach, _FAR)

    axes = range(len(top))
    up, down = (np.array([side(axis, sign) for axis in axes]) for sign in (1, -1))
    return ways, up, down

"""What is uncertain about any project, whatever its plan: the figures a user can argue with."""

from dataclasses import dataclass

from tercet.catalog.records import Catalog
from tercet.kernel.uncertain import Distribution


@dataclass(frozen=True, slots=True)
class Uncertainty:
    """Parameters of the futures that neither the project nor the supply options carry."""

    tail_chance: float
    """Chance that the whole project overruns beyond the usual spread."""
    tail: Distribution
    """Further factor on all efforts when it does."""
    quality_sigma: float
    """Further spread of packages with the long tail of "80 % done" work (lognormal)."""
    takeover: float
    """Share of output lost by whoever takes over or helps with somebody else's work."""
    thin: float
    """Productivity below which work is done thinly, and part of it is done again."""
    rework: Distribution
    """Share of thinly done work that is done again."""
    outside_weekly: float
    """Person-weeks a week that all the people outside the team give one package together."""
    horizon: float
    """Planned durations after which a future counts as never live."""
    rare: float
    """Share of futures up to which never going live is not remarked."""
    tolerance: float
    """Weeks by which a plan may miss its own date when all goes as planned."""
    enough: int
    """Fewer futures than this give chances too rough to decide by."""


def uncertainty_from(catalog: Catalog) -> Uncertainty:
    """The figures in question as one record."""
    return Uncertainty(
        tail_chance=catalog.value("effort.tail-chance"),
        tail=catalog.distribution("effort.tail"),
        quality_sigma=catalog.value("quality.sigma"),
        takeover=catalog.value("forecast.takeover"),
        thin=catalog.value("forecast.thin"),
        rework=catalog.distribution("forecast.rework"),
        outside_weekly=catalog.value("outside.share") * catalog.value("forecast.outside-experts"),
        horizon=catalog.value("forecast.horizon"),
        rare=catalog.value("forecast.rare"),
        tolerance=catalog.value("forecast.tolerance"),
        enough=round(catalog.value("forecast.enough")),
    )

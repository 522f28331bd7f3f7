"""The trained part of reading roles: a linear model over cues and a small vocabulary.

Trained by tools/train_roles.py on adverts labelled by the rules of titles.yaml. The file holds
weights only, and only of terms that stand in at least twenty adverts of at least three sources.
"""

import json
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from tercet.adverts.records import ADVERT_ROLES, Kind
from tercet.adverts.signals import cue_rates, terms_of


@dataclass(frozen=True, slots=True)
class RoleModel:
    """Weights by role; `score` gives the logarithms of the odds up to a constant."""

    roles: tuple[str, ...]
    intercept: NDArray[np.float64]
    cue_weights: NDArray[np.float64]
    """Roles by cue features."""
    terms: Mapping[str, int]
    idf: NDArray[np.float64]
    term_weights: NDArray[np.float64]
    """Roles by terms."""

    def score(self, rates: NDArray[np.float64], terms: Set[str]) -> NDArray[np.float64]:
        """Log-odds of each role for the cue rates and the terms of an advert."""
        values = term_values(terms, self.terms, self.idf)
        return self.intercept + self.cue_weights @ rates + self.term_weights @ values


def term_values(
    found: Set[str], terms: Mapping[str, int], idf: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Inverse document frequencies of the terms found, scaled to length 1."""
    values = np.zeros(len(terms))
    for term in found & terms.keys():
        values[terms[term]] = idf[terms[term]]
    length = float(np.sqrt(values @ values))
    return values / length if length else values


def probabilities(sentences: Sequence[tuple[str, Kind]]) -> dict[str, float]:
    """Chance of each role that the advert, by its work alone, would be titled so."""
    model = shipped()
    score = model.score(cue_rates(sentences), terms_of(sentences))
    weights = np.exp(score - score.max())
    share = weights / weights.sum()
    found = dict(zip(model.roles, share.tolist(), strict=True))
    return {role: found.get(role, 0.0) for role in ADVERT_ROLES}


@cache
def shipped() -> RoleModel:
    """The model as shipped, read once."""
    path = resources.files(__package__).joinpath("data", "role_model.json")
    return model_of(json.loads(path.read_text("utf-8")))


def model_of(document: Mapping[str, object]) -> RoleModel:
    """The model that a JSON document written by tools/train_roles.py holds."""
    rows: Mapping[str, Sequence[float]] = document["terms"]  # type: ignore[assignment]
    table = np.array(list(rows.values()))
    return RoleModel(
        tuple(document["roles"]),  # type: ignore[arg-type]
        np.array(document["intercept"]),
        np.array(document["cues"]),
        {term: n for n, term in enumerate(rows)},
        table[:, 0],
        table[:, 1:].T.copy(),
    )

"""What the sentences of an advert show of each role's work, as numbers for the role model."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from tercet.adverts.facts import any_of, facts
from tercet.adverts.records import ADVERT_ROLES, Kind

WORK = ("duty", "requirement", "nice-to-have")
_WORD = re.compile(r"[a-z][a-z+#.-]*[a-z+#]")


def masked(text: str) -> str:
    """`text` in lower case without phrases that name a role: the work has to speak for itself."""
    return any_of(facts("titles")["phrases"]).sub(" _ ", text).lower()


@lru_cache(maxsize=1024)
def cue_hits(text: str) -> NDArray[np.float64]:
    """1 for each cue of roles.yaml that the masked `text` matches, in the order of the file."""
    return np.array([float(bool(cue.search(text))) for _, cue in cues()])


def cue_rates(sentences: Sequence[tuple[str, Kind]]) -> NDArray[np.float64]:
    """Cue features of one advert, from its masked sentences.

    For the duties and then for everything that speaks of the work: the square root of the share
    of sentences that match each cue, and the same summed over the cues of each role.
    """
    everything = [(text, kind) for text, kind in sentences if kind in WORK] or list(sentences)
    if not everything:
        return np.zeros(2 * (len(ADVERT_ROLES) + len(cues())))
    hits = np.array([cue_hits(text) for text, _ in everything])
    duties = [n for n, (_, kind) in enumerate(everything) if kind == "duty"] or [
        *range(len(everything))
    ]
    rates = [hits[duties].mean(axis=0), hits.mean(axis=0)]
    by_role = [rate @ _membership() for rate in rates]
    found: NDArray[np.float64] = np.sqrt(np.concatenate([*by_role, *rates]))
    return found


def terms_of(sentences: Sequence[tuple[str, Kind]]) -> set[str]:
    """Words and pairs of words of the sentences that speak of the work."""
    found: set[str] = set()
    for text, kind in sentences:
        if kind in WORK:
            words = _WORD.findall(text)
            found.update(words)
            found.update(f"{a} {b}" for a, b in pairwise(words))
    return found


@cache
def cues() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """(role, pattern) of every cue, in the order of the file."""
    rows = facts("roles")
    return tuple(
        (role, re.compile(cue, re.IGNORECASE)) for role in ADVERT_ROLES for cue in rows[role]
    )


@cache
def _membership() -> NDArray[np.float64]:
    """Cues by roles: 1 where the cue is one of the role's."""
    return np.array([[float(role == of) for role in ADVERT_ROLES] for of, _ in cues()])

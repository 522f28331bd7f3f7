"""Reading each résumé again as somebody else's, and holding the verdicts against each other."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from tercet.auditing.counterfactual.swaps import swaps
from tercet.documents.records import Document

Judge = Callable[[Document], Mapping[str, Any] | None]
"""From a document to its verdicts by what they are about; None where it cannot be read."""


@dataclass(frozen=True, slots=True)
class Change:
    """One verdict that a swap changed."""

    file: str
    kind: str
    swap: str
    about: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Swapped:
    """One kind of swap: how many verdicts were held against each other, and how many changed."""

    kind: str
    resumes: int
    verdicts: int
    changed: int


@dataclass(frozen=True, slots=True)
class Counterfactual:
    """The whole test; `photos` says why no photo was swapped."""

    resumes: int
    verdicts: int
    changed: int
    swaps: tuple[Swapped, ...]
    changes: tuple[Change, ...]
    photos: str = "photos are never read: only text reaches a verdict"


def counterfactual(documents: Sequence[Document], judge: Judge) -> Counterfactual:
    """Each readable document judged as it is and under every swap that its text allows.

    Swaps are made in the text that was read. The order of kinds is that of the first met.
    """
    changes: list[Change] = []
    counts: dict[str, list[tuple[str, int]]] = {}
    read = 0
    for document in documents:
        before = judge(document)
        if before is None:
            continue
        read += 1
        for kind, label, swap in swaps(document.text):
            pages = tuple(replace(page, text=swap(page.text)) for page in document.pages)
            after = judge(replace(document, pages=pages)) or {}
            counts.setdefault(kind, []).append((document.name, len(before)))
            changes += [
                Change(document.name, kind, label, about, value, after.get(about))
                for about, value in before.items()
                if after.get(about) != value
            ]
    rows = tuple(
        Swapped(kind, len({name for name, _ in seen}), sum(n for _, n in seen),
                sum(change.kind == kind for change in changes))
        for kind, seen in counts.items()
    )  # fmt: skip
    return Counterfactual(read, sum(r.verdicts for r in rows), len(changes), rows, tuple(changes))

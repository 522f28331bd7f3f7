"""Train the role model of adverts: `python tools/train_roles.py ADVERTS.parquet LABELS.jsonl`.

Labels come from the published title rules (src/tercet/adverts/data/titles.yaml). Titles, companies
and phrases that name a role are masked, near-duplicates are left out, and so is every advert of
LABELS.jsonl, which measures. Writes src/tercet/adverts/data/role_model.json, the same bytes each
time; no text of an advert is in it.
"""

import json
import re
import sys
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import polars as pl
from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]

from tercet.adverts.cleaning import clean
from tercet.adverts.kinds import kind_of
from tercet.adverts.model import term_values
from tercet.adverts.records import ADVERT_ROLES
from tercet.adverts.signals import cue_rates, masked, terms_of
from tercet.adverts.splitting import pieces
from tercet.adverts.titles import role_of_title

if TYPE_CHECKING:
    from tercet.adverts.records import Kind

ARTEFACT = Path(__file__).parents[1] / "src/tercet/adverts/data/role_model.json"
TERMS, MIN_ADVERTS, MIN_SOURCES, IN_A_SOURCE, MOST = 1000, 20, 3, 3, 0.6
"""Vocabulary: how many terms, in how many adverts and sources, and in at most what share."""
CUE_SCALE, TERM_SCALE, STRENGTH = 0.3, 0.3, 0.03
"""Cues one by one and terms count less than the sums by role; inverse of the regularisation."""
LEAST_OF_A_ROLE = 14
NEAR = 0.7
"""Jaccard similarity of four-word shingles from which two adverts are one."""


@dataclass(frozen=True, slots=True)
class Example:
    """One advert, masked, with the role that its title claims."""

    source: str
    role: str
    text: str
    cues: np.ndarray
    terms: frozenset[str]


def main(adverts: str, labels: str) -> None:
    """Train on everything and write the artefact."""
    examples = corpus(Path(adverts), Path(labels))
    print(f"{len(examples)} adverts: {dict(Counter(e.role for e in examples).most_common())}")
    ARTEFACT.write_text(json.dumps(train(examples), ensure_ascii=False, separators=(",", ":")))
    print(f"{ARTEFACT.name}: {ARTEFACT.stat().st_size / 1000:.0f} kB")


def corpus(adverts: Path, labels: Path) -> list[Example]:
    """Adverts whose title names one role, without near-duplicates and without labelled ones."""
    kept_back = {json.loads(line)["id"] for line in labels.read_text("utf-8").splitlines()}
    rows = [r for r in pl.read_parquet(adverts).sort("id").to_dicts() if r["id"] not in kept_back]
    titled = [r for r in rows if role_of_title(r["title"])]
    return [_example(r) for r in _distinct(titled)]


def _example(row: dict[str, Any]) -> Example:
    hide = partial(_hidden, [row["title"] or "", (row["company"] or "").split("\n")[0]])
    cut: list[tuple[str, Kind]] = [
        (masked(hide(p.text)), kind_of(p)) for p in pieces(clean(row["text"]))
    ]
    return Example(
        _collection(row["source"]), str(role_of_title(row["title"])), masked(hide(row["text"])),
        cue_rates(cut), frozenset(terms_of(cut)),
    )  # fmt: skip


def _hidden(names: Sequence[str], text: str) -> str:
    for name in names:
        if len(name) > 2:
            text = re.sub(re.escape(name), " _ ", text, flags=re.IGNORECASE)
    return text


def _collection(source: str) -> str:
    """Files of one crawl of one site are one source."""
    return source.split("_")[0] if source.startswith(("linkedin", "indeed")) else source


def _distinct(rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The first of every group of near-duplicates (MinHash, then exact Jaccard)."""
    multipliers = np.random.default_rng(0).integers(1, 2**61 - 1, 32, dtype=np.int64) | 1
    bands: dict[tuple[int, ...], list[set[int]]] = defaultdict(list)
    for row in rows:
        words = re.findall(r"\w+", row["text"].lower())
        grams = {" ".join(words[i : i + 4]) for i in range(max(1, len(words) - 3))}
        shingles = {_stable(gram) for gram in grams}
        values = np.array(sorted(shingles), dtype=np.int64)
        least = [int((values * m).min()) for m in multipliers]
        keys = [(b, *least[4 * b : 4 * b + 4]) for b in range(8)]
        if any(_alike(shingles, other) for key in keys for other in bands[key]):
            continue
        for key in keys:
            bands[key].append(shingles)
        yield row


def _stable(gram: str) -> int:
    return zlib.crc32(gram.encode()) * 2654435761 % (1 << 40)


def _alike(one: set[int], other: set[int]) -> bool:
    both = len(one & other)
    return both / (len(one) + len(other) - both) >= NEAR


def train(examples: Sequence[Example]) -> dict[str, Any]:
    """The model document: sums by role, single cues and stable terms in one linear model."""
    roles = [e.role for e in examples]
    cues = np.array([e.cues for e in examples])
    mean, spread = cues.mean(axis=0), cues.std(axis=0) + 1e-6
    single = np.arange(cues.shape[1]) >= _summed(cues.shape[1])
    scale = np.where(single, CUE_SCALE, 1.0) / spread
    vocabulary, idf = _vocabulary(examples)
    gain = TERM_SCALE * np.sqrt(len(vocabulary))
    values = np.array([term_values(set(e.terms), vocabulary, idf) for e in examples])
    fit = LogisticRegression(C=STRENGTH, max_iter=1000).fit(
        np.hstack([(cues - mean) * scale, values * gain]), roles, sample_weight=_weights(examples)
    )
    of_cues, of_terms = np.split(fit.coef_, [cues.shape[1]], axis=1)
    of_cues = of_cues * scale
    return {
        "roles": fit.classes_.tolist(),
        "intercept": _short(fit.intercept_ - of_cues @ mean),
        "cues": _short(of_cues),
        "terms": {
            term: _short(np.array([idf[n], *(of_terms[:, n] * gain)]))
            for term, n in vocabulary.items()
        },
    }


def _summed(features: int) -> int:
    return min(2 * len(ADVERT_ROLES), features)


def _vocabulary(examples: Sequence[Example]) -> tuple[dict[str, int], np.ndarray]:
    """Terms that many adverts of several sources hold and that tell some role from the others."""
    everywhere = Counter(term for e in examples for term in e.terms)
    sources: Counter[str] = Counter()
    for source in sorted({e.source for e in examples}):
        here = Counter(t for e in examples if e.source == source for t in e.terms)
        sources.update(t for t, n in here.items() if n >= IN_A_SOURCE)
    known = sorted(
        t for t, n in everywhere.items()
        if MIN_ADVERTS <= n <= MOST * len(examples) and sources[t] >= MIN_SOURCES
    )  # fmt: skip
    told = np.zeros(len(known))
    for role in sorted({e.role for e in examples}):
        inside = [e for e in examples if e.role == role]
        if len(inside) < 2 * LEAST_OF_A_ROLE:
            continue
        of_role = Counter(t for e in inside for t in e.terms)
        a = np.array([of_role[t] / len(inside) for t in known])
        b = np.array(
            [(everywhere[t] - of_role[t]) / max(1, len(examples) - len(inside)) for t in known]
        )
        told = np.maximum(told, np.abs(a - b) / np.sqrt((a + b) / 2 + 0.02))
    best = sorted(np.argsort(-told, kind="stable")[:TERMS])
    vocabulary = {known[n]: place for place, n in enumerate(best)}
    idf = np.array([np.log(len(examples) / everywhere[t]) for t in vocabulary])
    return vocabulary, idf


def _weights(examples: Sequence[Example]) -> np.ndarray:
    """Every role counts the same, and a large source less than its size within a role."""
    size = Counter((e.source, e.role) for e in examples)
    weights = np.array([size[e.source, e.role] ** -0.5 for e in examples])
    total: dict[str, float] = defaultdict(float)
    for example, weight in zip(examples, weights, strict=True):
        total[example.role] += weight
    even = np.array([w / total[e.role] for e, w in zip(examples, weights, strict=True)])
    scaled: np.ndarray = even / even.mean()
    return scaled


def _short(values: np.ndarray) -> Any:
    return np.round(values, 4).tolist()


if __name__ == "__main__":
    main(*sys.argv[1:])

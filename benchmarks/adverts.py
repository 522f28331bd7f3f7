"""Adverts read: leave-one-source-out roles next to TF-IDF, and agreement with 60 labelled ones."""

import json
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
from sklearn.feature_extraction.text import TfidfVectorizer  # type: ignore[import-untyped]
from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]
from tools.train_roles import Example, corpus, train

from tercet.adverts import job_json, read_job
from tercet.adverts.model import model_of
from tercet.catalog import load_catalog

SHARED = Path(__file__).parents[2] / "shared" / "jds"
ROLES = ("data-scientist", "ai-engineer", "mlops-engineer")
FIVE = ("data-scientist", "ai-engineer", "mlops-engineer", "data-engineer", "other")
DRAWS = 1000


def main() -> None:
    """Both parts; skipped where the development data are absent."""
    if not SHARED.is_dir():
        print("the development data beside the checkout (../shared/jds) are absent")
        return
    labelled()
    sources()


def sources() -> None:
    """Macro-F1 over three roles, each source predicted by a model that never saw it."""
    everything = corpus(SHARED / "dev.parquet", SHARED / "labels.jsonl")
    three = [e for e in everything if e.role in ROLES]
    ours, baseline, truth = [], [], []
    for source in sorted({e.source for e in three}):
        held = [e for e in three if e.source == source]
        ours += _ours([e for e in everything if e.source != source], held)
        baseline += _tfidf([e for e in three if e.source != source], held)
        truth += [ROLES.index(e.role) for e in held]
    y, a, b = (np.array(v) for v in (truth, ours, baseline))
    print(
        f"{len(y)} adverts: " + ", ".join(f"{r} {int((y == n).sum())}" for n, r in enumerate(ROLES))
    )
    _print("tercet", y, a)
    _print("TF-IDF + logistic regression", y, b)
    gain = _interval(lambda i: _macro(y[i], a[i]) - _macro(y[i], b[i]), len(y))
    print(f"  difference {_macro(y, a) - _macro(y, b):.3f} [{gain[0]:.3f}, {gain[1]:.3f}]")


def _ours(known: Sequence[Example], held: Sequence[Example]) -> list[int]:
    model = model_of(train(known))
    places = [model.roles.index(role) for role in ROLES]
    return [int(np.argmax(model.score(e.cues, e.terms)[places])) for e in held]


def _tfidf(known: Sequence[Example], held: Sequence[Example]) -> list[int]:
    words = TfidfVectorizer(sublinear_tf=True, min_df=3, ngram_range=(1, 2), max_features=50_000)
    fit = LogisticRegression(C=10, max_iter=300, class_weight="balanced").fit(
        words.fit_transform(e.text for e in known), [ROLES.index(e.role) for e in known]
    )
    return [int(n) for n in fit.predict(words.transform(e.text for e in held))]


def _print(name: str, y: np.ndarray, predicted: np.ndarray) -> None:
    low, high = _interval(lambda i: _macro(y[i], predicted[i]), len(y))
    each = ", ".join(f"{r} {f:.2f}" for r, f in zip(ROLES, _f1(y, predicted), strict=True))
    print(f"  {name}: macro-F1 {_macro(y, predicted):.3f} [{low:.3f}, {high:.3f}]; {each}")


def _f1(y: np.ndarray, p: np.ndarray) -> list[float]:
    found = []
    for n in range(len(ROLES)):
        hit = ((y == n) & (p == n)).sum()
        found.append(float(2 * hit / max(1, (y == n).sum() + (p == n).sum())))
    return found


def _macro(y: np.ndarray, p: np.ndarray) -> float:
    return float(np.mean(_f1(y, p)))


def _interval(measure: Callable[[np.ndarray], float], n: int) -> tuple[float, float]:
    """95 % bootstrap interval over adverts."""
    rng = np.random.default_rng(0)
    values = [measure(rng.integers(0, n, n)) for _ in range(DRAWS)]
    return float(np.quantile(values, 0.025)), float(np.quantile(values, 0.975))


def labelled() -> None:
    """Agreement with labelled adverts: the half tuned on, the half watched, and all."""
    labels = {
        r["id"]: r for r in map(json.loads, (SHARED / "labels.jsonl").read_text().splitlines())
    }
    texts = {r["id"]: r for r in pl.read_parquet(SHARED / "dev.parquet").to_dicts()}
    catalog, ids = load_catalog(), sorted(labels)
    rows = [
        _compared(
            job_json(read_job(f"{texts[id]['title']}\n\n{texts[id]['text']}", catalog)), labels[id]
        )
        for id in ids
    ]
    parts = (
        ("tuned on", rows[::2]),
        ("no longer held out: totals watched", rows[1::2]),
        ("all", rows),
    )
    for name, part in parts:
        print(f"{len(part)} labelled adverts, {name}")
        for key in ("role strict", "role lenient", "shares TV", "level", "years", "pay", "site",
                    "capability cells", "must against the rest", "unicorn"):  # fmt: skip
            values = np.array([row[key] for row in part], dtype=float)
            low, high = _interval(partial(_mean, values), len(part))
            print(f"  {key}: {values.mean():.3f} [{low:.3f}, {high:.3f}]")
        for key in ("tools", "must tools", "nice tools"):
            counts = np.array([row[key] for row in part], dtype=float)
            low, high = _interval(partial(_pooled, counts), len(part))
            print(f"  F1 of {key}: {_f(counts.sum(axis=0)):.3f} [{low:.3f}, {high:.3f}]")
        found = [(row["said unicorn"], row["is unicorn"]) for row in part]
        print(
            f"  unicorns: {sum(a and b for a, b in found)} of {sum(b for _, b in found)} found, "
            f"{sum(a and not b for a, b in found)} wrongly called"
        )


def _compared(job: dict[str, Any], label: dict[str, Any]) -> dict[str, Any]:
    shares = dict.fromkeys(FIVE, 0.0)
    for role, share in job["roles"].items():
        place = "data-scientist" if role == "data-analyst" else role if role in FIVE else "other"
        shares[place] += share
    pay = job["pay"] and [job["pay"][key] for key in ("low", "high", "currency", "period")]
    cells = [(job["capabilities"][id], want) for id, want in label["capabilities"].items()]
    must, nice = ({t.lower() for t in job["tools"][key]} for key in ("must", "nice"))
    true_must, true_nice = (
        {t.lower() for t in label[f"{key}_have"]} for key in ("must", "nice_to")
    )
    return {
        "role strict": job["primary_role"] == label["primary_role"],
        "role lenient": job["primary_role"] in (label["primary_role"], label["alt_role"]),
        "shares TV": sum(abs(shares[r] - label["role_shares"][r]) for r in FIVE) / 2,
        "level": (job["level"] or "unstated") == label["level"],
        "years": job["years"] == label["years_required"],
        "pay": pay == label["pay_range"],
        "site": (job["work_site"] or "unstated") == label["work_site"],
        "capability cells": np.mean([a == b for a, b in cells]),
        "must against the rest": np.mean([(a == "must") == (b == "must") for a, b in cells]),
        "unicorn": job["unicorn"]["verdict"] == label["unicorn"],
        "said unicorn": job["unicorn"]["verdict"],
        "is unicorn": label["unicorn"],
        "tools": _counts(must | nice, true_must | true_nice),
        "must tools": _counts(must, true_must),
        "nice tools": _counts(nice, true_nice),
    }


def _counts(found: set[str], true: set[str]) -> tuple[int, int, int]:
    return len(found & true), len(found), len(true)


def _mean(values: np.ndarray, chosen: np.ndarray) -> float:
    return float(values[chosen].mean())


def _pooled(counts: np.ndarray, chosen: np.ndarray) -> float:
    return _f(counts[chosen].sum(axis=0))


def _f(counts: Iterable[float]) -> float:
    hit, found, true = counts
    return 2 * hit / (found + true) if found + true else 1.0

"""Skills and tools named, beside skill-extractor on the same texts: F1, speed, peak memory."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars

from tercet.adverts import read_job
from tercet.adverts.records import Job
from tercet.catalog import load_catalog
from tercet.catalog.records import Catalog
from tercet.evidence.tagger import spans_of
from tercet.kernel.streams import stream

HERE = Path(__file__).parent
SHARED = HERE.parents[1] / "shared"
ADVERTS = 24
"""Whole adverts that both read for speed and memory; the peer takes seconds for each."""
Spans = set[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Read:
    """What a process of its own found in each text, and what that cost it."""

    spans: tuple[Spans, ...]
    cpu: float
    megabytes: float


def main() -> None:
    """SkillSpan's dev part, whole adverts, and the tools of labelled adverts."""
    if not SHARED.is_dir():
        print("SkillSpan and the adverts beside the checkout (../shared) are absent: not measured")
        return
    if _peer([]) is None:
        print("skill-extractor is not installed (TERCET_PEER_PYTHON): not measured\n")
    _skillspan()
    _adverts()
    _tools()


def _own(texts: Sequence[str]) -> Read:
    return _read([sys.executable, str(HERE / "_tagger.py")], texts)


def _names(texts: Sequence[str]) -> Read:
    return _read([sys.executable, str(HERE / "_tagger.py"), "--names"], texts)


def _peer(texts: Sequence[str]) -> Read | None:
    """Spans by skill-extractor, or None where its Python is not there."""
    python = os.environ.get("TERCET_PEER_PYTHON", "")
    if not Path(python).is_file():
        return None
    return _read([python, str(HERE / "_skill_extractor.py")], texts)


def _read(command: list[str], texts: Sequence[str]) -> Read:
    asked = "".join(json.dumps(text) + "\n" for text in texts)
    done = subprocess.run(command, input=asked, stdout=subprocess.PIPE, text=True, check=True)
    *lines, last = done.stdout.splitlines()
    cost = json.loads(last)
    spans = tuple({(a, b) for a, b in json.loads(line)} for line in lines)
    return Read(spans, cost["cpu"], cost["kib"] / 1024)


def _skillspan() -> None:
    """Strict F1 of knowledge spans on SkillSpan's dev part; nothing was trained on it."""
    path = SHARED / "data/skills/skillspan/dev.json"
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    texts = [" ".join(row["tokens"]) for row in rows]
    gold = [set(spans_of([tag[0] for tag in row["tags_knowledge"]])) for row in rows]
    print(f"SkillSpan dev, knowledge spans, strict ({len(rows)} sentences)")
    own, peer = _own(texts), _peer(texts)
    for name, read in (("tercet", own), ("skill-extractor int8", peer)):
        if read:
            found = [_words(row["tokens"], s) for row, s in zip(rows, read.spans, strict=True)]
            counts = [(len(f & g), len(f), len(g)) for f, g in zip(found, gold, strict=True)]
            print(f"  {name:<22} {_f1(counts, [row['idx'] for row in rows])}{_cost(texts, read)}")
    if peer:
        print(_beside(own, peer))


def _adverts() -> None:
    """Speed and memory over whole adverts, which is what both are made to read."""
    table = polars.read_parquet(SHARED / "jds/dev.parquet").sort("id")
    texts = table["text"].to_list()[:: table.height // ADVERTS][:ADVERTS]
    print(f"{len(texts)} whole adverts, {sum(map(len, texts)) // len(texts)} characters on average")
    own, names, peer = _own(texts), _names(texts), _peer(texts)
    many = table["text"].to_list()[::16]
    print(f"  {'tercet':<22}{_cost(texts, own)}")
    print(f"  {'tercet, names only':<22}{_cost(texts, names)}")
    if peer:
        print(f"  {'skill-extractor int8':<22}{_cost(texts, peer)}")
        print(f"{_beside(own, peer)}; {peer.cpu / names.cpu:.0f} times as fast with names only")
    print(f"  {'tercet, ' + str(len(many)) + ' adverts':<22}{_cost(many, _own(many))}")


def _beside(own: Read, peer: Read) -> str:
    return (
        f"  tercet is {peer.cpu / own.cpu:.0f} times as fast "
        f"and needs 1/{peer.megabytes / own.megabytes:.1f} of the memory"
    )


def _cost(texts: Sequence[str], read: Read) -> str:
    pace = sum(map(len, texts)) / read.cpu / 1e6
    return f"  {pace:.4g} M characters a CPU second, peak {read.megabytes:.0f} MB"


def _tools() -> None:
    """F1 of tools in the labelled adverts; nothing is trained on them.

    The peer does not tell a must from a wish, and names skills of all sorts. So it is given what
    tercet says each bullet is, and, in the second row, only its names that are tools count.
    """
    catalog = load_catalog()
    lines = (SHARED / "jds/labels.jsonl").read_text("utf-8").splitlines()
    labels = sorted(map(json.loads, lines), key=lambda row: row["id"])
    texts = {r["id"]: r for r in polars.read_parquet(SHARED / "jds/dev.parquet").to_dicts()}
    whole = [f"{texts[row['id']]['title']}\n\n{texts[row['id']]['text']}" for row in labels]
    jobs = [read_job(text, catalog) for text in whole]
    print(f"tools of {len(jobs)} labelled adverts")
    _compare("tercet", [(set(j.tools.must), set(j.tools.nice)) for j in jobs], labels)
    bodies = ["\n".join(bullet.text for bullet in job.bullets) for job in jobs]
    peer = _peer(bodies)
    if peer:
        named = [_by_need(j, s) for j, s in zip(jobs, peer.spans, strict=True)]
        known = _known(catalog, labels)
        _compare("skill-extractor, all", named, labels)
        tools = [tuple({n for n in part if n.lower() in known} for part in pair) for pair in named]
        _compare("skill-extractor, tools", tools, labels)


def _by_need(job: Job, spans: Spans) -> tuple[set[str], set[str]]:
    """Names found in bullets that are musts, and in those that are wishes."""
    must: set[str] = set()
    nice: set[str] = set()
    at = 0
    for bullet in job.bullets:
        end = at + len(bullet.text)
        names = {bullet.text[a - at : b - at] for a, b in spans if at <= a < end}
        if bullet.must:
            must |= names
        elif bullet.kind == "nice-to-have":
            nice |= names
        at = end + 1
    return must, nice - must


def _known(catalog: Catalog, labels: Sequence[Any]) -> set[str]:
    """Every spelling that is a tool by the catalogue or by any label."""
    spelt = {s for tool in catalog.tools.values() for s in (tool.name, *tool.spellings)}
    told = {name for row in labels for name in (*row["must_have"], *row["nice_to_have"])}
    return {name.lower() for name in spelt | told}


def _compare(name: str, found: Sequence[Any], labels: Sequence[Any]) -> None:
    def counts(of: Callable[[set[str], set[str]], set[str]]) -> list[tuple[int, int, int]]:
        rows = []
        for (must, nice), label in zip(found, labels, strict=True):
            got = {tool.lower() for tool in of(must, nice)}
            told = of(set(label["must_have"]), set(label["nice_to_have"]))
            want = {tool.lower() for tool in told}
            rows.append((len(got & want), len(got), len(want)))
        return rows

    units = range(len(labels))
    print(
        f"  {name:<22} must {_f1(counts(lambda m, _: m), units)}, "
        f"nice {_f1(counts(lambda _, n: n), units)}, "
        f"both {_f1(counts(lambda m, n: m | n), units)}"
    )


def _words(tokens: list[str], spans: Spans) -> Spans:
    """Spans of characters as spans of every word they touch."""
    edges, at = [], 0
    for token in tokens:
        edges.append((at, at + len(token)))
        at += len(token) + 1
    found = set()
    for start, end in spans:
        touched = [i for i, (a, b) in enumerate(edges) if a < end and b > start]
        if touched:
            found.add((touched[0], touched[-1] + 1))
    return found


def _f1(counts: Sequence[tuple[int, int, int]], unit: Sequence[int]) -> str:
    """F1 of (right, found, told) with a 95 % bootstrap interval over units, such as adverts."""
    by: dict[int, list[int]] = {}
    for row, number in zip(counts, unit, strict=True):
        by[number] = [a + b for a, b in zip(by.get(number, (0, 0, 0)), row, strict=True)]
    units = list(by.values())
    rng = stream(1, "benchmarks.skills")
    draws = sorted(
        _score([units[i] for i in rng.integers(0, len(units), len(units))]) for _ in range(500)
    )
    return f"{_score(units):.3f} [{draws[12]:.2f}–{draws[487]:.2f}]"


def _score(units: list[list[int]]) -> float:
    both, got, want = (sum(column) for column in zip(*units, strict=True))
    return 2 * both / max(1, got + want)


if __name__ == "__main__":
    main()

"""Résumés read: rungs, production evidence, months, roles, orders, on held-out labels."""

import json
import math
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from benchmarks._resumes import write
from tercet.catalog import load_catalog
from tercet.catalog.records import VETTED, Catalog
from tercet.documents.records import Document, Page
from tercet.documents.worker import Reader
from tercet.evidence import Evidence, extract
from tercet.kernel.streams import stream
from tercet.screening import criteria_for_role, rank, screen_tasks, tasks_of

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT / "tests/evidence/gold"
COLD = ROOT / "tests/evidence/cold"
SHARED = ROOT.parent / "shared"
TODAY = date(2026, 11, 23)
RUNGS = {
    "n": "none",
    "i": "listed",
    "e": "learned",
    "p": "prototyped",
    "s": "shipped",
    "o": "operated",
}
REAL = ("shipped", "operated")
DRAWS = 2000
MARKS = ("business_impact", "incident_response", "rollback")


def main() -> None:
    """Own holdout, the shared ten, and orders of experts."""
    catalog = load_catalog()
    _report("own résumés, holdout third", _own(catalog))
    _report("own sentences, holdout third", _sentences(catalog))
    _report("files made after the rules, seen half", cold(catalog, "seen"))
    _report("files made after the rules, kept half", cold(catalog, "kept"))
    _report("files in other styles, since learnt from", cold(catalog, "styles"))
    if not SHARED.is_dir():
        print("the shared résumés are absent: not measured")
        return
    _report("the ten shared résumés", _shared(catalog))
    _orders(catalog)


Case = tuple[Evidence, dict[str, list[str]], dict[str, Any]]


def _document(name: str, text: str) -> Document:
    return Document(name, "", "text", (Page(1, text),), "full", (), (), ())


def _own(catalog: Catalog) -> Iterator[Case]:
    rows = yaml.safe_load((GOLD / "resumes.yaml").read_text("utf-8"))
    marks = dict(zip(("impact", "incident", "rollback"), MARKS, strict=True))
    for row in rows[::3]:
        evidence = extract(_document(row["id"], row["text"]), catalog, today=TODAY)
        fair = {
            name: [RUNGS[key] for key in str(value).split("|")]
            for name, value in zip(VETTED, row["rungs"], strict=True)
        }
        shown = {mark: key in row["marks"] for key, mark in marks.items()}
        yield evidence, fair, shown | {
            "months": row["months"], "best_role": row["best"].split("|"), "red_flags": row["flags"],
        }  # fmt: skip


def cold(catalog: Catalog, part: str) -> Iterator[Case]:
    """Résumés of one half as real files, read from the file on."""
    rows = yaml.safe_load((COLD / f"{part}.yaml").read_text("utf-8"))
    with TemporaryDirectory() as folder, Reader() as reader:
        for row in rows:
            document = reader.read(write(row, Path(folder)))
            yield extract(document, catalog, today=TODAY), *_told(row, document)


def _told(row: dict[str, Any], document: Document) -> tuple[dict[str, list[str]], dict[str, Any]]:
    fair = {
        name: [RUNGS[key] for key in value.split("|")]
        for name, value in zip(VETTED, row["rungs"], strict=True)
    }
    marks = dict(zip(MARKS, ("impact", "incident", "rollback"), strict=True))
    return fair, {mark: key in row["marks"] for mark, key in marks.items()} | {
        "months": row["months"], "tolerance": row.get("tolerance", 2),
        "best_role": row["best"].split("|"), "red_flags": row["flags"],
        "fair_flags": row.get("fair", ()), "integrity": row["integrity"],
        "integrity_found": {finding.id for finding in document.integrity},
    }  # fmt: skip


HEADS = {
    "job": "Experience\nMachine Learning Engineer | Larkspur Cards | Jan 2020 – present\n• ",
    "othjob": "Experience\nOperations Manager | Larkspur Cards | Jan 2020 – present\n• ",
    "project": "Projects\n• ",
    "skills": "Skills\n",
    "course": "Courses\n• ",
    "profile": "Profile\n",
}
WORDS = {
    "en": ("the and of with", "Experience", "present"),
    "de": ("und der die mit", "Berufserfahrung", "heute"),
    "es": ("el la los con", "Experiencia", "actualidad"),
    "pt": ("o um uma com não", "Experiência", "atual"),
    "fr": ("le les des avec", "Expérience", "aujourd'hui"),
}


def _sentences(catalog: Catalog) -> Iterator[Case]:
    lines = (GOLD / "sentences.tsv").read_text("utf-8").splitlines()[1:]
    for language, context, _, _, claims, also, text in (line.split("\t") for line in lines[::3]):
        words, heading, now = WORDS[language]
        title = "Operations Manager" if context == "othjob" else "Machine Learning Engineer"
        head = HEADS[context].replace("Experience", heading).replace("present", now)
        body = f"Alex Larkspur\n{title}\n\n{head}{text}\n\nOther\n{words}\n"
        evidence = extract(_document("s", body), catalog, today=TODAY)
        told = dict(claim.split(":") for claim in claims.split())
        fair = {name: [told.get(name, "none")] for name in VETTED}
        keys = dict(zip(MARKS, ("impact", "incident", "rollback"), strict=True))
        yield evidence, fair, {mark: key in also.split(",") for mark, key in keys.items()}


def _shared(catalog: Catalog) -> Iterator[Case]:
    folder = SHARED / "resumes"
    with Reader() as reader:
        for line in (folder / "gold.jsonl").read_text("utf-8").splitlines():
            row = json.loads(line)
            document = reader.read(folder / row["file"])
            row = row | (row.get("if_ocr") or {} if not document.unread_pages else {})
            evidence = extract(document, catalog, today=TODAY)
            fair = {
                name: [row["capabilities"][name]["rung"], *row["ambiguous"].get(name, [])]
                for name in VETTED
            }
            yield evidence, fair, {mark: row[mark] for mark in MARKS} | {
                "months": row["months_experience_total"],
                "best_role": [row["best_role"], *row["ambiguous"].get("best_role", [])],
                "red_flags": row["red_flags"],
            }  # fmt: skip


def _report(title: str, cases: Iterator[Case]) -> None:
    rows = [counted(*case) for case in cases]
    count = sum(rows, Counter())
    print(f"{title} ({count['n']})")
    print(f"  rungs exact             {_share(count['right'], count['cells'])}")
    print(f"  production precision    {_share(count['true'], count['found'])}")
    print(f"  production recall       {_share(count['true'], count['there'])}")
    print(f"  production F1           {_f1_over(rows, 'true', 'found', 'there')}")
    print(f"  impact, incident, rollback {_share(count['marks'], 3 * count['n'])}")
    if count["with months"]:
        print(f"  months within tolerance {_share(count['months'], count['n'])}")
        print(f"  best role               {_share(count['role'], count['n'])}")
        print(f"  flags precision         {_share(count['flags'], count['flags said'])}")
        print(f"  flags recall            {_share(count['flags'], count['flags told'])}")
    if count["integrity told"]:
        found = ("integrity", "integrity said", "integrity told")
        print(f"  integrity F1            {_f1_over(rows, *found)}")


def counted(evidence: Evidence, fair: dict[str, list[str]], told: dict[str, Any]) -> Counter[str]:
    """What is right, found and there in one résumé."""
    count: Counter[str] = Counter(n=1)
    for name, rungs in fair.items():
        got = evidence.capabilities[name].rung
        count["cells"] += 1
        count["right"] += got in rungs
        count["found"] += got in REAL
        both = got in REAL and any(rung in REAL for rung in rungs)
        count["true"] += both
        count["there"] += both or rungs[0] in REAL
    for mark in MARKS:
        count["marks"] += getattr(evidence, mark).shown == told[mark]
    if "months" in told:
        count["with months"] = 1
        off = abs(evidence.months_experience - told["months"])
        count["months"] = off <= told.get("tolerance", 2)
        count["role"] = evidence.best_role in told["best_role"]
        flags = {flag.id for flag in evidence.red_flags}
        said = flags - {*told.get("fair_flags", ())} | flags & {*told["red_flags"]}
        count["flags"] = len(said & {*told["red_flags"]})
        count["flags said"] = len(said)
        count["flags told"] = len(
            {*told["red_flags"]} - {*told.get("fair_flags", ())} | said & {*told["red_flags"]}
        )
    if "integrity" in told:
        count["integrity"] = len(told["integrity_found"] & {*told["integrity"]})
        count["integrity said"] = len(told["integrity_found"])
        count["integrity told"] = len(told["integrity"])
    return count


def _f1_over(rows: Sequence[Counter[str]], true: str, said: str, told: str) -> str:
    """F1 with its 95 % interval by drawing whole résumés again and again."""
    rng = stream(1, "benchmarks.evidence")

    def f1(drawn: Sequence[Counter[str]]) -> float:
        both = sum(row[said] + row[told] for row in drawn)
        return 2 * sum(row[true] for row in drawn) / both if both else 1.0

    again = sorted(
        f1([rows[i] for i in rng.integers(len(rows), size=len(rows))]) for _ in range(DRAWS)
    )
    return f"{f1(rows):.3f} [{again[DRAWS // 40]:.2f}–{again[-DRAWS // 40]:.2f}]"


def _share(right: int, of: int) -> str:
    """A share with its 95 % Wilson interval; cells of one résumé are not independent."""
    if not of:
        return "none"
    z, p = 1.96, right / of
    middle, spread = p + z * z / (2 * of), z * math.sqrt(p * (1 - p) / of + z * z / (4 * of * of))
    low, high = ((middle + sign * spread) / (1 + z * z / of) for sign in (-1, 1))
    return f"{p:.3f} [{low:.2f}–{high:.2f}] ({right} of {of})"


def _orders(catalog: Catalog) -> None:
    folder = SHARED / "resumes"
    for line in (folder / "ranking.jsonl").read_text("utf-8").splitlines():
        group = json.loads(line)
        asked = criteria_for_role(catalog, group["role"])
        files = tasks_of([folder / name for name in group["resumes"]])
        found = rank([item.assessment for item in screen_tasks(files, catalog, asked, TODAY)])
        told = {
            name: place
            for place, names in enumerate(group["order"])
            for name in (names if isinstance(names, list) else [names])
        }
        expert = [told[name] for name in group["resumes"]]
        print(f"  Kendall tau-b, {group['role']:<16} {_tau(found, expert):.2f}")


def _tau(one: Sequence[int | None], two: Sequence[int]) -> float:
    def sign(a: int, b: int) -> int:
        return (a > b) - (a < b)

    pairs = [
        (sign(one[i] or 0, one[j] or 0), sign(two[i], two[j]))
        for i, j in combinations(range(len(two)), 2)
    ]
    untied = [sum(p[k] != 0 for p in pairs) for k in (0, 1)]
    return sum(a * b for a, b in pairs) / math.sqrt(max(1, untied[0] * untied[1]))


if __name__ == "__main__":
    sys.exit(main())

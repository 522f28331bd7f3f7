"""The ten shared résumés: a floor below what was measured, so that a fall is noticed."""

import json
from datetime import date

from tercet.catalog.records import VETTED
from tercet.screening import criteria_for_role, rank, screen_tasks, tasks_of

TODAY = date(2026, 11, 23)


def test_rungs_and_orders_of_the_shared_resumes(shared, catalog):
    """Nine rungs in ten are those of the gold, and every order given is found."""
    folder = shared / "resumes"
    gold = [json.loads(line) for line in (folder / "gold.jsonl").read_text().splitlines()]
    right = 0
    asked = criteria_for_role(catalog, "ai-engineer")
    files = tasks_of([folder / row["file"] for row in gold])
    for row, item in zip(gold, screen_tasks(files, catalog, asked, TODAY), strict=True):
        for name in VETTED:
            fair = [row["capabilities"][name]["rung"], *row["ambiguous"].get(name, [])]
            right += item.evidence.capabilities[name].rung in fair
    assert right >= 0.9 * len(gold) * len(VETTED)


def test_orders_of_the_shared_resumes(shared, catalog):
    """Whoever experts put first in each group stands first."""
    folder = shared / "resumes"
    for line in (folder / "ranking.jsonl").read_text().splitlines():
        group = json.loads(line)
        asked = criteria_for_role(catalog, group["role"])
        files = tasks_of([folder / name for name in group["resumes"]])
        found = rank([s.assessment for s in screen_tasks(files, catalog, asked, TODAY)])
        best = group["order"][0]
        assert found[group["resumes"].index(best)] == 1

"""Scorecards are what `tercet panel` reads, once filled in."""

import csv
import io

import pytest

from tercet.catalog import load_catalog
from tercet.interviewing.kit import (
    build_kit,
    kit_settings,
    load_bank,
    scorecard_csv,
    scorecard_yaml,
    seat_for_role,
)
from tercet.interviewing.panel import read_ratings
from tercet.kernel.errors import InputError
from tercet.kernel.yamls import parse_yaml

KIT = build_kit(seat_for_role(load_catalog(), kit_settings(), "ai-engineer"), load_bank())


def test_a_filled_scorecard_is_read_by_the_panel(tmp_path):
    """Every row with a candidate and a score becomes a rating with its criterion."""
    rows = list(csv.DictReader(io.StringIO(scorecard_csv(KIT.stages))))
    filled = [row | {"candidate": "C1", "score": "4", "note": "said, so"} for row in rows]
    file = tmp_path / "scorecards.csv"
    with file.open("w", newline="") as out:
        writer = csv.DictWriter(out, list(rows[0]))
        writer.writeheader()
        writer.writerows(filled)
    ratings = read_ratings(file)
    asked = [(q.id, q.capability, s.interviewer) for s in KIT.stages for q in s.questions]
    assert [(r.question, r.criterion, r.rater) for r in ratings] == asked


def test_a_blank_scorecard_holds_no_rating(tmp_path):
    """What was not filled in counts as not rated, and never as a zero."""
    file = tmp_path / "scorecards.csv"
    file.write_text(scorecard_csv(KIT.stages))
    with pytest.raises(InputError) as caught:
        read_ratings(file)
    assert caught.value.code == "TI053"


def test_the_yaml_card_has_anchors_beside_each_rating():
    """One card a stage, with the wording, five anchors and an empty score for each answer."""
    for stage in KIT.stages:
        card = parse_yaml(scorecard_yaml(KIT, stage), place="card")
        assert [r["question"] for r in card["ratings"]] == [q.id for q in stage.questions]
        assert all(list(r["anchors"]) == [1, 2, 3, 4, 5] for r in card["ratings"])
        assert all(r["score"] is None for r in card["ratings"])

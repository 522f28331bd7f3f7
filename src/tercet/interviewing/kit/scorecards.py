"""Scorecards: one table a rater, with the columns that `tercet panel` reads, and as YAML."""

import csv
import io
from collections.abc import Iterable

from tercet.interviewing.kit.records import Kit, Stage

COLUMNS = ("candidate", "rater", "question", "criterion", "score", "note")


def scorecard_csv(stages: Iterable[Stage]) -> str:
    """One row a rating to give. Candidate, score and note are left blank; a rater's name replaces
    the letter. A row without a score counts as not rated."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(COLUMNS)
    for stage in stages:
        for asked in stage.questions:
            rows.writerow(["", stage.interviewer, asked.id, asked.capability, "", ""])
    return out.getvalue()


def scorecard_yaml(kit: Kit, stage: Stage) -> str:
    """The same for one interview, with wording and anchors beside each rating."""
    import yaml

    card = {
        "role": kit.role,
        "level": kit.level,
        "stage": stage.name,
        "candidate": None,
        "rater": stage.interviewer,
        "ratings": [
            {
                "question": asked.id, "criterion": asked.capability, "text": asked.text,
                "anchors": {int(k): v for k, v in asked.anchors.items()}, "score": None,
                "note": None,
            }
            for asked in stage.questions
        ],
    }  # fmt: skip
    return yaml.safe_dump(card, allow_unicode=True, sort_keys=False, width=88)

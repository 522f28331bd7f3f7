"""A kit as the JSON that the contract of `tercet kit` names."""

from typing import Any

from tercet.interviewing.kit.records import Exercise, Kit, Stage
from tercet.kernel.jsonable import jsonable


def kit_json(kit: Kit) -> dict[str, Any]:
    """One document; `coverage` counts independent ratings by capability."""
    return {
        "role": kit.role,
        "level": kit.level,
        "stages": [_stage(stage) for stage in kit.stages],
        "coverage": jsonable(kit.coverage),
        "needs": jsonable(kit.needs),
        "proved": kit.proved,
        "findings": jsonable(kit.findings),
    }


def _stage(stage: Stage) -> dict[str, Any]:
    return {
        "name": stage.name,
        "minutes": stage.minutes,
        "interviewer": stage.interviewer,
        "exercise": _exercise(stage.exercise) if stage.exercise else None,
        "questions": jsonable(stage.questions),
    }


def _exercise(exercise: Exercise) -> dict[str, Any]:
    return {
        "id": exercise.id, "title": exercise.title, "minutes": exercise.minutes,
        "task": exercise.task, "materials": exercise.materials,
        "look_for": list(exercise.look_for),
    }  # fmt: skip

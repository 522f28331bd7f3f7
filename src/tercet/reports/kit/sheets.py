"""What stands on the papers of a kit, as plain data: one shape for HTML and for PDF."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from tercet.interviewing.kit.records import Kit, Stage
from tercet.interviewing.kit.settings import kit_settings
from tercet.reports.kit.words import capability_name, in_line, need_name, seat_name
from tercet.reports.words import clean, long_day, plural

RULES = (
    "Ask these questions in this order, as they are worded. Follow-ups are for what is left open.",
    "Write down what was said, in words. Then choose the rating whose sentence comes nearest.",
    "Rate at once and alone. Don't talk to other interviewers before you have handed it in.",
)
NEVER = (
    "Don't ask about age, family, pregnancy, health, religion, origin, earlier pay, union or a "
    "criminal record. If the candidate speaks of it, don't write it down."
)


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper: its file's name without an ending, and everything on it."""

    name: str
    kind: str
    """sheet, outline or handout."""
    data: dict[str, Any]


def papers(kit: Kit, day: date) -> tuple[Paper, ...]:
    """A sheet for each interviewer, the candidate's outline, and the work sample's handout."""
    made = [_sheet(kit, stage, i, day) for i, stage in enumerate(kit.stages, start=1)]
    made.append(_outline(kit, day))
    made += [_handout(kit, stage, day) for stage in kit.stages if stage.exercise]
    return tuple(made)


def slug(stage: Stage, number: int) -> str:
    """Name of a stage's files: "1-past-work"."""
    return f"{number}-{stage.name.lower().replace(' ', '-')}"


def _common(kit: Kit, day: date, title: str, lines: tuple[str, str, str]) -> dict[str, Any]:
    return {
        "title": title, "lines": list(lines), "seat": seat_name(kit),
        "foot": f"tercet · {title} · {seat_name(kit)} · {long_day(day)}",
    }  # fmt: skip


def _sheet(kit: Kit, stage: Stage, number: int, day: date) -> Paper:
    asked = plural(len(stage.questions), "answer")
    lines = (
        f"{stage.name}: {asked} to rate in {stage.minutes} minutes.",
        "The words that you note are the evidence; the number sums them up.",
        "You rate alone. Others rate the same musts with other questions.",
    )
    title = f"{stage.name}, {stage.interviewer}"
    data = _common(kit, day, title, lines) | {
        "kicker": f"Sheet for {stage.interviewer} · {seat_name(kit)} · stage {number} of "
        f"{len(kit.stages)}",
        "rules": list(RULES), "never": NEVER, "says": stage.says,
        "times": _times(stage),
        "exercise": _exercise(stage),
        "questions": [
            {
                "number": i, "id": q.id, "text": clean(q.text), "minutes": q.minutes,
                "capability": capability_name(q.capability),
                "need": need_name(kit, q.capability), "tests": clean(q.tests),
                "why": q.why, "probes": [clean(p) for p in q.probes],
                "anchors": [[k, clean(v)] for k, v in q.anchors.items()],
            }
            for i, q in enumerate(stage.questions, start=1)
        ],
    }  # fmt: skip
    return Paper(slug(stage, number), "sheet", data)


def _times(stage: Stage) -> list[str]:
    settings = kit_settings()
    used = sum(q.minutes for q in stage.questions)
    left = stage.minutes - settings.around - used
    spare = f" {plural(left, 'minute')} to spare." if left > 0 else ""
    return [
        f"First {settings.opening} minutes: say who you are, what will happen, and that you write.",
        f"Then {used} minutes for what follows.{spare}",
        f"Last {settings.closing} minutes: the candidate's own questions. They are not rated.",
    ]


def _exercise(stage: Stage) -> dict[str, Any] | None:
    made = stage.exercise
    if made is None:
        return None
    return {
        "title": made.title, "minutes": made.minutes, "task": clean(made.task),
        "materials": made.materials.rstrip("\n"), "look_for": [clean(x) for x in made.look_for],
        "criteria": len(made.criteria),
    }  # fmt: skip


def _outline(kit: Kit, day: date) -> Paper:
    total = sum(s.minutes for s in kit.stages)
    lines = (
        f"{plural(len(kit.stages), 'conversation')}, {total} minutes together.",
        "Everybody who applies is asked about the same subjects.",
        "Each answer is rated for what was said, by one person alone.",
    )
    data = _common(kit, day, "What to expect", lines) | {
        "kicker": f"For you, as a candidate · {seat_name(kit)}",
        "stages": [
            {"name": s.name, "minutes": s.minutes, "says": s.says,
             "extra": f"The task takes about {s.exercise.minutes} minutes." if s.exercise else "",
             "subjects": f"Subjects: {'; '.join(_subjects(s))}." if s.questions else ""}
            for s in kit.stages
        ],
        "notes": [
            "Think of real work of your own: what you did, what went wrong, what came of it.",
            "Say so when something isn't yours to tell, or when you don't know. Both are fine.",
            "We don't ask about age, family, health, religion, origin, earlier pay or union. "
            "You need not speak of them.",
            "Tell us beforehand if you need anything changed so that you can show what you can do. "
            "It has no effect on the decision.",
            "A person decides, with reasons. You may ask what was noted about you, and correct it.",
        ],
    }  # fmt: skip
    return Paper("candidate", "outline", data)


def _subjects(stage: Stage) -> list[str]:
    return list(dict.fromkeys(in_line(q.capability) for q in stage.questions))


def _handout(kit: Kit, stage: Stage, day: date) -> Paper:
    made = _exercise(stage) or {}
    lines = (
        f"{made['title']}: about {made['minutes']} minutes.",
        "We look at how you go about it, not only at where you arrive.",
        "Ask for anything that you would look up at work.",
    )
    data = _common(kit, day, "Work sample", lines)
    data |= {"kicker": f"For you, as a candidate · {seat_name(kit)}", "exercise": made}
    return Paper("work-sample", "handout", data)

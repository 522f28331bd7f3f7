"""A kit in a terminal: the answer, each interview with its questions, coverage, remarks."""

from collections.abc import Iterator

from tercet.interviewing.kit.records import Kit, Stage
from tercet.reports.console.parts import Column, Ink, labelled, remark, table, wrapped
from tercet.reports.kit.words import answer, capability_name, need_name

COVERAGE = (Column("Capability"), Column("Asked as"), Column("Ratings", right=True))


def console_kit(kit: Kit, *, colour: bool, unicode: bool) -> str:
    """Text of at most 80 columns; anchors stand on the sheets, not here."""
    ink = Ink(colour, unicode)
    lines = [ink.paint("bold", line) for said in answer(kit) for line in wrapped(ink, said)]
    for stage in kit.stages:
        lines += ["", *_stage(ink, stage)]
    rows = [[capability_name(c), need_name(kit, c), str(n)] for c, n in kit.coverage.items()]
    lines += ["", *table(ink, COVERAGE, rows)] if rows else []
    for finding in kit.findings:
        lines += ["", *remark(ink, finding.code, finding.message)]
    return ink.page(lines)


def _stage(ink: Ink, stage: Stage) -> Iterator[str]:
    head = f"{stage.name}, {stage.minutes} minutes, {stage.interviewer}"
    yield from (ink.paint("bold", line) for line in wrapped(ink, head))
    if stage.exercise:
        made = f"Work sample: {stage.exercise.title} ({stage.exercise.minutes} minutes)."
        yield from wrapped(ink, made, 4)
    for asked in stage.questions:
        yield from labelled("  ·", wrapped(ink, f"{asked.text} [{asked.id}]", 4))
        yield from (ink.paint("dim", line) for line in wrapped(ink, asked.why, 4))

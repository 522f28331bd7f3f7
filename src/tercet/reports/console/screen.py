"""People against what is asked, in a terminal: verdicts with reasons and quotes, never a mark."""

from collections.abc import Sequence

from tercet.reports.console.parts import Ink, cut, pad, remark, wrapped
from tercet.screening.ordering import rank
from tercet.screening.records import Judged, Screened

GLYPHS = {"met": "●", "partly met": "◐", "not shown": "○", "contradicted": "◆"}
ASCII = {"met": "*", "partly met": "+", "not shown": "o", "contradicted": "x"}
NAMES = {
    "data-scientist": "data scientist", "ai-engineer": "AI engineer",
    "mlops-engineer": "MLOps engineer", "other": "none of the three roles",
}  # fmt: skip


def console_screen(
    screened: Sequence[Screened], *, colour: bool, unicode: bool, top: int | None = None
) -> str:
    """The order in brief, then each file: criteria, verdicts, why, quotes, remarks."""
    ink = Ink(colour, unicode)
    places = rank([item.assessment for item in screened])
    known = [(p, i) for i, p in enumerate(places) if p is not None]
    chosen = [i for _, i in sorted(known)][:top]
    lines = _overview(ink, screened, places, chosen) if len(screened) > 1 else []
    for i in chosen:
        lines += _person(ink, screened[i])
    for item in screened:
        if item.assessment is None:
            lines += [f"{ink.paint('bold', ink.said(item.document.name))} could not be read"]
            for finding in item.findings:
                lines += remark(ink, finding.code, finding.message)
            lines.append("")
    return ink.page(lines)


def _overview(
    ink: Ink, screened: Sequence[Screened], places: Sequence[int | None], chosen: list[int]
) -> list[str]:
    lines = [
        ink.paint("dim", "Compared by musts met, then partly met, then wishes; ties are equal.")
    ]
    for i in chosen:
        assessment = screened[i].assessment
        judged = assessment.judged if assessment else ()
        musts = [j for j in judged if j.criterion.must]
        met = sum(j.verdict == "met" for j in musts)
        partly = sum(j.verdict == "partly met" for j in musts)
        told = f"musts: {met} of {len(musts)} met, {partly} partly"
        lines.append(f"{places[i]:>4}  {pad(cut(ink, screened[i].document.name, 36), 38)}{told}")
    return [*lines, ""]


def _person(ink: Ink, item: Screened) -> list[str]:
    evidence, assessment = item.evidence, item.assessment
    if evidence is None or assessment is None:
        return []
    ready = "shows" if evidence.production_ready else "does not show"
    lines = [
        ink.paint("bold", ink.said(item.document.name)),
        f"  Work closest to: {NAMES[evidence.best_role]}. Dated jobs: "
        f"{evidence.months_experience} months.",
        f"  It {ready} production work end to end.",
        "",
    ]
    for judged in assessment.judged:
        lines += _judged(ink, judged)
    lines.append("")
    for flag in evidence.red_flags:
        lines += wrapped(ink, f"Ask about: {flag.id.replace('-', ' ')}")
        lines += [line for quote in flag.quotes[:2] for line in _quote(ink, quote.text)]
    for found in item.document.integrity:
        lines += wrapped(ink, f"Not used as evidence, {found.id.replace('-', ' ')}: {found.why}")
        lines += _quote(ink, found.quote)
    for finding in item.findings:
        lines += remark(ink, finding.code, finding.message)
    return [*lines, ""]


def _judged(ink: Ink, judged: Judged) -> list[str]:
    glyph = (GLYPHS if ink.unicode else ASCII)[judged.verdict]
    kind = "must" if judged.criterion.must else "wish"
    head = f"  {glyph} {pad(judged.verdict, 13)}{pad(kind, 6)}{judged.criterion.says}"
    why = [f"      {ink.paint('dim', line.strip())}" for line in wrapped(ink, judged.why, 6)]
    return [head, *why, *(line for quote in judged.quotes for line in _quote(ink, quote.text))]


def _quote(ink: Ink, text: str) -> list[str]:
    return wrapped(ink, f"“{text}”", 6)

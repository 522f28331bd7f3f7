"""A panel's answer in a terminal: candidates, raters, agreement, what to do next."""

from collections.abc import Iterator

from tercet.interviewing.panel.records import Panel, Shown
from tercet.reports.console.parts import Column, Ink, remark, table, wrapped

CANDIDATES = (
    Column("Candidate"), Column("Raw mean", right=True), Column("Adjusted", right=True),
    Column("90 %", right=True), Column("Ratings", right=True),
)  # fmt: skip
RATERS = (
    Column("Rater"), Column("Severity", right=True), Column("90 %", right=True),
    Column("Ratings", right=True),
)  # fmt: skip
SHOWN = {
    "met": "met",
    "partly": "partly met",
    "not-shown": "not shown",
    "contradicted": "contradicted",
}
_SURE, _RARELY = 0.9, 0.01


def console_panel(panel: Panel, *, colour: bool, unicode: bool) -> str:
    """Tables side by side with what they mean; an order is advice, and is said to be."""
    ink = Ink(colour, unicode)
    lines = [ink.paint("bold", line) for s in _answer(panel) for line in wrapped(ink, s)]
    rows = [
        [c.id, f"{c.raw:.2f}", _two(c.adjusted), _range(c.low, c.high), str(c.ratings)]
        for c in panel.candidates
    ]
    lines += ["", *table(ink, CANDIDATES, rows), ""]
    raters = [
        [r.id, _signed(r.severity), _range(r.low, r.high), str(r.ratings)] for r in panel.raters
    ]
    lines += [*table(ink, RATERS, raters), ""]
    for said in (*_rest(panel), *_worth(panel)):
        lines += wrapped(ink, said)
    for shown in panel.criteria:
        lines += wrapped(
            ink, f"{shown.candidate}, {shown.criterion}: {SHOWN[shown.verdict]} "
            f"({_level(shown)}{len(shown.ratings)} ratings)",
        )  # fmt: skip
        lines += [q for r in shown.ratings if r.note
                  for q in wrapped(ink, f"{r.rater}, {r.score:g}: “{r.note}”", 4)]  # fmt: skip
    for finding in panel.findings:
        lines += remark(ink, finding.code, finding.message)
    return ink.page(lines)


def _answer(panel: Panel) -> Iterator[str]:
    if panel.adjusted_by is None:
        yield "Too few ratings to adjust: plain means only."
        yield "They mix how good a candidate is with how strict the raters were."
        return
    first, second = panel.candidates[:2]
    chance = next(p for p in panel.pairs if {p.a, p.b} == {first.id, second.id})
    yield f"Highest after adjusting: {first.id}, then {second.id}."
    sure = "clear" if chance.probability >= _SURE else "not clear"
    yield (
        f"That {chance.a} is really better than {chance.b} is {sure}: "
        f"{round(100 * chance.probability)} in 100."
    )
    yield "The order is advice. A person decides, with reasons."


def _rest(panel: Panel) -> Iterator[str]:
    r = panel.reliability
    if r.alpha is not None:
        yield f"Agreement of raters on the same answer (Krippendorff's alpha): {r.alpha:.2f}."
    if r.icc is not None and r.panel is not None:
        yield (
            f"Reliability of one rater {r.icc:.2f}; of {r.raters:.1f} raters a candidate, as here, "
            f"{r.panel:.2f}."
        )
        better = next((m for m in r.more if m.reliability >= 0.8), None)
        if better and better.raters > r.raters:
            yield f"{better.raters} raters a candidate would bring it to {better.reliability:.2f}."
    if panel.next_interview:
        top = panel.next_interview[0]
        if top.changes < _RARELY:
            yield "No single further interview is likely to change the choice."
            return
        yield (
            f"The interview most worth holding next: {top.candidate}. It changes the choice in "
            f"{round(100 * top.changes)} of 100 cases and gains {top.gain:.3f} points on average."
        )


def _worth(panel: Panel) -> Iterator[str]:
    """What the way of choosing is worth, beside others at the same share taken."""
    rows = {row.id: row for row in panel.utility}
    if {"structured-interview", "unstructured-interview"} <= set(rows):
        good, bad = rows["structured-interview"], rows["unstructured-interview"]
        yield (
            f"Choosing as strictly as here, {round(100 * good.success)} in 100 hires by structured "
            f"interviews do well, and {round(100 * bad.success)} by unstructured ones (assuming "
            "that half of all candidates would)."
        )


def _level(shown: Shown) -> str:
    """ "mean 4.0, adjusted 4.2, "."""
    adjusted = "" if shown.adjusted is None else f"adjusted {shown.adjusted:.1f}, "
    return f"mean {shown.mean:.1f}, {adjusted}"


def _two(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def _signed(value: float | None) -> str:
    return "–" if value is None else f"{value:+.2f}".replace("-", "−")


def _range(low: float | None, high: float | None) -> str:
    return "" if low is None or high is None else f"{low:.2f} to {high:.2f}".replace("-", "−")

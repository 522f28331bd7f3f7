"""The framework's claims and whether they hold, in a terminal."""

from collections.abc import Sequence

from tercet.market.records import Verdict
from tercet.reports.console.parts import Ink, labelled, wrapped
from tercet.reports.words import number

HOLDS = {"yes": "holds", "partly": "in part", "no": "does not", "cannot-say": "cannot say"}


def terminal_factcheck(
    verdicts: Sequence[Verdict], *, width: int = 80, colour: bool, unicode: bool
) -> str:
    """Each claim with its verdict in words, what was found, and the figures behind it."""
    ink = Ink(colour, unicode, max(80, width))
    counts = {key: sum(v.holds == key for v in verdicts) for key in HOLDS}
    said = ", ".join(f"{n} {HOLDS[key]}" for key, n in counts.items() if n)
    lines = ["", "  " + ink.paint("bold", f"{len(verdicts)} claims: {said}")]
    for v in verdicts:
        word = HOLDS[v.holds]
        head = labelled(f"  {word:<10}  ", wrapped(ink, v.says, 14))
        lines += ["", ink.paint("bold", head[0][:12]) + head[0][12:], *head[1:]]
        lines += [ink.paint("dim", line) for line in wrapped(ink, v.found, 14)]
        if v.numbers:
            figures = "; ".join(f"{name} {number(value, 2)}" for name, value in v.numbers.items())
            lines += [ink.paint("dim", line) for line in wrapped(ink, figures, 14)]
    return ink.page(lines)

"""The framework's claims and whether they hold, in a terminal."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tercet.market.records import Verdict
from tercet.reports.console.parts import Column, Ink, labelled, table, wrapped
from tercet.reports.words import number

HOLDS = {"yes": "holds", "partly": "in part", "no": "does not", "cannot-say": "cannot say"}
INDENT = 12


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
        lines += _figures(ink, v.numbers)
    return ink.page(lines)


def _figures(ink: Ink, numbers: Mapping[str, float]) -> list[str]:
    """The figures behind a verdict, one case a line: what is claimed, and what was found."""
    cases: dict[str, dict[str, str]] = {}
    for name, value in numbers.items():
        rest, whose = _apart(name, ("claimed", "found"))
        case, end = _apart(rest, ("low", "high"))
        cases.setdefault(case, {})[f"{whose or 'found'} {end}".strip()] = _said(value)
    columns, shown = [Column("Case")], []
    for whose, head in (("claimed", "Claimed"), ("found", "We find")):
        for keys in ((whose,), (f"{whose} low", f"{whose} high")):
            if any(key in case for case in cases.values() for key in keys):
                columns.append(Column(head, right=True))
                shown.append(keys)
                head = "9 in 10"
    rows = [
        (
            name.replace(".", ", "),
            *(" to ".join(case[k] for k in keys if k in case) for keys in shown),
        )
        for name, case in cases.items()
    ]
    inner = replace(ink, width=ink.width - INDENT)
    return ["", *(" " * INDENT + line for line in table(inner, columns, rows))] if rows else []


def _apart(name: str, endings: Sequence[str]) -> tuple[str, str]:
    """A figure's name without its last part, and that part, if it is one of `endings`."""
    stem, _, last = name.rpartition(".")
    return (stem, last) if last in endings else (name, "")


def _said(value: float) -> str:
    """Shares and ratios with two places, so that they stand under each other."""
    return number(value) if value == int(value) else f"{value:,.2f}".replace("-", "−")

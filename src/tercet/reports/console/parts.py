"""Parts that every command's text output is made of: styles, tables, bars, dots.

Text is written once with drawing characters and styles; `Ink` drops the colour and `plain` maps
the characters where the terminal cannot show them. Colours are the sixteen names, so that the
user's theme rules.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from tercet.reports.bins import bin_of
from tercet.reports.words import clean

STYLES = {
    "bold": "1", "dim": "90", "accent": "35", "ds": "34", "ai": "33", "ops": "36", "oth": "37",
    "under": "4",
}  # fmt: skip
PLAIN = str.maketrans({
    "█": "#", "▒": "/", "░": ":", "▄": "=", "·": ".", "◇": "o", "●": "*", "○": "o", "┊": "|",
    "▸": ">", "━": "=", "─": "-", "▁": "_", "▂": "_", "▃": "+", "▅": "+", "–": "-", "−": "-",
    "…": "~", "’": "'", "“": '"', "”": '"', "→": "->",
    "≥": ">=", "≤": "<=", "×": "x", "◆": "!", "▲": "!", "\u00a0": " ",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ink:
    """How to write: with colour or not, with drawing characters or not, and how wide."""

    colour: bool
    unicode: bool
    width: int = 80

    def paint(self, style: str, text: str) -> str:
        """`text` in a style of `STYLES`; unchanged without colour."""
        return f"\x1b[{STYLES[style]}m{text}\x1b[0m" if self.colour and text else text

    def said(self, text: str) -> str:
        """A stranger's text as this terminal can show it, on one line."""
        return clean(text) if self.unicode else ascii_only(clean(text))

    def page(self, lines: Sequence[str]) -> str:
        """Lines as one text, without trailing blanks; mapped to ASCII where it must be."""
        text = "\n".join(line.rstrip() for line in lines) + "\n"
        return text if self.unicode else ascii_only(text)


_CODES = {"€": "EUR ", "£": "GBP ", "₹": "INR ", "¥": "JPY "}
_PAINT = re.compile(r"\x1b\[\d+m")


def ascii_only(text: str) -> str:
    """The nearest ASCII spelling: drawing characters by name, letters without accents.

    A currency's code takes the blanks in front of its sign, so that columns stay in line.
    """
    coded = re.sub(
        r"( *)([€£₹¥])", lambda m: (m[1][:-3] if len(m[1]) > 3 else m[1]) + _CODES[m[2]], text
    )
    mapped = unicodedata.normalize("NFKD", coded.translate(PLAIN))
    return "".join(c if ord(c) < 128 else "" if unicodedata.combining(c) else "?" for c in mapped)


def cells(text: str) -> int:
    """Columns that `text` takes in a terminal: wide letters two, marks and colour codes none."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in _PAINT.sub("", text)
    )


def cut(ink: Ink, text: str, width: int) -> str:
    """A stranger's text on one line, cut to `width` columns with an ellipsis."""
    text = ink.said(text)
    if cells(text) <= width:
        return text
    while cells(text) > width - 1:
        text = text[:-1]
    return text.rstrip() + "…"


def pad(text: str, width: int, right: bool = False) -> str:
    """`text` filled with blanks to `width` columns."""
    fill = " " * max(0, width - cells(text))
    return fill + text if right else text + fill


def wrapped(ink: Ink, text: str, indent: int = 2) -> list[str]:
    """A stranger's text over as many lines as it needs, each led by `indent` blanks."""
    lines, line, width = [], "", ink.width - indent
    for word in ink.said(text).split(" "):
        if line and cells(line) + 1 + cells(word) > width:
            lines.append(" " * indent + line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return [*lines, " " * indent + line]


def labelled(label: str, lines: Sequence[str]) -> list[str]:
    """Lines with a label in the blanks that lead the first."""
    return [label + lines[0][len(label) :], *lines[1:]]


def remark(ink: Ink, code: str, text: str) -> list[str]:
    """A finding: its code at the edge, what it says beside it."""
    return labelled(f"  {code}  ", wrapped(ink, text, 9))


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; `width` 0 fits the longest cell."""

    head: str
    right: bool = False
    width: int = 0


def table(ink: Ink, columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> list[str]:
    """Rows under quiet heads, two blanks apart; the last left column gets the room left over."""
    widths = [
        c.width or max([cells(c.head), *(cells(ink.said(row[i])) for row in rows)])
        for i, c in enumerate(columns)
    ]
    room = ink.width - 2 - sum(widths) - 2 * (len(widths) - 1)
    if room < 0:
        widest = max((i for i, c in enumerate(columns) if not c.right), key=lambda i: widths[i])
        widths[widest] = max(8, widths[widest] + room)

    def line(values: Sequence[str]) -> str:
        return "  " + "  ".join(
            pad(cut(ink, v, w), w, c.right) for v, w, c in zip(values, widths, columns, strict=True)
        )  # fmt: skip

    return [ink.paint("dim", line([c.head for c in columns]).rstrip()), *(line(r) for r in rows)]


def meter(ink: Ink, share: float, style: str, width: int = 10) -> str:
    """A bar of `width` columns, filled by `share`."""
    full = round(share * width)
    return ink.paint(style, "━" * full) + ink.paint("dim", "─" * (width - full))


def dots(
    ink: Ink, values: Sequence[float], limit: float | None, grain: float, columns: int = 36
) -> tuple[list[str], int]:
    """A quantile dot plot as lines, and the column of the limit.

    Bins are whole multiples of `grain` wide and aligned on the limit, so that no dot straddles
    it; filled dots keep it (a value equal to the limit does).
    """
    at = values[0] - grain if limit is None else limit
    span = max(*values, at) - min(*values, at)
    step = grain * max(1, ceil(span / grain / (columns - 2)))
    places = [bin_of(v, at, step) for v in values]
    first, last = min(*places, 0), max(*places, 0)
    heights = {k: places.count(k) for k in set(places)}
    lines = []
    for row in range(max(heights.values()), 0, -1):
        full = {k for k, n in heights.items() if n >= row}
        if limit is None:
            marks = "".join("●" if k in full else " " for k in range(first, last + 1))
            lines.append(ink.paint("accent", marks))
        else:
            left = "".join("●" if k in full else " " for k in range(first, 0))
            right = "".join("○" if k in full else " " for k in range(last + 1))
            lines.append(ink.paint("accent", left) + "┊" + right)
    return lines, -first

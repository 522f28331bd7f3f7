"""An SVG that carries its own colours, for programs that do not read the page's style sheet."""

import re
from functools import cache
from html import unescape

from tercet.reports.framed import static

FONT = "Inter"
_TOKEN = re.compile(r"--([\w-]+):\s*light-dark\((#\w+),")
_USE = re.compile(r"var\(--([\w-]+)\)")


@cache
def light_tokens() -> dict[str, str]:
    """Light colours by token; paper is white, since this is for print."""
    return dict(_TOKEN.findall(static("tokens.css"))) | {"paper": "#FFFFFF"}


@cache
def _style() -> str:
    """Without halos: a PDF paints them letter by letter, each over the letter before."""
    values = light_tokens() | {"sans": FONT}
    return _USE.sub(lambda m: values[m[1]], static("charts.css")) + ".c .halo { stroke: none; }"


def standalone(drawing: str) -> bytes:
    """`drawing` with the style sheet of charts inside, in light colours."""
    head, _, rest = drawing.partition(">")
    return f"{head}><style>{_style()}</style>{rest}".encode()


def sentence_of(drawing: str) -> str:
    """The sentence that stands for a drawing, unescaped."""
    found = re.search(r'aria-label="([^"]*)"', drawing)
    return unescape(found[1]) if found else ""


def shape_of(drawing: str) -> float:
    """Height of a drawing over its width."""
    found = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', drawing)
    return float(found[2]) / float(found[1]) if found else 1.0

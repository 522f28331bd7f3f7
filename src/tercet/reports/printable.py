"""Text that the fonts of a PDF can show. A missing glyph would break the accessible PDF."""

import unicodedata
from typing import Any

_COVERED = (
    (0x20, 0x7E), (0xA0, 0xAC), (0xAE, 0x24F), (0x370, 0x3FF), (0x400, 0x4FF), (0x5D0, 0x5EA),
    (0x621, 0x63A),
    (0x641, 0x652), (0x1E00, 0x1EFF), (0x2010, 0x2027), (0x2030, 0x203E), (0x20A0, 0x20B5),
    (0x2190, 0x2193), (0x2200, 0x2265), (0x25A0, 0x25FF),
)  # fmt: skip
BOX = "□"
"""Stands for a character that no font has."""
_LONGEST = 40
_UNBROKEN = ("svg", "figure")
"""No running text: a drawing would lose its paths, and an id of a figure is there to be copied."""


def printable(value: Any) -> Any:
    """`value` with every text in it made printable; numbers, lists and mappings stay."""
    if isinstance(value, str):
        return _breakable(_shown(value))
    if isinstance(value, dict):
        return {k: _shown(v) if k in _UNBROKEN else printable(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [printable(item) for item in value]
    return value


def _shown(text: str) -> str:
    return "".join(c if _covered(c) else BOX for c in unicodedata.normalize("NFC", text))


def _covered(c: str) -> bool:
    code = ord(c)
    if c == "\n":
        return True
    return unicodedata.category(c) != "Cn" and any(a <= code <= b for a, b in _COVERED)


def _breakable(text: str) -> str:
    """Long words get places where a line may end."""
    return " ".join(
        "\u200b".join(word[i : i + _LONGEST] for i in range(0, len(word), _LONGEST))
        if len(word) > _LONGEST
        else word
        for word in text.split(" ")
    )

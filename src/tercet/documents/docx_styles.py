"""The look of a run in DOCX: defaults, styles that build on styles, and its own marks."""

from dataclasses import dataclass, replace
from typing import Any

from tercet.documents.looks import Colour, Look, hex_colour

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_THEME: dict[str, Colour | None] = {"background1": (255, 255, 255), "light1": (255, 255, 255)}


@dataclass(frozen=True, slots=True)
class _Style:
    based_on: str | None
    run: Any | None
    paragraph: Any | None
    shades: bool
    listed: bool


class Styles:
    """Styles of a document by id; an unknown or circular style changes nothing."""

    def __init__(self, root: Any | None) -> None:
        self._styles: dict[str, _Style] = {}
        self._defaults = Look()
        if root is None:
            return
        for style in root.iter(f"{W}style"):
            based = style.find(f"{W}basedOn")
            paragraph = style.find(f"{W}pPr")
            name = style.find(f"{W}name")
            self._styles[style.get(f"{W}styleId") or ""] = _Style(
                None if based is None else based.get(f"{W}val"),
                style.find(f"{W}rPr"),
                paragraph,
                any(_fill(shade) is not None for shade in style.iter(f"{W}shd")),
                (paragraph is not None and paragraph.find(f"{W}numPr") is not None)
                or (name is not None and "list" in (name.get(f"{W}val") or "").lower()),
            )
        defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self._defaults = _marked(Look(), defaults)

    def paragraph(self, properties: Any | None, ground: Colour | None) -> Look:
        """The look that a paragraph gives to its runs."""
        look = replace(self._defaults, ground=ground)
        for style in self._chain(_value(properties, "pStyle") or "Normal"):
            look = _marked(_shaded(look, style.paragraph), style.run)
        return _shaded(look, properties)

    def run(self, properties: Any | None, look: Look) -> Look:
        """The look of a run in a paragraph of look `look`."""
        for style in self._chain(_value(properties, "rStyle")):
            look = _marked(look, style.run)
        return _marked(look, properties)

    def listed(self, properties: Any | None) -> bool:
        """Whether a paragraph is a list item."""
        if properties is not None and properties.find(f"{W}numPr") is not None:
            return True
        return any(style.listed for style in self._chain(_value(properties, "pStyle")))

    def shades(self, style: str | None) -> bool:
        """Whether a table style may colour the ground of cells."""
        return any(step.shades for step in self._chain(style))

    def _chain(self, name: str | None) -> list[_Style]:
        chain: list[_Style] = []
        while name in self._styles and len(chain) < 20:
            chain.append(self._styles[name])
            name = chain[-1].based_on
        return chain[::-1]


def shade(properties: Any | None, ground: Colour | None) -> Colour | None:
    """The ground that a cell's or paragraph's properties give, else `ground`."""
    found = None if properties is None else properties.find(f"{W}shd")
    if found is None or _fill(found) is None:
        return ground
    return hex_colour(_fill(found))


def _fill(shading: Any) -> str | None:
    """Fill of a shading; None when it has none. A theme colour is a fill of unknown colour."""
    if shading.get(f"{W}themeFill"):
        return "theme"
    fill = shading.get(f"{W}fill")
    return None if fill in (None, "auto", "") else fill


def _shaded(look: Look, properties: Any | None) -> Look:
    return replace(look, ground=shade(properties, look.ground))


def _marked(look: Look, properties: Any | None) -> Look:
    if properties is None:
        return look
    vanish = _on(properties, "vanish")
    if vanish is not None:
        look = replace(look, off=vanish)
    size = _value(properties, "sz")
    if size and size.isdigit():
        look = replace(look, size=int(size) / 2)
    colour = properties.find(f"{W}color")
    if colour is not None:
        theme = colour.get(f"{W}themeColor")
        shift = colour.get(f"{W}themeShade")
        plain = hex_colour(colour.get(f"{W}val"))
        look = replace(look, ink=_THEME.get(theme, plain) if theme and not shift else plain)
    if _value(properties, "highlight") not in (None, "none", "white"):
        look = replace(look, ground=None)
    if _transparent(properties):
        look = replace(look, off=True)
    return _shaded(look, properties)


def _transparent(properties: Any) -> bool:
    fill = properties.find(f"{W14}textFill")
    if fill is None:
        return False
    if fill.find(f"{W14}noFill") is not None:
        return properties.find(f"{W14}textOutline") is None
    return any(int(a.get(f"{W14}val") or 0) >= 95_000 for a in fill.iter(f"{W14}alpha"))


def _value(properties: Any | None, name: str) -> str | None:
    found = None if properties is None else properties.find(f"{W}{name}")
    return None if found is None else found.get(f"{W}val")


def _on(properties: Any, name: str) -> bool | None:
    found = properties.find(f"{W}{name}")
    return None if found is None else found.get(f"{W}val") not in ("0", "false", "off")

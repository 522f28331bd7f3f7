"""The part of CSS that decides whether text can be seen."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from tercet.documents.looks import Colour, Look

_POINTS = {"pt": 1.0, "px": 0.75, "in": 72.0, "cm": 28.35, "mm": 2.835, "pc": 12.0}
_NAMED = {"xx-small": 7.0, "x-small": 7.5, "small": 10.0, "medium": 12.0, "large": 13.5,
          "x-large": 18.0, "xx-large": 24.0}  # fmt: skip
_NOTHING = re.compile(
    r"inset\(\s*(?:100|50)%|circle\(\s*0|rect\((?:\s*[01]?(?:px)?[,\s]){3}\s*[01]?(?:px)?\s*\)"
)
_AWAY = 1_000.0  # points beyond which no screen reaches
Declarations = dict[str, str]


def declared(style: str | None) -> Declarations:
    """Properties of one style attribute or rule body, last one standing."""
    import tinycss2

    found: Declarations = {}
    for item in tinycss2.parse_declaration_list(
        style or "", skip_comments=True, skip_whitespace=True
    ):
        if item.type == "declaration":
            found[item.lower_name] = tinycss2.serialize(item.value).strip().lower()
    return found


def applied(root: Any, sheets: Iterator[str]) -> Mapping[Any, Declarations]:
    """Declarations of style sheets by element, weaker selectors first; at-rules are left out."""
    import tinycss2
    from cssselect import HTMLTranslator, SelectorError, parse

    rules: list[tuple[tuple[int, int, int], int, Any, Declarations]] = []
    for sheet in sheets:
        for rule in tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True):
            if rule.type != "qualified-rule" or len(rules) > 500:
                continue
            body = declared(tinycss2.serialize(rule.content))
            try:
                for selector in parse(tinycss2.serialize(rule.prelude)):
                    if selector.pseudo_element is None:
                        rules.append((selector.specificity(), len(rules), selector, body))
            except SelectorError:
                continue
    by_element: dict[Any, Declarations] = {}
    for _, _, selector, body in sorted(rules, key=lambda rule: rule[:2]):
        try:
            path = HTMLTranslator().selector_to_xpath(selector)
        except SelectorError:
            continue
        for element in root.xpath(path):
            by_element.setdefault(element, {}).update(body)
    return by_element


def look_of(style: Declarations, parent: Look) -> Look:
    """The look that an element with `style` gives its text, inside one of look `parent`."""
    look = parent
    size = _size(style.get("font-size", ""), parent.size)
    if size is not None:
        look = replace(look, size=size)
    ink = style.get("color")
    if ink and ink not in ("inherit", "currentcolor"):
        colour, alpha = _colour(ink)
        look = replace(look, ink=colour, off=look.off or alpha < 0.1)
    ground = style.get("background-color") or style.get("background")
    if ground:
        look = replace(look, ground=_ground(ground, look.ground))
    return replace(look, off=True) if _unseen(style) else look


def _unseen(style: Declarations) -> bool:
    if style.get("display") == "none" or style.get("visibility") in ("hidden", "collapse"):
        return True
    if _number(style.get("opacity", "1")) < 0.1 or style.get("content-visibility") == "hidden":
        return True
    clipped = style.get("clip", "") + " " + style.get("clip-path", "")
    if _NOTHING.search(clipped) or re.search(
        r"scale[xy]?\(\s*0(?:\.0+)?[\s,)]", style.get("transform", "")
    ):
        return True
    if style.get("position") in ("absolute", "fixed", "relative") and any(
        abs(_size(style.get(side, ""), 12.0) or 0.0) >= _AWAY
        for side in ("left", "top", "right", "bottom")
    ):
        return True
    if abs(_size(style.get("text-indent", ""), 12.0) or 0.0) >= _AWAY:
        return True
    sides = [_size(style.get(side, ""), 12.0) for side in ("width", "height", "max-height")]
    flat = any(side is not None and side <= 0.75 for side in sides)
    return flat and "hidden" in style.get("overflow", "")


def _size(text: str, parent: float) -> float | None:
    """A length in points; relative ones against the parent's type size."""
    if text in _NAMED:
        return _NAMED[text]
    match = re.fullmatch(r"(-?\d*\.?\d+)([a-z%]*)", text.replace("!important", "").strip())
    if not match:
        return None
    number, unit = float(match[1]), match[2]
    if unit in ("em", "%", "rem"):
        return number * {"em": parent, "%": parent / 100, "rem": 12.0}[unit]
    if unit in _POINTS or (not unit and number == 0):
        return number * _POINTS.get(unit, 1.0)
    return None


def _number(text: str) -> float:
    match = re.match(r"\d*\.?\d+", text)
    return float(match[0]) if match else 1.0


def _colour(text: str) -> tuple[Colour | None, float]:
    from tinycss2.color3 import parse_color

    parsed = parse_color(text.replace("!important", "").strip())
    if parsed is None or isinstance(parsed, str):
        return None, 1.0
    red, green, blue, alpha = parsed
    return (round(red * 255), round(green * 255), round(blue * 255)), alpha


def _ground(text: str, below: Colour | None) -> Colour | None:
    if "url(" in text or "gradient(" in text:
        return None
    if text in ("none", "transparent", "inherit", "initial"):
        return below
    colour, alpha = _colour(text)
    if colour is None:
        return None
    return below if alpha < 0.1 else colour if alpha > 0.9 else None

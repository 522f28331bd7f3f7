"""HTML text → Raw: what a browser would show without running or fetching anything."""

import re
from typing import Any

from tercet.documents.css import applied, declared, look_of
from tercet.documents.looks import Look, Sheet
from tercet.documents.raw import Concealed, Raw
from tercet.documents.records import Guard
from tercet.kernel.rules import broken, finding

PACKAGE = "tercet.documents"
_SILENT = {"script", "style", "template", "noscript", "head", "object", "embed", "iframe", "svg"}
_BLOCKS = {"p", "div", "section", "article", "header", "footer", "main", "aside", "nav", "table",
           "tr", "ul", "ol", "li", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6",
           "blockquote", "pre", "form", "address", "figure", "figcaption", "hr"}  # fmt: skip
_FETCHED = (
    "//link[@rel='stylesheet'] | //script | //img[starts-with(@src, 'http')]"
    " | //iframe | //object | //embed"
)
MAX_DEPTH = 150


def read_html(text: str, name: str, guard: Guard) -> Raw:
    """The page as shown; raises `InputError` TD004 where there is nothing to parse."""
    from lxml import etree, html

    try:
        root = html.document_fromstring(_without_declaration(text))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise broken(PACKAGE, "TD004", place=name) from error
    sheets = iter([item.text or "" for item in root.iter("style")])
    walk = _Walk(applied(root, sheets), guard.max_characters)
    walk.element(root, Look(), 0)
    fetched = root.xpath(_FETCHED)
    return Raw(
        "html",
        (walk.sheet.text,),
        (*walk.sheet.concealed, *_metadata(root)),
        findings=(finding(PACKAGE, "TD021", place=name),) if fetched else (),
    )


class _Walk:
    """Goes through elements in order; white space runs together as a browser shows it."""

    def __init__(self, styles: Any, limit: int) -> None:
        self.sheet = Sheet(limit)
        self._styles = styles

    def element(self, element: Any, parent: Look, depth: int) -> None:
        """The text of one element and of what is in it."""
        tag = element.tag if isinstance(element.tag, str) else ""
        if not tag or depth > MAX_DEPTH:
            return
        look = self._look(element, parent)
        if tag in _SILENT:
            return
        if tag in _BLOCKS:
            self.sheet.line()
        if tag == "li":
            self.sheet.mark("• ")
        if tag == "br":
            self.sheet.mark("\n")
        if tag in ("td", "th") and element.getprevious() is not None:
            self.sheet.mark("\t")
        self._words(element.text, look)
        for child in element:
            self.element(child, look, depth + 1)
            self._words(child.tail, look)
        if tag in _BLOCKS:
            self.sheet.line()

    def _look(self, element: Any, parent: Look) -> Look:
        style = {**self._styles.get(element, {}), **declared(element.get("style"))}
        if element.get("hidden") is not None or element.get("type") == "hidden":
            style["display"] = "none"
        if element.tag == "font" and element.get("color"):
            style.setdefault("color", element.get("color").lower())
        if element.get("bgcolor"):
            style.setdefault("background-color", element.get("bgcolor").lower())
        return look_of(style, parent)

    def _words(self, text: str | None, look: Look) -> None:
        if text:
            self.sheet.add(re.sub(r"[ \t\r\n\f]+", " ", text), look)


def _without_declaration(text: str) -> str:
    """Text without an encoding declaration, which lxml refuses in decoded text."""
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", text)


def _metadata(root: Any) -> list[Concealed]:
    from lxml import etree

    found = []
    for meta in root.iter("meta"):
        if (meta.get("name") or "").lower() in ("keywords", "description", "subject"):
            why = f"the page's property “{meta.get('name').lower()}”"
            found.append(Concealed(meta.get("content") or "", 1, ("metadata",), why))
    why = "a comment in the page's source"
    found += [Concealed(c.text or "", 1, ("metadata",), why) for c in root.iter(etree.Comment)]
    why = "a picture's description"
    found += [Concealed(i.get("alt") or "", 1, ("metadata",), why) for i in root.iter("img")]
    return [piece for piece in found if piece.text.strip()]

"""ODT bytes → Raw: text, lists, tables, frames, headers and footers, as they are shown."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from tercet.documents.looks import Colour, Look, Sheet, hex_colour
from tercet.documents.ocr import read_packed_pictures
from tercet.documents.packages import Package
from tercet.documents.raw import Concealed, Raw
from tercet.documents.records import Guard
from tercet.kernel.rules import broken, finding

PACKAGE = "tercet.documents"
_N = "{urn:oasis:names:tc:opendocument:xmlns:"
TEXT, STYLE, TABLE, OFFICE = (f"{_N}{part}:1.0}}" for part in ("text", "style", "table", "office"))
FO = f"{_N}xsl-fo-compatible:1.0}}"
DRAW = f"{_N}drawing:1.0}}"
_SKIPPED = {f"{TEXT}tracked-changes", f"{OFFICE}annotation", f"{OFFICE}forms",
            f"{TEXT}sequence-decls", f"{OFFICE}scripts"}  # fmt: skip


def read_odt(data: bytes, name: str, guard: Guard) -> Raw:
    """The document as one page; raises `InputError` TD003, TD004 or TD005."""
    package = Package(data, name, guard)
    content, styles = package.xml("content.xml"), package.xml("styles.xml")
    if content is None:
        raise broken(PACKAGE, "TD004", place=name)
    if b"encryption-data" in (package.read("META-INF/manifest.xml") or b""):
        raise broken(PACKAGE, "TD003", place=name)
    walk = _Walk([root for root in (styles, content) if root is not None], guard.max_characters)
    for part in ("header", "footer"):
        if part == "footer":
            walk.inside(content.find(f"{OFFICE}body"), Look())
        for item in () if styles is None else styles.iter(f"{STYLE}{part}"):
            walk.inside(item, Look())
    text = walk.sheet.text
    pictured = not text.strip() and any(part.startswith("Pictures/") for part in package.names)
    read = read_packed_pictures(package, "Pictures/", guard) if pictured else None
    findings = []
    if any(part.startswith(("Basic/", "Scripts/")) for part in package.names):
        findings.append(finding(PACKAGE, "TD020", place=name))
    if read is not None:
        findings.append(finding(PACKAGE, "TD022", place=name, page=1))
    return Raw(
        "odt",
        (text if read is None else read,),
        (*walk.sheet.concealed, *_properties(package)),
        (1,) if pictured and read is None else (),
        tuple(findings),
    )


class _Walk:
    """Goes through elements in document order and writes what they show on a sheet."""

    def __init__(self, roots: list[Any], limit: int) -> None:
        self.sheet = Sheet(limit)
        self._styles = {
            (item.get(f"{STYLE}family"), item.get(f"{STYLE}name")): item
            for root in roots
            for item in root.iter(f"{STYLE}style")
        }
        self._shapes = {name for family, name in self._styles if family == "graphic"}

    def inside(self, parent: Any | None, look: Look, item: bool = False) -> None:
        """Blocks of a body, a cell, a section, a list item or a text box."""
        for child in () if parent is None else parent:
            tag = child.tag if isinstance(child.tag, str) else ""
            if tag in _SKIPPED:
                continue
            if tag in (f"{TEXT}p", f"{TEXT}h"):
                self._paragraph(child, look, item)
            elif tag == f"{TABLE}table-row":
                self._row(child, look)
            elif tag == f"{TEXT}section":
                gone = child.get(f"{TEXT}display") in ("none", "condition")
                self.inside(child, replace(look, off=look.off or gone))
            else:
                self.inside(child, look, item or tag == f"{TEXT}list-item")

    def _paragraph(self, paragraph: Any, look: Look, item: bool) -> None:
        look = self._styled(look, "paragraph", paragraph.get(f"{TEXT}style-name"))
        self.sheet.line()
        before = self.sheet.position
        if item:
            self.sheet.mark("• ")
        self._runs(paragraph, look)
        if self.sheet.since(before).strip() == "•":
            self.sheet.cut(before)
        self.sheet.line()

    def _runs(self, parent: Any, look: Look) -> None:
        self._words(parent.text, look)
        for child in parent:
            tag = child.tag if isinstance(child.tag, str) else ""
            if tag == f"{TEXT}s":
                count = child.get(f"{TEXT}c") or "1"
                self.sheet.mark(" " * min(int(count) if count.isdigit() else 1, 20))
            elif tag in (f"{TEXT}tab", f"{TEXT}line-break"):
                self.sheet.mark("\t" if tag == f"{TEXT}tab" else "\n")
            elif tag == f"{TEXT}hidden-text":
                self.sheet.add(child.get(f"{TEXT}string-value") or "", replace(look, off=True))
            elif tag in (f"{DRAW}frame", f"{DRAW}custom-shape", f"{DRAW}text-box"):
                self.inside(child, replace(look, ground=self._fill(child, look)))
            elif tag == f"{TEXT}note":
                self.inside(child.find(f"{TEXT}note-body"), look)
            elif tag and tag not in _SKIPPED:
                self._runs(child, self._styled(look, "text", child.get(f"{TEXT}style-name")))
            self._words(child.tail, look)

    def _words(self, text: str | None, look: Look) -> None:
        if text:
            self.sheet.add(re.sub(r"\s+", " ", text), look)

    def _row(self, row: Any, look: Look) -> None:
        cells = list(row.iter(f"{TABLE}table-cell"))
        short = len(cells) > 1 and all(len(list(c.iter(f"{TEXT}p"))) <= 1 for c in cells)
        for number, cell in enumerate(cells):
            own = self._styled(look, "table-cell", cell.get(f"{TABLE}style-name"))
            start = self.sheet.position
            self.inside(cell, own)
            if short:
                self.sheet.inline(start, "\t" if number else "")
        self.sheet.line()

    def _styled(self, look: Look, family: str, name: str | None) -> Look:
        for style in self._chain(family, name):
            for properties in style:
                look = _marked(look, properties)
        return look

    def _chain(self, family: str, name: str | None) -> list[Any]:
        chain: list[Any] = []
        while (family, name) in self._styles and len(chain) < 20:
            chain.append(self._styles[family, name])
            name = chain[-1].get(f"{STYLE}parent-style-name")
        return chain[::-1]

    def _fill(self, shape: Any, look: Look) -> Colour | None:
        """Ground inside a shape; not known where its style fills it."""
        for style in self._chain("graphic", shape.get(f"{DRAW}style-name")):
            for properties in style:
                if properties.get(f"{DRAW}fill") not in (None, "none"):
                    return hex_colour(properties.get(f"{DRAW}fill-color"))
        return look.ground


def _marked(look: Look, properties: Any) -> Look:
    get = properties.get
    if get(f"{TEXT}display") is not None:
        look = replace(look, off=get(f"{TEXT}display") == "none")
    size = re.fullmatch(r"(\d+(?:\.\d+)?)pt", get(f"{FO}font-size") or "")
    if size:
        look = replace(look, size=float(size[1]))
    if get(f"{FO}color") and get(f"{STYLE}use-window-font-color") != "true":
        look = replace(look, ink=hex_colour(get(f"{FO}color")))
    ground = get(f"{FO}background-color")
    if ground and ground != "transparent":
        look = replace(look, ground=hex_colour(ground))
    return look


def _properties(package: Package) -> Iterator[Concealed]:
    root = package.xml("meta.xml")
    for item in () if root is None else root.iter():
        named = item.tag.rpartition("}")[2] if isinstance(item.tag, str) else ""
        wanted = ("title", "subject", "keyword", "description", "user-defined", "creator")
        if named in wanted and item.text and item.text.strip():
            yield Concealed(item.text, 1, ("metadata",), f"the file's property “{named}”")

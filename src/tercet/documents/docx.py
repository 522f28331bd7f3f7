"""DOCX bytes → Raw: body, tables, text boxes, headers, footers and notes, as they are shown."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from tercet.documents.docx_styles import Styles, W, shade
from tercet.documents.looks import WHITE, Colour, Look, Sheet, hex_colour
from tercet.documents.ocr import read_packed_pictures
from tercet.documents.packages import Package
from tercet.documents.raw import Concealed, Raw
from tercet.documents.records import Guard
from tercet.kernel.rules import Finding, broken, finding

PACKAGE = "tercet.documents"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_POINT = 12_700  # drawing units
_TWIP = 635  # drawing units
_SKIPPED = {"del", "moveFrom", "pPr", "rPr", "sectPr", "instrText", "delText", "Fallback", "tblPr"}
_CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "\u00ad"}


def read_docx(data: bytes, name: str, guard: Guard) -> Raw:
    """The document as one page; raises `InputError` TD003, TD004 or TD005."""
    package = Package(data, name, guard)
    body = package.xml("word/document.xml")
    if body is None:
        raise broken(PACKAGE, "TD004", place=name)
    walk = _Walk(package.xml("word/styles.xml"), _page_width(body), guard.max_characters)
    for root in _parts(package, "header"):
        walk.blocks(root, _ground(body))
    content = body.find(f"{W}body")
    if content is not None:
        walk.blocks(content, _ground(body))
    for kind in ("footnotes", "endnotes", "footer"):
        for root in _parts(package, kind):
            walk.blocks(root, _ground(body))
    text = walk.sheet.text
    read = None if text.strip() else read_packed_pictures(package, "word/media/", guard)
    pictured = not text.strip() and any(part.startswith("word/media/") for part in package.names)
    findings = [*_remarks(package, name)]
    concealed = (*walk.sheet.concealed, *_properties(package), *_asides(package, body))
    if read is not None:
        findings.append(finding(PACKAGE, "TD022", place=name, page=1))
    return Raw(
        "docx",
        (text if read is None else read,),
        tuple(piece for piece in concealed if piece.text.strip()),
        (1,) if pictured and read is None else (),
        tuple(findings),
    )


class _Walk:
    """Goes through the elements in document order and writes what they show on a sheet."""

    def __init__(self, styles: Any | None, page_width: int, limit: int) -> None:
        self.sheet = Sheet(limit)
        self._styles = Styles(styles)
        self._page_width = page_width
        self._boxes: list[tuple[Any, Colour | None, bool]] = []

    def blocks(self, parent: Any, ground: Colour | None, off: bool = False) -> None:
        """Paragraphs and tables of a body, a cell, a note or a text box."""
        for item in parent:
            kind = _local(item)
            if kind == "p":
                self._paragraph(item, ground, off)
            elif kind == "tbl":
                self._table(item, ground, off)
            elif kind not in _SKIPPED:
                self.blocks(item, ground, off)

    def _paragraph(self, paragraph: Any, ground: Colour | None, off: bool) -> None:
        properties = paragraph.find(f"{W}pPr")
        look = self._styles.paragraph(properties, ground)
        self.sheet.line()
        before = self.sheet.position
        if self._styles.listed(properties):
            self.sheet.mark("• ")
        self._runs(paragraph, look, off)
        if self.sheet.since(before).strip() == "•":
            self.sheet.cut(before)
        self.sheet.line()
        boxes, self._boxes = self._boxes, []
        for box, fill, gone in boxes:
            self.blocks(box, fill, off or gone)

    def _runs(self, parent: Any, look: Look, off: bool) -> None:
        for item in parent:
            kind = _local(item)
            if kind == "r":
                own = self._styles.run(item.find(f"{W}rPr"), look)
                self._run(item, own, off)
            elif kind in ("drawing", "pict"):
                self._boxed(item)
            elif kind not in _SKIPPED:
                self._runs(item, look, off)

    def _run(self, run: Any, look: Look, off: bool) -> None:
        look = replace(look, off=look.off or off)
        for item in run:
            kind = _local(item)
            if kind == "t":
                self.sheet.add(item.text or "", look)
            elif kind in _CHARACTERS:
                self.sheet.mark(_CHARACTERS[kind])
            elif kind == "sym":
                self.sheet.mark("•")
            elif kind in ("drawing", "pict", "AlternateContent", "Choice"):
                self._boxed(item)

    def _boxed(self, drawing: Any) -> None:
        """Note the text boxes of a drawing; they are read after their paragraph."""
        for item in drawing.iter():
            if _local(item) == "txbxContent" and not _in_fallback(item, drawing):
                fill, gone = self._frame(item)
                self._boxes.append((item, fill, gone))

    def _frame(self, box: Any) -> tuple[Colour | None, bool]:
        """Fill of the shape around a text box, and whether it lies off the page or has no size."""
        shape = next((a for a in box.iterancestors() if _local(a) in ("wsp", "shape")), None)
        fill: Colour | None = WHITE
        if shape is not None:
            solid = shape.find(f"{{*}}spPr/{_A}solidFill")
            colour = None if solid is None else solid.find(f"{_A}srgbClr")
            other = any(True for _ in shape.iter(f"{_A}gradFill", f"{_A}blipFill"))
            if (
                solid is not None
                or other
                or shape.get("fillcolor")
                or shape.find("{*}style") is not None
            ):
                fill = None if colour is None else hex_colour(colour.get("val"))
        anchor = next((a for a in box.iterancestors() if a.tag == f"{_WP}anchor"), None)
        return fill, anchor is not None and self._away(anchor)

    def _away(self, anchor: Any) -> bool:
        extent = anchor.find(f"{_WP}extent")
        width = _number(extent, "cx")
        height = _number(extent, "cy")
        if 0 <= width < _POINT or 0 <= height < _POINT:
            return True
        offset = anchor.find(f"{_WP}positionH/{_WP}posOffset")
        down = anchor.find(f"{_WP}positionV/{_WP}posOffset")
        across = int(offset.text) if offset is not None and _is_int(offset.text) else 0
        below = int(down.text) if down is not None and _is_int(down.text) else 0
        return (
            across >= self._page_width
            or across <= -width - 2 * 914_400
            or below < -height - 914_400
        )

    def _table(self, table: Any, ground: Colour | None, off: bool) -> None:
        properties = table.find(f"{W}tblPr")
        style = None if properties is None else properties.find(f"{W}tblStyle")
        name = None if style is None else style.get(f"{W}val")
        ground = None if self._styles.shades(name) else shade(properties, ground)
        for row in table.iter(f"{W}tr"):
            if _owner(row) is table:
                self._row(row, ground, off)

    def _row(self, row: Any, ground: Colour | None, off: bool) -> None:
        """Cells of one paragraph each stand on one line, parted by tabs; others follow in turn."""
        cells = [cell for cell in row.iter(f"{W}tc") if _owner(cell) is _owner(row)]
        short = len(cells) > 1 and all(_is_short(cell) for cell in cells)
        for number, cell in enumerate(cells):
            fill = shade(cell.find(f"{W}tcPr"), ground)
            if short:
                start = self.sheet.position
                self.blocks(cell, fill, off)
                self.sheet.inline(start, "\t" if number else "")
            else:
                self.blocks(cell, fill, off)
        self.sheet.line()


def _is_short(cell: Any) -> bool:
    paragraphs = [p for p in cell.iter(f"{W}p") if any(True for _ in p.iter(f"{W}t"))]
    return len(paragraphs) <= 1 and not any(True for _ in cell.iter(f"{W}tbl"))


def _owner(item: Any) -> Any:
    return next((a for a in item.iterancestors() if a.tag == f"{W}tbl"), None)


def _in_fallback(item: Any, top: Any) -> bool:
    for ancestor in item.iterancestors():
        if _local(ancestor) == "Fallback":
            return True
        if ancestor is top:
            return False
    return False


def _local(item: Any) -> str:
    return item.tag.rpartition("}")[2] if isinstance(item.tag, str) else ""


def _is_int(text: str | None) -> bool:
    return bool(re.fullmatch(r"-?\d{1,12}", (text or "").strip()))


def _number(item: Any | None, name: str) -> int:
    text = "" if item is None else item.get(name) or ""
    return int(text) if _is_int(text) else -1


def _page_width(root: Any) -> int:
    size = next(root.iter(f"{W}pgSz"), None)
    width = _number(size, f"{W}w")
    return (width if width > 0 else 12_240) * _TWIP


def _ground(root: Any) -> Colour | None:
    background = root.find(f"{W}background")
    return WHITE if background is None else hex_colour(background.get(f"{W}color"))


def _parts(package: Package, kind: str) -> Iterator[Any]:
    for part in sorted(package.names):
        if re.fullmatch(rf"word/{kind}\d*\.xml", part):
            yield package.xml(part)


def _properties(package: Package) -> Iterator[Concealed]:
    for part in ("docProps/core.xml", "docProps/app.xml", "docProps/custom.xml"):
        root = package.xml(part)
        for item in () if root is None else root.iter():
            named = _local(item) in ("title", "subject", "keywords", "description", "category",
                                     "lpwstr", "creator", "Company", "Manager")  # fmt: skip
            if named and item.text and item.text.strip():
                why = f"the file's property “{_local(item)}”"
                yield Concealed(item.text, 1, ("metadata",), why)


def _asides(package: Package, body: Any) -> Iterator[Concealed]:
    """Comments and descriptions of pictures: not on the page, but read by machines."""
    comments = package.xml("word/comments.xml")
    for comment in () if comments is None else comments:
        text = " ".join(item.text or "" for item in comment.iter(f"{W}t"))
        yield Concealed(text, 1, ("metadata",), "a comment")
    for item in body.iter(f"{_WP}docPr"):
        yield Concealed(item.get("descr") or "", 1, ("metadata",), "a picture's description")


def _remarks(package: Package, name: str) -> Iterator[Finding]:
    if any(part.endswith("vbaProject.bin") for part in package.names):
        yield finding(PACKAGE, "TD020", place=name)
    for part in sorted(package.names):
        root = package.xml(part) if part.endswith(".rels") else None
        for link in () if root is None else root.iter():
            kind = (link.get("Type") or "").rpartition("/")[2]
            if link.get("TargetMode") == "External" and kind != "hyperlink":
                yield finding(PACKAGE, "TD021", place=name)
                return

"""Résumés told in data made into real files: layouts, unseen text, small print."""

import html
import io
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WIDTH, HEIGHT, LEFT = 612, 792, 54
WRAP = 92
"""Characters of a printed line."""
MARKS = {
    "vanish": "<w:vanish/>",
    "white": '<w:color w:val="FFFFFF"/>',
    "tiny": '<w:sz w:val="2"/>',
}
STYLES = {
    "transparent": "opacity:0",
    "white": "color:#fff",
    "tiny": "font-size:1px",
    "off-page": "position:absolute;left:-9999px",
}


def write(row: Mapping[str, Any], folder: Path) -> Path:
    """The file that `row` describes."""
    made = {"pdf": _pdf, "docx": _docx, "html": _html}.get(row["form"])
    path = folder / f"{row['id']}.{row['form']}"
    path.write_bytes(made(row) if made else row["text"].encode())
    return path


def _lines(lines: list[str], most: int = WRAP) -> Iterator[str]:
    """Lines wrapped as a printer would, those of an item indented."""
    for line in lines:
        while len(line) > most:
            cut = line.rfind(" ", 0, most)
            yield line[:cut]
            line = "  " + line[cut + 1 :]
        yield line


def _show(x: float, y: float, text: str, size: float = 10, before: str = "") -> str:
    safe = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"q {before} BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({safe}) Tj ET Q\n"


def _pdf(row: Mapping[str, Any]) -> bytes:
    look, told = row.get("look", "plain"), row["text"].split("\n")
    out, y = "", HEIGHT - 60
    if look == "columns":
        side = told.index("Certificates")
        for i, line in enumerate(told[side:]):
            out += _show(430, HEIGHT - 130 - 14 * i, line)
        told = told[:side]
    lines = [*_lines(told, 62 if look == "columns" else WRAP)]
    if look == "banner":
        out += f"0.1 0.2 0.35 rg 0 {HEIGHT - 90} {WIDTH} 90 re f 0 g\n"
        out += _show(LEFT, HEIGHT - 42, lines[0], 18, "1 g")
        out += _show(LEFT, HEIGHT - 62, lines[1], 11, "1 g")
        lines, y = lines[2:], HEIGHT - 110
    for i, line in enumerate(lines):
        size = 16 if i == 0 and look != "banner" else 10
        out += _show(LEFT, y, line, size)
        y -= 13
    if "foot" in row:
        out += _show(LEFT, 40, row["foot"], 6.5, "0.35 g")
    for piece in row.get("hide", ()):
        out += _unseen(piece["way"], piece["text"], y - 10)
    return _pdf_file(out)


def _unseen(way: str, text: str, y: float) -> str:
    parts = [text[i : i + 90] for i in range(0, len(text), 90)]
    if way == "off-page":
        return "".join(_show(WIDTH + 200, 300 - 12 * i, part) for i, part in enumerate(parts))
    if way == "tiny":
        return _show(LEFT, y, text, 0.8)
    before = {"white": "1 g", "invisible": "3 Tr", "covered": ""}[way]
    shown = "".join(_show(LEFT, y - 12 * i, part, 10, before) for i, part in enumerate(parts))
    cover = f"1 g {LEFT - 4} {y - 12 * len(parts)} 520 {12 * len(parts) + 14} re f 0 g\n"
    return shown + (cover if way == "covered" else "")


def _pdf_file(content: str) -> bytes:
    data = content.encode("cp1252")
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
    page = (
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]/Contents 5 0 R"
        "/Resources<</Font<</F1 3 0 R>>>>>>"
    )
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[4 0 R]>>",
        font,
        page.encode(),
        b"<</Length %d>>stream\n%s\nendstream" % (len(data), data),
    ]
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, item in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, item)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)
    return bytes(out)


def _docx(row: Mapping[str, Any]) -> bytes:
    body = "".join(_block(line, row.get("look") == "table") for line in row["text"].split("\n"))
    body += "".join(_paragraph(piece["text"], MARKS[piece["way"]]) for piece in row.get("hide", ()))
    if "foot" in row:
        body += _paragraph(row["foot"], '<w:color w:val="595959"/><w:sz w:val="13"/>')
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>',
        )
    return held.getvalue()


def _block(line: str, table: bool) -> str:
    cells = line.split(" | ")
    if not table or len(cells) != 2:
        return _paragraph(line, "")
    inner = "".join(f"<w:tc>{_paragraph(cell, '')}</w:tc>" for cell in cells)
    return f"<w:tbl><w:tr>{inner}</w:tr></w:tbl>"


def _paragraph(text: str, marks: str) -> str:
    safe = html.escape(text)
    listed = text.startswith("• ")
    item = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>' if listed else ""
    shown = safe[2:] if listed else safe
    return (
        f'<w:p>{item}<w:r><w:rPr>{marks}</w:rPr><w:t xml:space="preserve">{shown}</w:t></w:r></w:p>'
    )


def _html(row: Mapping[str, Any]) -> bytes:
    lines = row["text"].split("\n")
    dark = ' style="background:#123;color:#fff"' if row.get("look") == "banner" else ""
    out = f"<html><body><header{dark}><h1>{html.escape(lines[0])}</h1>"
    out += f"<p>{html.escape(lines[1])}</p></header>"
    for line in lines[2:]:
        out += f"<p>{html.escape(line)}</p>" if line else ""
    for piece in row.get("hide", ()):
        if piece["way"] == "tags":
            out += f"<p>Links{''.join(chr(0xE0000 + ord(c)) for c in piece['text'])}</p>"
        else:
            out += f'<p style="{STYLES[piece["way"]]}">{html.escape(piece["text"])}</p>'
    return (out + "</body></html>").encode()

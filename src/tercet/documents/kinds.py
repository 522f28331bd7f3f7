"""What kind of file some bytes are, told by their content; the name decides between texts."""

import json
import re

from tercet.documents.records import Kind
from tercet.kernel.rules import broken

PACKAGE = "tercet.documents"
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*")
_FOREIGN = (
    (b"\xd0\xcf\x11\xe0", "an old Word file or a locked Office file"),
    (b"GIF8", "GIF"),
    (b"RIFF", "WebP or sound"),
    (b"BM", "a bitmap"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"\x1f\x8b", "gzip"),
    (b"7z\xbc\xaf", "7-Zip"),
    (b"Rar!", "RAR"),
    (b"%!PS", "PostScript"),
)
_MARKUP = re.compile(rb"\s*(?:<\?xml[^>]*\?>\s*)?<(?:!doctype\s+html|html|head|body)\b", re.I)
_ENDINGS: dict[str, Kind] = {
    "md": "markdown",
    "markdown": "markdown",
    "html": "html",
    "htm": "html",
    "xhtml": "html",
}


def kind_of(data: bytes, name: str) -> Kind:
    """The kind to read `data` as; raises `InputError` TD001 or TD002."""
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        raise broken(PACKAGE, "TD002", place=name)
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK"):
        return _packed(data, name)
    if data.lstrip()[:5] == b"{\\rtf":
        return "rtf"
    if data.startswith(_PICTURES):
        return "image"
    for mark, what in _FOREIGN:
        # Two ASCII letters may also start a text: only what holds zero bytes is a program
        if data.startswith(mark) and (len(mark) > 2 or b"\x00" in data[:512]):
            raise broken(PACKAGE, "TD001", place=name, kind=what)
    return _written(data, name)


def _packed(data: bytes, name: str) -> Kind:
    if b"word/document.xml" in data:
        return "docx"
    if b"opendocument.text" in data[:200] or (b"content.xml" in data and b"META-INF/" in data):
        return "odt"
    if data.count(b"PK\x01\x02") == 0:  # the directory at the end is missing: cut short
        raise broken(PACKAGE, "TD004", place=name)
    raise broken(PACKAGE, "TD001", place=name, kind="a zip archive or another Office file")


def _written(data: bytes, name: str) -> Kind:
    if _MARKUP.match(data[:2000].removeprefix(b"\xef\xbb\xbf")):
        return "html"
    ending = name.rpartition(".")[2].lower()
    if ending == "json" and data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{"):
        return "json-resume"
    if data.lstrip().startswith(b"{") and _is_resume(data):
        return "json-resume"
    return _ENDINGS.get(ending, "text")


def _is_resume(data: bytes) -> bool:
    try:
        root = json.loads(data)
    except (ValueError, RecursionError):
        return False
    return isinstance(root, dict) and "basics" in root

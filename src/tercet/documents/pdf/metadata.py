"""Words in a PDF that are on no page: properties, the metadata packet, pop-up notes."""

import ctypes
import html
import re
from collections.abc import Iterator
from typing import Any

from tercet.documents.raw import Concealed

_PACKET = re.compile(rb"<x:xmpmeta.{0,200000}?</x:xmpmeta>", re.S)
_FIELD = re.compile(
    r"<(dc:title|dc:subject|dc:description|pdf:Keywords)\b[^>]*>(.{0,20000}?)</\1>", re.S
)
MAX_NOTES = 200
MAX_NOTE = 20_000  # bytes


def properties(pdf: Any) -> Iterator[Concealed]:
    """Title, subject, keywords and author as the file states them."""
    fields = pdf.get_metadata_dict()
    for key in ("Title", "Subject", "Keywords", "Author"):
        if fields.get(key):
            yield Concealed(fields[key], 1, ("metadata",), f"the file's property “{key}”")


def packet(data: bytes) -> Iterator[Concealed]:
    """Fields of an XMP packet, where one stands open in the file."""
    for match in _PACKET.finditer(data):
        text = match[0].decode("utf-8", "replace")
        for name, inner in _FIELD.findall(text):
            words = html.unescape(re.sub(r"<[^>]*>", " ", inner))
            yield Concealed(" ".join(words.split()), 1, ("metadata",), f"the metadata “{name}”")


def notes(page: Any, number: int) -> Iterator[Concealed]:
    """What annotations of a page say when they are opened."""
    import pypdfium2.raw as pdfium

    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page), MAX_NOTES)):
        note = pdfium.FPDFPage_GetAnnot(page, index)
        if not note:
            continue
        try:
            size = pdfium.FPDFAnnot_GetStringValue(note, b"Contents", None, 0)
            if 2 < size <= MAX_NOTE:
                held = (ctypes.c_ushort * (size // 2 + 1))()
                pdfium.FPDFAnnot_GetStringValue(note, b"Contents", held, size)
                text = bytes(held)[: size - 2].decode("utf-16-le", "replace")
                yield Concealed(text, number, ("metadata",), "a note on the page")
        finally:
            pdfium.FPDFPage_CloseAnnot(note)

"""Refusing PDFs that unpack into far more than a résumé needs, before any page is parsed."""

import re
import zlib

from tercet.documents.records import Guard
from tercet.kernel.rules import broken

PACKAGE = "tercet.documents"
_STREAM = re.compile(rb"stream\r?\n")
_SIDES = re.compile(rb"/(Width|Height)\s+(\d{1,9})")
_STEP = 1 << 18


def refuse_bombs(data: bytes, name: str, guard: Guard) -> None:
    """Raise `InputError` TD005 when streams or pictures unpack beyond the guard."""
    left = guard.max_unpacked_bytes
    for match in _STREAM.finditer(data):
        left -= _unpacked(data, match.end(), left)
        if left < 0:
            raise broken(PACKAGE, "TD005", place=name, limit=guard.max_unpacked_bytes)
    for part in re.findall(
        rb"<<(?:(?!stream).){0,600}?/Subtype\s*/Image.{0,600}?stream", data, re.S
    ):
        sides = {key: int(value) for key, value in _SIDES.findall(part)}
        if sides.get(b"Width", 0) * sides.get(b"Height", 0) > guard.max_pixels:
            raise broken(PACKAGE, "TD005", place=name, limit=guard.max_unpacked_bytes)


def _unpacked(data: bytes, start: int, limit: int) -> int:
    """Bytes that the stream at `start` inflates to, counted no further than just past `limit`."""
    if data[start] & 0x0F != 8 if start < len(data) else True:
        return 0  # not deflate: such a stream is stored, or packed by a picture codec
    inflate = zlib.decompressobj()
    total = 0
    piece = data[start : start + _STEP]
    try:
        while piece and not inflate.eof and total <= limit:
            total += len(inflate.decompress(piece, _STEP))
            start, piece = _next(data, start, piece, inflate.unconsumed_tail)
    except zlib.error:
        pass  # a broken stream is the parser's to report; what it gave is counted
    return total


def _next(data: bytes, start: int, piece: bytes, rest: bytes) -> tuple[int, bytes]:
    if rest:
        return start, rest
    start += _STEP
    return start, data[start : start + _STEP]

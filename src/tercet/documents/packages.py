"""Opening zip packages (DOCX, ODT) without trusting what they say about themselves."""

import io
import zipfile
import zlib
from typing import Any

from tercet.documents.records import Guard
from tercet.kernel.rules import broken

PACKAGE = "tercet.documents"
MAX_PARTS = 2_000


class Package:
    """A zip whose parts are read under one allowance of unpacked bytes.

    Raises `InputError` TD003 (locked), TD004 (damaged) or TD005 (bomb).
    """

    def __init__(self, data: bytes, name: str, guard: Guard) -> None:
        self._name = name
        self._left = guard.max_unpacked_bytes
        self._limit = guard.max_unpacked_bytes
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            parts = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise broken(PACKAGE, "TD004", place=name) from error
        stated = sum(part.file_size for part in parts)
        far = any(
            part.file_size > guard.max_ratio * max(part.compress_size, 1)
            and part.file_size > 1_000_000
            for part in parts
        )
        if stated > guard.max_unpacked_bytes or far or len(parts) > MAX_PARTS:
            raise broken(PACKAGE, "TD005", place=name, limit=guard.max_unpacked_bytes)
        if any(part.flag_bits & 1 for part in parts):
            raise broken(PACKAGE, "TD003", place=name)
        self.names = tuple(part.filename for part in parts)

    def read(self, part: str) -> bytes | None:
        """Bytes of one part, or None where there is no such part."""
        if part not in self.names:
            return None
        try:
            with self._zip.open(part) as file:
                data = file.read(self._left + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError,
                ValueError, RuntimeError) as error:  # fmt: skip
            raise broken(PACKAGE, "TD004", place=self._name) from error
        self._left -= len(data)
        if self._left < 0:
            raise broken(PACKAGE, "TD005", place=self._name, limit=self._limit)
        return data

    def xml(self, part: str) -> Any | None:
        """The root element of an XML part, or None where there is no such part."""
        data = self.read(part)
        return None if data is None else parse_xml(data, self._name)


def parse_xml(data: bytes, name: str) -> Any:
    """Root of an XML text; documents that define entities are refused, nothing is fetched."""
    from lxml import etree

    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise broken(PACKAGE, "TD005", place=name, limit=len(data))
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise broken(PACKAGE, "TD004", place=name) from error
    return root

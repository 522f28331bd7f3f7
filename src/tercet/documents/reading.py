"""The one verb of this stage: a file's bytes become a Document."""

import hashlib

from tercet.documents.integrity import concealed_findings, honest_page
from tercet.documents.kinds import kind_of
from tercet.documents.raw import Raw
from tercet.documents.records import USUAL, Document, Guard, Kind, Read
from tercet.kernel.errors import InputError
from tercet.kernel.rules import Finding, broken, finding

PACKAGE = "tercet.documents"


def read_document(data: bytes, name: str, *, guard: Guard = USUAL) -> Document:
    """What the file `name` says, parsed in this process.

    A file that cannot be read gives a Document whose `read` is "none", with a finding of
    severity error that says why (TD001 to TD010): one bad file never stops the others.
    For files of strangers use `read_safely`, which bounds memory and time as well.
    """
    try:
        if len(data) > guard.max_bytes:
            raise broken(PACKAGE, "TD007", place=name, count=len(data), limit=guard.max_bytes)
        return _checked(_raw(kind_of(data, name), data, name, guard), data, name, guard)
    except InputError as error:
        return unread(name, error, data)


def unread(name: str, error: InputError, data: bytes = b"") -> Document:
    """The Document of a file that could not be read, for the reason `error` gives."""
    sha = hashlib.sha256(data).hexdigest() if data else ""
    why = Finding(error.code, "error", error.message, name, error.hint)
    return Document(name, sha, "unknown", (), "none", (), (), (why,))


def _raw(kind: Kind, data: bytes, name: str, guard: Guard) -> Raw:
    """The file through the reader of its kind; each is imported only when it is needed."""
    if kind == "pdf":
        from tercet.documents.pdf.reader import read_pdf

        return read_pdf(data, name, guard)
    if kind == "docx":
        from tercet.documents.docx import read_docx

        return read_docx(data, name, guard)
    if kind == "odt":
        from tercet.documents.odt import read_odt

        return read_odt(data, name, guard)
    if kind == "rtf":
        from tercet.documents.rtf import read_rtf

        return read_rtf(data, name, guard)
    if kind == "image":
        from tercet.documents.images import read_image

        return read_image(data, name, guard)
    return _written(kind, data, name, guard)


def _written(kind: Kind, data: bytes, name: str, guard: Guard) -> Raw:
    from tercet.documents import plain
    from tercet.documents.html import read_html

    text = plain.decoded(data, name)
    if kind == "html":
        return read_html(text, name, guard)
    if kind == "markdown":
        return plain.read_markdown(text, name, guard)
    if kind == "json-resume":
        return plain.read_json_resume(text, name)
    return plain.read_text(text)


def _checked(raw: Raw, data: bytes, name: str, guard: Guard) -> Document:
    count = sum(len(page) for page in raw.pages)
    if count > guard.max_characters:
        raise broken(PACKAGE, "TD007", place=name, count=count, limit=guard.max_characters)
    pages, integrity = [], []
    for number, text in enumerate(raw.pages, 1):
        page, found = honest_page(number, text)
        pages.append(page)
        integrity += [*found]
    integrity += [found for piece in raw.concealed for found in concealed_findings(piece)]
    shown = any(page.text.strip() for page in pages)
    if not shown and not raw.unread and not integrity:
        raise broken(PACKAGE, "TD002", place=name)
    findings = [*raw.findings]
    if raw.unread and not shown:
        findings.append(finding(PACKAGE, "TD008", place=name))
    else:
        findings += [finding(PACKAGE, "TD023", place=name, page=number) for number in raw.unread]
    sha = hashlib.sha256(data).hexdigest()
    read: Read = "full" if not raw.unread else "partial" if shown else "none"
    return Document(
        name, sha, raw.kind, tuple(pages), read, raw.unread,
        tuple(dict.fromkeys(integrity)), tuple(findings),
    )  # fmt: skip

"""The one verb of this stage: a file's bytes become a Document."""

import hashlib
import io

from tercet.documents.records import Document, Guard, Page
from tercet.kernel.rules import broken


def read_document(data: bytes, name: str, *, guard: Guard = Guard()) -> Document:
    """What the file `name` says, parsed in this process; raises `InputError` TD0xx."""
    sha = hashlib.sha256(data).hexdigest()
    kind, texts = _texts(data, name)
    pages = tuple(Page(n, text) for n, text in enumerate(texts, 1))
    unread = tuple(page.number for page in pages if not page.text.strip())
    read = "full" if not unread else "none" if len(unread) == len(pages) else "partial"
    return Document(name, sha, kind, pages, read, unread, (), ())


def _texts(data, name):
    if data.startswith(b"%PDF"):
        import pypdfium2

        pdf = pypdfium2.PdfDocument(data)
        return "pdf", [page.get_textpage().get_text_bounded().replace("\r\n", "\n") for page in pdf]
    if data.startswith(b"PK"):
        import docx

        document = docx.Document(io.BytesIO(data))
        lines = []
        for item in document.iter_inner_content():
            if hasattr(item, "rows"):
                for row in item.rows:
                    lines += ["\n".join(dict.fromkeys(cell.text for cell in row.cells))]
            else:
                lines.append(item.text)
        return "docx", ["\n".join(lines)]
    text = data.decode("utf-8", "replace").replace("\r\n", "\n")
    return ("markdown" if name.endswith(".md") else "text"), [text]

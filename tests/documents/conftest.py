"""Small files made on the spot: each attack, and the harmless thing that looks like it."""

import io
import zipfile
import zlib
from collections.abc import Callable

import pytest

BODY = (
    "Mira Holt\nData Scientist\nExperience\nData Scientist, Larkspur Cards, 2021 - 2024\n"
    "Built the churn model that the retention team uses every week\n"
    "Education\nBSc Statistics, Larkspur University, 2020"
)
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def show(x: float, y: float, text: str, size: float = 11, before: str = "") -> str:
    """Operators that show a text at a place."""
    safe = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"q {before} BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({safe}) Tj ET Q\n"


def body(top: float = 740) -> str:
    """A short honest résumé, line by line."""
    return "".join(show(60, top - 18 * i, line) for i, line in enumerate(BODY.split("\n")))


def make_pdf(
    *pages: str,
    resources: str = "",
    objects: tuple[bytes, ...] = (),
    page: str = "",
    catalog: str = "",
) -> bytes:
    """A PDF of page contents; extra `objects` are numbered from 20 on."""
    made: dict[int, bytes] = {
        1: f"<</Type/Catalog/Pages 2 0 R {catalog}>>".encode(),
        3: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    }
    kids = []
    for i, content in enumerate(pages):
        data = content.encode("cp1252")
        kids.append(100 + 2 * i)
        box = "" if "MediaBox" in page else "/MediaBox[0 0 612 792]"
        made[100 + 2 * i] = (
            f"<</Type/Page/Parent 2 0 R{box}{page}/Contents {101 + 2 * i} 0 R"
            f"/Resources<</Font<</F1 3 0 R>>{resources}>>>>"
        ).encode()
        made[101 + 2 * i] = b"<</Length %d>>stream\n%s\nendstream" % (len(data), data)
    made[2] = (
        f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(f'{k} 0 R' for k in kids)}]>>".encode()
    )
    for i, item in enumerate(objects):
        made[20 + i] = item
    out = bytearray(b"%PDF-1.7\n")
    places = {}
    for number, item in sorted(made.items()):
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, item)
    start = len(out)
    out += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in sorted(places.items()):
        out += b"%d 1\n%010d 00000 n \n" % (number, place)
    out += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (max(made) + 1, start)
    return bytes(out)


def picture(width: int, height: int, grey: int = 255) -> bytes:
    """A picture object of one shade."""
    data = zlib.compress(bytes([grey]) * (width * height))
    return (
        b"<</Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 8"
        b"/Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (width, height, len(data), data)
    )


def make_docx(body_xml: str, **parts: str) -> bytes:
    """A DOCX of body markup; `parts` are further parts, with "__" for "/"."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr(
            "word/document.xml", f"<w:document {W}><w:body>{body_xml}</w:body></w:document>"
        )
        for name, text in parts.items():
            ending = "" if "." in name else ".xml"
            package.writestr(name.replace("__", "/") + ending, text)
    return held.getvalue()


def run(text: str, marks: str = "") -> str:
    """One run of DOCX text with its marks."""
    return f'<w:r><w:rPr>{marks}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(text: str, marks: str = "", properties: str = "") -> str:
    """One paragraph of one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(text, marks)}</w:p>"


def docx_body() -> str:
    """The honest résumé as paragraphs."""
    return "".join(paragraph(line) for line in BODY.split("\n"))


def make_odt(body_xml: str, styles: str = "") -> bytes:
    """An ODT of body markup and automatic styles."""
    names = " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for prefix, name in {"office": "office", "text": "text", "style": "style", "table": "table",
                             "fo": "xsl-fo-compatible", "draw": "drawing"}.items()
    )  # fmt: skip
    content = (
        f"<office:document-content {names}>"
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body_xml}</office:text></office:body></office:document-content>"
    )
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        package.writestr("content.xml", content)
    return held.getvalue()


class Maker:
    """What the tests of this folder build files with."""

    BODY = BODY
    show = staticmethod(show)
    body = staticmethod(body)
    pdf = staticmethod(make_pdf)
    picture = staticmethod(picture)
    docx = staticmethod(make_docx)
    run = staticmethod(run)
    paragraph = staticmethod(paragraph)
    docx_body = staticmethod(docx_body)
    odt = staticmethod(make_odt)


@pytest.fixture(scope="session")
def make() -> type[Maker]:
    """Builders of small files."""
    return Maker


@pytest.fixture(scope="session")
def ids() -> Callable[..., list[str]]:
    """The ids of a document's integrity findings, each once, sorted."""

    def found(document: object) -> list[str]:
        return sorted({item.id for item in document.integrity})  # type: ignore[attr-defined]

    return found

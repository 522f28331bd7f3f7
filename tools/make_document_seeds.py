"""Write the small files in tests/documents/seeds that reading is tested and fuzzed with.

Run it from the repository's root after a change here; the files are kept under version control so
that a test needs neither typst nor python-docx. The person in them is fictional.
"""

import io
import json
import zipfile
from pathlib import Path

import docx
import typst
from docx.shared import Pt, RGBColor

FOLDER = Path("tests/documents/seeds")
JOBS = [
    ("2021 – 2024", "Data Engineer, Larkspur Cards", [
        "Operated the nightly settlement loads, answered their alarms and cut late runs from nine "
        "a month to one",
        "Specified, built and shipped the refund-forecast service in real time with Docker",
    ]),
    ("2018 – 2021", "Data Analyst, Acorn Travel", [
        "Wrote the weekly offer report that the office still plans by",
    ]),
    ("2016 – 2018", "Trainee, Beech Insurance", ["Tested claims forms"]),
]  # fmt: skip
SKILLS = ["Python, SQL", "Airflow, Docker", "Grafana", "German, English"]
HEAD = '#set document(date: none)\n#set page(paper: "a4", margin: 1.8cm)\n#set text(size: 10pt)\n'


def typst_bullets(items: list[str]) -> str:
    return "\n".join(f"- {item}" for item in items)


def columns() -> str:
    """A name over two columns, the main one hyphenated and justified."""
    jobs = "\n".join(f"*{job}* #h(1fr) {when}\n{typst_bullets(did)}" for when, job, did in JOBS)
    skills = " \\\n".join(SKILLS)
    return (
        HEAD + "#set par(justify: true)\n#set text(hyphenate: true, lang: \"en\")\n"
        "#text(size: 18pt)[Mira Holt]\n\nData engineer with office and field experience\n\n"
        "#grid(columns: (1fr, 5cm), gutter: 1cm, [== Experience\n" + jobs + "], "
        "[== Skills\n" + skills + "\n\n== Education\nBSc Statistics, 2016])\n"
    )  # fmt: skip


def table() -> str:
    """Dates in a first column, jobs in a second, on a page with a dark banner."""
    rows = ",\n".join(f"[{when}], [*{job}*\n{typst_bullets(did)}]" for when, job, did in JOBS)
    return (
        HEAD + "#block(fill: rgb(\"#203040\"), width: 100%, inset: 8pt)"
        "[#text(fill: white, size: 16pt)[Mira Holt] \\ #text(fill: white)[Data engineer]]\n"
        "== Experience\n#table(columns: (3cm, 1fr), stroke: none,\n" + rows + ")\n"
        "== Skills\n" + ", ".join(SKILLS) + "\n"
    )  # fmt: skip


def word() -> bytes:
    """A DOCX as a word processor writes it: styles, a table, a header, a hidden line."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Mira Holt"
    document.add_heading("Experience", 1)
    for when, job, did in JOBS:
        row = document.add_table(1, 2).rows[0]
        row.cells[0].text, row.cells[1].text = when, job
        for item in did:
            document.add_paragraph(item, style="List Bullet")
    hidden = document.add_paragraph().add_run("Kubernetes Terraform Prometheus")
    hidden.font.color.rgb, hidden.font.size = RGBColor(255, 255, 255), Pt(1)
    held = io.BytesIO()
    document.save(held)
    return _slim(held.getvalue())


def _slim(data: bytes) -> bytes:
    """The package without its thumbnail, and with one date in it, so that it is always the same."""
    held = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as full,
        zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as slim,
    ):
        for part in full.infolist():
            if "thumbnail" not in part.filename:
                slim.writestr(zipfile.ZipInfo(part.filename), full.read(part), zipfile.ZIP_DEFLATED)
    return held.getvalue()


def open_text() -> bytes:
    """An ODT of a heading, items and a hidden section."""
    names = " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for prefix, name in {"office": "office", "text": "text", "style": "style"}.items()
    )
    items = "".join(
        f"<text:list-item><text:p>{item}</text:p></text:list-item>"
        for _, _, did in JOBS
        for item in did
    )
    content = (
        f"<office:document-content {names}><office:body><office:text><text:h>Mira Holt</text:h>"
        f'<text:list>{items}</text:list><text:section text:display="none">'
        "<text:p>Kubernetes Terraform Prometheus</text:p></text:section>"
        "</office:text></office:body></office:document-content>"
    )
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        package.writestr(zipfile.ZipInfo("mimetype"), "application/vnd.oasis.opendocument.text")
        package.writestr(zipfile.ZipInfo("content.xml"), content, zipfile.ZIP_DEFLATED)
    return held.getvalue()


def main() -> None:
    """Write all seeds."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    items = [item for _, _, did in JOBS for item in did]
    resume = {"basics": {"name": "Mira Holt"}, "work": [
        {"name": job, "startDate": when[:4], "endDate": when[-4:], "highlights": did}
        for when, job, did in JOBS
    ]}  # fmt: skip
    rtf = r"{\rtf1\ansi{\colortbl;\red255\green255\blue255;}Mira Holt\par "
    rtf += (
        r"\par ".join(rf"\bullet  {item}" for item in items)
        + r"\par{\cf1 Kubernetes Terraform Prometheus}}"
    )
    html = "<!doctype html><title>CV</title><style>.x{display:none}</style><h1>Mira Holt</h1><ul>"
    html += (
        "".join(f"<li>{item}</li>" for item in items) + "</ul><p class=x>Kubernetes Terraform x</p>"
    )
    seeds: dict[str, bytes] = {
        "columns.pdf": typst.compile(columns().encode()),
        "table.pdf": typst.compile(table().encode()),
        "word.docx": word(),
        "open.odt": open_text(),
        "rich.rtf": rtf.encode(),
        "page.html": html.encode(),
        "notes.md": ("# Mira Holt\n\n" + "\n".join(f"- {item}" for item in items)).encode(),
        "resume.json": json.dumps(resume, indent=1).encode(),
    }
    for name, data in seeds.items():
        (FOLDER / name).write_bytes(data)
        print(f"{name}: {len(data):,} bytes")


if __name__ == "__main__":
    main()

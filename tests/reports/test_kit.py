"""Papers of a kit: complete for interviewers, silent for candidates, the same each time."""

from dataclasses import replace
from datetime import date
from html import escape, unescape

import pypdfium2
import pytest

from tercet.catalog import load_catalog
from tercet.interviewing.kit import (
    Kit,
    build_kit,
    kit_settings,
    load_bank,
    refused,
    seat_for_role,
)
from tercet.kernel.rules import Finding
from tercet.reports.kit.console import console_kit
from tercet.reports.kit.page import paper_html
from tercet.reports.kit.paper import paper_pdf
from tercet.reports.kit.sheets import papers
from tercet.reports.kit.writing import kit_files

DAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def kit() -> Kit:
    """The usual kit for an MLOps Engineer."""
    seat = seat_for_role(load_catalog(), kit_settings(), "mlops-engineer", "senior")
    return build_kit(seat, load_bank())


@pytest.fixture(scope="module")
def files(kit: Kit):
    """Everything that is written for it."""
    return kit_files(kit, DAY)


def _pdf_text(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    pages = [page.get_textpage().get_text_range() for page in document]
    return " ".join(" ".join(pages).replace("\ufffe", "-").split())


def test_every_stage_has_its_papers(kit, files):
    """A sheet and a scorecard for each interview; an outline and a handout for the candidate."""
    names = sorted(files)
    assert [n for n in names if n.endswith(".html")] == [
        "1-past-work.html", "2-work-sample.html", "3-design-and-trade-offs.html",
        "4-working-together.html", "candidate.html", "work-sample.html",
    ]  # fmt: skip
    assert {n.removesuffix(".html") + ".pdf" for n in names if n.endswith(".html")} <= set(names)
    assert {"scorecards.csv", "kit.json", "1-past-work-scorecard.yaml"} <= set(names)


def test_sheets_hold_questions_probes_and_anchors(kit, files):
    """Page and PDF hold every question, follow-up and anchor of their stage, and no other's."""
    for number, stage in enumerate(kit.stages, start=1):
        name = f"{number}-{stage.name.lower().replace(' ', '-')}"
        page, paper = unescape(files[f"{name}.html"].decode()), _pdf_text(files[f"{name}.pdf"])
        for q in stage.questions:
            for said in (q.text, *q.probes, *q.anchors.values()):
                assert said in page
                assert "".join(said.split()) in paper.replace(" ", "")
        others = [q for s in kit.stages if s is not stage for q in s.questions]
        assert not any(q.text in page for q in others)


def test_candidates_see_no_anchors_and_no_answers(kit, files):
    """Outline and handout hold no question, no anchor, and nothing that there is to find."""
    for name in ("candidate", "work-sample"):
        for text in (unescape(files[f"{name}.html"].decode()), _pdf_text(files[f"{name}.pdf"])):
            for stage in kit.stages:
                for q in stage.questions:
                    assert q.text not in text
                    assert not any(a in text for a in q.anchors.values() if len(a) > 15)
                if stage.exercise:
                    assert not any(x in text for x in stage.exercise.look_for)


def test_the_same_bytes_each_time(kit, files):
    """The same kit and day give the same files."""
    assert kit_files(kit, DAY) == files


def test_pages_ask_nothing_of_anybody(files):
    """No script, no address, no picture from elsewhere."""
    for name, data in files.items():
        if name.endswith(".html"):
            text = data.decode()
            assert "<script" not in text
            assert "http://" not in text
            assert "https://" not in text


def test_text_of_strangers_is_inert(kit):
    """Markup in a user's question is shown as text on the page and in the PDF."""
    hostile = '<script>alert(1)</script> #eval("1") $x$ *b* \\u{41} 漢字 ' + "x" * 300
    stage = kit.stages[0]
    question = replace(stage.questions[0], text=hostile, probes=(hostile, "Why?"))
    bad = replace(kit, stages=(replace(stage, questions=(question,)), *kit.stages[1:]))
    sheet = papers(bad, DAY)[0]
    page = paper_html(sheet)
    assert "<script" not in page
    assert escape("<script>alert(1)</script>", quote=False) in page
    assert '#eval("1")' in _pdf_text(paper_pdf(sheet, DAY))


@pytest.mark.parametrize("unicode", [True, False])
def test_the_terminal_shows_it_within_80_columns(kit, unicode):
    """At most 80 columns, every question named by its id, ASCII alone where it must be."""
    text = console_kit(kit, colour=False, unicode=unicode)
    assert max(map(len, text.splitlines())) <= 80
    assert all(f"[{q.id}]" in text for s in kit.stages for q in s.questions)
    assert unicode or text.isascii()


def test_a_refused_kit_shows_why():
    """Without stages the terminal says that no kit was made, and prints each finding."""
    seat = seat_for_role(load_catalog(), kit_settings(), "data-scientist")
    text = console_kit(
        refused(seat, [Finding("TI030", "error", "q asks about age", "q", None)]),
        colour=False, unicode=True,
    )  # fmt: skip
    assert "No kit was made" in text
    assert "TI030  q asks about age" in text

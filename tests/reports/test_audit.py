"""The audit's page and PDF: the same words everywhere, nothing of a stranger's runs."""

import re
from datetime import date

import pytest

from tercet.auditing import Sample, Tally, audit, audit_limits
from tercet.catalog import load_catalog
from tercet.reports.audit import audit_html, audit_pdf
from tercet.reports.audit.forest import WIDTH, place
from tercet.reports.audit.view import audit_view

DAY = date(2027, 1, 11)
NASTY = "<script>alert(1)</script>"


@pytest.fixture(scope="module")
def limits():
    """The shipped thresholds."""
    return audit_limits(load_catalog())


@pytest.fixture(scope="module")
def result(limits):
    """Three groups, one of them below and one too small, with scores."""
    cells = {
        ("men",): Tally(200, 80, 200, 110, (150, 80)),
        ("women",): Tally(200, 40, 200, 90, (130, 40)),
        (NASTY,): Tally(4, 1, 4, 1, (2, 1)),
        ("unknown",): Tally(7, 2, 7, 3, (4, 2)),
    }
    return audit(Sample(("sex",), cells, (2.0, 3.0), 2.5), limits)


def test_the_page_says_what_the_audit_says(result, limits):
    """Three lines, every group with its counts and words, and whose check it is."""
    page = audit_html(result, limits, DAY)
    assert "One group was selected less often than chance explains." in page
    assert "Furthest behind: women, 40 of 200." in page
    for text in (
        "80 of 200",
        "40 of 200",
        "1 of 4",
        "7 people gave no value",
        "no independent audit",
    ):
        assert text in page


def test_text_of_strangers_stays_text(result, limits):
    """A category named like a script is shown and not run; nothing is fetched."""
    page = audit_html(result, limits, DAY)
    assert NASTY not in page
    assert "&lt;script&gt;alert(1)" in page
    assert len(re.findall("<script", page)) == 1
    assert not re.search(r'(?:src|href)="(?!#|data:)', page)


def test_the_same_audit_gives_the_same_bytes(result, limits):
    """Page and PDF depend on the audit and the day alone."""
    assert audit_html(result, limits, DAY) == audit_html(result, limits, DAY)
    pdf = audit_pdf(result, limits, DAY)
    assert pdf.startswith(b"%PDF")
    assert pdf == audit_pdf(result, limits, DAY)


def test_ratios_sit_on_a_log_axis():
    """Halves are as far apart as doubles; what lies beyond stays on the drawing."""
    assert place(1) - place(0.5) == pytest.approx(place(2) - place(1))
    assert 0 < place(0) < place(1) < place(99) < WIDTH


def test_answers_that_are_no_alarm(limits):
    """Fair, to watch, and too few each have their own three lines."""

    def lines(a, b):
        sample = Sample(("g",), {("A",): a, ("B",): b})
        return audit_view(audit(sample, limits), limits, DAY).lines

    assert "at or above four fifths" in lines(Tally(100, 50), Tally(100, 48))[2]
    seldom = lines(Tally(20_000, 10_000), Tally(20_000, 9_000))
    assert seldom[1] == "No group was under four fifths by more than chance."
    assert (
        lines(Tally(131, 23), Tally(38, 3))[1]
        == "There are too few to say anything, for or against."
    )
    three = {("A",): Tally(131, 23), ("B",): Tally(38, 3), ("C",): Tally(120, 22)}
    view = audit_view(audit(Sample(("g",), three), limits), limits, DAY)
    assert view.lines[2] == "To watch: B, 3 of 38."

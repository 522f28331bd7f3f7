"""ODT: shown text is read by style, hidden text is reported."""

import pytest

from tercet.documents.reading import read_document

UNSEEN = "Kubernetes Terraform Prometheus expert"


def style(properties: str, parent: str = "") -> str:
    return (
        f'<style:style style:name="S" style:family="text" {parent}>'
        f"<style:text-properties {properties}/></style:style>"
    )


def span(text: str) -> str:
    return (
        f'<text:p>Mira</text:p><text:p><text:span text:style-name="S">{text}</text:span></text:p>'
    )


@pytest.mark.parametrize(
    ("properties", "found"),
    [
        ('text:display="none"', ["hidden-text"]),
        ('fo:color="#ffffff"', ["hidden-text"]),
        ('fo:font-size="1pt"', ["tiny-text"]),
        ('fo:color="#ffffff" fo:font-size="1pt"', ["hidden-text", "tiny-text"]),
        ('fo:color="#ffffff" fo:background-color="#203040"', []),
        ('fo:color="#888888" fo:font-size="7pt"', []),
    ],
)
def test_a_styled_span_is_read_as_it_shows(make, ids, properties, found) -> None:
    """Colour, ground, size and display decide whether a span is read."""
    document = read_document(make.odt(span(UNSEEN), style(properties)), "a.odt")
    assert ids(document) == found
    assert (UNSEEN in document.text) is not bool(found)


def test_lists_tables_tabs_and_sections(make, ids) -> None:
    """Items carry bullets, rows stand on one line, a hidden section is not read."""
    body = (
        "<text:list><text:list-item><text:p>Ran<text:s text:c='1'/>it</text:p></text:list-item>"
        "</text:list><table:table><table:table-row><table:table-cell><text:p>2021</text:p>"
        "</table:table-cell><table:table-cell><text:p>Engineer</text:p></table:table-cell>"
        "</table:table-row></table:table><text:p>a<text:tab/>b<text:line-break/>c</text:p>"
        f'<text:section text:display="none"><text:p>{UNSEEN}</text:p></text:section>'
    )
    document = read_document(make.odt(body), "a.odt")
    assert document.text == "• Ran it\n2021\tEngineer\na\tb\nc"
    assert ids(document) == ["hidden-text"]


def test_a_style_that_builds_on_itself_ends(make) -> None:
    """A circle of styles is followed only so far."""
    circle = style('fo:font-size="9pt"', 'style:parent-style-name="S"')
    assert read_document(make.odt(span("Python"), circle), "a.odt").text == "Mira\nPython"

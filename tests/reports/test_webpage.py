"""The HTML page: structure, safety, and nothing fetched from anywhere."""

import re
from collections.abc import Callable
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from tercet.advice.records import Advice
from tercet.reports import html

VOID = {"meta", "link", "br", "img", "input", "hr"}
INSIDE = {"svg", "style", "script"}


class _Outline(HTMLParser):
    """Elements of a page as an indented list, drawings and tables' rows left closed."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.append((tag, found))
        if not INSIDE & set(self.open) and tag not in ("td", "tr", "th", "i", "b", "sup", "mark"):
            name = tag + "".join(f"#{v}" for k, v in attrs if k == "id")
            name += "".join(f".{c}" for c in (found.get("class") or "").split())
            self.lines.append("  " * len(self.open) + name)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop() != tag:
            pass


def _parse(page: str) -> _Outline:
    outline = _Outline()
    outline.feed(page)
    return outline


def test_structure(larkspur: Advice, snapshot: Callable[[str, str], None]) -> None:
    """Sections, headings and tables of the page stay where readers know them."""
    snapshot("plan-outline.txt", "\n".join(_parse(html(larkspur)).lines) + "\n")


def test_structure_when_nothing_fits(
    nothing_fits: Advice, snapshot: Callable[[str, str], None]
) -> None:
    """The page that says no has the conflict, the repairs and the work."""
    page = html(nothing_fits)
    assert "No team can do this by 30 April 2027 for €600,000." in page
    assert "We checked it by solving again without them." in page
    snapshot("none-outline.txt", "\n".join(_parse(page).lines) + "\n")


@pytest.mark.parametrize("name", ["larkspur", "nothing_fits", "hostile"])
def test_accessible(name: str, request: pytest.FixtureRequest) -> None:
    """Language, one h1, no skipped level, scoped heads, sentences on charts, a skip link."""
    tags = _parse(html(request.getfixturevalue(name))).tags
    names = [tag for tag, _ in tags]
    assert dict(tags)["html"]["lang"] == "en-GB"
    assert names.count("h1") == 1
    levels = [int(tag[1]) for tag in names if re.fullmatch(r"h[1-6]", tag)]
    assert all(b - a <= 1 for a, b in pairwise(levels))
    assert all("scope" in found for tag, found in tags if tag == "th")
    drawings = [f for t, f in tags if t == "svg" and "aria-hidden" not in f and "c" in str(f)]
    assert all(f.get("role") == "img" and f.get("aria-label") for f in drawings if "width" in f
               and float(f["width"] or 0) > 60)  # fmt: skip
    assert next(found for tag, found in tags if tag == "a")["href"] == "#main"


def test_links_lead_somewhere(larkspur: Advice) -> None:
    """Every link inside the page has its target."""
    tags = _parse(html(larkspur)).tags
    ids = {found["id"] for _, found in tags if "id" in found}
    inside = [f["href"] or "" for t, f in tags if t == "a" and (f["href"] or "").startswith("#")]
    assert inside
    assert {href[1:] for href in inside} <= ids


@pytest.mark.parametrize("name", ["larkspur", "nothing_fits", "hostile"])
def test_nothing_is_fetched_and_nothing_injected(name: str, request: pytest.FixtureRequest) -> None:
    """One script (the theme), no address but in links, no element of a stranger's."""
    page = html(request.getfixturevalue(name))
    tags = _parse(page).tags
    assert sum(tag == "script" for tag, _ in tags) == 1
    assert not [tag for tag, _ in tags if tag in ("img", "iframe", "object", "form", "base")]
    for tag, found in tags:
        assert not [key for key in found if key.startswith("on")], tag
        assert "src" not in found
        if tag == "a":
            assert str(found["href"]).startswith(("#", "https://", "http://"))
        if tag == "link":
            assert found["href"] == "data:,"
    assert "url(http" not in page
    assert "@import" not in page
    assert "\u202e" not in page
    assert "\x1b" not in page


def test_text_of_strangers_is_shown_as_written(hostile: Advice) -> None:
    """Markup in a brief is visible text; template braces are not run."""
    page = html(hostile)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "{{ 7*7 }}" in page


def test_figures_agree_with_the_terminal(larkspur: Advice) -> None:
    """The page and the terminal show the same figures."""
    from tercet.reports import terminal

    page = re.sub(r"<[^>]+>", "", html(larkspur))
    screen = terminal(larkspur, colour=False, unicode=True)
    for figure in ("€546,000", "83 of 100", "€107,040", "€527,000", "18 Feb 2028", "€391k"):
        assert figure in page
        assert figure in screen


def test_words_we_do_not_use(larkspur: Advice) -> None:
    """No score, no match, no fit, nothing AI-powered, no exclamation."""
    page = re.sub(r"<(style|script)>.*?</\1>|<[^>]+>", " ", html(larkspur), flags=re.S).lower()
    assert not re.findall(r"\b(score|match|fit|ai-powered|insights?|seamless)\b|!", page)

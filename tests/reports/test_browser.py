"""The page in a real browser: no request, no error, no sideways scroll; skipped without one."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tercet.advice.records import Advice
from tercet.reports import html

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A headless Chromium; the test is skipped where there is none."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if path is None:
        pytest.skip(f"none of {', '.join(BROWSERS)} is installed")
    with sync_api.sync_playwright() as play:
        started = play.chromium.launch(executable_path=path, args=FLAGS)
        yield started
        started.close()


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Any]:
    """Open a page of HTML at a width; gives the page, its requests and its messages."""
    contexts = []

    def open_(text: str, width: int, scheme: str = "light") -> tuple[Any, list[str], list[str]]:
        file = tmp_path / "plan.html"
        file.write_text(text, "utf-8")
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, offline=True
        )
        contexts.append(context)
        page = context.new_page()
        requests: list[str] = []
        messages: list[str] = []
        page.on("request", lambda request: requests.append(request.url))
        page.on("console", lambda message: messages.append(message.text))
        page.on("pageerror", lambda error: messages.append(str(error)))
        page.goto(file.as_uri())
        return page, requests, messages

    yield open_
    for context in contexts:
        context.close()


SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.parametrize(
    ("name", "width"),
    [
        *(("larkspur", width) for width in (360, 640, 1000, 1280)),
        *((name, width) for name in ("nothing_fits", "hostile") for width in (360, 1000)),
    ],
)
def test_fits_and_asks_nothing(
    name: str, width: int, opened: Any, request: pytest.FixtureRequest
) -> None:
    """No sideways scroll, no request but the file itself, nothing on the console."""
    page, requests, messages = opened(html(request.getfixturevalue(name)), width)
    assert page.evaluate(SIDEWAYS) <= 0
    assert len(requests) == 1
    assert messages == []


def test_nothing_is_squeezed_or_covered_on_a_phone(opened: Any, larkspur: Advice) -> None:
    """Titles of sources have most of a line; a column that stays put leaves room for the others."""
    page, _, _ = opened(html(larkspur), 360)
    width = "rows => rows.map(row => row.getBoundingClientRect().width)"
    assert min(page.eval_on_selector_all(".sources li > span:not(.no):not(.gr)", width)) > 200
    assert (
        max(page.eval_on_selector_all(".scroll td:first-child, .scroll th:first-child", width))
        < 200
    )


def test_theme_switch(opened: Any, larkspur: Advice) -> None:
    """The button switches the theme, and the page follows the system before that."""
    page, _, _ = opened(html(larkspur), 1280, "dark")
    ground = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(ground) == "rgb(17, 18, 20)"
    page.click("[data-switch-theme]")
    assert page.evaluate(ground) == "rgb(252, 252, 250)"


def test_print_is_light_and_open(opened: Any, larkspur: Advice) -> None:
    """On paper the ground is white, the middle drawing shows, and the controls are gone."""
    page, _, _ = opened(html(larkspur), 1280, "dark")
    page.emulate_media(media="print")
    paper = "getComputedStyle(document.documentElement).getPropertyValue('--paper').trim()"
    assert page.evaluate(paper) == "#FFFFFF"
    assert not page.is_visible(".bar")
    assert page.is_visible("#time .w-mid")
    assert not page.is_visible("#time .w-wide")


def test_targets_are_large_enough_on_a_phone(opened: Any, larkspur: Advice) -> None:
    """Buttons and tabs are at least 36 px high at 360 px."""
    page, _, _ = opened(html(larkspur), 360)
    heights = page.eval_on_selector_all(
        ".tool, .tabs a, summary", "found => found.map(e => e.getBoundingClientRect().height)"
    )
    assert heights
    assert min(heights) >= 36


def test_only_one_drawing_shows(opened: Any, larkspur: Advice) -> None:
    """At each width exactly one drawing of a chart is shown."""
    for width in (360, 900, 1280):
        page, _, _ = opened(html(larkspur), width)
        shown = page.eval_on_selector_all(
            "#time .chart", "found => found.filter(e => e.offsetParent).length"
        )
        assert shown == 1, width

"""What the product must be like."""

from collections.abc import Callable

import pytest

from tercet.brief.needs import count_languages
from tercet.brief.records import Brief
from tercet.brief.words import Text


def needs(brief: Brief) -> set[str]:
    return {need.id for need in brief.needs}


@pytest.mark.parametrize(
    ("text", "need"),
    [
        ("Score transfers in real time.", "real-time"),
        ("Answer within 80 ms.", "real-time"),
        ("Overnight is enough.", "batch"),
        ("Score them weekly.", "batch"),
        ("Predict sales per shop every night.", "batch"),
        ("We serve 11M subscribers.", "high-volume"),
        ("400 requests a second.", "high-volume"),
        ("The regulator wants reasons.", "regulated"),
        ("Records must not leave Switzerland.", "data-residency"),
        ("Everything on premises.", "on-premises"),
        ("An air-gapped site.", "on-premises"),
        ("A clerk checks anything doubtful.", "human-in-the-loop"),
        ("It asks a person above 300 euros.", "human-in-the-loop"),
        ("The radiologist always confirms.", "human-in-the-loop"),
        ("Reviews in German and French.", "multilingual"),
        ("24 languages.", "multilingual"),
    ],
)
def test_a_need_is_heard(read: Callable[..., Brief], text: str, need: str) -> None:
    """Each need is heard in the words of customers."""
    assert need in needs(read(text))


@pytest.mark.parametrize(
    ("text", "need"),
    [
        ("There is no need for real time.", "real-time"),
        ("Real time is not needed.", "real-time"),
        ("A video streaming service.", "real-time"),
        ("Every week we get 300 letters.", "batch"),
        ("Check each production batch.", "batch"),
        ("We have 40,000 customers.", "high-volume"),
        ("Without human review.", "human-in-the-loop"),
        ("Guests stay in Austria.", "data-residency"),
        ("Written in German.", "multilingual"),
        ("Three programming languages.", "multilingual"),
    ],
)
def test_a_need_is_not_imagined(read: Callable[..., Brief], text: str, need: str) -> None:
    """Negations and other meanings of the words are no need."""
    assert need not in needs(read(text))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("In German, French and Italian.", 3),
        ("24 languages", 24),
        ("A chatbot.", 1),
        ("bilingual", 2),
    ],
)
def test_languages_are_counted(text: str, count: int) -> None:
    """Languages are counted from names and numbers."""
    assert count_languages(Text(text)) == count


def test_real_time_and_batch_contradict(read: Callable[..., Brief]) -> None:
    """TB041 fires when both are asked for, and is silent with one."""
    assert "TB041" in [f.code for f in read("Score in real time. An overnight batch.").findings]
    assert "TB041" not in [f.code for f in read("Score in real time.").findings]

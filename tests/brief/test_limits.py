"""Restrictions on team, data and start."""

from collections.abc import Callable

import pytest

from tercet.brief.records import Brief


@pytest.mark.parametrize(
    ("text", "kind", "value", "soft"),
    [
        ("Records must not leave Switzerland.", "data-residency", ("CH",), False),
        ("Data must stay in the EU.", "data-residency", ("EU",), False),
        ("Keep the team on shore if we can.", "onshore-only", None, True),
        ("No offshore.", "onshore-only", None, False),
        ("No agencies.", "no-channel", ("pod",), False),
        ("We cannot use contractors.", "no-channel", ("contractor",), False),
        ("There is a hiring freeze.", "no-channel", ("fte",), False),
        ("At most six people.", "headcount", 6.0, False),
        ("No more than 5 people at once.", "headcount", 5.0, False),
        ("No more than 30 % offshore.", "offshore-share", 0.3, False),
        ("At most a third of the work abroad.", "offshore-share", 0.33, False),
        ("Start after 1 March 2027.", "start", "2027-03-01", False),
        ("The team must be in Poland or Romania.", "regions", ("PL", "RO"), False),
        ("The product owner must sit with us.", "onshore-role", ("ai-product-manager",), False),
        ("No single point of failure in the team.", "resilience", None, False),
    ],
)
def test_a_limit_is_heard(
    read: Callable[..., Brief], text: str, kind: str, value: object, soft: bool
) -> None:
    """Each kind of limit is heard, with its value and how strict it is."""
    (limit,) = read(text).limits
    assert (limit.kind, limit.value, limit.soft) == (kind, value, soft)


@pytest.mark.parametrize(
    "text",
    [
        "Six people work here.",
        "Guests stay in Austria.",
        "We use contractors.",
        "We started in March.",
    ],
)
def test_a_limit_is_not_imagined(read: Callable[..., Brief], text: str) -> None:
    """Facts about people, guests and the past are no limits."""
    assert read(text).limits == ()


def test_no_offshore_with_a_team_abroad(read: Callable[..., Brief]) -> None:
    """TB042 fires when people sit where work is ruled out, and is silent with people at home."""
    text = "Bank in Leeds. No offshore. Team: two software engineers in {}."
    assert "TB042" in [f.code for f in read(text.format("Pune")).findings]
    assert "TB042" not in [f.code for f in read(text.format("Leeds")).findings]


def test_data_residency_against_regions(read: Callable[..., Brief]) -> None:
    """TB043 fires when people may work where data may not go; inside the bloc it is silent."""
    text = "Data must stay in the EU. The team must be in {}."
    assert "TB043" in [f.code for f in read(text.format("India or Poland")).findings]
    assert "TB043" not in [f.code for f in read(text.format("Poland or Romania")).findings]

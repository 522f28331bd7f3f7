"""Text for terminals."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tercet.advice.records import Advice
from tercet.catalog import load_catalog
from tercet.forecast.records import Chance
from tercet.kernel.rules import Finding
from tercet.market import Verdict, market_view
from tercet.planning.records import Limits
from tercet.reports import terminal, terminal_brief, terminal_factcheck, terminal_market
from tercet.reports.console.parts import Column, Ink, ascii_only, cells, cut, dots, table
from tercet.reports.console.timeline import timeline_lines
from tercet.reports.views.basis import findings_of
from tercet.reports.views.costs import cost_view
from tercet.reports.views.people import people_view

PLAIN = Ink(colour=False, unicode=True)


def test_the_screen(larkspur: Advice, snapshot: Callable[[str, str], None]) -> None:
    """The answer first, then people, dots, other teams, what to do: one screen of 80 columns."""
    text = terminal(larkspur, colour=False, unicode=True)
    snapshot("terminal.txt", text)
    assert max(map(cells, text.splitlines())) <= 80


def test_the_screen_in_ascii(larkspur: Advice, snapshot: Callable[[str, str], None]) -> None:
    """A terminal without UTF-8 gets the same screen in ASCII, as wide as before."""
    text = terminal(larkspur, colour=False, unicode=False)
    snapshot("terminal-ascii.txt", text)
    assert text.isascii()
    assert max(map(len, text.splitlines())) <= 80


def test_the_screen_when_nothing_fits(
    nothing_fits: Advice, snapshot: Callable[[str, str], None]
) -> None:
    """No comes first, with the conflict and what would work."""
    snapshot("terminal-none.txt", terminal(nothing_fits, colour=False, unicode=True))


def test_the_screen_counts_the_remarks_of_the_report(larkspur: Advice) -> None:
    """Remarks on the project count like those on advice, plan and brief, each once."""
    more = tuple(Finding(f"TB90{n}", "info", "A remark.") for n in range(3))
    advice = replace(larkspur, project=replace(larkspur.project, findings=more))
    told = re.findall(r"(\d+) (?:more|remarks?) ?", terminal(advice, colour=False, unicode=True))
    assert sum(map(int, told)) == len(findings_of(advice)) >= 3


def test_colour_changes_no_letter(larkspur: Advice) -> None:
    """With colour codes taken out, the text is the same; without colour there are none."""
    coloured = terminal(larkspur, colour=True, unicode=True)
    bare = terminal(larkspur, colour=False, unicode=True)
    assert "\x1b[35m" in coloured
    assert "\x1b" not in bare
    lines = [_without_codes(line).rstrip() for line in coloured.splitlines()]
    assert lines == [line.rstrip() for line in bare.splitlines()]


def _without_codes(text: str) -> str:
    return re.sub(r"\x1b\[\d+m", "", text)


def test_strangers_cannot_paint(hostile: Advice) -> None:
    """Escape codes and direction marks of a brief never reach the terminal; lines keep to 80."""
    text = terminal(hostile, colour=False, unicode=True)
    assert not any(ord(c) < 32 and c != "\n" for c in text)
    assert "\u202e" not in text
    assert "\x1b" not in terminal_brief(hostile.brief, colour=False, unicode=True)


def test_counts_when_a_limit_is_missing(larkspur: Advice) -> None:
    """Without a budget the sentence speaks of the date alone; without both, of 8 in 10."""
    choice = larkspur.recommended
    assert choice
    dated = replace(choice.forecast, chance=Chance(0.84, None, None))
    only_date = replace(
        larkspur, limits=Limits(larkspur.limits.deadline, None),
        recommended=replace(choice, forecast=dated),
    )  # fmt: skip
    text = terminal(only_date, colour=False, unicode=True)
    assert "In 84 of 100 futures that meets your date." in text
    assert "On time" in text
    free = replace(choice.forecast, chance=Chance(None, None, None))
    neither = replace(
        larkspur, limits=Limits(None, None), recommended=replace(choice, forecast=free)
    )
    text = terminal(neither, colour=False, unicode=True)
    assert "You gave no date and no budget" in text
    assert "misses it" not in text


@pytest.mark.parametrize("days", range(0, 40, 5))
def test_the_shortest_work_has_its_mark(larkspur: Advice, days: int) -> None:
    """A few days on a package are drawn, wherever they fall between the columns."""
    choice = larkspur.recommended
    assert choice
    people = people_view(larkspur, choice)
    start = people[0].start + timedelta(days=days)
    work = replace(people[0].stretches[0], start=start, end=start + timedelta(days=4))
    brief_stay = replace(
        people[0], decide=None, offer=None, start=start, able=start, end=work.end,
        stretches=(work,), channel="contractor", share=0.8,
    )  # fmt: skip
    lines = timeline_lines(PLAIN, (*people[1:], brief_stay), (), cost_view(choice, people))
    row = lines[len(people)]
    assert "data scientist, contractor  " in row
    assert row.count("█") == 1


HUNDREDTHS = st.integers(0, 100_000).map(lambda n: n / 100)


@settings(max_examples=60)
@given(
    st.lists(HUNDREDTHS, min_size=25, max_size=25),
    st.one_of(st.none(), HUNDREDTHS),
)
def test_no_dot_straddles_the_limit(values: list[float], limit: float | None) -> None:
    """As many filled dots as values that keep the limit, as many hollow ones as do not."""
    lines, _ = dots(PLAIN, values, limit, 7.0)
    text = "".join(lines)
    kept = sum(limit is None or v <= limit for v in values)
    assert text.count("●") == kept
    assert text.count("○") == len(values) - kept


def test_tables_fit_the_screen() -> None:
    """A long text is cut with an ellipsis; wide letters take two columns."""
    rows = [("漢字" * 60, "1"), ("short", "2")]
    lines = table(PLAIN, (Column("Name"), Column("N", True)), rows)
    assert max(map(cells, lines)) <= 80
    assert cut(PLAIN, "a\x1bb" * 50, 10).endswith("…")


@pytest.mark.parametrize(("said", "plain"), [("€5 … é", "EUR 5 ~ e"), ("a     €5", "a  EUR 5")])
def test_ascii_spelling(said: str, plain: str) -> None:
    """A currency's code takes the blanks in front of its sign."""
    assert ascii_only(said) == plain


def test_the_brief(larkspur: Advice, snapshot: Callable[[str, str], None]) -> None:
    """Each fact stands beside the words that it was read from."""
    text = terminal_brief(larkspur.brief, colour=False, unicode=True)
    snapshot("brief.txt", text)
    assert max(map(cells, text.splitlines())) <= 80


def test_pay_for_one_role_and_for_all() -> None:
    """Pay is shown with how far to trust it, and offers with when somebody could begin."""
    catalog = load_catalog()
    day = date(2026, 11, 23)
    one = terminal_market(
        market_view(catalog, "mlops-engineer", "NL", "senior", day=day), colour=False, unicode=True
    )
    assert "Days to start" in one
    assert "permanent hire" in one
    assert "━●━" in one
    assert "9 in 10 between" in one
    assert "9 in 10 between" in one
    assert max(map(cells, one.splitlines())) <= 80
    every = terminal_market(
        market_view(catalog, None, "NL", "mid", day=day), colour=False, unicode=False
    )
    assert every.isascii()
    assert "data scientist" in every


def test_claims_and_their_verdicts() -> None:
    """A claim is shown with its verdict in words, what was found, and the figures."""
    verdicts = [
        Verdict("c1", "Offshore saves 30 to 50 %", "It saves 38 %", "yes", {"saving": 0.38}, ()),
        Verdict("c2", "One person does it all", "Nobody did", "no", {}, ()),
    ]
    text = terminal_factcheck(verdicts, colour=False, unicode=True)
    assert "2 claims: 1 holds, 1 does not" in text
    assert "saving     0.38" in text


def test_figures_of_a_claim_stand_in_a_table() -> None:
    """What is claimed stands beside what was found, one case a line, ranges in one cell."""
    numbers = {
        "ai-engineer.US": 0.2, "ai-engineer.US.low": 0.14, "ai-engineer.US.high": 0.26,
        "pay.US.low.claimed": 95_000.0, "pay.US.high.claimed": 250_000.0,
        "pay.US.low.found": 107_000.0, "pay.US.high.found": 289_000.0,
    }  # fmt: skip
    verdicts = [Verdict("c1", "Claim", "Found", "partly", numbers, ())]
    text = terminal_factcheck(verdicts, colour=False, unicode=True)
    lines = [" ".join(line.split()) for line in text.splitlines()]
    assert "ai-engineer, US 0.20 0.14 to 0.26" in lines
    assert "pay, US 95,000 to 250,000 107,000 to 289,000" in lines
    assert max(map(cells, text.splitlines())) <= 80

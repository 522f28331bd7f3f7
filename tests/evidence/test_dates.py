"""Months of jobs in the ways people write them."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tercet.evidence.dates import BadSpan, Span, covered, periods

TODAY = date(2026, 11, 23)
WAYS = [
    ("Jan 2020 – Mar 2021", (2020, 1), (2021, 3)),
    ("January 2020 to present", (2020, 1), (2026, 11)),
    ("01/2020 - 03/2021", (2020, 1), (2021, 3)),
    ("2020-01 to 2021-03", (2020, 1), (2021, 3)),
    ("Sept. 2019 — now", (2019, 9), (2026, 11)),
    ("2016–19", (2016, 7), (2019, 6)),
    ("2016 – 2018", (2016, 7), (2018, 6)),
    ("since 2019", (2019, 7), (2026, 11)),
    ("Q3 2020 - Q4 2021", (2020, 7), (2021, 12)),
    ("Jan '20 – Dec '21", (2020, 1), (2021, 12)),
    ("seit Januar 2020", (2020, 1), (2026, 11)),
    ("Januar 2022 – heute", (2022, 1), (2026, 11)),
    ("abril de 2023 – actualidad", (2023, 4), (2026, 11)),
    ("março de 2022 – atual", (2022, 3), (2026, 11)),
    ("octobre 2022 – aujourd'hui", (2022, 10), (2026, 11)),
    ("01.02.2020 – 31.03.2021", (2020, 2), (2021, 3)),
    ("June 2021 to date", (2021, 6), (2026, 11)),
    ("from 2019 until 2021", (2019, 7), (2021, 6)),
    ("May–Aug 2019", (2019, 5), (2019, 8)),
    ("June 2019 -- May 2021", (2019, 6), (2021, 5)),
    ("May 2020 – (ongoing)", (2020, 5), (2026, 11)),
    ("1 de marzo de 2019 – 30 de junio de 2021", (2019, 3), (2021, 6)),
    ("2021 - à ce jour", (2021, 7), (2026, 11)),
    ("May 2018 -> June 2020", (2018, 5), (2020, 6)),
    ("April 2012 to the end of March 2023", (2012, 4), (2023, 3)),
    ("From 15 January 2025, ongoing", (2025, 1), (2026, 11)),
]


@pytest.mark.parametrize(("text", "start", "end"), WAYS, ids=[w[0] for w in WAYS])
def test_a_period_is_read(text, start, end):
    """Each way of writing gives the months meant; a bare year is the middle of it."""
    (found,) = periods(text, TODAY)
    assert isinstance(found, Span)
    assert (found.start, found.end) == (start, end)


@pytest.mark.parametrize("text", ["Mar 2021 – Jan 2020", "Jan 2031 – Mar 2032"])
def test_a_period_that_cannot_be_is_told(text):
    """A period that ends before it starts, or has not begun, is bad."""
    assert [type(p) for p in periods(text, TODAY)] == [BadSpan]


MONTHS = st.tuples(st.integers(2000, 2026), st.integers(1, 12))


@given(st.lists(st.tuples(MONTHS, MONTHS).map(sorted).map(tuple), max_size=6))
@settings(max_examples=60)
def test_overlaps_count_once(spans):
    """Months covered are those of the union, counted one by one."""
    each = {
        (y, m) for y in range(2000, 2027) for m in range(1, 13)
        if any(a <= (y, m) <= b for a, b in spans)
    }  # fmt: skip
    assert covered(spans) == len(each)


@given(st.text(alphabet="JanFeb –-/.0123456789'to present", max_size=40))
@settings(max_examples=150)
def test_any_text_can_be_asked_for_dates(text):
    """No text breaks the reader of dates, and what it finds stands in the text."""
    for found in periods(text, TODAY):
        assert 0 <= found.at[0] < found.at[1] <= len(text)

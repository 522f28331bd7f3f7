"""Dates as people write them."""

from collections.abc import Callable
from datetime import date

import pytest
from babel.dates import format_date
from hypothesis import given, settings
from hypothesis import strategies as st

from tercet.brief.dates import dates
from tercet.brief.records import Brief
from tercet.brief.words import Text

TODAY = date(2026, 11, 23)
WRITTEN = [
    ("by 31 October 2027", "NL", "2027-10-31"),
    ("October 31st, 2027", "US", "2027-10-31"),
    ("the 1st of July 2027", "GB", "2027-07-01"),
    ("2027-06-30", "SE", "2027-06-30"),
    ("15.09.2027", "DE", "2027-09-15"),
    ("30.6.27", "DE", "2027-06-30"),
    ("08/15/2027", "US", "2027-08-15"),
    ("15/08/2027", "GB", "2027-08-15"),
    ("05/06/2027", "US", "2027-05-06"),
    ("05/06/2027", "GB", "2027-06-05"),
    ("by the end of H1 2027", None, "2027-06-30"),
    ("H2 2027", None, "2027-12-31"),
    ("Q3 2027", None, "2027-09-30"),
    ("2027 Q3", None, "2027-09-30"),
    ("3Q27", None, "2027-09-30"),
    ("third quarter of next year", None, "2027-09-30"),
    ("Q2 FY28", "IN", "2027-09-30"),
    ("within two quarters", None, "2027-05-23"),
    ("eight months", None, "2027-07-23"),
    ("in 40 weeks", None, "2027-08-30"),
    ("a year and a half", None, "2028-05-23"),
    ("half a year", None, "2027-05-23"),
    ("18-month", None, "2028-05-23"),
    ("in three quarters' time", None, "2027-08-23"),
    ("mid-March", None, "2027-03-15"),
    ("mid-March 2028", None, "2028-03-15"),
    ("by October", None, "2027-10-31"),
    ("before October", None, "2027-09-30"),
    ("end of next year", None, "2027-12-31"),
    ("by year-end 2027", None, "2027-12-31"),
    ("by Thanksgiving 2027", "US", "2027-11-25"),
    ("by Black Friday", "US", "2027-11-26"),
    ("before Diwali 2027", "IN", "2027-10-28"),
    ("before Easter 2027", None, "2027-03-27"),
    ("ahead of the Christmas peak", None, "2027-10-31"),
    ("by Christmas 2027", None, "2027-12-25"),
    ("before 1 March 2028", None, "2028-02-29"),
    ("before the shop reopens on 1 May 2027", None, "2027-04-30"),
    ("for the 2027/28 season", None, "2027-07-31"),
    ("before the winter season 2027/28", None, "2027-11-30"),
]


@pytest.mark.parametrize(("words", "country", "day"), WRITTEN)
def test_a_date_is_read_as_written(words: str, country: str | None, day: str) -> None:
    """Each way of writing a date gives its day."""
    (found,) = dates(Text(words), TODAY, country)
    assert found.day.isoformat() == day


def test_ramadan_begins_with_the_new_moon() -> None:
    """A feast by the moon is looked up, and said to be an assumption."""
    (found,) = dates(Text("before Ramadan 2027"), TODAY, "AE")
    assert date(2027, 2, 5) <= found.day <= date(2027, 2, 8)
    assert found.assumed


@given(
    st.dates(date(2026, 12, 1), date(2035, 12, 31)),
    st.sampled_from([
        "yyyy-MM-dd", "d MMMM yyyy", "MMMM d, yyyy", "dd.MM.yyyy", "d MMM yyyy", "EEE d MMM yyyy",
    ]),
)  # fmt: skip
@settings(max_examples=150, deadline=None)
def test_formatted_dates_come_back(day: date, pattern: str) -> None:
    """A printed date is read as that day."""
    words = format_date(day, pattern, locale="en_GB")
    assert [w.day for w in dates(Text(words), TODAY, "GB")] == [day]


@given(
    st.dates(date(2026, 12, 1), date(2035, 12, 31)),
    st.sampled_from([("US", "MM/dd/yyyy"), ("GB", "dd/MM/yyyy")]),
)
@settings(max_examples=100, deadline=None)
def test_the_country_orders_day_and_month(day: date, style: tuple[str, str]) -> None:
    """Slashes are read in the order of the country."""
    (found,) = dates(Text(format_date(day, style[1], locale="en_GB")), TODAY, style[0])
    assert found.day == day


@pytest.mark.parametrize(
    "text",
    [
        "We have 18 months of history.",
        "Founded in March 2019, we serve Lyon.",
        "Forecasts four weeks ahead.",
        "Our scientist leaves in June.",
    ],
)
def test_other_times_are_no_deadline(read: Callable[..., Brief], text: str) -> None:
    """History, horizons and people's dates are not taken for the deadline."""
    assert read(text).deadline is None


def test_the_deadline_is_not_the_pilot(read: Callable[..., Brief]) -> None:
    """A milestone gives way to the day of going live."""
    brief = read("Pilot by 1 June 2027, live by 1 October 2027.")
    assert brief.deadline
    assert brief.deadline.date == date(2027, 10, 1)


@pytest.mark.parametrize(
    ("code", "fires", "silent"),
    [
        ("TB020", "Live by 1 May 2027. It must be live by 1 October 2027.", "Live by 1 May 2027."),
        ("TB021", "Live by 1 May 2025.", "Live by 1 May 2027."),
        ("TB022", "Bank in Leeds. Live by 05/06/2027.", "Bank in Leeds. Live by 15/06/2027."),
        ("TB023", "Live in six to eight months.", "Live in eight months."),
        ("TB024", "Live by 1 May 2047.", "Live by 1 May 2027."),
    ],
)
def test_doubts_about_a_deadline(
    read: Callable[..., Brief], code: str, fires: str, silent: str
) -> None:
    """Each rule about deadlines fires on its case and is silent without it."""
    assert code in [f.code for f in read(fires).findings]
    assert code not in [f.code for f in read(silent).findings]


def test_a_deadline_in_the_past_is_an_error(read: Callable[..., Brief]) -> None:
    """No plan can meet a day that is over."""
    (found,) = [f for f in read("Live by 1 May 2025.").findings if f.code == "TB021"]
    assert found.severity == "error"


def test_durations_count_from_today(read: Callable[..., Brief]) -> None:
    """The same words mean another day on another day."""
    brief = read("Budget €1m, 8 months.", today=date(2027, 1, 31))
    assert brief.deadline
    assert brief.deadline.date == date(2027, 9, 30)

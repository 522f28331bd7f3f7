"""Which lines are jobs, and which periods are not."""

import pytest

HEAD = "Ann Teal\nData Engineer\n\nExperience\n"
FIRM = "Data Engineer, Larkspur Cards, Jan 2019 – present\n• Kept the stock tables\n"


def flags(evidence):
    return {flag.id for flag in evidence.red_flags}


@pytest.mark.parametrize(
    "line",
    [
        "Jan 2016 – Dec 2018 Parental leave",
        "2016 – 2018: travelled through Asia.",
        "Career break to care for family, 2016 – 2018",
        "Elternzeit 01/2016 – 12/2018",
        "Congé parental – janvier 2016 à décembre 2018",
    ],
)
def test_leave_is_no_job_and_explains_itself(read, line):
    """Months of leave are not counted, and no gap is held against them."""
    before = "Data Analyst, Umber Rail, Jan 2014 – Dec 2015\n• Kept the rosters\n"
    evidence = read(f"{HEAD}{FIRM}{line}\n{before}")
    assert evidence.months_experience == 95 + 24
    assert "date-inconsistency" not in flags(evidence)


def test_cover_for_somebody_on_leave_is_a_job(read):
    """Who stands in for a colleague on leave works."""
    line = "Data Analyst (maternity leave cover), Umber Rail, Jan 2017 – Dec 2018\n"
    assert read(HEAD + FIRM + line).months_experience == 95 + 24


def test_periods_of_assignments_lie_inside_jobs(read):
    """A table of projects adds no months and no overlap; what it tells counts as work."""
    table = (
        "Project details\nTariff engine, 2020 – 2022\n"
        "• Run the Airflow pipelines of the tariff tables in production\n"
        "Meter portal, 2021 – 2023\n"
    )
    evidence = read(HEAD + FIRM + table)
    assert evidence.months_experience == 95
    assert "date-inconsistency" not in flags(evidence)
    assert evidence.capabilities["pipeline-automation"].rung == "operated"


def test_assignments_are_jobs_where_no_others_are_told(read):
    """A freelancer's list of projects is their career."""
    text = (
        "Ann Teal\nData Engineer\n\nProject list\nUmber Rail, Jan 2020 – Dec 2021\n• Kept tables\n"
    )
    assert read(text).months_experience == 24


def test_a_heading_may_run_into_its_text(read):
    """A paragraph that opens with title, firm and dates is a job, and its text is read."""
    text = "Data Engineer, Larkspur Cards, Jan 2019 – present. " + (
        "Run the Airflow pipelines of forty tables in production and mend what fails at night; "
        "the tables feed the stock desk, the buyers and the finance department of the firm."
    )
    evidence = read(HEAD + text + "\n")
    assert evidence.months_experience == 95
    assert evidence.capabilities["pipeline-automation"].rung == "operated"


def test_a_season_is_three_months(read):
    """An internship of a summer counts as one."""
    line = "Data Intern, Umber Rail – Summer 2024\n• Cleaned tables\n"
    assert read(HEAD + line).months_experience == 3


def test_a_season_in_a_sentence_is_no_job(read):
    """Only a season that stands apart as a heading's date is a period."""
    assert (
        read(f"{HEAD}{FIRM}The tables have fed buyers since spring 2020\n").months_experience == 95
    )


@pytest.mark.parametrize(
    "line",
    [
        "The fuel table has been read by the board since 2021.",
        "Tables kept since 2021 for four desks of the firm",
    ],
)
def test_since_in_a_sentence_dates_the_work_and_no_job(read, line):
    """A sentence that tells how long something has run is no second job."""
    evidence = read(f"{HEAD}{FIRM}{line}\n")
    assert len(evidence.jobs) == 1
    assert "date-inconsistency" not in flags(evidence)


@pytest.mark.parametrize("dates", [", since January 2020", ". From 6 January 2020, ongoing."])
def test_since_at_the_edge_of_a_heading_is_a_job(read, dates):
    """A heading may give only when the job began, apart and with a full stop as well."""
    assert read(f"{HEAD}Data Engineer, Larkspur Cards{dates}\n").months_experience == 83


def test_leave_in_brackets_lies_within_the_job(read):
    """A job whose dates are followed by a leave in brackets, closed or cut off, is a job."""
    for bracket in (
        "(parental leave 06/2021 – 05/2022)",
        "(Elternzeit 06/2021 – 05/2022, since 70",
    ):
        text = f"{HEAD}01/2019 – present {bracket}\nData Engineer, Larkspur Cards\n• Kept tables\n"
        assert read(text).months_experience == 95


def test_a_line_that_leads_in_a_list_is_no_title(read):
    """What follows a title and ends in a colon does not make the job one of another trade."""
    lead = "In charge of the clerk's desk reader from end to end:\n"
    text = f"{HEAD}Data Engineer, Larkspur Cards (Jan 2019 – present)\n{lead}• Kept the tables\n"
    assert read(text).jobs[0].technical


@pytest.mark.parametrize("now", ["até agora", "hasta ahora", "bis heute", "maintenant"])
def test_now_in_other_languages_ends_a_job(read, now):
    """A job that goes on until now runs to the day of reading."""
    text = f"{HEAD}Data Engineer, Larkspur Cards, 01/2019 - {now}\n• Kept the stock tables\n"
    assert read(text).months_experience == 95

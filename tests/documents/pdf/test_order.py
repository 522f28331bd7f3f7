"""Reading order: columns one by one, rows across, wrapped lines joined, divided words whole."""

from tercet.documents.reading import read_document

LEFT = ["Skills", "Python and SQL", "Docker", "Airflow", "Languages", "German", "English"]
RIGHT = ["Experience", "Data Engineer at Larkspur", "Ran the nightly loads for finance",
         "Wrote the checks on late tables", "Analyst at Acorn", "Sales", "Education"]  # fmt: skip


def read(make, *contents: str) -> str:
    document = read_document(make.pdf(*contents), "a.pdf")
    assert document.integrity == ()
    return document.text


def test_columns_drawn_row_by_row_are_read_one_after_the_other(make) -> None:
    """Two columns whose lines were drawn in turns come out column by column."""
    rows = zip(LEFT, RIGHT, strict=True)
    content = "".join(
        make.show(60, 700 - 17 * i, a) + make.show(230, 700 - 17 * i - (5 if i else 0), b)
        for i, (a, b) in enumerate(rows)
    )
    assert read(make, content) == "\n".join(LEFT + RIGHT)


def test_columns_drawn_one_after_the_other_stay_so(make) -> None:
    """A side column with lines level to the main one is not mixed into it."""
    content = "".join(make.show(60, 700 - 16 * i, a) for i, a in enumerate(LEFT))
    content += "".join(make.show(230, 700 - 16 * i, b) for i, b in enumerate(RIGHT))
    assert read(make, content) == "\n".join(LEFT + RIGHT)


def test_a_heading_across_both_columns_comes_first(make) -> None:
    """A line over the gutter parts the page: it is read before the columns under it."""
    head = make.show(60, 740, "Mira Holt, a data engineer who has looked after many tables", 14)
    content = "".join(make.show(60, 700 - 16 * i, a) for i, a in enumerate(LEFT))
    content += "".join(make.show(230, 700 - 16 * i, b) for i, b in enumerate(RIGHT))
    lines = read(make, head + content).split("\n")
    assert lines[0].startswith("Mira Holt")
    assert lines[1:] == LEFT + RIGHT


def test_dates_beside_jobs_are_read_with_their_job(make) -> None:
    """A column of dates belongs to the rows beside it, entry by entry."""
    jobs = [("2021 - 2024", "Engineer, Larkspur"), ("2018 - 2021", "Analyst, Acorn"),
            ("2016 - 2018", "Trainee, Beech")]  # fmt: skip
    content = ""
    for i, (when, job) in enumerate(jobs):
        y = 700 - 60 * i
        content += make.show(60, y, when) + make.show(180, y, job)
        content += make.show(180, y - 14, f"Did task {i}.") + make.show(180, y - 28, "And more.")
    lines = read(make, content).split("\n")
    assert lines == [
        line
        for i, (when, job) in enumerate(jobs)
        for line in (f"{when}\t{job}", f"Did task {i}.", "And more.")
    ]


def test_right_aligned_dates_stand_on_the_line_of_their_job(make) -> None:
    """A date at the right margin is on its job's line, with a tab."""
    content = make.show(60, 700, "Engineer, Larkspur") + make.show(480, 700, "2021 - 2024")
    content += make.show(
        60, 684, "Kept the nightly loads running and answered their alarms at night"
    )
    content += make.show(60, 650, "Analyst, Acorn") + make.show(480, 650, "2018 - 2021")
    assert "Engineer, Larkspur\t2021 - 2024\n" in read(make, content)
    assert "Analyst, Acorn\t2018 - 2021" in read(make, content)


def test_a_wrapped_line_is_joined_and_an_ended_one_is_not(make) -> None:
    """Only the line that the margin broke goes on; the item after it starts anew."""
    content = make.show(
        60, 700, "• Took the fraud scores from a notebook to a service that answers the"
    )
    content += make.show(
        60, 686, "  checkout in forty milliseconds, and kept it there through two sales peaks"
    )
    content += make.show(60, 672, "• Wrote runbooks")
    content += make.show(60, 658, "• Trained two colleagues")
    text = read(make, content)
    assert text.split("\n") == [
        "• Took the fraud scores from a notebook to a service that answers the checkout in forty "
        "milliseconds, and kept it there through two sales peaks",
        "• Wrote runbooks",
        "• Trained two colleagues",
    ]


def test_divided_words_are_whole_and_compounds_keep_their_hyphen(make) -> None:
    """ "automa-/ted" is one word; "real-/time" keeps its hyphen."""
    first = make.show(60, 700, "Moved twelve weekly reports to schedules that were fully automa-")
    first += make.show(60, 686, "ted, and later served the same figures to the dashboard in real-")
    first += make.show(60, 672, "time")
    text = read(make, first)
    assert "fully automated, and" in text
    assert "in real-time" in text


def test_words_set_by_distance_alone_are_parted(make) -> None:
    """Words without a space character between them are told apart by the gap."""
    content = "BT /F1 11 Tf 60 700 Td [(Kept)-300(the)-300(loads)-300(ru)20(nning)] TJ ET\n"
    assert read(make, content) == "Kept the loads running"


def test_a_letter_spaced_heading_is_one_word(make) -> None:
    """ "E X P E R I E N C E" is read as a word, whether spaced by distance or by blanks."""
    content = "BT /F1 11 Tf 4 Tc 60 700 Td (EXPERIENCE) Tj ET\n"
    content += "BT /F1 11 Tf 0 Tc 60 670 Td (E D U C A T I O N) Tj ET\n"
    assert read(make, content).split() == ["EXPERIENCE", "EDUCATION"]


def test_text_on_its_side_is_read_after_the_rest(make) -> None:
    """A heading turned by a quarter is read as words, after upright text."""
    side = "BT /F1 11 Tf 0 1 -1 0 40 300 Tm (Curriculum vitae) Tj ET\n"
    assert read(make, side + make.body()).endswith("Curriculum vitae")


def test_a_bullet_drawn_as_a_shape_is_written(make) -> None:
    """A small square before a line opens an item, and keeps it apart from the line above."""
    content = "62 703 4 4 re f " + make.show(
        75, 700, "Ran the nightly loads and was on call for them"
    )
    content += "62 689 4 4 re f " + make.show(75, 686, "Wrote checks")
    assert read(make, content) == "• Ran the nightly loads and was on call for them\n• Wrote checks"


def test_a_scale_of_squares_is_no_list(make) -> None:
    """Five squares in a row are a mark of skill, and a rule is a line."""
    squares = "".join(f"{150 + 9 * i} 703 5 5 re f " for i in range(5))
    content = squares + make.show(60, 700, "Python") + make.show(210, 700, "fluent")
    content += "60 690 400 1 re f "
    assert "•" not in read(make, content)


def test_words_drawn_twice_for_bold_type_are_read_once(make) -> None:
    """A second drawing a hair's breadth beside the first adds no words."""
    content = make.show(60, 700, "Experience") + make.show(60.3, 700, "Experience")
    assert read(make, content) == "Experience"


def test_lines_of_two_pages_keep_their_page(make) -> None:
    """Each page has its own text and number."""
    document = read_document(make.pdf(make.show(60, 700, "one"), make.show(60, 700, "two")), "a")
    assert [(page.number, page.text) for page in document.pages] == [(1, "one"), (2, "two")]

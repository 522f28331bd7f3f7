"""What may not be asked is found with its law; what sounds like it is left alone."""

import pytest

from tercet.interviewing.kit import check_questions
from tercet.interviewing.kit.lawful import topics
from tercet.kernel.errors import InputError

FORBIDDEN = [
    ("age", "How old are you?"),
    ("age", "What is your date of birth?"),
    ("age", "What year did you graduate from university?"),
    ("age", "Wie alt sind Sie?"),
    ("family", "Are you married?"),
    ("family", "Do you have any kids, and who looks after them?"),
    ("family", "What does your husband do?"),
    ("family", "Avez-vous des enfants ?"),
    ("pregnancy", "Are you pregnant or expecting a baby?"),
    ("pregnancy", "Do you plan to have children in the next years?"),
    ("pregnancy", "Haben Sie einen Kinderwunsch?"),
    ("health", "Do you have any disability that we should know of?"),
    ("health", "How many sick days did you take last year?"),
    ("health", "Have you ever been treated for depression?"),
    ("health", "Are you on medication?"),
    ("genetic", "Is there an illness in your family?"),
    ("religion", "Which church do you go to?"),
    ("religion", "What religious holidays do you observe?"),
    ("religion", "Quelle est votre religion ?"),
    ("origin", "Where are you really from?"),
    ("origin", "What is your native language?"),
    ("origin", "Are you a US citizen?"),
    ("origin", "Woher kommen Sie ursprünglich?"),
    ("sex", "What is your sexual orientation?"),
    ("sex", "As a woman, can you cope with being on call?"),
    ("record", "Have you ever been arrested?"),
    ("record", "Do you have a criminal record?"),
    ("pay-history", "What is your current base salary?"),
    ("pay-history", "How much did you earn in your last job?"),
    ("union", "Have you ever joined a trade union?"),
    ("union", "What do you think about unions?"),
    ("politics", "Whom did you vote for?"),
    ("looks", "How tall are you?"),
    ("private-money", "Do you own a house?"),
]
LAWFUL = [
    "How old is the oldest model that you look after?",
    "How did you find the race condition, and how do you avoid your race conditions now?",
    "Do you have the right to work in the European Union?",
    "Would you need a visa to work here?",
    "What salary do you expect? Is the salary range for this seat acceptable?",
    "Do you need any adjustments for the interview?",
    "How do you set up health checks for your service?",
    "How did you choose your weight decay?",
    "Does your parser support union types?",
    "Have you used genetic algorithms?",
    "Have you had experience with cancer images?",
    "What did you learn, and what did you make of it?",
    "How do you treat child and parent processes?",
    "Do you have children nodes in that tree?",
    "How do holidays change your forecast?",
    "Which country are you based in at present?",
    "How did you test your gender classifier for bias?",
    "Which of the two designs did you vote for?",
    "How do you pay back your technical debt?",
    "Do you have a stopping condition?",
    "How do you keep your faith in a measure?",
    "Have you been charged with leading a team?",
    "How would you model disease spread, and do you have a model of it?",
    "Tell us about a project that failed. How much did you make progress by then?",
]


@pytest.mark.parametrize(("topic", "text"), FORBIDDEN)
def test_forbidden_questions_are_found_with_their_law(topic, text):
    """TI030 names the words, a law with place, date and grade, and what to ask instead."""
    name = next(t.name for t in topics() if t.id == topic)
    found = check_questions({"q7": text})
    assert name in [f.message.split(" asks about ")[1].split(": “")[0] for f in found]
    assert {f.code for f in found} == {"TI030"}
    assert all("grade " in f.message and "Ask instead:" in f.message for f in found)
    assert found[0].place == "q7"


@pytest.mark.parametrize("text", LAWFUL)
def test_lawful_questions_that_sound_alike_pass(text):
    """No finding for a question about the work, whatever words it shares."""
    assert check_questions({"q": text}) == ()


def test_every_topic_has_an_example_here():
    """The examples cover every topic of the data file."""
    assert {t.id for t in topics()} == {topic for topic, _ in FORBIDDEN}


@pytest.mark.parametrize(
    ("where", "code"),
    [
        ("US-CA", "TI030"), ("US-NYC", "TI030"), ("US-NY", "TI030"), ("US-TX", "TI031"),
        ("DE", "TI030"), ("LU", "TI030"), ("GB", "TI031"), (None, "TI030"),
    ],
)  # fmt: skip
def test_law_depends_on_the_place(where, code):
    """Earlier pay: forbidden by some states and the Union; TI031 where we know of no law."""
    (found,) = check_questions({"q": "What is your current salary?"}, where)
    assert found.code == code


def test_only_the_law_of_the_place_is_cited():
    """For Germany no American act is named, and the Union's directives count there."""
    (found,) = check_questions({"q": "How old are you?"}, "DE")
    assert "2000/78" in found.message
    assert "Age Discrimination" not in found.message


@pytest.mark.parametrize("code", ["germany", "de", "USA", "US-", "", "US-CALIF", "XX", "ZZ-CA"])
def test_a_jurisdiction_is_a_code(code):
    """TI032, with the codes known, for what is none; one passes even where we know no law."""
    with pytest.raises(InputError) as caught:
        check_questions({}, code)
    assert caught.value.code == "TI032"
    assert "DE, DK" in caught.value.message
    assert check_questions({"q": "What did you build?"}, "JP") == ()


def test_wording_hides_in_no_typography():
    """Capitals, line breaks and typographic apostrophes change nothing."""
    (found,) = check_questions({"q": "WHAT’S\n your   AGE?"})
    assert "“what's your age”" in found.message


def test_laws_are_dated_graded_and_sourced():
    """Each law has a day, a grade, and a source unless it is from memory."""
    for topic in topics():
        for law in topic.laws:
            assert len(law.date) == 10
            assert law.grade in "ACM"
            assert law.url.startswith("https://") or law.grade == "M"

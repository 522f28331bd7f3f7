"""Pay, years, level, site, titles, pieces: the small readers one by one."""

from decimal import Decimal

import pytest

from tercet.adverts.cleaning import clean
from tercet.adverts.kinds import kind_of
from tercet.adverts.level import level_of, title_of, years_asked, years_of
from tercet.adverts.pay import pay_of
from tercet.adverts.records import Bullet, Pay, Piece
from tercet.adverts.site import place_of, site_of
from tercet.adverts.splitting import heading_of, pieces
from tercet.adverts.titles import role_of_title
from tercet.adverts.unicorn import unicorn_of
from tercet.catalog.records import Catalog


@pytest.mark.parametrize(
    ("text", "pay"),
    [
        ("£45,000 to £55,000 plus bonus", (45000, 55000, "GBP", "year")),
        ("Salary: €75.000 - 95.000 brutto im Jahr", (75000, 95000, "EUR", "year")),
        ("120 000 - 140 000 EUR per year", (120000, 140000, "EUR", "year")),
        ("Salary: 80-100k EUR", (80000, 100000, "EUR", "year")),
        ("CHF 120'000 to 140'000 a year", (120000, 140000, "CHF", "year")),
        ("Rs. 25,00,000 per annum", (2500000, 2500000, "INR", "year")),
        ("up to £50,000 per annum", (None, 50000, "GBP", "year")),
        ("£500 - £600 per day", (500, 600, "GBP", "day")),
        ("$55/hr", (55, 55, "USD", "hour")),
        ("$50/h", (50, 50, "USD", "hour")),
        ("£25 an hour", (25, 25, "GBP", "hour")),
        ("€40 pro Stunde", (40, 40, "EUR", "hour")),
        ("$25.00hr - $30.00hr", (25, 30, "USD", "hour")),
        ("We saved customers $20 an hour", None),
        ("We raised $60 million", None),
        ("sign-on bonus of $20,000 a year", None),
        ("a learning budget of €2000", None),
        ("assets of $37.7 billion", None),
        ("San Jose, CA $195,800.00-$195,800.00 2 weeks ago", None),
    ],
)
def test_pay(text: str, pay: tuple[int | None, int, str, str] | None) -> None:
    """Ranges, ceilings and periods in many spellings; funding and budgets are no pay."""
    low, high, currency, period = pay or (None, 0, "", "")
    want = pay and Pay(None if low is None else Decimal(low), Decimal(high), currency, period)  # type: ignore[arg-type]
    assert pay_of(text) == want


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("3-5 years of experience with SQL", [3]),
        ("at least two years of professional experience", [2]),
        ("5+ yrs experience", [5]),
        ("mindestens 3 Jahre Erfahrung", [3]),
        ("For over 30 years we have served farmers", []),
        ("vesting over 4 years", []),
        ("30-year-old scores", []),
        ("Desired Skills and Experience9+ years of experience", [9]),
    ],
)
def test_years(text: str, years: list[int]) -> None:
    """The lower end of what is asked of a person; the company's own years are not."""
    assert years_asked(text) == years


@pytest.mark.parametrize(
    ("title", "text", "years", "level"),
    [
        ("Staff Engineer", "", None, "lead"),
        ("Engineer II", "", None, "mid"),
        ("Data Scientist - New Grad", "", 5, "junior"),
        ("Engineer (Mid-Senior)", "", 3, None),
        ("Junior / Senior Data Scientist", "", 3, None),
        ("Analyst", "We are looking for a junior or senior analyst", 3, None),
        ("Analyst", "We have openings at several levels", 3, None),
        ("Analyst", "You speak with colleagues at all levels", 3, "mid"),
        ("Jr. / Associate Analyst", "", None, "junior"),
        ("Senior Data Architect", "", None, "senior"),
        ("Analyst", "You have recently graduated", None, "junior"),
        (None, "We are looking for a senior data scientist", 1, "senior"),
        ("Product Manager", "", 5, "senior"),
        (None, "", 4, "mid"),
        (None, "", None, None),
    ],
)
def test_level(title: str | None, text: str, years: int | None, level: str | None) -> None:
    """Title first, then what is stated, then years; several levels are none."""
    assert level_of(title, text, years) == level


@pytest.mark.parametrize(
    ("text", "site"),
    [
        ("Hybrid working, Leeds", "hybrid"),
        ("3 days a week in the office", "hybrid"),
        ("hybrid cloud", None),
        ("hybrid search and retrieval", None),
        ("This role can be remote.", "remote"),
        ("Location: Remote - USA", "remote"),
        ("remote sensing data", None),
        ("This role is an onsite role in Oshkosh", "onsite"),
        ("on-site gym", None),
        ("in person, five days per week in our new office", "onsite"),
        ("5 days in the office", "onsite"),
        ("requires 1-2 days per week office working", "hybrid"),
        ("Flexible office attendance (2-5 days weekly)", "hybrid"),
        ("in an office environment or remotely as needed", "hybrid"),
        ("Location: Home based", "remote"),
        ("a 100% distributed team that has no office", "remote"),
        ("Leeds (remote initially)", None),
        ("a hybrid role that joins research and code", None),
        ("Utrecht", None),
    ],
)
def test_site(text: str, site: str | None) -> None:
    """Only an arrangement of work counts; a city alone, a gym or a cloud does not."""
    assert site_of(None, text) == site


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Senior Machine Learning Engineer", "ai-engineer"),
        ("MLOps Engineer", "mlops-engineer"),
        ("AI Platform Engineer", "mlops-engineer"),
        ("Staff Software Engineer, ML Platform", "mlops-engineer"),
        ("Data Scientist / Machine Learning Engineer", None),
        ("Full Stack Engineer, AI", None),
        ("Director, Data Science", "manager"),
        ("AI Research Scientist", "ml-researcher"),
        ("Analytics Engineer", "data-engineer"),
        ("Sales Engineer", "other"),
    ],
)
def test_titles(title: str, role: str | None) -> None:
    """The published title rules: one role, or none where a title names several."""
    assert role_of_title(title) == role


def test_first_line_as_title() -> None:
    """A first line is a title when it names a trade and is no sentence."""
    assert title_of("# Senior Data Engineer\n\nAbout us") == "Senior Data Engineer"
    assert title_of("About us\n\nJob Title: Senior Analyst\n") == "Senior Analyst"
    assert title_of("We are looking for an engineer\n") is None
    assert title_of("About the engineering team\n") is None


def test_place() -> None:
    """The place named after "Location", or a city with its state."""
    assert place_of("Location: Utrecht, Netherlands\nDuties") == "Utrecht, Netherlands"
    assert place_of("You will work in Palo Alto, CA with us") == "Palo Alto, CA"


def test_glued_sentences_are_cut() -> None:
    """Headings and bullets of a flattened advert come apart; product names stay whole."""
    text = (
        "ResponsibilitiesDesign and train models with PyTorch and JavaScript.Build pipelines that "
        "feed interfacesDevelop tests for everything that we ship to the people who use it every "
        "single day of the year.RequirementsExperience with TensorFlow."
    )
    found = [(p.section, p.text) for p in pieces(text)]
    assert found[0] == ("duty", "Design and train models with PyTorch and JavaScript.")
    assert ("requirement", "Experience with TensorFlow.") in found
    assert any(text.startswith("Develop tests") for _, text in found)


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("Technologies we use (and more!):", "nice"),
        ("Skills (nice to have)", "nice"),
        ("Desired Skills and Experience", "requirement"),
        ("Desired Skills", "nice"),
    ],
)
def test_headings(heading: str, section: str) -> None:
    """Brackets behind a heading tell its kind or nothing; skills and experience are needs."""
    assert heading_of(heading) == (section, "")


def test_heading_within_a_flattened_line() -> None:
    """A heading of several capitals is cut out whole."""
    text = f"{'We keep clusters alive for people who need them every day. ' * 4}"
    found = pieces(f"{text}Attend meetingsDesired Skills and Experience9+ years of Linux.")
    assert found[-1] == Piece("9+ years of Linux.", "requirement")


def test_cleaning() -> None:
    """Tags, entities, invisible characters and mojibake are repaired."""
    assert clean("<p>R&amp;D</p><ul><li>Itâ€™s</li></ul>") == "R&D\n\n- It's"
    assert clean("a\u200bb") == "ab"


def test_title_of_a_flattened_advert() -> None:
    """A title glued to the first heading is found; a sentence is none."""
    tail = (
        "About UsLarkspur Cards issues debit cards and keeps fraud away from people all day long."
    )
    assert title_of(f"Lead ML EngineerLocation: Austin, TX{tail}") == "Lead ML Engineer"
    assert title_of(f"We are an engineering Company {tail}") is None


def test_bonus_beside_a_range() -> None:
    """A bonus named after a range leaves the range pay; named after one amount, it is the bonus."""
    assert pay_of("$166,000 to $244,000 + bonus + equity") == Pay(
        Decimal(166000), Decimal(244000), "USD", "year"
    )
    assert pay_of("$20,000 bonus a year") is None


def test_level_that_is_labelled() -> None:
    """A level named as such counts where the title has none."""
    assert level_of("Analyst", "This is a mid-level position", None) == "mid"
    assert level_of("Analyst", "Seniority level: Senior\n", 1) == "senior"


@pytest.mark.parametrize(
    ("text", "site"),
    [
        ("Fully remote. Our product serves the hybrid workplace.", "remote"),
        ("Office in Nutley (hybrid), or remote", "remote"),
        ("We cannot support remote work", "onsite"),
        ("Telecommute: No", None),
        ("Benefits: Hybrid in SF. In office 3 days/week", "hybrid"),
        ("You are a true hybrid, with a feeling for data", None),
        ("(Onsite 5 days in week)", "onsite"),
    ],
)
def test_site_among_several_words(text: str, site: str | None) -> None:
    """Remote wins where it is offered, not where it is denied; people and clouds are no site."""
    assert site_of(None, text) == site


@pytest.mark.parametrize(
    ("bullets", "title", "years"),
    [
        (["Degree and 7 years of experience", "In lieu of degree, 9 years of experience"], None, 7),
        (["Maximum 2 years of experience in risk"], None, None),
        (["3 years of experience", "10 years of experience"], "Engineer (Mid-Senior)", 3),
        (["3 years of experience", "10 years of experience"], "Senior Engineer", 10),
        (
            ["Openings at several levels", "3 years of experience", "10 years of experience"],
            None,
            3,
        ),
    ],
)
def test_least_years(bullets: list[str], title: str | None, years: int | None) -> None:
    """Ceilings and what stands for a degree do not count; of several levels the lowest does."""
    asked = [Bullet(text, "requirement", None, None, True) for text in bullets]
    assert years_of(asked, title) == years


def test_a_company_is_no_duty() -> None:
    """What a company says of itself asks for nothing, though its name begins like a verb."""
    assert kind_of(Piece("Buildwell is a pricing platform for web apps", None)) == "boilerplate"
    assert kind_of(Piece("Building a pricing platform for web apps", None)) == "duty"


@pytest.mark.parametrize(
    ("text", "deep"),
    [
        ("5+ years of full-stack development", True),
        ("Full-stack development", False),
        ("Master's degree and experience with full-stack development", False),
        ("Deep understanding of full-stack development, end-to-end", True),
        ("Understanding of full-stack development, end-to-end", False),
    ],
)
def test_one_sentence_of_mastery(text: str, deep: bool, catalog: Catalog) -> None:
    """Years and deep understanding make a family count by one sentence; a degree does not."""
    others = [
        Bullet(words, "duty", None, None, True)
        for words in ("Own statistical models end-to-end", "Lead the ML platform, on-call included")
    ]
    bullets = [*others, Bullet(text, "requirement", None, None, True)]
    assert unicorn_of(bullets, {}, None, "senior", None, catalog).verdict == deep


def test_every_seat_of_a_split_has_a_must_have(catalog: Catalog) -> None:
    """A sentence of two roles goes to the one that has fewest; two that have only it share it."""
    bullets = [
        Bullet(words, "duty", None, None, True)
        for words in (
            "Own statistical models and AI systems end-to-end",
            "Own AI systems",
            "Own the ML platform and its data pipelines",
        )
    ]
    split = unicorn_of(bullets, {}, None, "senior", None, catalog).split
    assert {seat.role: len(seat.musts) for seat in split} == {
        "ai-engineer": 1,
        "mlops-engineer": 1,
        "data-engineer": 1,
        "data-scientist": 1,
    }

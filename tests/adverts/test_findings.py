"""Every remark on an advert: one text that earns it, and one that does not."""

from datetime import date

import pytest

from tercet.adverts import read_job
from tercet.catalog.records import Catalog
from tercet.kernel.rules import rulebook

TODAY = date(2026, 11, 24)
DUTY = "- Deploy machine learning models to production and monitor drift so that fraud falls\n"
GOOD = (
    "AI Engineer\n\nResponsibilities\n"
    + DUTY
    + "- Build APIs around models\n\nRequirements\n- 3 years of experience with Python\n"
)
ANALYST = (
    "Data Scientist\n\nResponsibilities\n- Produce weekly sales reports and Power BI dashboards\n"
    "- Answer ad-hoc questions about KPIs from the finance team\n"
)
MANY = "".join(f"- Experience with task number {n} of the field\n" for n in "abcdefghijklm")
TOOLS = (
    "- Python, SQL, Spark, Airflow, Kafka, Docker, Kubernetes, Terraform, MLflow, PyTorch, "
    "TensorFlow, Snowflake, FastAPI\n"
)
UNICORN = (
    "Senior Engineer\n\nResponsibilities\n- Own statistical analysis and predictive modelling\n"
    "- Architect and build the RAG platform of our agents\n- Own ETL pipelines\n"
    "- Lead CI/CD and Kubernetes\n"
)
CASES = {
    "TJ010": (GOOD + MANY, GOOD),
    "TJ011": (
        GOOD.replace("AI Engineer", "Junior AI Engineer").replace("3 years", "9 years"),
        GOOD,
    ),
    "TJ012": (
        GOOD.replace("AI Engineer", "Senior AI Engineer")
        + "\nLocation: Germany\nSalary: €30,000 - €35,000 per year\n",
        GOOD + "\nLocation: Germany\nSalary: €70,000 - €90,000 per year\n",
    ),
    "TJ013": (
        GOOD + "\nLocation: Germany\nSalary: €400,000 - €500,000 per year\n",
        GOOD + "\nLocation: Germany\nSalary: €70,000 - €90,000 per year\n",
    ),
    "TJ014": (GOOD + "\nLocation: Denver, CO\n", GOOD + "\nLocation: Austin, TX\n"),
    "TJ015": (GOOD + "\nPlease state your current salary.\n", GOOD),
    "TJ016": (GOOD + "- You join a young team of digital natives\n", GOOD),
    "TJ017": (GOOD + "- You are a coding ninja\n", GOOD),
    "TJ018": (
        "AI Engineer\n\nResponsibilities\n- Build LLM agents and RAG chatbots with LangChain\n"
        "- Improve prompts for large language models with guardrails\n",
        GOOD,
    ),
    "TJ019": (ANALYST, ANALYST.replace("Data Scientist", "Data Analyst")),
    "TJ020": (UNICORN, GOOD),
    "TJ021": (GOOD + "- PhD in computer science\n", GOOD + "- BSc or MSc in computer science\n"),
    "TJ022": (GOOD + TOOLS, GOOD),
    "TJ023": (GOOD.replace(" so that fraud falls", "").replace(" to production", ""), GOOD),
    "TJ024": (GOOD + "- 12 years of experience with LangChain\n", GOOD),
    "TJ025": ("AI Engineer\n\nRequirements\n- 3 years of experience with PyTorch\n", GOOD),
    "TJ026": (GOOD + "\nLocation: Berlin, Germany\n", GOOD + "\nLocation: Zurich, Switzerland\n"),
}


def codes(text: str, catalog: Catalog) -> set[str]:
    """Codes of the remarks on `text`."""
    return {f.code for f in read_job(text, catalog, today=TODAY).findings}


@pytest.mark.parametrize("code", CASES)
def test_fires(code: str, catalog: Catalog) -> None:
    """The rule fires on the text that breaks it."""
    assert code in codes(CASES[code][0], catalog)


@pytest.mark.parametrize("code", CASES)
def test_silent(code: str, catalog: Catalog) -> None:
    """The rule stays silent on the text that keeps it."""
    assert code not in codes(CASES[code][1], catalog)


def test_every_remark_has_its_case() -> None:
    """No rule of a finding is without a test of firing; the errors have theirs in test_drafting."""
    remarks = {c for c, r in rulebook("tercet.adverts").items() if r.severity != "error"}
    assert remarks == CASES.keys()


def test_law_has_a_first_day(catalog: Catalog) -> None:
    """Before a law is in force nothing is asked: the Netherlands from January 2027."""
    text = GOOD + "\nLocation: Utrecht, Netherlands\n"
    early = read_job(text, catalog, today=date(2026, 12, 31)).findings
    late = read_job(text, catalog, today=date(2027, 1, 1)).findings
    assert "TJ026" not in {f.code for f in early}
    assert "TJ026" in {f.code for f in late}


def test_legal_text_discriminates_nobody(catalog: Catalog) -> None:
    """The list of protected grounds in a statement of equal opportunity is no remark."""
    text = GOOD + (
        "We are an equal opportunity employer: all qualified applicants are considered without "
        "regard to age, gender, native language or mother tongue.\n"
    )
    assert "TJ016" not in codes(text, catalog)


def test_german_wording(catalog: Catalog) -> None:
    """German cues are known too."""
    text = GOOD + "- Du kommst in ein junges, dynamisches Team; Deutsch als Muttersprache\n"
    found = read_job(text, catalog, today=TODAY).findings
    assert sum(f.code == "TJ016" for f in found) == 2

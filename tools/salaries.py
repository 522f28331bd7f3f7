"""Salary data beside the checkout as observations: distinct advertised bands, survey answers.

The files stay outside the project; only aggregates of them enter it. See build_bands.py.
"""

import csv
import math
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "src/tercet/catalog/data"
ADVERTS, SURVEY = "aijobs-2025", "stackoverflow-2025"
"""Ids in sources.csv."""
AD_LEVELS = {"EN": "junior", "MI": "mid", "SE": "senior", "EX": "lead"}
AD_TITLES = {
    "data-scientist": "data scientist|applied data scientist|lead data scientist"
    "|principal data scientist|staff data scientist|data scientist lead|decision scientist",
    "ai-engineer": "ai engineer|machine learning engineer|artificial intelligence engineer"
    "|lead machine learning engineer|principal machine learning engineer"
    "|staff machine learning engineer|lead ai engineer|ai software engineer|ai developer"
    "|machine learning software engineer|machine learning developer|deep learning engineer"
    "|nlp engineer|computer vision engineer|applied machine learning engineer",
    "mlops-engineer": "mlops engineer|ml infrastructure engineer|machine learning platform engineer"
    "|machine learning infrastructure engineer|machine learning operations engineer",
    "data-engineer": "data engineer|analytics engineer|data infrastructure engineer",
    "data-analyst": "data analyst|bi analyst|business intelligence analyst|product analyst",
    "software-engineer": "software engineer|software developer|software development engineer"
    "|backend engineer|full stack engineer|full stack developer|fullstack engineer"
    "|python developer",
    "devops-engineer": "devops engineer|site reliability engineer|platform engineer|cloud engineer",
    "ml-researcher": "research scientist|applied scientist|machine learning researcher"
    "|machine learning scientist|research engineer|ai researcher|ai scientist",
    "ai-product-manager": "ai product manager|ai product owner|data product manager"
    "|data product owner",
}
SURVEY_ROLES = {
    "data-scientist": "Data scientist",
    "ai-engineer": "AI/ML engineer|Developer, AI apps or physical AI",
    "data-engineer": "Data engineer",
    "data-analyst": "Data or business analyst",
    "software-engineer": "Developer, back-end|Developer, full-stack",
    "devops-engineer": "DevOps engineer or professional|Cloud infrastructure engineer",
    "ml-researcher": "Applied scientist",
}
SURVEY_NAMES = {
    "United States of America": "US", "Czech Republic": "CZ", "Viet Nam": "VN", "Turkey": "TR",
    "United Kingdom of Great Britain and Northern Ireland": "GB", "Hong Kong (S.A.R.)": "HK",
}  # fmt: skip
SURVEY_YEARS = ((5, "junior"), (10, "mid"), (20, "senior"), (math.inf, "lead"))
"""Years of coding below which a level is assumed; education counts among them."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One observation: a distinct advertised band, or one survey answer (low = high)."""

    source: str
    role: str
    level: str
    country: str
    low: float
    high: float

    @property
    def middle(self) -> float:
        """Logarithm of the midpoint."""
        return math.log((self.low + self.high) / 2)


def table(path: Path) -> list[dict[str, str]]:
    """Rows of a comma-separated file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_regions() -> dict[str, dict[str, str]]:
    """Catalogue rows of the countries by code, each with its pay factor against the US."""
    factors = {row["id"]: row["values"] for row in table(DATA / "figures/places.csv")}
    return {
        row["id"]: row | {"pay_factor": factors[f"pay-factor.{row['id']}"]}
        for row in table(DATA / "regions.csv")
    }


def read_official_median() -> float:
    """Median pay of data scientists in the US by the official statistics, from the catalogue."""
    rows = {row["id"]: row["values"] for row in table(DATA / "figures/market.csv")}
    return float(rows["oews.data-scientist.p50"])


def read_rates() -> dict[str, float]:
    """US dollars that one unit of each currency buys, from the catalogue."""
    return {row["currency"]: float(row["usd_per_unit"]) for row in table(DATA / "rates.csv")}


def read_adverts(
    path: Path, regions: dict[str, dict[str, str]], rates: dict[str, float]
) -> list[Seen]:
    """Distinct advertised bands in dollars: full time, 2022 on, in the country's own currency.

    The file holds the two ends of one band as neighbouring rows, the higher first. A band in
    dollars for a European seat is as a rule an American advert that leaked into the country.
    """
    roles = {title: role for role, titles in AD_TITLES.items() for title in titles.split("|")}
    rows = table(path)
    ends = {"salary", "salary_in_usd"}
    keys = [tuple(v for k, v in row.items() if k not in ends) for row in rows]
    bands, at = {}, 0
    while at < len(rows):
        high = float(rows[at]["salary"])
        pair = at + 1 < len(rows) and keys[at] == keys[at + 1]
        low = float(rows[at + 1]["salary"]) if pair else high
        if low > high:
            pair, low = False, high
        bands[keys[at], low, high] = rows[at]
        at += 2 if pair else 1
    seen = []
    for (_, low, high), row in bands.items():
        role, country = roles.get(row["job_title"].lower()), row["company_location"]
        own = country in regions and row["salary_currency"] == regions[country]["currency"]
        home = row["employee_residence"] == country and row["employment_type"] == "FT"
        if role and own and home and int(row["work_year"]) >= 2022:
            rate = rates[row["salary_currency"]]
            level = AD_LEVELS[row["experience_level"]]
            if row["job_title"].lower().startswith(("lead ", "principal ", "staff ")):
                level = "lead"
            seen.append(Seen(ADVERTS, role, level, country, low * rate, high * rate))
    return seen


def read_survey(path: Path, regions: dict[str, dict[str, str]]) -> list[Seen]:
    """Answers of people in the nine roles with pay and years; the level is assumed from years."""
    roles = {name: role for role, names in SURVEY_ROLES.items() for name in names.split("|")}
    names = {row["name"]: code for code, row in regions.items()} | SURVEY_NAMES
    seen = []
    for row in table(path):
        role, country = roles.get(row["PrimaryRole"]), names.get(row["Country"])
        if role and country in regions and row["YearsCode"]:
            years, pay = float(row["YearsCode"]), float(row["salary"])
            level = next(name for limit, name in SURVEY_YEARS if years < limit)
            seen.append(Seen(SURVEY, role, level, country, pay, pay))
    return seen

"""The tool that derives the bands: its parts by hand, and the file it makes."""

import csv
import importlib.util
import itertools
import math
import statistics
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def tool():
    return _tool()


def _tool():
    if "build_bands" not in sys.modules:
        sys.path.insert(0, str(ROOT / "tools"))
        spec = importlib.util.spec_from_file_location("build_bands", ROOT / "tools/build_bands.py")
        sys.modules["build_bands"] = module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    return sys.modules["build_bands"]


def test_the_shipped_bands_are_what_the_tool_makes(tool, shared):
    """The same data and catalogue give the same bytes."""
    made = tool.build(shared / "data/salaries")
    assert made == (ROOT / "src/tercet/catalog/data/bands.csv").read_text("utf-8")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.floats(1, 1e6), min_size=2, max_size=60))
def test_quantiles_agree_with_the_standard_library(values):
    """Linear between order statistics, as `statistics.quantiles` with method inclusive."""
    tool, found = _tool(), sorted(values)
    deciles = statistics.quantiles(found, n=20, method="inclusive")
    for q, index in ((0.10, 1), (0.25, 4), (0.50, 9), (0.75, 14), (0.90, 17)):
        assert tool.quantile(found, q) == pytest.approx(deciles[index])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.floats(-5, 5), min_size=1, max_size=8))
def test_the_nearest_rising_sequence_rises_and_keeps_the_mean(values):
    """What rises already is left alone; what falls is averaged, and nothing is added."""
    rising = _tool().rising(values)
    assert all(a <= b + 1e-12 for a, b in itertools.pairwise(rising))
    assert sum(rising) == pytest.approx(sum(values), abs=1e-9)
    if values == sorted(values):
        assert rising == pytest.approx(values)


def test_falling_neighbours_are_averaged(tool):
    """1, 4, 2 becomes 1, 3, 3."""
    assert tool.rising([1.0, 4.0, 2.0]) == [1.0, 3.0, 3.0]


def test_thin_cells_are_pulled_to_the_simpler_model(tool):
    """With a spread of .1 among cells, an error of .1 keeps half, .05 keeps four fifths."""
    for error, kept in ((0.1, 0.5), (0.05, 0.8)):
        pulled = tool.shrunk(tool.Estimate(1.0, error, 9), 0.01)
        assert pulled.value == pytest.approx(kept)
        assert pulled.error == pytest.approx(error * math.sqrt(kept))
    assert tool.shrunk(None, 0.01) == tool.Estimate(0.0, 0.1, 0)


def test_opinions_are_weighed_by_their_precision(tool):
    """Errors .1 and .2 weigh 4 to 1: (4 x 0 + 1 x .5) / 5 = .1, and they lie .2 apart."""
    both, apart = tool.pooled([tool.Estimate(0.0, 0.1, 3), tool.Estimate(0.5, 0.2, 4)])
    assert (both.value, both.n) == (pytest.approx(0.1), 7)
    assert both.error == pytest.approx(1 / math.sqrt(125))
    assert apart == pytest.approx(0.2)


def test_amounts_have_three_digits(tool):
    """A band claims no more than it knows."""
    assert [tool.rounded(v) for v in (123_456.0, 99_999.0, 51.27)] == ["123000", "100000", "51.3"]


def _adverts(tool, folder, *rows):
    columns = (
        "work_year", "experience_level", "employment_type", "job_title", "salary",
        "salary_currency", "salary_in_usd", "employee_residence", "remote_ratio",
        "company_location", "company_size",
    )  # fmt: skip
    path = folder / "adverts.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerows([columns, *rows])
    regions = {"DE": {"currency": "EUR"}, "US": {"currency": "USD"}}
    return tool.read_adverts(path, regions, {"EUR": 1.0, "USD": 1.0})


def _row(
    pay, title="Data Scientist", currency="EUR", level="MI", country="DE", kind="FT", year=2024
):
    return (year, level, kind, title, pay, currency, pay, country, 0, country, "M")


def test_two_rows_of_one_advert_are_one_observation(tool, tmp_path):
    """The ends of a band, the higher first; its middle is 75,000 and a copy counts once."""
    pair = [_row(90_000), _row(60_000)]
    seen = _adverts(tool, tmp_path, *pair, *pair, _row(50_000, "AI Engineer"))
    assert [(s.role, s.low, s.high) for s in seen] == [
        ("data-scientist", 60_000, 90_000), ("ai-engineer", 50_000, 50_000)
    ]  # fmt: skip
    assert seen[0].middle == pytest.approx(math.log(75_000))


def test_rising_neighbours_are_two_adverts(tool, tmp_path):
    """A band starts with its higher end, so a lower row before a higher one is another advert."""
    seen = _adverts(tool, tmp_path, _row(60_000), _row(90_000))
    assert [(s.low, s.high) for s in seen] == [(60_000, 60_000), (90_000, 90_000)]


def test_foreign_money_other_contracts_and_other_titles_are_left_out(tool, tmp_path):
    """Dollars in Germany are an American advert; part time, old rows and other jobs don't count."""
    seen = _adverts(
        tool, tmp_path, _row(150_000, currency="USD"), _row(70_000, kind="PT"),
        _row(70_000, year=2021), _row(70_000, "Chef"), _row(70_000, country="FR"),
    )  # fmt: skip
    assert seen == []


def test_titles_and_levels_lead_to_ours(tool, tmp_path):
    """ML engineers are AI engineers; a lead in the title or an executive is a lead."""
    seen = _adverts(
        tool, tmp_path, _row(1, "Machine Learning Engineer", level="SE"), _row(2, "MLOps Engineer"),
        _row(3, "Lead Data Scientist", level="SE"), _row(4, "Data Engineer", level="EX"),
    )  # fmt: skip
    assert [(s.role, s.level) for s in seen] == [
        ("ai-engineer", "senior"), ("mlops-engineer", "mid"), ("data-scientist", "lead"),
        ("data-engineer", "lead"),
    ]  # fmt: skip

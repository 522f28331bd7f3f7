"""What holds for every advert, however broken its text is."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tercet.adverts import job_json, read_job
from tercet.adverts.cleaning import clean
from tercet.adverts.records import ADVERT_ROLES
from tercet.catalog import load_catalog
from tercet.catalog.records import VETTED

WORDS = st.sampled_from([
    "Responsibilities", "Requirements:", "- Build models", "Python", "R", "5+ years of experience",
    "\n", "\n\n", "•", "deploy ML models to production.", "$120,000", "€50k - €60k", "per year",
    "nice to have", "Kubernetes,", "Senior", "Data Scientist", "&amp;", "<li>", "<br>", "â€™",
    "interfacesDevelop", "Hybrid", "remote.", "up to", "About us", "Similar jobs", "401k",
])  # fmt: skip
ADVERTS = st.lists(WORDS | st.text(max_size=12), max_size=40).map(" ".join)


@settings(max_examples=40, deadline=None)
@given(ADVERTS)
def test_contract_holds(text: str) -> None:
    """Shares sum to 1, ids are known, tools stand in the text, reading twice is the same."""
    catalog = load_catalog()
    job = read_job(text, catalog)
    assert abs(sum(job.roles.values()) - 1) < 1e-9
    assert min(job.roles.values()) >= 0
    assert job.roles.keys() == set(ADVERT_ROLES)
    assert job.primary_role == max(ADVERT_ROLES, key=lambda role: job.roles[role])
    assert [*job.capabilities] == [*VETTED]
    assert all(tool in clean(text) for tool in (*job.tools.must, *job.tools.nice))
    assert not set(job.tools.must) & set(job.tools.nice)
    if job.pay and job.pay.low is not None:
        assert job.pay.low <= job.pay.high
    assert job_json(job) == job_json(read_job(text, catalog))


def test_title_has_no_say_in_the_role(gold: dict[str, Any]) -> None:
    """The same duties under another title are the same work."""
    text = gold["mlops-called-data-scientist"]["text"]
    catalog = load_catalog()
    shares = {
        title: read_job(text.replace("Data Scientist, Platform", title), catalog).roles
        for title in ("Data Scientist", "AI Engineer", "Office Manager", "MLOps Engineer")
    }
    assert len({tuple(s.items()) for s in shares.values()}) == 1


def test_line_ends_may_be_lost(gold: dict[str, Any]) -> None:
    """A flattened advert keeps its role, years and must-have tools."""
    catalog = load_catalog()
    text = gold["plain-mlops-engineer"]["text"].replace("\n- ", " • ").replace("\n\n", "\n")
    flat = read_job(" ".join(text.split("\n")), catalog)
    whole = read_job(text, catalog)
    assert (flat.primary_role, flat.years) == (whole.primary_role, whole.years)
    assert set(flat.tools.must) == set(whole.tools.must)

"""The seat is what the skills matrix or an advert asks for."""

from dataclasses import replace

import pytest

from tercet.adverts import read_job
from tercet.catalog import load_catalog
from tercet.interviewing.kit import kit_settings, seat_for_job, seat_for_role
from tercet.kernel.errors import InputError

ADVERT = """# Senior ML Engineer
Larkspur Cards. You will deploy and serve fraud models on Kubernetes and build REST APIs.

## Requirements
- Deploying machine learning models to production
- Docker, Kubernetes and AWS

## Nice to have
- Airflow
"""
CATALOG, SETTINGS = load_catalog(), kit_settings()


def test_needs_follow_the_skills_matrix():
    """Full shares are musts, halves wishes, the three soft skills come with every role."""
    needs = seat_for_role(CATALOG, SETTINGS, "data-scientist").needs
    assert needs == {
        "data-analysis": "must", "model-prototyping": "must", "model-deployment": "nice",
        "data-engineering": "nice", "evaluation": "must", "product": "nice",
        "business-value": "soft", "collaboration": "soft", "learning": "soft",
    }  # fmt: skip


def test_an_unknown_role_is_named():
    """TI014 for a role that does not exist; a known one at no level is mid."""
    with pytest.raises(InputError) as caught:
        seat_for_role(CATALOG, SETTINGS, "wizard")
    assert caught.value.code == "TI014"
    assert seat_for_role(CATALOG, SETTINGS, "data-analyst").level == "mid"


def test_an_advert_says_what_is_needed():
    """Musts and wishes of the seven come from the advert; its level too, unless one is given."""
    job = read_job(ADVERT, CATALOG, place="advert.md")
    seat = seat_for_job(CATALOG, SETTINGS, job)
    vetted = {c: n for c, n in job.capabilities.items() if n != "absent"}
    assert {c: n for c, n in seat.needs.items() if c in job.capabilities} == vetted
    assert (seat.role, seat.level) == ("ai-engineer", "senior")
    assert seat_for_job(CATALOG, SETTINGS, job, "lead").level == "lead"


def test_an_advert_for_another_job():
    """TI013 when none of the nine roles has a share of the work."""
    job = replace(read_job(ADVERT, CATALOG, place="x"), roles={"other": 1.0}, primary_role="other")
    with pytest.raises(InputError) as caught:
        seat_for_job(CATALOG, SETTINGS, job)
    assert caught.value.code == "TI013"

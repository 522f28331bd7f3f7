"""Adverts written from seats: they say what the seat is and pass our own reading."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from tercet.adverts import criteria_from_job, draft_advert, read_job, seat_of
from tercet.catalog.records import LEVELS, ROLES, Catalog
from tercet.cli.advert import command
from tercet.kernel.errors import InputError

TODAY = date(2026, 11, 24)
CHANNELS = ("fte", "contractor", "pod", "on-staff", "upskill")
LIMIT = 5


@pytest.fixture(scope="session")
def plan() -> dict[str, Any]:
    """A small fictional plan as `tercet plan --format json` writes it."""
    return json.loads(Path(__file__).with_name("plan.json").read_text("utf-8"))


def seats(plan: dict[str, Any]) -> Iterator[str]:
    """Member ids of the recommended team."""
    for engagement in plan["recommended"]["engagements"]:
        for member in engagement["members"]:
            yield member["id"]


def test_every_seat_passes_our_own_checks(plan: dict[str, Any], catalog: Catalog) -> None:
    """Read back, the advert of every seat has its role and level, and no remark above info."""
    for id in seats(plan):
        seat = seat_of(plan, id)
        advert = draft_advert(seat, catalog, today=TODAY)
        job = read_job(advert.markdown, catalog, today=TODAY)
        assert (job.primary_role, job.level) == (seat.role, seat.level), id
        assert [f for f in job.findings if f.severity != "info"] == [], id


@pytest.mark.parametrize("role", ROLES)
def test_every_role_level_and_channel(role: str, plan: dict[str, Any], catalog: Catalog) -> None:
    """Whatever the role, level or channel, the advert is read as such without a warning."""
    base = seat_of(plan, "AI-1")
    for level, channel in zip(("senior", *LEVELS), CHANNELS, strict=True):
        seat = replace(base, role=role, level=level, channel=channel)
        advert = draft_advert(seat, catalog, today=TODAY)
        job = read_job(advert.markdown, catalog, today=TODAY)
        assert (job.primary_role, job.level) == (role, level)
        assert all(f.severity == "info" for f in advert.findings)
        assert sum(b.kind == "requirement" for b in job.bullets) <= LIMIT


def test_pay_is_stated_to_employees(plan: dict[str, Any], catalog: Catalog) -> None:
    """A job advert states a yearly range; a contract brief a day rate from the plan."""
    seat = seat_of(plan, "AI-1")
    pay = read_job(draft_advert(seat, catalog, today=TODAY).markdown, catalog).pay
    assert pay is not None
    assert pay.low is not None
    assert pay.low < pay.high
    assert (pay.currency, pay.period) == ("EUR", "year")
    contract = draft_advert(replace(seat, channel="contractor"), catalog, today=TODAY)
    assert f"{seat.weekly_cost / 5:,.0f} per day" in contract.markdown
    assert contract.form == "Contract brief"


def test_outcome_comes_first(plan: dict[str, Any], catalog: Catalog) -> None:
    """The first list of an advert is what will hold when the seat's packages are done."""
    seat = seat_of(plan, "AI-1")
    text = draft_advert(seat, catalog, today=TODAY).markdown
    done = seat.packages[0][1]
    assert text.index(done) < text.index("## What you will do")


def test_unknown_seat_names_the_known_ones(plan: dict[str, Any]) -> None:
    """TJ001 for a seat that isn't there, with those that are."""
    with pytest.raises(InputError, match="AI-1") as error:
        seat_of(plan, "AI-9")
    assert error.value.code == "TJ001"


@pytest.mark.parametrize(
    "document", [[], {}, {"project": {}, "recommended": None}, {"project": {}, "recommended": {}},
                 {"project": {}, "recommended": {"engagements": 3}}]
)  # fmt: skip
def test_what_is_no_plan(document: object) -> None:
    """TJ002 for anything that isn't a plan with a team."""
    with pytest.raises(InputError) as error:
        seat_of(document, "AI-1")
    assert error.value.code == "TJ002"


def test_unknown_language(plan: dict[str, Any], catalog: Catalog) -> None:
    """TJ003 for a language without sentences."""
    with pytest.raises(InputError) as error:
        draft_advert(seat_of(plan, "AI-1"), catalog, today=TODAY, language="xx")
    assert error.value.code == "TJ003"


def test_command_writes_markdown(tmp_path: Path) -> None:
    """The command prints the advert, or writes it where it is told."""
    plan = str(Path(__file__).with_name("plan.json"))
    shown = CliRunner().invoke(command, [plan, "--seat", "AI-1", "--today", "2026-11-24"])
    assert shown.exit_code == 0
    assert shown.output.startswith("# Senior AI Engineer\n")
    out = tmp_path / "advert.md"
    args = [plan, "--seat", "AI-1", "--today", "2026-11-24", "--out", str(out)]
    assert CliRunner().invoke(command, args).exit_code == 0
    assert out.read_text("utf-8") == shown.output


def test_criteria_of_an_advert(plan: dict[str, Any], catalog: Catalog) -> None:
    """Must-haves become must criteria, nice ones wishes; tools carry the catalogue's names."""
    text = (
        "Senior MLOps Engineer\n\nDuties\n- Monitor models for drift\n\nRequirements\n"
        "- 5 years of experience with k8s\n- Nice to have: Terraform\n"
    )
    criteria = {c.id: c for c in criteria_from_job(read_job(text, catalog), catalog)}
    assert criteria["monitoring"].must
    assert criteria["monitoring"].rung is not None
    assert criteria["tool:Kubernetes"].must
    assert not criteria["tool:Terraform"].must
    assert criteria["months"].months == 60

"""Twins are read alike: who somebody is decides nothing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tercet.evidence.masking import MASK, mask

PEOPLE = st.sampled_from(
    [
        ("Guadalupe Ixtepan", "She", "her", "Texas Southmost College", "Brownsville, TX"),
        ("Bradley Hutchings-Moore", "He", "his", "Yale University", "Greenwich, CT"),
        ("Amara Nwosu-Bell", "She", "her", "Spelman College", "12 Accra Road, Hackney"),
        ("Wei Zhang", "They", "their", "Tsinghua University", "Beijing"),
        ("Jürgen Müller", "He", "his", "TU München", "Hauptstraße 5, München"),
        ("Fatima Al-Sayed", "She", "her", "University of Cairo", "Cairo, Egypt"),
        ("Seán Ó Briain", "He", "his", "MIT", "4 Elm Street, Boston"),
    ]
)
TEXT = """{name}
Data Engineer
{place} | {mail}@example.com | (956) 555-0114
Date of birth: {birth}

Profile
{name} moves data for an insurer. {he} prefers plain SQL and {his} own tests.

Experience
Data Engineer | Larkspur Cards | March 2021 – present
• Operate 60 Dagster jobs and re-run what fails before seven
• Configured the AWS roles with Terraform; {he} answers the alerts
Education
B.A. Computer Science, {school}, 2020
"""


def _text(person, mail="a.b", birth="1 May 1990"):
    name, he, his, school, place = person
    return TEXT.format(
        name=name, he=he, his=his, school=school, place=place, mail=mail, birth=birth
    )


def _reading(evidence):
    """All that is judged, without the words and places of quotes."""
    return (
        {c: (v.rung, [(x.rung, x.owner, x.polarity, x.tool, x.date) for x in v.claims])
         for c, v in evidence.capabilities.items()},
        [(f.id, len(f.quotes)) for f in evidence.red_flags],
        [(s.shown, len(s.quotes)) for s in (evidence.business_impact, evidence.incident_response)],
        evidence.months_experience, evidence.best_role, evidence.production_ready,
        evidence.language, len(evidence.discarded), [t.tool for t in evidence.tools],
    )  # fmt: skip


@given(PEOPLE, PEOPLE, st.sampled_from(["x.y", "longer.name99"]), st.integers(1950, 2005))
@settings(max_examples=40, deadline=None)
def test_twins_are_read_alike(read, one, other, mail, year):
    """Name, pronoun, school, address, contact and birth change nothing that is judged."""
    first, second = _text(one), _text(other, mail, f"3 June {year}")
    assert _reading(read(first)) == _reading(read(second))


@given(PEOPLE)
@settings(max_examples=20)
def test_who_somebody_is_is_masked(person):
    """No part of the name, no pronoun, school, street or contact is left for later steps."""
    (masked,) = mask([_text(person)])
    name, he, _, school, _ = person
    for part in (*name.split(), school, "example.com", "555-0114", "1990"):
        assert part not in masked
    assert f"{he} prefers" not in masked
    assert "Dagster" in masked
    assert "March 2021" in masked


@given(st.text(max_size=200))
@settings(max_examples=150)
def test_masking_keeps_every_offset(text):
    """A masked text is as long as the text, and differs only where it is masked."""
    (masked,) = mask([text])
    assert len(masked) == len(text)
    assert all(a == b or b == MASK for a, b in zip(text, masked, strict=True))


@pytest.mark.parametrize("text", ["450.000 € im Jahr", "20 000 users", "2019-2021", "01.02.2020"])
def test_figures_are_no_telephones(text):
    """Amounts, counts and dates stay readable."""
    assert mask([text]) == [text]


@pytest.mark.parametrize("text", ["028 555 0184", "+48 22 555 01 28", "(956) 555-0114", "555-0114"])
def test_telephones_are_masked(text):
    """Numbers to call are masked, in several ways of writing."""
    assert not any(c.isdigit() for c in mask([text])[0])

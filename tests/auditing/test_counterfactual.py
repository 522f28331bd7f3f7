"""The same résumé of somebody else: swaps change who it is, and no verdict."""

from datetime import date

import pytest

from tercet.auditing.counterfactual import counterfactual
from tercet.auditing.counterfactual.swaps import name_in, swaps
from tercet.auditing.counterfactual.verdicts import verdicts
from tercet.catalog import load_catalog
from tercet.documents.records import Document, Page
from tercet.documents.worker import read_safely
from tercet.screening import criteria_for_role, screen_document

TEXT = """# Bronagh Ilunga

Derry · bronagh.i@example.org · 028 555 0184

## Work

### MLOps Engineer | Foyle Grocery Delivery | since 2019

- Ran the release pipeline of 18 models in production; Bronagh was on call every fourth week
- She rolled back four releases last year

## Education

- BSc Computer Science, Lough Swilly University, 2019
"""


def document(text):
    return Document("cv.md", "0" * 64, "markdown", (Page(1, text),), "full", (), (), ())


def swapped(kind, label):
    (swap,) = [s for k, name, s in swaps(TEXT) if (k, name) == (kind, label)]
    return swap(TEXT)


def test_names_are_swapped_wherever_they_stand():
    """Heading, sentence and address."""
    text = swapped("name", "woman-arabic")
    assert "Bronagh" not in text
    assert "bronagh" not in text
    assert text.startswith("# Fatima al-Masri\n")
    assert "Fatima was on call" in text


def test_pronouns_schools_and_towns():
    """Each kind changes what it is about and leaves the work alone."""
    assert "- He rolled back four releases" in swapped("pronouns", "he")
    assert "BSc Computer Science, University of Lagos, 2019" in swapped("school", "abroad")
    assert "Nairobi, Kenya · bronagh.i@example.org · 028 555 0184" in swapped("address", "abroad")
    for kind, label in (("pronouns", "he"), ("school", "abroad"), ("address", "abroad")):
        assert "Foyle Grocery Delivery | since 2019" in swapped(kind, label)


def test_a_swap_that_changes_nothing_is_no_test():
    """Without a pronoun in the text no pronoun is counted."""
    kinds = {kind for kind, *_ in swaps("MLOps work in production since 2019\n")}
    assert "pronouns" not in kinds
    assert name_in("Curriculum Vitae\nAnna Berg\n") == "Anna Berg"
    assert name_in("Experience 2019 to 2024, with much more to say\n") is None


def test_a_judge_who_looks_at_names_is_caught():
    """A verdict that depends on the first name changes, and the change is named."""
    result = counterfactual([document(TEXT)], lambda d: {"fits": "Fatima" not in d.text})
    assert result.changed == 1
    (change,) = result.changes
    assert (change.kind, change.swap, change.before, change.after) == (
        "name",
        "woman-arabic",
        True,
        False,
    )
    unread = counterfactual([document(TEXT)], lambda d: None)
    assert (unread.resumes, unread.verdicts) == (0, 0)


@pytest.mark.parametrize("role", ["mlops-engineer", "ai-engineer"])
def test_our_screening_does_not_change_its_mind(shared, role):
    """On the development résumés no swap of name, pronoun, school or town changes a verdict."""
    catalog = load_catalog()
    criteria = criteria_for_role(catalog, role, None)
    files = sorted((shared / "resumes").glob("dev-0*"))
    documents = [document(TEXT), *(read_safely(file) for file in files)]
    result = counterfactual(
        documents,
        lambda d: verdicts(screen_document(d, catalog, criteria, today=date(2026, 11, 24))),
    )
    assert result.verdicts > 1500
    assert {swap.kind for swap in result.swaps} == {"name", "pronouns", "school", "address"}
    assert result.changes == ()

"""Packages of the user's own: from the written brief to the project that is planned."""

import json
from dataclasses import replace
from datetime import date
from importlib import resources

import pytest

from tercet.advice.pose import pose
from tercet.brief.project import outline
from tercet.brief.records import Edge, Triple
from tercet.brief.written import brief_from_text, brief_to_yaml, load_brief
from tercet.catalog.records import ARCHETYPES
from tercet.kernel.errors import InputError

TODAY = date(2026, 11, 23)
HEAD = "form: tercet-brief\narchetype: churn-propensity\nhome: NL\n"
PACKAGES = """packages:
  - {id: a, name: Frame, kind: frame, work: {product: 1}}
  - {id: b, name: Build, kind: service, after: [a], work: {api-development: [1, 2, 4]}}
  - {id: c, name: Look after, kind: hyper, after: [b], work: {monitoring: 1}}
"""


def form(catalog, text):
    return brief_from_text(HEAD + text, catalog, today=TODAY, place="mine.yaml")


def test_a_file_s_packages_are_what_is_planned(tmp_path, catalog):
    """From YAML on disk to the planner's problem: the user's packages, edges and efforts."""
    file = tmp_path / "mine.yaml"
    file.write_text(HEAD + "needs: [regulated]\nsize: XL\n" + PACKAGES, "utf-8")
    project = pose(load_brief(file, catalog, today=TODAY), catalog).problem.project
    assert [p.id for p in project.packages] == ["a", "b", "c"]
    assert project.package("b").work == {"api-development": Triple(1, 2, 4)}
    assert project.package("b").after == (Edge("a", hard=True),)
    assert project.live == "b"
    assert project.archetype == "churn-propensity"


@pytest.mark.parametrize("archetype", ARCHETYPES)
def test_packages_written_out_come_back_the_same(catalog, archetype):
    """A blueprint written out and not touched gives the same work again, and the same file."""
    brief = brief_from_text(
        f"form: tercet-brief\narchetype: {archetype}\nneeds: [regulated, real-time]\nsize: L",
        catalog, today=TODAY,
    )  # fmt: skip
    work = outline(brief, catalog)
    again = brief_from_text(brief_to_yaml(brief, work), catalog, today=TODAY)
    assert outline(again, catalog) == replace(work, findings=())
    assert brief_from_text(brief_to_yaml(again), catalog, today=TODAY) == again


def test_an_edited_effort_is_planned_with(catalog):
    """What the user changes in a written package is in the project; the rest stays."""
    brief = form(catalog, "")
    work = outline(brief, catalog)
    written = brief_to_yaml(brief, work).replace("product: [1.05, 1.5, 2.25]", "product: [2, 3, 5]")
    again = outline(brief_from_text(written, catalog, today=TODAY), catalog)
    assert again.packages[0].work["product"] == Triple(2, 3, 5)
    assert again.packages[1:] == work.packages[1:]


def test_live_may_be_named(catalog):
    """`live` says which package's end means live."""
    packages = PACKAGES.replace("hyper", "service")
    assert outline(form(catalog, packages + "live: b\n"), catalog).live == "b"


@pytest.mark.parametrize(
    ("code", "place", "old", "new"),
    [
        ("TC049", "mine.yaml: packages", "kind: frame", "kind: frame, after: [c]"),
        ("TC048", "mine.yaml: packages: b", "after: [a]", "after: [z]"),
        ("TC046", "mine.yaml: packages: a", "product: 1", "magic: 1"),
        ("TC045", "mine.yaml: packages: a", "product: 1", "product: -1"),
        ("TC050", "mine.yaml: packages", "after: [b]", "after: []"),
        ("TC052", "mine.yaml: packages", "packages:", "live: go\npackages:"),
        ("TC053", "mine.yaml: packages", "packages:", "live: c\npackages:"),
        ("TC040", "mine.yaml: packages", PACKAGES, "packages: []"),
        ("TC040", "mine.yaml: packages", PACKAGES, "packages: all"),
        ("TB062", "mine.yaml: live", PACKAGES, "live: b"),
    ],
)  # fmt: skip
def test_faults_name_the_rule_and_the_place(catalog, code, place, old, new):
    """Circles, unknown words, negative effort, no live package: errors with a place."""
    with pytest.raises(InputError) as caught:
        form(catalog, PACKAGES.replace(old, new, 1))
    assert (caught.value.code, caught.value.place) == (code, place)


def test_own_packages_are_remarked_on(catalog):
    """A reader learns that size and needs change nothing any more; without packages, nothing."""
    assert "TB064" in [f.code for f in form(catalog, PACKAGES).findings]
    assert "TB064" not in [f.code for f in form(catalog, "").findings]


def test_the_schema_tells_of_packages():
    """The published schema holds the packages with their fields, kinds and capabilities."""
    text = resources.files("tercet.brief.data").joinpath("brief.schema.json").read_text("utf-8")
    package = json.loads(text)["$defs"]["PackageForm"]
    assert {"id", "name", "kind", "work"} == set(package["required"])
    assert "hyper" in package["properties"]["kind"]["enum"]
    assert "security-compliance" in text

"""Blueprints: what the shipped ones hold, and every rule of their files firing."""

import re
import shutil
from pathlib import Path

import pytest

from tercet.catalog.blueprints import (
    FEWEST,
    MOST,
    SHIPPED,
    check_blueprints,
    load_blueprints,
    shipped_kinds,
)
from tercet.catalog.graph import ancestors, ends, find_cycle, in_order
from tercet.catalog.load import load_catalog
from tercet.catalog.packages import is_hard, three
from tercet.catalog.records import ARCHETYPES, CAPABILITIES
from tercet.kernel.errors import InputError

COLUMNS = (
    "product", "data-analysis", "data-engineering", "evaluation", "model-prototyping",
    "model-deployment", "api-development", "pipeline-automation", "cloud-infrastructure",
    "monitoring", "security-compliance",
)  # fmt: skip
LIKELY = """
llm-product             4    4    5.5  7.5  11.5  4    9     2.5  3    5    4.5
fraud-detection         3.5  11.5 12   4.5  8     6.5  6     6.5  3.5  6    4
recommendation          3.5  6.5  10   5    10    6.5  6     5.5  3    4    0.5
forecasting             4    9    6.5  2.5  7.5   0.5  4     4    2    4    0.5
document-extraction     3    3.5  4    6.5  8     2    9.5   2.5  2.5  3.5  2
vision-inspection       3    2    5    6    8     6.5  5     3    2.5  4    0.5
churn-propensity        3.5  8.5  3.5  2    3     0    2     3    1    2.5  0.5
search-ranking          3    6    6.5  4.5  11    6    5     4    3.5  3.5  0.5
predictive-maintenance  3.5  9.5  7    2.5  7     2.5  3     3    2.5  5    1.5
speech-analytics        4    2.5  4.5  6    9     2    5     4    2.5  3.5  2.5
agentic-automation      5    3    1.5  9    10    2.5  13.5  3    3.5  6    5.5
pricing-optimisation    5    8.5  4    6    8     0    7     3    1.5  3.5  1
generic-ml              3    5.5  6    4.5  5     4    5.5   3.5  2.5  4.5  1.5
"""
"""Likely person-weeks by capability at size M without needs, from the study of blueprints."""


@pytest.fixture(scope="module")
def blueprints():
    return load_blueprints(SHIPPED)[0]


def test_the_shipped_files_break_no_rule():
    """What is shipped is sound: no finding, every kind of project, the added packages of all."""
    blueprints, added = load_blueprints(SHIPPED)
    assert check_blueprints(SHIPPED) == ()
    assert tuple(blueprints) == ARCHETYPES
    assert [a.package.id for a in added] == [
        "RT1", "RT2", "BA1", "HV1", "RG1", "RG2", "RG3", "DR1", "OP1", "OP2", "HL1", "ML1",
    ]  # fmt: skip


@pytest.mark.parametrize("row", LIKELY.split("\n")[1:-1])
def test_efforts_add_up_to_the_study(row, blueprints):
    """Splitting rollout from hypercare neither added nor lost work in any capability."""
    archetype, *wanted = row.split()
    found = dict.fromkeys(COLUMNS, 0.0)
    for package in blueprints[archetype].packages:
        for capability, effort in package.work.items():
            found[capability] += effort[1]
    assert list(found.values()) == pytest.approx([float(value) for value in wanted])


def test_every_low_and_high_surround_the_likely(blueprints):
    """Low and high together average about half and twice the likely effort, as in the study."""
    low, likely, high = (
        sum(
            effort[i] for b in blueprints.values() for p in b.packages for effort in p.work.values()
        )
        for i in range(3)
    )
    assert 0.5 < low / likely < 0.65
    assert 1.8 < high / likely < 2.1


def test_every_blueprint_is_one_piece_of_work(blueprints):
    """One start, one end, no circle, 10 to 25 packages; after live comes only hypercare."""
    for blueprint in blueprints.values():
        after = {p.id: [id for id, _ in p.after] for p in blueprint.packages}
        assert find_cycle(after) is None
        (start,), (end,) = ends(after)
        assert FEWEST <= len(after) <= MOST
        kinds = {p.id: p.kind for p in blueprint.packages}
        assert kinds[start] == "frame"
        assert kinds[end] == "hyper"
        later = set(after) - ancestors(after, blueprint.live) - {blueprint.live}
        assert later == {end}


def test_gates_and_their_like_are_never_overlapped(blueprints):
    """A link is hard by the overlap rule, and soft otherwise."""
    packages = {p.id: p for p in blueprints["fraud-detection"].packages}
    links = {(before, p.id): hard for p in packages.values() for before, hard in p.after}
    assert links["F01", "F02"]
    assert links["F17", "F20"]
    assert links["F07", "F09"]
    assert not links["F03", "F06"]
    kinds = shipped_kinds()
    for (before, id), hard in links.items():
        assert hard == is_hard(kinds[packages[before].kind], kinds[packages[id].kind])


def test_only_the_study_s_quality_work_has_a_long_tail(blueprints):
    """Four packages are of the "80 % done" kind, and no other."""
    found = {p.id for b in blueprints.values() for p in b.packages if p.kind == "quality"}
    assert found == {"L17", "D07", "G15", "C07"}


def test_every_project_waits_somewhere(blueprints):
    """No blueprint pretends that the calendar is effort alone: each waits before it is live."""
    for blueprint in blueprints.values():
        assert any(p.wait for p in blueprint.packages if p.kind in ("shadow", "abtest"))


def test_every_text_is_there_and_every_capability_known(blueprints):
    """Each package says what it leaves behind, when it is done and who receives it."""
    for blueprint in blueprints.values():
        for package in blueprint.packages:
            assert package.artefact
            assert package.done_when
            assert "→" in package.handoff
            assert set(package.work) <= set(CAPABILITIES)
            assert package.grade == "J"
        assert len(blueprint.cues) >= 25


EDITS = [
    # rule, blueprint text, what it becomes
    ("TC041", "id: N06", "id: N05"),
    ("TC042", "wait: [2, 4, 6]", "waits: [2, 4, 6]"),
    ("TC043", "kind: audit", "kind: audits"),
    ("TC044", 'name: "Pilot"', 'name: ""'),
    ("TC045", "work: {api-development: 2.5}", "work: {api-development: [3, 2, 1]}"),
    ("TC045", "work: {api-development: 2.5}", "work: {}"),
    ("TC046", "work: {api-development: 2.5}", "work: {apis: 2.5}"),
    ("TC048", "after: [N01]", "after: [N99]"),
    ("TC049", "after: [N01]", "after: [N03]"),
    ("TC050", "after: [N17]", "after: [N16]"),
    ("TC052", "live: N17", "live: N99"),
    ("TC053", "live: N17", "live: N18"),
    ("TC054", "spread: 0.45", "spread: wide"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped files that a test may spoil."""
    shutil.copytree(SHIPPED, tmp_path / "data")
    return tmp_path / "data"


def _spoil(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


@pytest.mark.parametrize(("code", "old", "new"), EDITS)
def test_each_rule_fires_and_names_the_file(code, old, new, folder):
    """A slip in a blueprint is caught by its own rule, with the place where it stands."""
    _spoil(folder / "blueprints/generic-ml.yaml", old, new)
    found = [finding for finding in check_blueprints(folder) if finding.code == code]
    assert found
    assert found[0].place.startswith("blueprints/generic-ml.yaml")
    with pytest.raises(InputError):
        load_blueprints(folder)


def test_a_circle_is_named_in_order_of_work(folder):
    """The message walks the circle from package to package back to the first."""
    _spoil(folder / "blueprints/generic-ml.yaml", "after: [N01]", "after: [N03]")
    (found,) = check_blueprints(folder)
    assert "N02 → N03 → N02" in found.message


def test_a_factor_below_zero_is_refused(folder):
    """A need may shrink work and never undo it."""
    _spoil(folder / "blueprints/llm-product.yaml", "regulated: 1.2", "regulated: -1")
    assert "TC047" in {finding.code for finding in check_blueprints(folder)}


def test_packages_that_are_no_list_are_refused(folder):
    """Something else in the place of the packages is named, not stumbled over."""
    path = folder / "blueprints/generic-ml.yaml"
    path.write_text(path.read_text("utf-8").split("packages:")[0] + "packages: none\n", "utf-8")
    assert [finding.code for finding in check_blueprints(folder)] == ["TC040"]


def test_too_few_packages_are_refused(folder):
    """A blueprint of three packages says too little about who is needed when."""
    path = folder / "blueprints/generic-ml.yaml"
    head = path.read_text("utf-8").split("packages:")[0].replace("live: N17", "live: a")
    row = "  - {id: %s, name: x, kind: %s, work: {product: 1}, after: [%s]}\n"
    rows = row % ("a", "frame", "") + row % ("b", "hyper", "a")
    path.write_text(f"{head}packages:\n{rows}", "utf-8")
    assert [finding.code for finding in check_blueprints(folder)] == ["TC051"]


@pytest.mark.parametrize("old", ["after_kinds: [frame]", "need: regulated"])
def test_an_added_package_that_joins_nothing_is_refused(old, folder):
    """A package of a need names kinds and needs that exist."""
    _spoil(folder / "needs.yaml", old, old.replace("frame", "frames").replace("regulated", "rules"))
    assert "TC055" in {finding.code for finding in check_blueprints(folder)}


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        (2, (1.0, 2.0, 3.0)), ([1, 2, 4], (1, 2, 4)),
        ({"low": 1, "likely": 2, "high": 4}, (1, 2, 4)),
        ([2, 1, 4], None), ([-1, 0, 1], None), ([1, 2], None), ("2", None), (True, None),
        (None, None), ([1, 2, float("nan")], None), ([1, 2, float("inf")], None),
    ],
)  # fmt: skip
def test_efforts_are_three_rising_numbers(value, wanted):
    """Three forms of an effort are read; whatever is not a rising triple is refused."""
    assert three(value, (0.5, 1.5)) == wanted


def test_order_keeps_to_the_given_one_where_it_can():
    """Predecessors come first, and nothing moves that need not."""
    assert in_order({"c": ["a"], "b": [], "a": [], "d": ["b"]}) == ("b", "a", "c", "d")


def test_every_ground_of_a_package_is_a_source(blueprints):
    """What a package says it rests on can be looked up among the sources of the catalogue."""
    sources = load_catalog().sources
    added = load_blueprints(SHIPPED)[1]
    packages = [p for b in blueprints.values() for p in b.packages] + [a.package for a in added]
    for package in packages:
        grounds = re.findall(r"\bE\d+\b", package.basis)
        assert bool(grounds) != (package.basis == "assumption")
        assert set(grounds) <= set(sources)

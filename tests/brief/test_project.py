"""From a brief to its work: sizes, needs, joining, and projects of the user's own."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tercet.brief.project import outline, project_from_rows, rows_of
from tercet.brief.records import Archetype, Brief, Need, Project, Triple
from tercet.brief.scaling import without_slivers
from tercet.brief.wiring import graph_of
from tercet.catalog.blueprints import MOST
from tercet.catalog.graph import ancestors, ends, find_cycle
from tercet.catalog.load import load_catalog
from tercet.catalog.records import ARCHETYPES, NEEDS
from tercet.kernel.errors import InputError

CATALOG = load_catalog()
SUMS = """
llm-product 35 60 114 200
fraud-detection 43 72 128 216
recommendation 35 60 114 200
forecasting 26 44 82 143
document-extraction 27 47 89 157
vision-inspection 27 46 83 142
churn-propensity 17 30 53 92
search-ranking 31 54 101 177
predictive-maintenance 28 47 85 145
speech-analytics 26 46 87 155
agentic-automation 37 62 113 194
pricing-optimisation 28 48 88 153
generic-ml 27 46 84 146
"""
"""Likely person-weeks at S, M, L and XL, from the study of blueprints (rounded there)."""
COLUMNS = ("real-time", "batch", "high-volume", "regulated", "data-residency", "on-premises",
           "human-in-the-loop", "multilingual")  # fmt: skip
ADDS = """
llm-product            13.3  1    7.9  22.8 6.6 14   9.6 5.8
fraud-detection        15.1 -2.2  11.3 21.8 6   12.3 8.7 1.7
recommendation         10.3 -1.8  10.2 19.5 5.7 13.1 8.8 5
forecasting            11.9  0.2  7.2  19   5.7 12.1 8.6 4.4
document-extraction    13.8 -1.2  8.4  19.3 5.8 12.8 6.7 3.6
vision-inspection      8    -1.7  8    19.3 7.1 13.4 8.7 4.3
churn-propensity       11    1    6.5  18.1 5.4 10.6 7.4 2.8
search-ranking         9.3  -1.8  8.8  18.1 5.5 12.8 8.6 5.5
predictive-maintenance 11.3  1    6.7  19.7 6.5 12.7 8.2 4.1
speech-analytics       12.9 -0.5  8    18.4 6.5 12.3 8.8 7.5
agentic-automation     13.8 -1.4  7.1  23.8 5.3 13.9 7.4 3.9
pricing-optimisation   12.8 -0.2  8.1  18.9 4.9 11.3 8.4 5.2
generic-ml             13.2 -0.6  7.8  19.5 5.9 13   9.1 3.9
"""
"""Likely person-weeks that one need adds at M, with one further language for multilingual."""
TOTALS = [
    ("llm-product", "M", ["human-in-the-loop"], 70),
    ("llm-product", "M", ["on-premises"], 74),
    ("llm-product", "M", ["regulated", "data-residency"], 90),
    ("llm-product", "L", ["high-volume", "multilingual"], 139),
    ("llm-product", "L", ["regulated", "on-premises", "multilingual"], 187),
    ("fraud-detection", "S", ["batch"], 42),
    ("fraud-detection", "S", ["real-time"], 53),
    ("fraud-detection", "M", ["real-time"], 87),
    ("fraud-detection", "M", ["real-time", "regulated"], 109),
    ("fraud-detection", "M", ["real-time", "regulated", "human-in-the-loop"], 118),
    ("fraud-detection", "L", ["real-time", "regulated", "high-volume"], 207),
]


def _brief(archetype: str, size="M", needs: Iterable[str] = (), languages=1) -> Brief:
    return Brief(
        text="", title=None, today=date(2026, 3, 2), archetype=Archetype(archetype, 1.0, None),
        size=size, size_quote=None, deadline=None, budget=None, home=None, team=(),
        needs=tuple(Need(need, None) for need in needs), limits=(), languages=languages,
        assumptions=(), questions=(), findings=(),
    )  # fmt: skip


def _project(archetype: str, size="M", needs: Iterable[str] = (), languages=1) -> Project:
    return outline(_brief(archetype, size, needs, languages), CATALOG)


def _sum(project: Project) -> float:
    return sum(effort.likely for p in project.packages for effort in p.work.values())


@pytest.mark.parametrize("row", SUMS.split("\n")[1:-1])
def test_sizes_add_up_to_the_study(row):
    """Totals at S, M, L and XL are the published ones, to their rounding."""
    archetype, *wanted = row.split()
    found = [_sum(_project(archetype, size)) for size in ("S", "M", "L", "XL")]
    assert found == pytest.approx([float(value) for value in wanted], abs=0.51)


@pytest.mark.parametrize("row", ADDS.split("\n")[1:-1])
def test_each_need_adds_what_the_study_says(row):
    """Multipliers and added packages together give the published addition, to its rounding."""
    archetype, *wanted = row.split()
    base = _sum(_project(archetype))
    found = [_sum(_project(archetype, "M", [need], 2)) - base for need in COLUMNS]
    assert found == pytest.approx([float(value) for value in wanted], abs=0.06)


@pytest.mark.parametrize(("archetype", "size", "needs", "wanted"), TOTALS)
def test_needs_together_come_near_the_study(archetype, size, needs, wanted):
    """Needs multiply on shared packages and add their own; within 3 % of the published totals."""
    assert _sum(_project(archetype, size, needs, 2)) == pytest.approx(wanted, rel=0.03)


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(ARCHETYPES), st.sampled_from(["S", "M", "L", "XL"]),
    st.sets(st.sampled_from(NEEDS)), st.integers(1, 5),
)  # fmt: skip
def test_every_project_is_sound(archetype, size, needs, languages):
    """Whatever the needs: one start, one end, predecessors first, at most 25 packages, and only
    hypercare after live. What is joined loses no work.
    """
    project = _project(archetype, size, needs, languages)
    after = graph_of(project.packages)
    assert len(project.packages) <= MOST
    assert find_cycle(after) is None
    seen: set[str] = set()
    for package in project.packages:
        assert seen.issuperset(after[package.id])
        seen.add(package.id)
    (start,), (end,) = ends(after)
    assert project.package(start).kind == "frame"
    assert set(after) - ancestors(after, project.live) - {project.live} == {end}
    assert project.package(end).kind == "hyper"
    for package in project.packages:
        for effort in (*package.work.values(), *package.outside.values()):
            assert 0 <= effort.low <= effort.likely <= effort.high
    assert project == _project(archetype, size, sorted(needs, reverse=True), languages)
    by_one = sum(
        _sum(_project(archetype, size, [need], languages)) - _sum(_project(archetype, size))
        for need in needs if need != "batch"
    )  # fmt: skip
    if "batch" not in needs:
        assert _sum(project) >= _sum(_project(archetype, size)) + by_one - 0.1


def test_joining_loses_no_effort_and_says_so():
    """With every need, packages are joined, the sums stay, and a finding names each pair."""
    crowded = _project("llm-product", "M", NEEDS, 2)
    roomy = _roomy("llm-product")
    assert len(roomy.packages) > MOST >= len(crowded.packages)
    assert _sum(crowded) == pytest.approx(_sum(roomy), abs=0.05)
    assert len(crowded.findings) == len(roomy.packages) - len(crowded.packages)
    assert {finding.code for finding in crowded.findings} == {"TC056"}
    assert _project("llm-product").findings == ()


def _roomy(archetype: str) -> Project:
    """The project with every need, never joined."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tercet.brief.project.MOST", 100)
        return _project(archetype, "M", NEEDS, 2)


def test_joining_leaves_waits_and_gates_alone():
    """Waiting packages, gates and tests with users are as long with every need as without."""
    waits = {p.id: p.wait for p in _roomy("fraud-detection").packages if p.wait}
    project = _project("fraud-detection", "M", NEEDS, 2)
    assert {p.id: p.wait for p in project.packages if p.wait} == waits
    assert " + " not in project.package("F09").name


def test_added_packages_sit_where_their_need_has_them():
    """The regulated build is validated after the service and before rollout."""
    project = _project("fraud-detection", "M", ["regulated"])
    after = graph_of(project.packages)
    assert "F13" in ancestors(after, "RG3")
    assert "RG3" in after["F21"]
    assert "F01" in after["RG1"]
    assert "RG1" in after["F20"]
    assert project.package("RG3").outside["validator"] == Triple(3.0, 6.0, 12.0)


def test_each_further_language_costs_the_same_again():
    """Two further languages add one more test set and tuning than one."""
    one, two = (_sum(_project("generic-ml", "M", ["multilingual"], n)) for n in (2, 3))
    assert two - one == pytest.approx(1.7)
    assert _sum(_project("generic-ml", "M", ["multilingual"], 1)) == pytest.approx(one)


def test_slivers_go_to_the_main_capability():
    """Half a person-week of a side capability is not planned for on its own; sums stay."""
    package = _project("llm-product").package("L11")
    mixed = replace(package, work={
        "evaluation": Triple(0.2, 0.5, 1), "product": Triple(1, 2, 4), "monitoring": Triple(0, 1, 2)
    })  # fmt: skip
    assert without_slivers(mixed, 0.5).work == {
        "product": Triple(1.2, 2.5, 5), "monitoring": Triple(0, 1, 2)
    }  # fmt: skip


def test_only_quality_work_has_the_long_tail():
    """The mark for "80 % done" work is on the hardening loop and nowhere else."""
    assert [p.id for p in _project("llm-product").packages if p.quality] == ["L17"]


@pytest.mark.parametrize("archetype", ARCHETYPES)
def test_a_project_written_out_comes_back_the_same(archetype):
    """What a user writes out and does not touch is read back unchanged."""
    project = _project(archetype, "L", ["regulated", "on-premises", "real-time"])
    again = project_from_rows(
        rows_of(project), place="mine.yaml", catalog=CATALOG, archetype=archetype, size="L",
        live=project.live,
    )  # fmt: skip
    assert again == replace(project, findings=())


ROWS = [
    {"id": "a", "name": "Frame", "kind": "frame", "work": {"product": 1}},
    {"id": "b", "name": "Build", "kind": "service", "after": ["a"],
     "work": {"api-development": {"low": 1, "likely": 2, "high": 4}}},
    {"id": "c", "name": "Look after", "kind": "hyper", "after": [{"id": "b", "hard": True}],
     "work": {"monitoring": [1, 1, 1]}},
]  # fmt: skip


def test_a_short_project_of_the_user_is_taken_as_it_stands():
    """Three packages are enough; live is the last before hypercare; kinds fill the gaps."""
    project = project_from_rows(ROWS, place="mine.yaml", catalog=CATALOG)
    assert [p.id for p in project.packages] == ["a", "b", "c"]
    assert project.live == "b"
    assert project.package("a").work["product"] == Triple(0.7, 1.0, 1.5)
    assert project.package("c").wait == Triple(2.0, 4.0, 6.0)
    assert project.package("b").after[0].hard


@pytest.mark.parametrize(
    ("code", "id", "change", "says"),
    [
        ("TC049", "a", {"after": ["b"]}, "a → b → a"),
        ("TC046", "b", {"work": {"magic": 1}}, "magic"),
        ("TC045", "b", {"work": {"product": -1}}, "-1"),
        ("TC045", "b", {"work": {"product": [1, None, 2]}}, "None"),
        ("TC045", "b", {"wait": "long"}, "long"),
        ("TC048", "b", {"after": ["z"]}, "'z'"),
        ("TC044", "b", {"after": [{"hard": True}]}, "hard"),
        ("TC044", "b", {"after": 3}, "3"),
        ("TC043", "b", {"kind": None}, "None"),
        ("TC042", "b", {"efort": 1}, "efort"),
        ("TC041", "b", {"id": "a", "after": []}, "a"),
    ],
)
def test_faults_in_a_user_s_project_are_named(code, id, change, says):
    """Rule, value and place of the first fault are in the error, and nothing else happens."""
    rows = [{**row, **change} if row["id"] == id else row for row in ROWS]
    with pytest.raises(InputError) as caught:
        project_from_rows(rows, place="mine.yaml", catalog=CATALOG)
    assert caught.value.code == code
    assert says in caught.value.message
    assert caught.value.place.startswith("mine.yaml")


def test_an_unknown_live_package_is_named():
    """The package that means live must be one of the user's."""
    with pytest.raises(InputError, match="'go'"):
        project_from_rows(ROWS, place="mine.yaml", catalog=CATALOG, live="go")


@settings(max_examples=100, deadline=None)
@given(st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=4) | st.sampled_from(["a", "frame"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from(["id", "name", "kind", "after", "work", "wait", "outside", "needs"]), inner,
        max_size=6),
    max_leaves=12,
))  # fmt: skip
def test_rubbish_is_refused_and_never_stumbled_over(rubbish):
    """Any plain data in the place of packages gives a project or a clear error."""
    rows = rubbish if isinstance(rubbish, list) else [rubbish]
    spoilt = [{**ROWS[1], "after": [], **row} if isinstance(row, dict) else row for row in rows]
    with suppress(InputError):
        project_from_rows(spoilt, place="mine.yaml", catalog=CATALOG)

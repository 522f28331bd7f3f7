"""The main job from the command line: one brief, every form of the answer, the same bytes."""

import json
from pathlib import Path

import pytest

from tercet.kernel.errors import InputError

BRIEF = """A club for craft coffee in Austin, Texas, with 3,000 members and one shop system.
Predict who will cancel, once a week, so that two colleagues can call them.
On staff: 1 data scientist and 1 software engineer. $400,000. Live within ten months.
"""
OWN = """form: tercet-brief
archetype: churn-propensity
deadline: 2027-09-24
budget: {amount: 400000, currency: USD}
home: US
team: [{role: data-scientist, count: 1}, {role: software-engineer, count: 1}]
packages:
  - {id: a, name: Frame, kind: frame, work: {product: [0.5, 1, 2], data-analysis: [0.5, 1, 2]}}
  - {id: b, name: Model, kind: model, after: [a], work: {model-prototyping: [3, 4, 8]}}
  - {id: c, name: Feeds, kind: datapipe, after: [a], work: {data-engineering: [2, 3, 6]}}
  - {id: d, name: Service, kind: service, after: [b, c],
     work: {api-development: [2, 3, 5], cloud-infrastructure: [1, 2, 3]}}
  - {id: e, name: Look after, kind: hyper, after: [d], work: {monitoring: [1, 2, 3]}}
live: d
"""
TODAY = ("--today", "2026-11-23")
ALTERNATIVES = {
    "data-scientists-only", "one-generalist", "all-hired", "all-pod", "no-offshore", "cheapest",
    "fastest",
}  # fmt: skip

pytestmark = pytest.mark.xdist_group("plan")


@pytest.fixture(scope="module")
def planned(tmp_path_factory, request):
    """The brief planned once with reports, and once more with JSON on stdout."""
    from tercet.cli.main import main

    folder = tmp_path_factory.mktemp("plan")
    brief = folder / "brief.yaml"
    brief.write_text(OWN, "utf-8")
    capture = request.config.pluginmanager.getplugin("capturemanager")
    outputs = []
    for extra in (("--out", str(folder / "out")), ("--format", "json")):
        with pytest.raises(SystemExit) as ended:
            main(["plan", str(brief), *TODAY, "--futures", "200", *extra])
        capture.suspend_global_capture()
        out, err = capture.read_global_capture()
        capture.resume_global_capture()
        outputs.append((ended.value.code, out, err))
    return folder / "out", outputs


def test_both_runs_succeed(planned):
    """A plan that fits exits with 0, and says on stderr what is being done."""
    _, [(code, text, err), (again, _, _)] = planned
    assert (code, again) == (0, 0)
    assert "ways to staff" in err
    assert "written: " in err
    assert "ways to staff" not in text


def test_the_answer_comes_first_and_fits_the_screen(planned):
    """Three lines, then the rest, in 88 columns."""
    _, [(_, text, _), _] = planned
    lines = text.splitlines()
    assert lines[2].strip().startswith("Live around")
    assert "of 100 futures" in lines[3]
    assert max(map(len, lines)) <= 88


def test_the_same_question_gives_the_same_bytes(planned):
    """JSON on stdout and the file of another run are the same to the byte."""
    out, [_, (_, document, _)] = planned
    assert (out / "plan.json").read_text("utf-8") == document


def test_every_form_is_written(planned):
    """Page, PDF, spreadsheet and JSON, and nothing else."""
    out, _ = planned
    heads = {p.name: p.read_bytes()[:5] for p in out.iterdir()}
    assert heads["plan.html"].lower().startswith(b"<!doc")
    assert heads["plan.pdf"] == b"%PDF-"
    assert heads["plan.xlsx"][:2] == b"PK"
    assert sorted(heads) == ["plan.html", "plan.json", "plan.pdf", "plan.xlsx"]


def test_the_document_keeps_the_contract(planned):
    """The fields that design §5 promises are there, and the figures agree with one another."""
    _, [_, (_, text, _)] = planned
    document = json.loads(text)
    assert {"brief", "project", "recommended", "frontier", "alternatives", "sensitivity",
            "sources"} <= set(document)  # fmt: skip
    plan = document["recommended"]
    assert round(sum(e["cost"] for e in plan["engagements"]), 2) == plan["cost"]["planned"]
    assert plan["bound"]["objective"] == plan["cost"]["planned"]
    assert plan["live"]["p10"] <= plan["live"]["p50"] <= plan["live"]["p90"]
    assert all(len(e["members"]) == 1 for e in plan["engagements"] if e["channel"] != "pod")
    members = {m["id"] for e in plan["engagements"] for m in e["members"]}
    assert {a["member"] for a in plan["assignments"]} <= members
    packages = {p["id"] for p in document["project"]["packages"]}
    assert {s["package"] for s in plan["schedule"]} == packages
    assert all(e["reason"] for e in plan["engagements"])


def test_all_rivals_are_there(planned):
    """The seven alternatives are shown; one that never goes live says why and has no figures."""
    _, [_, (_, text, _)] = planned
    rows = {row["id"]: row for row in json.loads(text)["alternatives"]}
    assert set(rows) == ALTERNATIVES
    for row in rows.values():
        if not row["feasible"]:
            assert row["why"]
            assert row["live"] is row["cost"] is row["chance"] is None


def test_nothing_fits_exits_with_one(run, tmp_path):
    """Six weeks are too few: exit 1, the conflict, repairs with prices, cheapest first."""
    brief = tmp_path / "brief.yaml"
    brief.write_text(OWN.replace("2027-09-24", "2027-01-04"), "utf-8")
    ran = run("plan", str(brief), *TODAY, "--futures", "100", "--format", "json")
    document = json.loads(ran.out)
    assert ran.code == 1
    assert document["recommended"] is None
    assert document["conflict"]["limits"]
    costs = [repair["cost"] for repair in document["repairs"]]
    assert costs
    assert costs == sorted(costs)


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ("figures: {ramp.mad: 3}", "ramp.mid"),  # an unknown figure, with the nearest one
        ("limits: {headcount: -2}", "headcount"),  # an impossible limit
        ("plan: {confidence: 3}", "confidence"),  # not a share
        ("colour: red", "colour"),  # an unknown section
        ("- a\n- b", "settings"),  # not a mapping
    ],
)
def test_bad_settings_stop_before_planning(run, tmp_path, settings, says):
    """A settings file with a fault names it, and nothing is planned or written."""
    (tmp_path / "brief.md").write_text(BRIEF, "utf-8")
    (tmp_path / "ours.yaml").write_text(settings, "utf-8")
    out = tmp_path / "out"
    ran = run("plan", str(tmp_path / "brief.md"), *TODAY, "--settings",
              str(tmp_path / "ours.yaml"), "--out", str(out))  # fmt: skip
    assert ran.code == 2
    assert says in ran.err
    assert not out.exists()


def test_a_file_in_place_of_the_folder_is_refused(run, tmp_path):
    """`--out` that names a file is refused before any work, and the file stays as it is."""
    (tmp_path / "brief.md").write_text(BRIEF, "utf-8")
    taken = tmp_path / "taken"
    taken.write_text("mine", "utf-8")
    ran = run("plan", str(tmp_path / "brief.md"), *TODAY, "--out", str(taken))
    assert ran.code == 2
    assert "TC095" in ran.err
    assert Path(taken).read_text("utf-8") == "mine"


def test_a_date_that_has_passed_is_a_finding(run):
    """A deadline in the past does not crash: nothing fits, and the finding says why."""
    brief = BRIEF.replace("Live within ten months", "Live by 1 May 2024")
    ran = run("brief", "-", *TODAY, "--format", "json", stdin=brief.encode())
    findings = json.loads(ran.out)["findings"]
    assert any("2024" in f["message"] for f in findings)


@pytest.mark.parametrize(
    ("given", "settings", "asked"),
    [
        ((), "figures: {plan.confidence: 0.65}", 0.65),
        ((), "figures: {plan.confidence: 0.65}\nplan: {confidence: 0.7}", 0.7),
        (("--confidence", "0.9"), "plan: {confidence: 0.7}", 0.9),
    ],
)
def test_the_confidence_asked_for(run, tmp_path, monkeypatch, given, settings, asked):
    """The option, else the settings of the plan, else the catalogue's figure."""
    seen = []

    def advise(_brief, catalog, _options, **_):
        seen.append(catalog.value("plan.confidence"))
        raise InputError("TC000", "far enough")

    monkeypatch.setattr("tercet.advice.advise", advise)
    (tmp_path / "s.yaml").write_text(settings)
    (tmp_path / "brief.md").write_text("Build a fraud model. Deadline 1 October 2027.")
    run("plan", str(tmp_path / "brief.md"), "--settings", str(tmp_path / "s.yaml"), *given)
    assert seen == [asked]

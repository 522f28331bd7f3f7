"""Errors become one sentence, one hint and the right exit code; help has examples."""

import json
from pathlib import Path

import pytest

from tercet.cli.main import COMMANDS

TEAM = Path(__file__).parents[2] / "examples/team.yaml"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(run, name):
    """Each command explains itself, and exits with 0."""
    ran = run(name, "--help")
    assert ran.code == 0
    assert "Usage:" in ran.out


@pytest.mark.parametrize("name", sorted(set(COMMANDS) - {"catalog", "ledger"}))
def test_help_shows_an_example(run, name):
    """Each command shows at least one example that begins with its own name."""
    assert f"tercet {name}" in run(name, "--help").out.split("Example", 1)[1]


@pytest.mark.parametrize("name", COMMANDS)
def test_help_keeps_to_eighty_columns(run, name, monkeypatch):
    """No line of a help text is broken by a terminal of the usual width, and none is cut short."""
    monkeypatch.setenv("COLUMNS", "80")
    shown = run(name, "--help").out
    assert max(map(len, shown.splitlines())) <= 80
    assert "...\n" not in shown.replace("FOLDER...\n", "").replace("[ARGS]...\n", "")


def test_a_mistyped_command_is_suggested(run):
    """What comes nearest to a command that does not exist is named."""
    assert "did you mean plan?" in run("plam", "x.md").err


@pytest.mark.parametrize(
    "args",
    [
        ("nonsense",),  # no such command
        ("plan",),  # a file is missing
        ("plan", "x.md", "--today", "soon"),  # not a date
        ("plan", "x.md", "--confidence", "7"),  # not a share
        ("explain", "XX999"),  # no such code
        ("brief", "no-such-file.md"),  # no such file
        ("catalog", "check", "no-such-folder"),  # no such folder
        ("audit", "no-such-folder", "--self-test", "ai-engineer"),
        ("kit",),  # neither a role nor an advert
    ],
)
def test_bad_usage_exits_with_two(run, args):
    """What the user got wrong is named on stderr; stdout stays empty; exit code 2."""
    ran = run(*args)
    assert ran.code == 2
    assert ran.out == ""
    assert ran.err.strip()
    assert "Traceback" not in ran.err


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"", "TC093"), (b"\x00\x01\x02", "TC092"), (b"x" * 2_000_001, "TC091")],
)
def test_unreadable_briefs_are_refused(run, data, code):
    """Empty, binary and oversized input each have a code and a hint."""
    ran = run("brief", "-", stdin=data)
    assert ran.code == 2
    assert code in ran.err
    assert "hint:" in ran.err
    assert "stdin" in ran.err


def test_internal_errors_are_ours(run, monkeypatch):
    """A fault of tercet exits with 3 and says so, without a traceback."""
    monkeypatch.setattr("tercet.cli.explain.all_rules", lambda: 1 / 0)
    ran = run("explain", "--all")
    assert ran.code == 3
    assert "fault in tercet" in ran.err
    assert "Traceback" not in ran.err


def test_explain_says_why_and_what_to_do(run):
    """A code is explained by what it says, why, and what to do."""
    ran = run("explain", "tc093")
    assert ran.code == 0
    assert "TC093" in ran.out
    assert "What to do" in ran.out


def test_near_codes_are_suggested(run):
    """A mistyped code gets the nearest ones as a hint."""
    assert "TC09" in run("explain", "TC9O3").err.split("hint:")[1]


def test_every_code_is_listed_once(run):
    """`explain --all` lists each code of each stage, and JSON says the same."""
    lines = run("explain", "--all").out.splitlines()
    codes = [line.split()[0] for line in lines]
    assert codes == sorted(set(codes))
    assert [rule["code"] for rule in json.loads(run("explain", "--format", "json").out)] == codes


def test_the_shipped_data_files_keep_the_rules(run):
    """`catalog check` finds nothing in the shipped data, and says so."""
    ran = run("catalog", "check")
    assert (ran.code, ran.out) == (0, "every row keeps the rules\n")


def test_figures_are_listed_with_grade_and_source(run):
    """`catalog figures ramp.start` shows value, unit, grade and source of that row."""
    (line,) = run("catalog", "figures", "ramp.start").out.splitlines()
    assert line.split()[:3] == ["ramp.start-share", "point", "0.25"]


def test_no_figure_of_that_name_is_no_silence(run):
    """A name that no figure begins with is said on stderr, with exit code 1."""
    ran = run("catalog", "figures", "nothing-of-the-kind")
    assert (ran.code, ran.out) == (1, "")
    assert "nothing-of-the-kind" in ran.err


@pytest.mark.parametrize(
    "args",
    [
        ("plan", "brief.md", "--confidence", "nan"),
        ("plan", "brief.md", "--time-limit", "nan"),
        ("plan", "brief.md", "--time-limit", "inf"),
        ("panel", "ratings.csv", "--scale", "1", "inf"),
    ],
)
def test_a_number_is_finite(run, args):
    """What is no number, or has no end, is refused where it is given, before any work."""
    ran = run(*args)
    assert ran.code == 2
    assert "is not a finite number" in ran.err


@pytest.mark.parametrize(
    "args",
    [
        ("brief", "LONG"),
        ("screen", "LONG", "--role", "ai-engineer", "--out", "OUT"),
        ("screen", "FILE", "--role", "ai-engineer", "--out", "LONG"),
        ("kit", "--role", "ai-engineer", "--out", "LONG"),
        ("upskill", "TEAM", "--to", "LONG"),
        ("audit", "LONG", "--self-test", "ai-engineer"),
        ("ledger", "decide", "--ledger", "LONG", "--person", "p1", "--by", "Marit",
         "--decision", "invite", "--reason", "read"),
    ],
)  # fmt: skip
def test_a_name_that_is_too_long_is_bad_input(run, tmp_path, args):
    """A name that no system can hold is the user's mistake and no fault of ours."""
    (tmp_path / "cv.txt").write_text("Ann Teal\nMLOps Engineer\n")
    names = {"LONG": "x" * 300, "OUT": "out.json", "FILE": "cv.txt", "TEAM": str(TEAM)}
    ran = run(*(str(tmp_path / names[a]) if a in names else a for a in args))
    assert ran.code == 2
    assert "internal error" not in ran.err


@pytest.mark.parametrize(
    "args",
    [
        ("kit", "--role", "ai-engineer", "--out", ""),
        ("screen", "", "--role", "ai-engineer"),
        ("plan", ""),
    ],
)
def test_a_blank_name_is_not_the_folder_we_are_in(run, tmp_path, monkeypatch, args):
    """TC089 names a blank argument; nothing is read from or strewn over the current folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "cv.txt").write_text("Ann Teal\nMLOps Engineer\n")
    ran = run(*args)
    assert (ran.code, ran.out) == (2, "")
    assert "is blank [TC089]" in ran.err
    assert [one.name for one in tmp_path.iterdir()] == ["cv.txt"]


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (
            ("planx",),
            "There is no command 'planx'; did you mean plan? [TC089]\nhint: Try: tercet -",
        ),
        (("plan", "--nope"), "No such option '--nope' [TC089]\nhint: Try: tercet plan --help"),
        (("plan",), "Missing argument 'FILE' [TC089]\nhint: Try: tercet plan --help"),
        (("ledger", "decide"), "[TC089]\nhint: Try: tercet ledger decide --help"),
    ],
)
def test_a_command_given_wrongly_has_a_code_and_a_hint(run, args, said):
    """TC089 says what of the command is wrong, and whose help to read; a right one is silent."""
    assert said in run(*args).err
    assert "TC089" not in run("--version").err


def test_what_cannot_be_written_is_not_printed_as_done(run, tmp_path):
    """A kit whose files cannot be written prints no kit, and leaves none of them."""
    (tmp_path / "scorecards.csv").mkdir()
    ran = run("kit", "--role", "ai-engineer", "--out", str(tmp_path))
    assert (ran.code, ran.out) == (2, "")
    assert len(list(tmp_path.iterdir())) == 1

"""The ledger: what was written stays provable, and any change to it shows."""

import json
import multiprocessing
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tercet.auditing.ledger import append, erase, export, retention, verify
from tercet.auditing.ledger.chain import line, parse, sealed
from tercet.auditing.ledger.records import START
from tercet.auditing.ledger.verify import verify_lines
from tercet.kernel.errors import InputError

SALT = "00" * 16


def act(n=1, **more):
    return {"who": "Marit", "what": "invited", "when": "2027-01-11", "person": f"01{n:02}", **more}


@pytest.fixture
def ledger(tmp_path):
    """A ledger of five acts and its head."""
    path = tmp_path / "acts.jsonl"
    head = append(path, [act(n, reasons=["quotes read"]) for n in range(1, 6)], [SALT] * 5)
    return path, head.head


def test_a_whole_ledger_holds(ledger):
    """Nothing changed: every entry holds, with the head and without."""
    path, head = ledger
    result = verify(path, head)
    assert (result.ok, result.count, result.head, result.bad) == (True, 5, head, None)
    assert verify(path).ok


def test_appending_goes_on_from_the_last_entry(ledger):
    """One by one or together, the chain is the same; the older head is still in it."""
    path, head = ledger
    after = append(path, [act(6)], [SALT])
    assert after.count == 6
    assert verify(path, head).ok
    assert verify(path, after.head).ok


@st.composite
def tampered(draw):
    """Six sealed lines, and the same with a change; and the first entry that is touched."""
    lines, prev = [], START
    for n in range(1, 7):
        entry = sealed(n, prev, {"who": "a", "what": f"w{n}", "when": "2027-01-01"}, {"p": n}, SALT)
        lines.append(line(entry))
        prev = entry.hash
    how = draw(st.sampled_from(["edit", "remove", "swap", "repeat", "blank", "insert"]))
    i = draw(st.integers(0, 4))
    if how == "edit":
        at = draw(st.integers(0, len(lines[i]) - 2))
        other = draw(st.integers(32, 126))
        if lines[i][at] == other:
            other = 126 if other < 126 else 125
        changed = lines[i][:at] + bytes([other]) + lines[i][at + 1 :]
        return [*lines[:i], changed, *lines[i + 1 :]], i + 1, prev
    if how == "remove":
        return lines[:i] + lines[i + 1 :], i + 1, prev
    if how == "swap":
        return [*lines[:i], lines[i + 1], lines[i], *lines[i + 2 :]], i + 1, prev
    if how == "repeat":
        return [*lines[: i + 1], lines[i], *lines[i + 1 :]], i + 2, prev
    extra = b"\n" if how == "blank" else lines[i].replace(b'"a"', b'"b"')
    return [*lines[:i], extra, *lines[i:]], i + 1, prev


@given(tampered())
@settings(max_examples=200, deadline=None)
def test_any_edit_removal_or_move_names_the_first_bad_entry(case):
    """One byte, one line: the entry where the chain first fails is named."""
    lines, first, head = case
    result = verify_lines(b"".join(lines).splitlines(keepends=True), head)
    assert not result.ok
    assert result.bad.record == first


@pytest.mark.parametrize("kept", range(5))
def test_a_cut_at_the_end_shows_with_the_head_only(ledger, kept):
    """A shorter chain is a valid chain; only the head that was noted tells."""
    path, head = ledger
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:kept]))
    assert verify(path).ok
    result = verify(path, head)
    assert (result.ok, result.bad.record) == (False, kept + 1)


def test_a_whole_new_chain_does_not_hold_the_old_head(ledger, tmp_path):
    """Somebody who rewrites everything cannot reach the head that was noted."""
    path, head = ledger
    append(tmp_path / "other.jsonl", [act(n, reasons=["forged"]) for n in range(1, 6)], [SALT] * 5)
    path.write_bytes((tmp_path / "other.jsonl").read_bytes())
    assert verify(path).ok
    assert not verify(path, head).ok


def test_a_line_cut_short_is_found_and_not_added_to(ledger):
    """What a crash leaves is named by verify, and append refuses to bury it."""
    path, _ = ledger
    path.write_bytes(path.read_bytes()[:-7])
    assert verify(path).bad.record == 5
    assert "cut short" in verify(path).bad.why
    before = path.read_bytes()
    with pytest.raises(InputError, match="TA024"):
        append(path, [act(6)], [SALT])
    assert path.read_bytes() == before


def test_one_bad_record_among_several_adds_none(ledger):
    """All or nothing, also where more was written than a buffer holds."""
    path, head = ledger
    many = [act(n, text="x" * 1_000) for n in range(6, 106)]
    for good in ([act(6)], many):
        with pytest.raises(InputError, match="TA021"):
            append(path, iter([*good, {"who": "x"}]), [SALT] * 200)
        assert verify(path).head == head


@pytest.mark.parametrize(
    ("code", "record"),
    [
        ("TA021", ["a list"]),
        ("TA021", {"what": "x", "when": "2027-01-01"}),
        ("TA021", {"who": " ", "what": "x", "when": "2027-01-01"}),
        ("TA022", act(when="yesterday")),
        ("TA023", act(score=float("nan"))),
        ("TA023", act(text="x" * 1_000_001)),
        ("TA023", act(text="\ud800")),
        ("TA025", act(about=99)),
        ("TA025", act(about="1")),
    ],
)
def test_records_that_say_too_little_or_too_much_are_refused(ledger, code, record):
    """Each refusal has its code."""
    with pytest.raises(InputError, match=code):
        append(ledger[0], [record], [SALT])


def test_append_refuses_another_head(ledger):
    """With the head given, nobody can have written in between."""
    path, head = ledger
    with pytest.raises(InputError, match="TA031"):
        append(path, [act(6)], [SALT], head="f" * 64)
    assert append(path, [act(6)], [SALT], head=head).count == 6


def test_erasure_takes_the_words_and_leaves_the_chain(ledger):
    """The person's text is gone, older heads still verify, and the act is recorded."""
    path, head = ledger
    assert b"0103" in path.read_bytes()
    path.chmod(0o600)
    done = erase(path, "0103", who="Teun", when="2027-02-01", reason="asked", salt=SALT)
    assert done.erased == (3,)
    assert b"0103" not in path.read_bytes()
    assert b"0104" in path.read_bytes()
    assert path.stat().st_mode & 0o777 == 0o600
    result = verify(path, head)
    assert (result.ok, result.count, result.erased) == (True, 6, 1)
    last = parse(path.read_bytes().splitlines(keepends=True)[-1])
    assert (last.open["who"], last.open["what"], last.open["erased"]) == ("Teun", "erased", [3])


def test_an_open_field_that_names_the_person_is_erased_too(ledger):
    """`what` and `who` go with the rest when they hold the person's id."""
    path, _ = ledger
    append(path, [act(7, what="invited 0107"), act(8, who="applicant 0108")], [SALT, SALT])
    erase(path, "0107", who="Teun", when="2027-02-01", reason="asked", salt=SALT)
    erase(path, "0108", who="Teun", when="2027-02-01", reason="asked", salt=SALT)
    assert b"0107" not in path.read_bytes()
    assert b"0108" not in path.read_bytes()
    assert verify(path).ok


def test_an_erasure_that_nobody_recorded_is_a_fault(ledger):
    """Blanking an entry by hand is found, and so is one declared erased that is still there."""
    path, _ = ledger
    lines = path.read_bytes().splitlines(keepends=True)
    entry = json.loads(lines[1])
    entry["personal"] = entry["salt"] = None
    lines[1] = json.dumps(entry, sort_keys=True, separators=(",", ":")).encode() + b"\n"
    path.write_bytes(b"".join(lines))
    assert verify(path).bad.record == 2
    path.unlink()
    append(path, [act(1), {**act(2), "erased": [1]}], [SALT, SALT])
    assert verify(path).bad.record == 1


@pytest.mark.parametrize(
    ("code", "person", "reason"), [("TA027", "0199", "asked"), ("TA028", "0103", "0103 asked")]
)
def test_erasures_that_would_go_wrong_are_refused(ledger, code, person, reason):
    """A misspelt person, and a reason that names the person."""
    with pytest.raises(InputError, match=code):
        erase(ledger[0], person, who="Teun", when="2027-02-01", reason=reason, salt=SALT)


def test_a_broken_ledger_is_not_written_anew(ledger):
    """Erasing from a ledger that does not hold would hide what was done to it."""
    path, _ = ledger
    path.write_bytes(path.read_bytes().replace(b"quotes", b"quotas", 1))
    with pytest.raises(InputError, match="TA026"):
        erase(path, "0103", who="Teun", when="2027-02-01", reason="asked", salt=SALT)


def test_export_holds_everything_about_one_person_and_no_other(ledger):
    """Acts, the contest and its answer; nobody else."""
    path, _ = ledger
    append(path, [act(2, what="contest", about=2, who="applicant")], [SALT])
    append(path, [{"who": "Teun", "what": "answer", "when": "2027-01-12", "about": 6}], [SALT])
    append(path, [act(2, what="contest", about=2, who="applicant")], [SALT])
    result = export(path, "0102")
    assert [e["n"] for e in result.entries] == [2, 6, 7, 8]
    assert result.entries[0]["reasons"] == ["quotes read"]
    assert [(c.record, c.about, c.answered_by) for c in result.contests] == [
        (6, 2, 7),
        (8, 2, None),
    ]
    assert "0103" not in json.dumps([dict(e) for e in result.entries])
    assert result.verification.ok


def test_terms_that_clash_are_shown(ledger):
    """California's four years against Germany's six months; alone, neither clashes."""
    path, _ = ledger
    both = retention(path, ["US-CA", "DE"], today=date(2027, 8, 1))
    assert {due.state for due in both.people} == {"clash"}
    assert "TA030" in {f.code for f in both.findings}
    alone = retention(path, ["FR"], today=date(2027, 8, 1))
    assert {due.state for due in alone.people} == {"may-erase"}
    assert alone.findings == ()


@pytest.mark.parametrize(
    ("place", "today", "state"),
    [
        ("AT", date(2027, 8, 10), "may-erase"),
        ("AT", date(2027, 8, 11), "erase"),
        ("US", date(2028, 1, 10), "keep"),
        ("US", date(2028, 1, 11), "may-erase"),
    ],
)
def test_terms_count_from_the_last_act(ledger, place, today, state):
    """A minimum holds to the day before, a maximum from the day itself."""
    (first, *_) = retention(ledger[0], [place], today=today).people
    assert first.last_act == date(2027, 1, 11)
    assert first.state == state


def test_a_jurisdiction_without_a_rule_is_refused(ledger):
    """No term is made up."""
    with pytest.raises(InputError, match="TA029"):
        retention(ledger[0], ["XX"], today=date(2027, 1, 1))


def _write_some(path):
    for n in range(10):
        append(path, [act(n)], [SALT])


def test_writers_at_the_same_time_make_one_chain(tmp_path):
    """Three processes that add ten acts each leave thirty that hold."""
    path = tmp_path / "acts.jsonl"
    start = multiprocessing.get_context("fork")
    writers = [start.Process(target=_write_some, args=(path,)) for _ in range(3)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    result = verify(path)
    assert (result.ok, result.count) == (True, 30)


PLAIN = st.none() | st.booleans() | st.integers() | st.text(max_size=8)
PLAIN |= st.floats(allow_nan=False, allow_infinity=False)
JSON = st.recursive(
    PLAIN,
    lambda part: (
        st.lists(part, max_size=3) | st.dictionaries(st.text(max_size=3), part, max_size=3)
    ),
    max_leaves=6,
)


@given(st.dictionaries(st.text(max_size=5), JSON, max_size=4))
@settings(max_examples=80, deadline=None)
def test_a_line_reads_back_as_what_was_written(personal):
    """Every plain JSON value survives the file byte for byte."""
    try:
        entry = sealed(1, START, {"who": "a"}, personal, SALT)
    except UnicodeEncodeError:
        return  # half a surrogate pair is no text, and `append` refuses it
    assert parse(line(entry)) == entry
    assert verify_lines([line(entry)]).ok


@pytest.mark.parametrize("broken", [{"what": ""}, {"when": "soon"}, {"about": 3}])
def test_a_refused_act_leaves_no_file(tmp_path, broken):
    """A ledger that was to begin with a bad act is not there, nor its lock."""
    with pytest.raises(InputError):
        append(tmp_path / "acts.jsonl", [act() | broken], [SALT])
    assert list(tmp_path.iterdir()) == []


def test_a_folder_or_nothing_is_no_ledger_to_write(tmp_path):
    """A folder given as ledger, or a ledger that is not there to erase from, leaves no lock."""
    (tmp_path / "folder").mkdir()
    with pytest.raises(InputError, match="TC094"):
        append(tmp_path / "folder", [act()], [SALT])
    for missing in (tmp_path / "no.jsonl", tmp_path / "no" / "acts.jsonl"):
        with pytest.raises(InputError, match="TC094"):
            erase(missing, "0101", who="Teun", when="2027-01-11", reason="asked", salt=SALT)
    assert [p.name for p in tmp_path.iterdir()] == ["folder"]


def test_no_terms_from_a_ledger_that_does_not_hold(ledger):
    """TA032 where an act was changed; a whole ledger has terms for everybody."""
    path, _ = ledger
    assert len(retention(path, ["DE"], today=date(2027, 8, 1)).people) == 5
    path.write_bytes(path.read_bytes().replace(b"quotes", b"quotas", 1))
    with pytest.raises(InputError, match="TA032"):
        retention(path, ["DE"], today=date(2027, 8, 1))

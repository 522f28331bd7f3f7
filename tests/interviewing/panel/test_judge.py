"""What a panel says: raw beside adjusted, withheld when there is too little, and how sure."""

import statistics

import numpy as np
import pytest

from tercet.interviewing.panel import Rating, panel, read_ratings, visible
from tercet.interviewing.panel import ratings as reading
from tercet.interviewing.panel.agreement import alpha
from tercet.interviewing.panel.reliability import with_raters
from tercet.interviewing.panel.utility import gain_per_hire, success
from tercet.kernel.errors import InputError


def ranks(values):
    return np.argsort(np.argsort(values))


def agreement(result, truth, part):
    """Rank correlation of a column of candidates with the truth."""
    mine = [getattr(c, part) for c in result.candidates]
    return np.corrcoef(ranks(mine), ranks([truth[c.id] for c in result.candidates]))[0, 1]


def test_simulated_panels_are_recovered(simulated, catalog):
    """Different raters for each candidate: adjusted ranks beat plain means, intervals hold 90 %."""
    held, adjusted, plain = [], [], []
    for seed in range(12):
        ratings, truth, _ = simulated(
            seed, raters=5, candidates=16, each=2, questions=3, severity=0.8
        )
        result = panel(ratings, catalog)
        held += [c.low <= truth[c.id] <= c.high for c in result.candidates]
        adjusted.append(agreement(result, truth, "adjusted"))
        plain.append(agreement(result, truth, "raw"))
    assert statistics.mean(adjusted) > statistics.mean(plain) + 0.03
    assert 0.84 <= statistics.mean(held) <= 0.98


def test_severity_has_its_sign_and_is_recovered(simulated, catalog):
    """Who scores lower is more severe; the order of raters is found."""
    ratings, _, strict = simulated(3, raters=4, candidates=30, severity=0.7)
    result = panel(ratings, catalog)
    found = [r.severity for r in result.raters]
    assert np.corrcoef(found, [strict[r.id] for r in result.raters])[0, 1] > 0.95
    assert all(r.low < r.severity < r.high for r in result.raters)


def test_chances_of_pairs_are_kept(simulated, catalog):
    """Of pairs called better by 80 to 95 in 100, about as many are."""
    said, true = [], []
    for seed in range(8):
        ratings, truth, _ = simulated(seed, raters=4, candidates=12, each=2)
        for p in panel(ratings, catalog).pairs:
            if 0.8 <= p.probability <= 0.95:
                said.append(p.probability)
                true.append(truth[p.a] > truth[p.b])
    assert len(said) > 50
    assert statistics.mean(true) == pytest.approx(statistics.mean(said), abs=0.12)


def test_moving_the_scale_moves_the_answer_with_it(simulated, catalog):
    """Scores times ten plus five: adjusted and intervals follow, chances stay."""
    ratings, *_ = simulated(4, candidates=8)
    moved = [Rating(r.candidate, r.rater, r.question, 10 * r.score + 5) for r in ratings]
    one, two = panel(ratings, catalog), panel(moved, catalog)
    for a, b in zip(one.candidates, two.candidates, strict=True):
        assert b.adjusted == pytest.approx(10 * a.adjusted + 5, abs=1e-5)
        assert b.high == pytest.approx(10 * a.high + 5, abs=1e-5)
    assert [p.probability for p in one.pairs] == pytest.approx([p.probability for p in two.pairs])


def test_the_order_of_rows_does_not_matter(simulated, catalog):
    """The same ratings in another order give the same answer."""
    ratings, *_ = simulated(5, candidates=8)
    one, two = panel(ratings, catalog), panel(ratings[::-1], catalog)
    assert [(c.id, round(c.adjusted, 9)) for c in one.candidates] == [
        (c.id, round(c.adjusted, 9)) for c in two.candidates
    ]


def few(n, raters=("a", "b"), score=None):
    return [
        Rating(f"c{i}", r, "q", i % 3 + 1.0 if score is None else score)
        for i in range(n)
        for r in raters
    ]


@pytest.mark.parametrize(
    ("code", "ratings"),
    [
        ("TI060", few(9) + [Rating(f"d{i}", r, "q", 2 + i % 2) for i in range(9) for r in "xy"]),
        ("TI061", few(9, raters=("a",))),
        ("TI062", few(7)),
        ("TI063", few(9, score=3.0)),
        ("TI064", [Rating("c", r, f"q{i}", i % 3) for i in range(9) for r in "ab"]),
    ],
)
def test_nothing_is_adjusted_from_too_little(catalog, code, ratings):
    """Raters without shared candidates, one rater, few ratings, no difference: plain means only."""
    result = panel(ratings, catalog)
    assert code in [f.code for f in result.findings]
    assert result.adjusted_by is None
    assert {c.adjusted for c in result.candidates} == {None}
    assert {r.severity for r in result.raters} == {None}
    assert (result.pairs, result.next_interview) == ((), ())


def test_a_score_off_the_scale_is_refused(catalog):
    """Fifty-five for five is caught where the scale is known; the ends themselves are on it."""
    with pytest.raises(InputError) as caught:
        panel([*few(9), Rating("c0", "c", "q", 55.0)], catalog, scale=(1, 5))
    assert caught.value.code == "TI055"
    assert panel(few(9), catalog, scale=(1, 3)).adjusted_by is not None


def test_eight_shared_ratings_each_are_enough(catalog):
    """At the threshold there are no findings, and a score for each."""
    result = panel(few(8), catalog)
    assert result.findings == ()
    assert all(c.low < c.adjusted < c.high for c in result.candidates)


KRIPPENDORFF = [
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
]


def test_alpha_is_krippendorffs():
    """His example with four observers and gaps: 0.849 for intervals."""
    ratings = [
        Rating(f"u{u}", f"r{r}", "q", float(score))
        for r, row in enumerate(KRIPPENDORFF)
        for u, score in enumerate(row.split())
        if score != "."
    ]
    assert alpha(ratings) == pytest.approx(0.849, abs=0.0005)
    assert alpha(ratings[:9]) is None


def test_icc_is_that_of_an_analysis_of_variance(simulated, catalog):
    """On a large complete panel with one question, ICC(2,1) by mean squares."""
    ratings, *_ = simulated(6, raters=6, candidates=60, questions=1)
    y = np.array([r.score for r in ratings]).reshape(60, 6)
    n, k = y.shape
    rows = k * y.mean(axis=1).var(ddof=1)
    columns = n * y.mean(axis=0).var(ddof=1)
    rest = (y - y.mean(axis=1)[:, None] - y.mean(axis=0) + y.mean()).ravel() @ y.ravel()
    error = rest / ((n - 1) * (k - 1))
    icc = (rows - error) / (rows + (k - 1) * error + k * (columns - error) / n)
    assert panel(ratings, catalog).reliability.icc == pytest.approx(icc, abs=0.04)


@pytest.mark.parametrize(
    ("raters", "known"), [(1, 0.44), (2, 0.61), (3, 0.70), (4, 0.76), (5, 0.80)]
)
def test_spearman_brown(raters, known):
    """The row that starts from the published 0.44 of separate interviewers."""
    assert with_raters(0.44, raters) == pytest.approx(known, abs=0.005)


def test_the_closest_race_is_worth_the_next_interview(simulated, catalog):
    """Gains fall, are never negative, and none is worth anything when all are taken."""
    ratings, *_ = simulated(7, candidates=10, each=2)
    result = panel(ratings, catalog)
    gains = [n.gain for n in result.next_interview]
    assert gains == sorted(gains, reverse=True)
    assert gains[-1] >= 0
    top = {c.id for c in result.candidates[:3]}
    assert result.next_interview[0].candidate in top
    assert panel(ratings, catalog, openings=10).next_interview == ()


@pytest.mark.parametrize(
    ("validity", "known"), [(0.07, 0.54), (0.19, 0.61), (0.33, 0.69), (0.42, 0.74), (0.55, 0.81)]
)
def test_taylor_russell(validity, known):
    """Half would succeed, one in five is taken: the shares that simulation gave."""
    assert success(validity, 0.2, 0.5) == pytest.approx(known, abs=0.01)


def test_brogden():
    """At one in five, a structured interview gains 0.42 x 1.4 standard deviations a hire."""
    assert gain_per_hire(0.42, 0.2) == pytest.approx(0.42 * 1.39981, abs=1e-4)


def test_criteria_with_their_ratings(catalog):
    """Met, partly, not shown; contradicted where one sees all and another nothing."""
    rows = [("m", 5, 4), ("p", 3, 3), ("n", 2, 1), ("x", 5, 1)]
    ratings = [
        Rating("c", rater, q, score, f"heard {q}", q)
        for q, *scores in rows
        for rater, score in zip("ab", scores, strict=True)
    ]
    shown = {s.criterion: s for s in panel(ratings, catalog, scale=(1, 5)).criteria}
    verdicts = {name: s.verdict for name, s in shown.items()}
    assert verdicts == {"m": "met", "p": "partly", "n": "not-shown", "x": "contradicted"}
    assert [r.note for r in shown["x"].ratings] == ["heard x", "heard x"]


def test_a_strict_and_a_mild_rater_are_no_contradiction(catalog):
    """A gap that severity explains is taken out before the verdict."""
    ratings = [
        Rating(f"c{i:02}", r, "q", i % 3 + (3 if r == "mild" else 1), "", "x" if i == 1 else "")
        for i in range(20)
        for r in ("mild", "strict")
    ]
    (shown,) = panel(ratings, catalog, scale=(1, 5)).criteria
    assert [r.score for r in shown.ratings] == [4, 2]
    assert shown.verdict == "partly"
    assert shown.mean == 3
    assert shown.adjusted == pytest.approx(3, abs=0.3)


def test_nobody_sees_others_before_handing_in():
    """Own ratings always; others' only when both scorecards of that candidate are in."""
    ratings = [Rating(c, r, "q", 3) for c in "xy" for r in "ab"]
    assert [r.rater for r in visible(ratings, "a", [])] == ["a", "a"]
    assert {(r.candidate, r.rater) for r in visible(ratings, "a", [("a", "x"), ("b", "x")])} == {
        ("x", "a"), ("x", "b"), ("y", "a"),
    }  # fmt: skip
    assert len(visible(ratings, "a", [("b", "x"), ("b", "y")])) == 2
    assert len(visible(ratings, "a", [("a", "x"), ("a", "y")])) == 2


HEAD = "candidate,rater,question,score\n"


@pytest.mark.parametrize(
    ("code", "text", "line"),
    [
        ("TI050", HEAD + "c,,q,3\n", ":2"),
        ("TI051", HEAD + "c,r,q,3\nc,r,p,good\n", ":3"),
        ("TI051", HEAD + "c,r,q,nan\n", ":2"),
        ("TI052", HEAD + "c,r,q,3\nc,s,q,3\nc,r,q,4\n", ":4"),
        ("TI053", HEAD + "c,r,q,\n", ""),
        ("TC098", "candidate,rater,score\nc,r,3\n", ""),
    ],
)
def test_bad_tables_are_refused(tmp_path, code, text, line):
    """Code, and place with the line where there is one."""
    file = tmp_path / "p.csv"
    file.write_text(text)
    with pytest.raises(InputError) as caught:
        read_ratings(file)
    assert caught.value.code == code
    assert caught.value.place == f"{file}{line}"


def test_a_table_of_another_kind_is_refused(tmp_path, monkeypatch):
    """More rows than any panel has are not read (TI054); as many as allowed are."""
    monkeypatch.setattr(reading, "MOST", 2)
    file = tmp_path / "p.csv"
    file.write_text(HEAD + "c,r,q,3\nc,s,q,3\n")
    assert len(read_ratings(file)) == 2
    file.write_text(HEAD + "c,r,q,3\nc,s,q,3\nd,r,q,3\n")
    with pytest.raises(InputError) as caught:
        read_ratings(file)
    assert caught.value.code == "TI054"


def test_good_tables_are_read(tmp_path):
    """Notes and criteria are taken when there; a blank score is no rating; Parquet is the same."""
    pl = pytest.importorskip("polars")
    file = tmp_path / "p.csv"
    file.write_text("candidate,rater,question,score,note\nc,r,q,3.5,“so”\nc,s,q,,\n", "utf-8")
    wanted = (Rating("c", "r", "q", 3.5, "“so”", ""),)
    assert read_ratings(file) == wanted
    pl.read_csv(file).write_parquet(tmp_path / "p.parquet")
    assert read_ratings(tmp_path / "p.parquet") == wanted
